"""The rules: one module each, in a folder for each group of codes."""
