"""``cxmap import outline`` and ``cxmap export outline``: what is written where, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import cxmap

NOTES = "# First visit\nPersona: Noor\n## Before\n- Reads the letter #post @service 8/4 !\n  - (-) Long words\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "notes.md").write_text(NOTES)
    return tmp_path


def test_notes_become_a_file_of_the_project(folder):
    ran = cxmap("import", "outline", "notes.md", "-o", "journeys", cwd=folder)
    assert (ran.status, ran.out) == (0, "journeys/first-visit.cxmap.yaml\n")
    assert ran.err.splitlines() == [
        (
            "created first-visit: 1 stage, 1 touchpoint, 1 of 1 scored (as assumptions: source 'notes', kind "
            "workshop), 1 lower; new: personas noor; channels post; owners service"
        ),
        "line 4: scores 8/4: 'Reads the letter'",
    ]
    assert cxmap("validate", cwd=folder).status == 0
    assert cxmap("fmt", "--check", cwd=folder).status == 0


def test_a_second_outline_uses_what_the_project_has(folder):
    cxmap("import", "outline", "notes.md", "-o", "journeys", cwd=folder)
    ran = cxmap("import", "outline", "notes.md", "-o", "journeys", "-q", cwd=folder)
    assert (ran.out, ran.err) == ("journeys/first-visit-2.cxmap.yaml\n", "")
    assert "personas:\n" not in (folder / "journeys/first-visit-2.cxmap.yaml").read_text().partition("journey:")[0]
    assert cxmap("validate", cwd=folder).status == 0


def test_the_configuration_speaks_where_the_notes_do_not(folder):
    (folder / "cxmap.toml").write_text('lang = "nl"\nscale = {min = 0, max = 100}\n')
    ran = cxmap("import", "outline", "-", "-o", ".", cwd=folder, stdin=b"# X\n- Helpdesk 24/70\n")
    text = (folder / "x.cxmap.yaml").read_text()
    assert "klant: {name: Klant}" in text
    assert "title: (geen fase)" in text
    assert "{importance: 24, experience: 70}" in text
    assert "no persona is named: 'Klant' stands for all customers" in ran.err


def test_without_a_place_it_is_printed(folder):
    ran = cxmap("import", "outline", "-", "--quiet", cwd=folder, stdin=NOTES.encode())
    assert (ran.status, ran.err) == (0, "")
    assert cxmap("validate", "-", cwd=folder, stdin=ran.out.encode()).status == 0


def test_a_file_that_is_there_stays(folder):
    (folder / "mine.yaml").write_text("mine")
    ran = cxmap("import", "outline", "notes.md", "-o", "mine.yaml", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert "exists already; nothing was written" in ran.err
    assert (folder / "mine.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "notes.md: no touchpoint found; write stages as '## Title', and below them touchpoints as '- Title'\n"),
        (
            b"- caf\xe9\n",
            "notes.md: line 1: not UTF-8: the byte 0xE9, which is 'é' in Windows-1252; save it as UTF-8\n",
        ),
    ],
)
def test_notes_that_are_none(folder, content, message):
    (folder / "notes.md").write_bytes(content)
    ran = cxmap("import", "outline", "notes.md", "-o", "journeys", cwd=folder)
    assert (ran.status, ran.out, ran.err) == (1, "", f"{message}Nothing was written.\n")
    assert not (folder / "journeys").exists()


def test_the_way_back(folder):
    cxmap("import", "outline", "notes.md", "-o", "journeys", cwd=folder)
    ran = cxmap("export", "outline", "--lang", "nl", "-o", "back.md", cwd=folder)
    assert (ran.status, ran.err) == (0, "")
    assert (folder / "back.md").read_text() == (
        "# First visit\n\nPersona: Noor\nTaal: en\n\n## Before\n\n"
        "- Reads the letter #post @service 8/4 !\n  - (-) Long words\n"
    )


def test_what_an_outline_cannot_hold_is_told_and_one_is_chosen():
    folder = Path(__file__).parents[2] / "examples/running-shoes"
    ran = cxmap("export", "outline", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert "an outline holds one journey; name it with --journey: " in ran.err
    ran = cxmap("export", "outline", "--journey", "first-shoes", cwd=folder)
    assert ran.status == 0
    assert ran.out.startswith("# A first pair, or a first pair again\n")
    assert "not in an outline: touchpoint.importance_to_us (15 times)\n" in ran.err
    assert "survey results became plain marks, without n and spread\n" in ran.err
