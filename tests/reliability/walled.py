"""Runs ``cxmap`` with Python's audit hooks watching, and lists what it did that a stranger's file must not cause.

    python -m tests.reliability.walled PROJECT COMMAND [ARGUMENT]...

One line on standard error for each network access, process, and file opened outside the project; Python's own files
and the installed packages aside.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "pty.",
    "ftplib.",
    "urllib.",
)
OWN = [
    Path(place).resolve() for place in (sys.prefix, sys.base_prefix, *sys.path, "/dev/null", "/proc", "/etc/localtime")
]


def main() -> None:
    """Run the command; its exit status is ours."""
    project = Path(sys.argv[1]).resolve()
    os.chdir(project)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(FORBIDDEN):
            sys.stderr.write(f"WALL {event}\n")
        elif event == "open" and isinstance(arguments[0], (str, bytes)):
            path = Path(os.path.realpath(os.fsdecode(arguments[0])))
            # Configuration and .gitignore are looked for upwards, by design.
            upwards = path.parent in project.parents and path.name in {".gitignore", "pyproject.toml", "cxmap.toml"}
            if not upwards and not any(path.is_relative_to(place) for place in (project, *OWN)):
                sys.stderr.write(f"WALL open {os.fspath(path)!r}\n")

    sys.addaudithook(watch)
    from cxmap.cli.app import run

    raise SystemExit(run(sys.argv[2:]))


if __name__ == "__main__":
    main()
