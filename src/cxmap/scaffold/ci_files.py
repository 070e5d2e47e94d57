"""What a new project gives to CI: one file, in the root of the repository, that checks the project's folder."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap._version import __version__
from cxmap.errors import UsageError
from cxmap.model.ids import as_id

if TYPE_CHECKING:
    from cxmap.choices import CiSystem

TEMPLATES = Path(__file__).parent / "ci"
_EXPRESSION = "${{"
"""What GitHub replaces in a workflow before any shell sees it."""
_VALIDATE = {
    "github": "cxmap validate",
    "gitlab": "cxmap validate --format full --format gitlab:gl-code-quality-report.json",
}
_HOOK = "      - id: cxmap-validate\n"


def ci_file(system: CiSystem, project: Path) -> tuple[Path, bytes] | None:
    """The file for a CI system, by its absolute path; ``None``: there is to be none.

    Args:
        system: The system.
        project: The project's folder, as an absolute path; it need not exist. The file belongs into the root of the
            git repository around it, as systems look for it nowhere else.

    Raises:
        UsageError: The folder's name cannot be written into such a file.
    """
    if system == "none":
        return None
    root = next((folder for folder in (project, *project.parents) if (folder / ".git").exists()), project)
    inside = "" if root == project else project.relative_to(root).as_posix()
    if _EXPRESSION in inside or not inside.isprintable():
        raise UsageError(f"the name of '{project.name}' cannot stand in a workflow; rename it, or use --ci none")
    text = (TEMPLATES / f"{system}.yml").read_text(encoding="utf-8").replace("@VERSION@", __version__)
    if system == "pre-commit":
        text = text.replace(_HOOK, f"{_HOOK}        args: {json.dumps(['--', inside])}\n" if inside else _HOOK)
        return root / ".pre-commit-config.yaml", text.encode()
    command = f"{_VALIDATE[system]}{f' -- {shlex.quote(inside)}' if inside else ''}"
    text = re.sub(r"cxmap validate$", lambda _: _plain(command), text, flags=re.MULTILINE)
    if system == "gitlab":
        return root / ".gitlab-ci.yml", text.encode()
    name = f"cxmap-{as_id(inside) or 'journeys'}" if inside else "cxmap"
    return root / ".github" / "workflows" / f"{name}.yml", text.encode()


def _plain(command: str) -> str:
    """A command as a value in YAML: as it is where it can be, else in quotes."""
    return command if re.fullmatch(r"[\w ./:=-]+", command) and ": " not in command else json.dumps(command)
