"""What to improve first: the first ten rows of the ranking of gaps, each with what is done about it."""
