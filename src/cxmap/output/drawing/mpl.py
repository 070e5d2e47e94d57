"""matplotlib, imported so that the current folder has no say in it.

matplotlib reads its settings from a ``matplotlibrc`` in the current folder, whatever that is: one in a stranger's
project could fail the import, or be a link to a device that never ends.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from pathlib import Path

_lock = threading.Lock()


def load() -> None:
    """Import matplotlib, unless that has been done. To be called before anything imports a part of it."""
    with _lock:
        if "matplotlib" not in sys.modules:
            # It would warn of a home that it cannot write its cache to, and makes do without.
            logging.getLogger("matplotlib").setLevel(logging.ERROR)
            with contextlib.chdir(Path(__file__).parent):
                import matplotlib as mpl  # noqa: F401 - it stays in sys.modules
