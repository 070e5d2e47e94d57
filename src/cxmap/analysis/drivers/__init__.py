"""Drivers: which touchpoints move the overall mark, by how much, and in which direction more."""
