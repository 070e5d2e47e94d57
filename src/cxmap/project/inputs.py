"""What a project was made from, to find out later whether it would be made the same again."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cxmap.project.config import CONFIG_NAMES, extended
from cxmap.project.tree import DISK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from cxmap.project.tree import Tree


@dataclass(frozen=True, slots=True)
class ProjectInputs:
    """Where ``load`` looked.

    Attributes:
        start: The folder from which it looked for a configuration, upwards.
        config: The configuration that it found.
        folders: The folders that it looked through.
        files: The YAML files that it read, cxmap's or not.
        tree: What all of it stands on.
        settings: What the configuration says, as its files give it.
    """

    start: Path
    config: Path | None
    folders: tuple[str, ...]
    files: tuple[str, ...]
    tree: Tree = DISK
    settings: Mapping[str, Any] = field(default_factory=dict)

    def paths(self) -> Iterator[str]:
        """All files that had a say, there or not: other contents may make another project."""
        yield from self.files
        for place in (self.start, *self.start.parents):
            yield from (str(place / name) for name in (*CONFIG_NAMES, ".gitignore", ".git", ".git/info/exclude"))
        for folder in self.folders:
            yield os.path.join(folder, ".gitignore")  # noqa: PTH118 - text is faster here
        if self.config:
            yield from map(str, extended(self.config, self.tree))
