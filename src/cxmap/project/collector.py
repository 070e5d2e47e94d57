"""Python's cyclic garbage collector, off where it would only look for what is not there."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collector_off() -> Iterator[None]:
    """No collections while files are loaded and judged: all that is made then is kept, and nothing of it is garbage.

    With it on, each of the many collections walks over all files loaded so far: a fifth of the time of 1,000 files.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def settle() -> None:
    """Take what is there now for what stays: later collections do not walk over it any more."""
    gc.collect()
    gc.freeze()
