"""Text to values with the place of every key and value; and edits that keep a file's own layout."""
