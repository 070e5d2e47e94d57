"""The emotional journey: one look tells what goes well and where to improve."""
