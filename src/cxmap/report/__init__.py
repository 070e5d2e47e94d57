"""Pages that gather everything: templates and their data."""
