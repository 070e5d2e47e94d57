"""The references in a file's data, found without a model, so that a file with errors elsewhere has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from cxmap.model.generated import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.yaml.values import Pointer

Node: TypeAlias = list[Any]
"""What may be at a place, as far as references go: its kind and what goes with it (``reference_table``)."""


class Reference(NamedTuple):
    """A place that names something defined elsewhere: the section, the id, and where it says so."""

    to: str
    id: str
    pointer: Pointer
    is_key: bool = False


def references(data: Any) -> list[Reference]:
    """All references in a file's data, in the order of the format; text of the wrong type is passed over."""
    found: list[Reference] = []
    if isinstance(data, dict):
        _of_fields(data, REFERENCES["File"], (), found)
    return found


def _of_fields(data: dict[Any, Any], fields: Mapping[str, Node], pointer: Pointer, found: list[Reference]) -> None:
    for key, node in fields.items():
        if key not in data:  # as most are not
            continue
        value: Any = data[key]
        kind = value.__class__
        if kind is str:
            if node[0] == "text":
                found.append(Reference(node[1], value, (*pointer, key)))
        elif kind is list:
            if node[0] in {"list", "one or list"}:
                _of_items(value, node[1], (*pointer, key), found)
        elif kind is dict:
            _of_mapping(value, node, (*pointer, key), found)


def _of_items(items: list[Any], node: Node, pointer: Pointer, found: list[Reference]) -> None:
    for index, item in enumerate(items):
        if isinstance(item, dict):
            _of_mapping(item, node, (*pointer, index), found)
        elif isinstance(item, str) and node[0] == "text":
            found.append(Reference(node[1], item, (*pointer, index)))


def _of_mapping(data: dict[Any, Any], node: Node, pointer: Pointer, found: list[Reference]) -> None:
    kind = node[0]
    if kind == "mapping":
        _of_fields(data, REFERENCES[node[1]], pointer, found)
    elif kind == "one or list":
        _of_mapping(data, node[1], pointer, found)
    elif kind == "by id":
        _by_id(data, node, pointer, found)
    elif kind == "one of":
        for name, keys in node[1:]:
            _of_fields(data, REFERENCES[name], pointer, found)
            if all(map(keys.__contains__, data)):
                break  # the alternative that it is: the others share keys with it


def _by_id(data: dict[Any, Any], node: Node, pointer: Pointer, found: list[Reference]) -> None:
    _, key_to, inner = node
    for key, value in data.items():
        if key_to and isinstance(key, str):
            found.append(Reference(key_to, key, (*pointer, key), is_key=True))
        if inner and isinstance(value, dict):
            _of_mapping(value, inner, (*pointer, key), found)
