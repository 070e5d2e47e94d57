"""What a diagnostic is, and one module an output format."""
