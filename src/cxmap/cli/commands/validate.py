"""``cxmap validate``: every rule, every file."""

from cxmap.cli.checking import command

__all__ = ["command"]
