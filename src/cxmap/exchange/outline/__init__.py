"""Outlines: a journey as notes in Markdown, in and out."""
