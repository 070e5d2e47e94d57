"""A whole project as one JSON object: what its files say, merged by id."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from cxmap._version import __version__
from cxmap.model.constants import FORMAT_VERSION, SECTIONS
from cxmap.text.escape import json

if TYPE_CHECKING:
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def project_json(project: Project) -> str:
    """A project as JSON.

    Every section is an object by id, ``journeys`` among them. What a file says in terms of itself is said in full: a
    touchpoint alone gets its journey in front, a portrait or an image the path from the project's root.
    """
    merged: dict[str, Any] = {"cxmap": __version__, "command": "export", "format": FORMAT_VERSION}
    for section in (*SECTIONS[:5], "journeys", *SECTIONS[5:]):
        merged[section] = {
            name: _whole(project, found[0].document, section, found[0].document.at(_pointer(section, name)))
            for name, found in project.definitions[section].items()
        }
    return json(merged) + "\n"


def _pointer(section: str, name: str) -> tuple[str, ...]:
    return ("journey",) if section == "journeys" else (section, name)


def _whole(project: Project, document: Document, section: str, data: Any) -> Any:
    plain = _plain(data)
    if section == "personas":
        _from_the_root(document, plain, "portrait")
    if section == "journeys":
        for stage in plain["stages"]:
            for touchpoint in stage["touchpoints"]:
                _from_the_root(document, touchpoint, "image")
    if section == "actions":
        plain["touchpoints"] = [_in_full(project, document, text) for text in plain["touchpoints"]]
        if "expects" in plain:
            plain["expects"] = {_in_full(project, document, text): gain for text, gain in plain["expects"].items()}
    return plain


def _from_the_root(document: Document, data: dict[str, Any], key: str) -> None:
    """Have a path start from the project's root."""
    if key in data:
        data[key] = posixpath.normpath(posixpath.join(posixpath.dirname(document.relative), data[key]))


def _in_full(project: Project, document: Document, text: str) -> str:
    """A touchpoint with its journey in front."""
    target = project.target(text, document)
    return f"{target.journey}/{target.touchpoint}{'#handover' if target.handover else ''}" if target else text


def _plain(data: Any) -> Any:
    """Data with keys of text, as JSON has them: the marks of answers are numbers in a file."""
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return data
