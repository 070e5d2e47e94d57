"""Explicit tags: those of YAML's core schema are obeyed, all others refused."""

from __future__ import annotations

from typing import Final

from cxmap.yaml.reader.scalars import number, plain
from cxmap.yaml.values import Empty, Scalar

_PREFIX: Final = "tag:yaml.org,2002:"
_SCALARS: Final[dict[str, tuple[type, ...]]] = {"bool": (bool,), "null": (Empty,), "int": (int,)}
_MAPPING, _SEQUENCE = f"{_PREFIX}map", f"{_PREFIX}seq"


class TagError(Exception):
    """A tag that cxmap does not know, or that does not fit its value."""

    def __init__(self, *, known: bool) -> None:
        super().__init__()
        self.known = known


def tagged_scalar(tag: str, text: str) -> Scalar:
    """The value of a scalar with a tag.

    Raises:
        TagError: An unknown tag, or one that does not fit the text.
    """
    if tag == "!":
        return text
    name = tag.removeprefix(_PREFIX)
    if name == tag or name not in {"str", "float", "map", "seq", *_SCALARS}:
        raise TagError(known=False)
    if name == "str":
        return text
    value = number(text) if name == "float" else plain(text)
    if name == "float" and isinstance(value, int | float):
        return float(value)
    if name in _SCALARS and type(value) in _SCALARS[name]:
        return value
    raise TagError(known=True)


def check_collection(tag: str, *, mapping: bool) -> None:
    """Check the tag of a mapping or a list.

    Raises:
        TagError: An unknown tag, or one that does not fit.
    """
    if tag not in {"!", _MAPPING if mapping else _SEQUENCE}:
        name = tag.removeprefix(_PREFIX)
        raise TagError(known=name != tag and name in {"str", "float", "map", "seq", *_SCALARS})
