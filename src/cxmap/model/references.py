"""The references in a file's data, found without a model, so that a file with errors elsewhere has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from cxmap.model.compiled import REFERENCES

if TYPE_CHECKING:
    from cxmap.source.pointer import Pointer

Node: TypeAlias = tuple[Any, ...]
"""What may stand at a place, as far as references go: its kind and what goes with it (``shape.reference_table``)."""


class Reference(NamedTuple):
    """A place that names something defined elsewhere: the section, the id, and where it says so."""

    to: str
    id: str
    pointer: Pointer
    is_key: bool = False


def references(data: Any) -> list[Reference]:
    """All references in a file's data, in the order of the format; text of the wrong type is passed over."""
    found: list[Reference] = []
    _collect(data, ("mapping", "File"), (), found)
    return found


def _collect(data: Any, node: Node, pointer: Pointer, found: list[Reference]) -> None:
    kind = node[0]
    if kind == "text":
        if isinstance(data, str):
            found.append(Reference(node[1], data, pointer))
    elif kind == "list":
        if isinstance(data, list):
            for index, value in enumerate(data):
                _collect(value, node[1], (*pointer, index), found)
    elif isinstance(data, dict):
        if kind == "by id":
            _collect_by_id(data, node, pointer, found)
        elif kind == "mapping":
            _collect_fields(data, node[1], pointer, found)
        else:
            for name, keys in node[1:]:
                _collect_fields(data, name, pointer, found)
                if all(key in keys for key in data):
                    break  # the alternative that it is: the others share keys with it


def _collect_fields(data: dict[Any, Any], name: str, pointer: Pointer, found: list[Reference]) -> None:
    for key, node in REFERENCES[name].items():
        if key in data:
            _collect(data[key], node, (*pointer, key), found)


def _collect_by_id(data: dict[Any, Any], node: Node, pointer: Pointer, found: list[Reference]) -> None:
    _, key_to, inner = node
    for key, value in data.items():
        if key_to and isinstance(key, str):
            found.append(Reference(key_to, key, (*pointer, key), is_key=True))
        if inner:
            _collect(value, inner, (*pointer, key), found)
