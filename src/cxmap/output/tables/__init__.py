"""Rankings and summaries as tables, lines, CSV, Markdown and JSON."""
