"""How fast cxmap is, against other tools and against itself. ``make bench`` runs it."""
