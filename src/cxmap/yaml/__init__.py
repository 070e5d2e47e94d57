"""YAML: read into plain data with the place of everything, and edited so that the rest stays as it is."""
