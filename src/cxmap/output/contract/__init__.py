"""What JSON outputs promise: each key, its type and its meaning, as models that JSON Schemas and a page are made of."""
