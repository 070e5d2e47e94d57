"""One module a foreign format: importers and exporters."""
