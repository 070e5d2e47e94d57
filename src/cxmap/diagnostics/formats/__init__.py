"""One module an output format of validate."""
