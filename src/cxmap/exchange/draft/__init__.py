"""A new journey as a team's notes, lists and boards hold it, before it is a file."""
