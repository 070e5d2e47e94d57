"""What a report, a deck, Markdown and JSON say of a project, as plain records: no HTML, no charts, no files."""
