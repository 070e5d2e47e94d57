"""Files and processes: written whole or not at all, and copies of this process that share the work."""
