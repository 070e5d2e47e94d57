"""``cxmap import stickies``: from a board's export to a file, by way of a mapping of colours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.command import cxmap

MURAL = Path(__file__).parents[1] / "exchange/golden/stickies/mural.csv"


@pytest.fixture
def folder(tmp_path):
    shutil.copy(MURAL, tmp_path)
    return tmp_path


def test_a_board_becomes_a_file(folder):
    suggested = cxmap("import", "stickies", "mural.csv", "--suggest-mapping", cwd=folder)
    assert (suggested.status, suggested.err) == (0, "")
    (folder / "colors.yaml").write_text(suggested.out.replace('"#FCF281": skip', '"#FCF281": negatives'))
    ran = cxmap("import", "stickies", "mural.csv", "--mapping", "colors.yaml", "-o", "journeys", cwd=folder)
    assert (ran.status, ran.out) == (0, "journeys/mural.cxmap.yaml\n")
    assert ran.err.startswith("created mural: 2 stages, 3 touchpoints, 1 of 3 scored (as assumptions: source 'notes'")
    assert cxmap("validate", cwd=folder).status == 0


def test_texts_alone_are_printed_as_an_outline(folder):
    (folder / "miro.csv").write_text("Reads the letter\nCalls\n")
    ran = cxmap("import", "stickies", "miro.csv", cwd=folder)
    assert (ran.status, ran.out) == (0, "# miro\n\n- Reads the letter\n- Calls\n")
    assert "put '##' before the stages" in ran.err


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("mural.csv",), 2, "cxmap: say what the colours mean with --mapping FILE; "),
        (("mural.csv", "--mapping", "bad.yaml"), 1, "bad.yaml:1:16: unknown kind of note 'x'"),
        (("miro.csv", "-o", "journeys"), 2, "cxmap: 'miro.csv' says no places of notes; "),
        (("none.csv",), 2, "cxmap: no such file: 'none.csv'\n"),
    ],
)  # fmt: skip
def test_what_is_refused(folder, arguments, status, message):
    (folder / "bad.yaml").write_text("colors: {'#1': x}\n")
    (folder / "miro.csv").write_text("Reads the letter\nCalls\n")
    ran = cxmap("import", "stickies", *arguments, cwd=folder)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.startswith(message)
