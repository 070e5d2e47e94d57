"""The browser of the system, and reports to open in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from cxmap.cli.main import run
from tests.analysis.journeys import text as file_text
from tests.output.report.everything import everything

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # which other tests do without

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "these tests need the chromium of the system: apt-get install chromium"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report in which every field of the format is filled in."""
    folder = tmp_path_factory.mktemp("everything")
    for name, data in everything().items():
        (folder / f"{name}.cxmap.yaml").write_text(file_text(data))
    target = folder / "report.html"
    assert run(["report", str(folder), "-o", str(target), "--today", "2026-07-01"]) == 0
    return target
