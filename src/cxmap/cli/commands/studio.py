"""``cxmap studio``: a page in the browser over the files of a project."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop, day, remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.choices import Lang

LEAD = """<!doctype html><meta charset="utf-8"><title>cxmap studio</title>
<meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url={0}">
<a href="{0}">cxmap studio</a>
"""


def command(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A project's folder, or a file of it.")] = ".",
    port: Annotated[int, typer.Option("--port", metavar="N", help="The port; 0: one that is free.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser; print the address alone.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Show everything, change nothing.")] = False,
    poll: Annotated[
        bool, typer.Option("--poll", help="Look at files again and again, where the system tells of no changes.")
    ] = False,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of the tool's own words.")] = None,
) -> int:
    """Look, score, write and arrange in the browser: no YAML to type.

    A page on this machine only, over the same files: what you change is the smallest edit of their text, and git shows
    it. What others change shows at once. It prints the address, with a secret that makes it yours. Ctrl-C ends it.
    Needs an extra: pip install 'cxmap[studio]'.

    Examples:
      cxmap studio
      cxmap studio journeys/first-shoes.cxmap.yaml --lang nl
      cxmap studio --read-only --no-browser
    """
    try:
        from cxmap.studio.server import Server, Studio, listening
    except ImportError as error:
        if error.name and error.name.partition(".")[0] == "cxmap":
            raise
        raise Stop("studio needs an extra: pip install 'cxmap[studio]'") from None
    from cxmap.cli.new_file import root_around
    from cxmap.io.git import GitError, Repository
    from cxmap.session.session import Session
    from cxmap.studio.desk import Desk

    if not os.path.lexists(path):
        raise Stop(f"no such file or folder: '{path}'")
    if not 0 <= port <= 65535:
        raise Stop(f"--port takes a number up to 65535, not {port}")
    root = root_around(Path(path) if Path(path).is_dir() else Path(path).parent)
    try:
        Repository(str(root))
        git = True
    except GitError:
        git = False
    if not git and not read_only:
        remark("This folder is in no git repository: what you change can be undone until you close the studio.")
    session = Session(root, lambda: day(None), read_only=read_only)
    try:
        socket = listening(port)
    except OSError as error:
        raise Stop(f"port {port} cannot be used: {(error.strerror or str(error)).lower()}; name another") from None
    with socket:
        studio = Studio(Desk(session, lang, git=git), socket.getsockname()[1], poll=poll)
        sys.stdout.write(f"{studio.address}\n")
        sys.stdout.flush()
        server = Server(studio)
        with nullcontext() if no_browser else _in_browser(studio.address):
            server.run(sockets=[socket])
    return 128 + server.ended_by if server.ended_by else 0


@contextmanager
def _in_browser(address: str) -> Iterator[None]:
    """Open the address: by a file that only its owner may read and that leads there, as any user sees what is run."""
    import webbrowser

    with tempfile.TemporaryDirectory(prefix="cxmap-") as folder:  # of mode 700
        lead = Path(folder) / "studio.html"
        lead.touch(0o600)
        lead.write_text(LEAD.format(address), encoding="utf-8")
        webbrowser.open(lead.as_uri())
        yield
