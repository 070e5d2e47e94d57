"""What a project was made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cxmap.project.tree import DISK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cxmap.project.tree import Tree


@dataclass(frozen=True, slots=True)
class ProjectInputs:
    """Where ``load`` looked.

    Attributes:
        config: The configuration that it found.
        files: The YAML files that it read, cxmap's or not.
        tree: What all of it stands on.
        settings: What the configuration says, as its files give it.
    """

    config: Path | None
    files: tuple[str, ...]
    tree: Tree = DISK
    settings: Mapping[str, Any] = field(default_factory=dict)
