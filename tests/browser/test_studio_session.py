"""The page of a session in the studio is what a browser and git say, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.studio_session import FOLDER, PAGE, record

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.mark.browser
def test_the_page_shows_what_happens(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    assert record(browser, folder) == PAGE.read_text(encoding="utf-8")
    assert (folder / "emotion.svg").read_text(encoding="utf-8").startswith("<svg")
