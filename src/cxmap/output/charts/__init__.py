"""TODO: charts."""
