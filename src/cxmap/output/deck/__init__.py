"""The deck: a project as slides for those who decide, on the organisation's own template."""
