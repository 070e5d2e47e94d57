"""``--lang``: tables and remarks follow it; JSON and the names of CSV columns never do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.journeys import LIBRARY, journey, text, touchpoint
from tests.cli.command import cxmap

if TYPE_CHECKING:
    from pathlib import Path

TRIP = journey(touchpoint("search", 8, 4.5), touchpoint("visit", 9, 8), touchpoint("pay", 5, 7))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "trip.cxmap.yaml").write_text(text(TRIP))
    (tmp_path / "library.cxmap.yaml").write_text(text(LIBRARY))
    return tmp_path


@pytest.mark.parametrize(
    ("command", "english", "dutch"),
    [("gaps", "Work first on", "Begin met"), ("summary", "Weakest link", "Zwakste schakel")],
)
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_tables_speak_both_languages(folder: Path, command: str, english: str, dutch: str, form: str) -> None:
    def out(*options: str) -> str:
        return cxmap(command, "--format", form, *options, cwd=folder).out

    assert english in out()
    assert dutch in out("--lang", "nl")
    (folder / "cxmap.toml").write_text('lang = "nl"\n')
    assert dutch in out()
    assert english in out("--lang", "en")


@pytest.mark.parametrize("command", ["gaps", "summary"])
def test_json_is_never_translated(folder: Path, command: str) -> None:
    english, dutch = (cxmap(command, "--format", "json", "--lang", lang, cwd=folder).out for lang in ("en", "nl"))
    assert english == dutch != ""


def test_columns_of_csv_are_never_translated(folder: Path) -> None:
    english, dutch = (cxmap("gaps", "--format", "csv", "--lang", lang, cwd=folder) for lang in ("en", "nl"))
    assert english.out == dutch.out != ""
    assert "rijen" in dutch.err


@pytest.mark.parametrize("command", ["gaps", "summary"])
def test_another_language_is_refused(folder: Path, command: str) -> None:
    ran = cxmap(command, "--lang", "de", cwd=folder)
    assert (ran.status, ran.err) == (2, f"cxmap: --lang takes en or nl, not 'de'; see: cxmap {command} --help\n")
