"""One server for all tests of a module: each has a folder of its own."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from tests.lsp.client import client

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.lsp.client import Client


@pytest.fixture(scope="module")
def editor() -> Iterator[Client]:
    """An editor that shows Markdown."""
    with client(textDocument={"hover": {"contentFormat": ["markdown"]}}) as one:
        yield one


@pytest.fixture(autouse=True)
def nothing_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a project in memory takes for what stays does not: libraries complain at the end of what is still there."""
    monkeypatch.setattr(gc, "freeze", lambda: None)
