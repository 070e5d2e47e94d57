"""From bytes to data with a source map, and everything that is wrong with a text as YAML."""
