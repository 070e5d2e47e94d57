"""Runs ``cxmap`` with Python's audit hooks watching, and lists what it did that a stranger's file must not cause.

    python -m tests.reliability.walled PROJECT COMMAND [ARGUMENT]...

One line on standard error for each network access, process, and file opened outside the project; aside from Python's
own files and the installed packages, the user's cache, temporary files, fonts, and the two programs of ours: workers of
this one, and ``fc-list``, by which matplotlib asks the system for its fonts.
"""

from __future__ import annotations

import os
import sys
import tempfile
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
CACHES = [os.environ.get(name) or Path.home() / rest for name, rest in (("XDG_CACHE_HOME", ".cache"),)]
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/etc/fonts", "/usr/share/texmf")
OWN = [
    Path(place).resolve()
    for place in (sys.prefix, sys.base_prefix, *(place for place in sys.path if place), "/dev/null", "/proc/self")
]
OWN += [Path(place).resolve() for place in (*CACHES, *FONTS, "/proc", "/etc/localtime", "/usr/share/zoneinfo", "/sys")]
SETTINGS = {".gitignore", "exclude", "pyproject.toml", "cxmap.toml"}


def is_ours(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether a program that is started is one of ours."""
    if event == "os.fork":
        return True  # a worker: what it does is watched as well
    started = arguments[0] if event in {"subprocess.Popen", "os.exec", "os.posix_spawn"} else ""
    return str(started) in {sys.executable, "fc-list"} or str(started).endswith("/fc-list")


def main() -> None:
    """Run the command; its exit status is ours."""
    project = Path(sys.argv[1]).resolve()
    # A folder that only this run uses: what lies beside the project in the usual one stays out of reach.
    own = [*OWN, Path(tempfile.mkdtemp(prefix="cxmap-walled-")).resolve()]
    tempfile.tempdir = str(own[-1])
    os.chdir(project)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(FORBIDDEN) and not is_ours(event, arguments):
            sys.stderr.write(f"WALL {event}\n")
        elif event == "open" and isinstance(arguments[0], (str, bytes)):
            path = Path(os.path.realpath(os.fsdecode(arguments[0])))
            # Configuration and .gitignore are looked for upwards, by design.
            upwards = path.parent in project.parents and path.name in SETTINGS
            if not upwards and not any(path.is_relative_to(place) for place in (project, *own)):
                sys.stderr.write(f"WALL open {os.fspath(path)!r}\n")

    sys.addaudithook(watch)
    from cxmap.cli.main import run

    raise SystemExit(run(sys.argv[2:]))


if __name__ == "__main__":
    main()
