"""Two states of a project compared: in words for a terminal and a pull request, and for machines."""
