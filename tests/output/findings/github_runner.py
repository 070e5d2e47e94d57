"""How GitHub's runner reads commands from a step's output (both syntaxes), written from its documented behaviour."""

from __future__ import annotations

import re

_COMMANDS = {"error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "stop-commands", "set-output"}


def commands(output: str) -> list[dict[str, str]]:
    """The commands in what a step prints: name, decoded properties, and decoded ``data``."""
    lines = re.split(r"\r\n|\r|\n", output)
    return [command for line in lines if (command := _now(line) or _legacy(line))]


def _now(line: str) -> dict[str, str] | None:
    """``::name key=value,key=value::data``, after blanks at the line's start."""
    match = re.match(r"\s*::(.*?)::(.*)", line, re.DOTALL)
    if not match:
        return None
    name, _, properties = match[1].partition(" ")
    if name not in _COMMANDS:
        return None
    pairs = [pair.split("=", 1) for pair in properties.strip().split(",") if "=" in pair]
    decoded = {key: _decode(value, {"%3A": ":", "%2C": ","}) for key, value in pairs if value}
    return {"name": name} | decoded | {"data": _decode(match[2], {})}


def _legacy(line: str) -> dict[str, str] | None:
    """``##[name key=value;…]data``, anywhere in a line."""
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name = line[start + 3 : end].split(" ", maxsplit=1)[0]
    return {"name": name, "data": line[end + 1 :]} if name in _COMMANDS else None


def _decode(value: str, more: dict[str, str]) -> str:
    for code, char in {"%0D": "\r", "%0A": "\n", **more, "%25": "%"}.items():
        value = value.replace(code, char)
    return value
