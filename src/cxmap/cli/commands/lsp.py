"""``cxmap lsp``: the language server for editors."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from cxmap.cli.console import Stop, day, is_terminal, remark

if TYPE_CHECKING:
    from typing import Annotated

    import typer


def command(
    stdio: Annotated[  # noqa: ARG001 - nothing else is meant without it
        bool, typer.Option("--stdio", help="Talk through standard input and output, as always: some editors add this.")
    ] = False,
) -> int:
    """Show in an editor what validate finds, while you type.

    This is the language server: an editor starts it and talks to it through standard input and output, so there is
    nothing to type here. Findings appear where they are, with quick fixes; hovering over one explains its rule, and
    "go to definition" leads from an id to what it stands for, "find references" to all that names it. The page
    docs/how-to/editor.md shows how to set up an editor. Needs an extra: pip install 'cxmap[lsp]'.

    Examples:
      cxmap lsp
    """
    try:
        from cxmap.lsp.server import serve
    except ImportError as error:
        if error.name and error.name.partition(".")[0] == "cxmap":
            raise
        raise Stop("lsp needs an extra: pip install 'cxmap[lsp]'") from None
    if is_terminal(sys.stdin):
        remark("cxmap lsp waits for an editor to talk to it on standard input; Ctrl-C ends it.")
    for name in ("SIGINT", "SIGPIPE"):  # end at once: nothing is to be saved, and a thread that waits notices neither
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    _set_logging()
    # Whatever else prints, prints beside the conversation.
    conversation = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return serve(sys.stdin.buffer, conversation, lambda: day(None))


def _set_logging() -> None:
    """With CXMAP_DEBUG set all that the library does, on standard error; else nothing of it, tracebacks included."""
    import logging

    if os.environ.get("CXMAP_DEBUG"):
        logging.basicConfig(level=logging.DEBUG)
    else:
        logging.getLogger("pygls").addHandler(logging.NullHandler())
        logging.getLogger("pygls").propagate = False
