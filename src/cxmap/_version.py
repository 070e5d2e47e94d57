"""The version of cxmap, in one place."""

__version__ = "1.0.0"
