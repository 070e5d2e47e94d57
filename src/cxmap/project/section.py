"""The sound definitions of one section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cxmap.project.definitions import Definition

_UNKNOWN = object()


class Section(Mapping[str, Any]):
    """Models by id, looked up when they are asked for: the file of a definition may not have been read yet."""

    def __init__(self, definitions: Mapping[str, list[Definition]]) -> None:
        self._definitions = definitions
        self._found: dict[str, Any] = {}

    def get(self, name: str, default: Any = None) -> Any:
        """The sound definition of an id, or the default."""
        model = self._found.get(name, _UNKNOWN)
        if model is _UNKNOWN:
            model = self._found[name] = self._definitions[name][0].model if name in self._definitions else None
        return default if model is None else model

    def __getitem__(self, name: str) -> Any:
        model = self.get(name)
        if model is None:
            raise KeyError(name)
        return model

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._definitions if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
