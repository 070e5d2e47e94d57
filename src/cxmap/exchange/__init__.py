"""Foreign formats, in and out: survey answers, spreadsheets, mermaid, JSON."""
