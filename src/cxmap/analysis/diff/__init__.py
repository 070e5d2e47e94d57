"""What a change of the files means: entries matched by id, renames and moves found, and what became worse."""
