"""Where things are: the projects that are measured on, and the tools that cxmap is measured against."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import time
from functools import cache
from pathlib import Path

from benchmarks.corpus import write_corpus
from cxmap.io.cache import digest

HERE = Path(__file__).parent
ROOT = HERE.parent
PEERS = HERE / ".peers"
PYTHON = Path(sys.executable)
CXMAP = Path(sysconfig.get_path("scripts")) / "cxmap"
SCHEMA = ROOT / "schemas" / "cxmap-v1.schema.json"
CACHE = HERE / ".cache"
os.environ["CXMAP_CACHE_DIR"] = str(CACHE)  # not that of whoever measures


class Missing(Exception):
    """A tool to compare with cannot be had here."""


@cache
def corpus(files: int, touchpoints: int = 12) -> Path:
    """A project of so many files."""
    folder = HERE / ".corpus" / f"{files}-{touchpoints}"
    write_corpus(folder, files, touchpoints)
    return folder


@cache
def faulty(files: int) -> Path:
    """A project of so many files of twice the size, with 27 findings in each journey."""
    folder = HERE / ".corpus" / f"{files}-faulty"
    write_corpus(folder, files, 24, faults=9)
    return folder


def forget(project: Path) -> None:
    """Remove what cxmap keeps of a project."""
    _remove(str(project))


def forget_history(project: Path) -> None:
    """Remove what cxmap keeps of earlier revisions of a project."""
    from cxmap._version import __version__
    from cxmap.cli.past import _FORMAT

    _remove(f"history {_FORMAT} {__version__} {project}")


def _remove(key: str) -> None:
    (CACHE / f"{digest(key.encode())}.cache").unlink(missing_ok=True)


def edit(file: Path) -> None:
    """Change a file, as somebody does before a hook looks at it: what it says stays the same."""
    text = file.read_text(encoding="utf-8").partition("# edited")[0]
    file.write_text(f"{text}# edited {time.time_ns()}\n", encoding="utf-8")


@cache
def python_tool(package: str, program: str) -> Path:
    """A program from the package index, in an environment of its own."""
    home = PEERS / package
    path = home / "bin" / program
    if not path.is_file():
        _install([PYTHON, "-m", "venv", home], package)
        _install([home / "bin" / "python", "-m", "pip", "install", "--quiet", package], package)
    return path


@cache
def node_tool(package: str, program: str) -> Path:
    """A program from npm, in a folder of its own."""
    home = PEERS / package.replace("/", "_")
    path = home / "node_modules" / ".bin" / program
    if not path.exists():
        if not shutil.which("npm"):
            raise Missing(f"{package} needs npm")
        home.mkdir(parents=True, exist_ok=True)
        _install(["npm", "install", "--silent", "--prefix", home, package], package)
    return path


@cache
def sourcemeta() -> Path:
    """The jsonschema program in C++, without the script of node that starts it."""
    started = node_tool("@sourcemeta/jsonschema", "jsonschema").resolve()
    built = [path for path in started.parent.rglob("jsonschema*") if os.access(path, os.X_OK) and path.suffix == ""]
    binaries = [path for path in built if path.is_file() and path.read_bytes()[:4] == b"\x7fELF"]
    return binaries[0] if binaries else started


def _install(argv: list[str | Path], package: str) -> None:
    environment = os.environ | {"PUPPETEER_SKIP_DOWNLOAD": "1"}  # the browser is the system's
    done = subprocess.run([str(one) for one in argv], env=environment, capture_output=True, check=False)
    if done.returncode:
        raise Missing(f"{package} cannot be installed here")
