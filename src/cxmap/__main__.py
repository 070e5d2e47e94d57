"""``python -m cxmap`` and the ``cxmap`` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its status."""
    if sys.argv[1:] == ["--version"]:  # answered before anything else is imported
        from cxmap._version import __version__

        sys.stdout.write(f"cxmap {__version__}\n")
        return
    from cxmap.cli.app import run

    raise SystemExit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
