"""The report: a story as chapters, and chapters as Markdown and JSON; ``cxmap.output.html`` makes a page of them."""
