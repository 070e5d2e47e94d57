"""A project held in memory: open files as an editor has them, the others from disk. Knows no protocol."""
