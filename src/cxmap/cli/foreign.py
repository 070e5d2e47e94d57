"""What the commands share that take over foreign files."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import typer

from cxmap.cli.common import remark

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def taking_over(file: str) -> Iterator[None]:
    """Say what is wrong with a foreign file, one line each, and end with status 1.

    Args:
        file: As it was given.

    Raises:
        typer.Exit: Something is wrong with it.
    """
    from cxmap.exchange.errors import ForeignError

    try:
        yield
    except ForeignError as error:
        for problem in error.problems:
            remark(f"{file}: {problem}")
        remark("Nothing was written.")
        raise typer.Exit(1) from None
