"""Finding files, configuration, merging sections, resolving references."""
