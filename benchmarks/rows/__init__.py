"""One module a piece of work; each has ``work()``."""
