"""``cxmap validate --show-files`` and ``--show-settings``: what a run would look at, and by what it would judge."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.lint.judging import Request
    from cxmap.project.files import ProjectFiles


def show_files(files: ProjectFiles) -> None:
    """Print which files are checked, and which are skipped and why."""
    from cxmap.text.escape import path_name

    for name, why in sorted(files.listing()):
        sys.stdout.write(f"{path_name(name)}: {f'skipped, {why}' if why else 'checked'}\n")


def show_settings(files: ProjectFiles, request: Request) -> None:
    """Print the configuration that is in force, as TOML that says what is a default, and the rules that it comes to.

    Raises:
        UsageError: A word of the request or of the configuration names no rule.
    """
    sys.stdout.write("".join(f"{line}\n" for line in _settings(files, request)))


def _settings(files: ProjectFiles, request: Request) -> Iterator[str]:
    from cxmap.lint.registry import RULES
    from cxmap.project.files import shown
    from cxmap.text.escape import terminal_line

    config, path = files.config, files.inputs.config
    yield terminal_line(f"# Configuration: {shown(str(path), files.cwd) if path else 'none'}")
    yield terminal_line(f"# Root: {shown(str(files.root), files.cwd)}")
    for name, value in vars(config).items():
        key = name.replace("_", "-")
        default = "" if name in config.model_fields_set else "  # default"
        yield terminal_line(f"# {key} is not set" if value is None else f"{key} = {_toml(value)}{default}")
    selection = request.selection(files)
    silent = [rule.code for rule in RULES if rule.code not in selection.codes]
    yield f"# Rules: {len(RULES) - len(silent)} of {len(RULES)}{'; not ' if silent else ''}{', '.join(silent)}"
    for code, severity in sorted(selection.severities.items()):
        yield f"# {code} counts as {severity.value}"


def _toml(value: object) -> str:
    """A value of the configuration as TOML writes it in one line."""
    import datetime as dt

    from cxmap.text.escape import json

    match value:
        case dict():
            return f"{{{', '.join(f'{json(key)} = {_toml(inside)}' for key, inside in value.items())}}}"
        case list() | tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case dt.date():
            return value.isoformat()
        case None | str() | bool() | int() | float():
            return json(value)
    return _toml({key: inside for key, inside in vars(value).items() if inside is not None})  # a scale
