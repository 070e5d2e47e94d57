"""Edits of a text by its data: what changes is written, every other byte stays, and the result is proven."""
