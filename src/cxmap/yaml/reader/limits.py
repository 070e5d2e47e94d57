"""How large a file may be. The limits keep every answer under two seconds; no journey comes near them."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 4 * 1024 * 1024
MAX_DEPTH: Final = 64
"""Mappings and lists inside one another; the root is level 1."""
MAX_NODES: Final = 100_000
"""Keys, values, mappings and lists together, what an alias stands for counted at each use."""
MAX_DIRECTIVES: Final = 1000
"""Lines that start with ``%``: libyaml compares every ``%TAG`` with all others."""
MAX_PROBLEMS: Final = 1000
"""How many faults of one file are reported one by one."""
