"""``python -m cxmap`` and the ``cxmap`` command.

What is asked for most is answered before more is imported than it needs: see docs/decisions/0005-speed.md.
"""

from __future__ import annotations

import gc
import os
import sys

# What these make is kept until they are done, unless they wait for changes: a collection would look through all of it
# for nothing, which takes up to a fifth of a run over a thousand files.
KEEPING = frozenset({"validate", "fmt", "gaps", "summary", "render", "report"})

# For others so many more objects made than freed call for a collection.
SELDOM = 100_000


def main() -> None:
    """Run the command line and exit with its status."""
    arguments = sys.argv[1:]
    gc.set_threshold(SELDOM)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads take time to start, and would only wait
    if KEEPING.intersection(arguments[:1]) and "--watch" not in arguments:
        gc.disable()
    try:
        from cxmap.cli.exit import carry_out

        status = carry_out(lambda: _run(arguments))
    except KeyboardInterrupt:  # before anything could be said
        status = 130
    gc.freeze()  # the process's end frees everything: the interpreter's last collection need not walk over it first
    raise SystemExit(status)


def _run(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        from cxmap._version import __version__

        sys.stdout.write(f"cxmap {__version__}\n")
        return 0
    from cxmap.cli.plain_options import COMMANDS, plain_options

    named = 2 if arguments[:1] == ["import"] else 1
    name = " ".join(arguments[:named])
    if name in COMMANDS:
        options = plain_options(name, arguments[named:])
        if options is not None:
            from importlib import import_module

            status: int | None = import_module(f"cxmap.cli.commands.{name.replace(' ', '_')}").command(**options)
            return status or 0
    if arguments[:1] == ["completion"] and arguments[2:3] == ["--"]:  # a shell asks, at every press of Tab
        from cxmap.cli.completing import lines

        sys.stdout.write(lines(arguments[1], arguments[3:]))
        return 0
    from cxmap.cli.main import run

    return run(arguments)


if __name__ == "__main__":
    main()
