"""``cxmap import mermaid`` and ``cxmap export mermaid``: what is written where, and how it ends."""

from __future__ import annotations

import pytest

from tests.cli.command import cxmap

DIAGRAM = "journey\n  title My day\n  section Work\n    Make tea: 5: Me\n    Feed the cat: 3: Me, Cat\n"
MARKDOWN = f"# Days\n\n```mermaid\n{DIAGRAM}```\n\n```mermaid\n{DIAGRAM.replace('My', 'Your')}```\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "day.mmd").write_text(DIAGRAM)
    (tmp_path / "days.md").write_text(MARKDOWN)
    return tmp_path


def test_one_diagram_goes_to_standard_output(folder):
    ran = cxmap("import", "mermaid", "day.mmd", cwd=folder)
    assert (ran.status, ran.err) == (0, "")
    assert "  id: my-day\n" in ran.out
    checked = cxmap("validate", "-", cwd=folder, stdin=ran.out.encode())
    assert checked.status == 0


def test_a_file_beside_a_project_uses_what_the_whole_project_defines(folder):
    (folder / "cxmap.toml").touch()
    (folder / "people.cxmap.yaml").write_text("cxmap: 1\npersonas: {i: {name: Me}}\n")
    ran = cxmap("import", "mermaid", "day.mmd", "-o", "journeys/work", cwd=folder)
    assert "  personas: [i]\n" in (folder / ran.out.strip()).read_text()
    assert cxmap("validate", cwd=folder).status == 0


def test_standard_input(folder):
    ran = cxmap("import", "mermaid", "-", cwd=folder, stdin=DIAGRAM.encode())
    assert "  id: my-day\n" in ran.out


def test_several_diagrams_go_to_a_folder_and_make_a_project(folder):
    ran = cxmap("import", "mermaid", "days.md", "-o", "journeys", cwd=folder)
    assert (ran.status, ran.out) == (0, "journeys/my-day.cxmap.yaml\njourneys/your-day.cxmap.yaml\n")
    assert cxmap("validate", "journeys", cwd=folder).status == 0
    assert cxmap("fmt", "--check", "journeys", cwd=folder).status == 0


def test_a_second_import_into_a_project_uses_what_it_defines(folder):
    cxmap("import", "mermaid", "days.md", "-o", "journeys", cwd=folder)
    ran = cxmap("import", "mermaid", "day.mmd", "-o", "journeys", cwd=folder)
    assert ran.out == "journeys/my-day-2.cxmap.yaml\n"
    assert cxmap("validate", "journeys", cwd=folder).status == 0


def test_a_journey_that_could_not_be_read_is_not_written(tmp_path):
    (tmp_path / "x.mmd").write_text("journey\nA" + "\x07" * 800_000 + ": 3: Me\n")
    ran = cxmap("import", "mermaid", "x.mmd", "-o", "x.cxmap.yaml", cwd=tmp_path)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("x.mmd: 'x' becomes too large a journey (")
    assert not (tmp_path / "x.cxmap.yaml").exists()


def test_several_diagrams_need_a_folder(folder):
    ran = cxmap("import", "mermaid", "days.md", cwd=folder)
    assert (ran.status, ran.err) == (
        2,
        "cxmap: 'days.md' holds 2 diagrams: name a folder for them, such as -o journeys/\n",
    )


def test_nothing_is_written_over(folder):
    (folder / "mine.yaml").write_text("mine")
    ran = cxmap("import", "mermaid", "day.mmd", "-o", "mine.yaml", cwd=folder)
    assert ran.status == 2
    assert "exists already; nothing was written" in ran.err
    assert (folder / "mine.yaml").read_text() == "mine"


def test_what_could_not_be_carried_is_listed(folder):
    ran = cxmap("import", "mermaid", "-", cwd=folder, stdin=f"{DIAGRAM}    Rest\n".encode())
    assert (ran.status, ran.err) == (0, "not carried: line 6: not a task: 'Rest'\n")


@pytest.mark.parametrize(
    ("arguments", "content", "status", "message"),
    [
        ((), b"journey\nA: 7: Me\n", 1, "x.mmd: line 2: the score 7 of 'A' is outside 1 to 5\n"),
        (
            (),
            b"journey\nA\xe9: 3: Me\n",
            1,
            "x.mmd: line 2: not UTF-8: the byte 0xE9, which is '\u00e9' in Windows-1252",
        ),
        ((), "journey\nA: 3".encode("utf-16"), 1, "x.mmd: UTF-16, not UTF-8; save it as UTF-8"),
        ((), b"# nothing\n", 2, "cxmap: there is no journey diagram in 'x.mmd'"),
        (
            ("--scale", "1,inf"),
            b"journey\nA: 3\n",
            2,
            "cxmap: --scale takes the lowest and the highest score, such as 0,10",
        ),
        (
            ("--scale", "5,1"),
            b"journey\nA: 3\n",
            2,
            "cxmap: --scale takes the lowest and the highest score, such as 0,10",
        ),
        (
            ("--scale", "a"),
            b"journey\nA: 3\n",
            2,
            "cxmap: --scale takes the lowest and the highest score, such as 0,10",
        ),
        (("--customer", "Dog"), b"journey\nA: 3: Me\n", 1, "x.mmd: line 1: unknown actor 'Dog'"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(tmp_path, arguments, content, status, message):
    (tmp_path / "x.mmd").write_bytes(content)
    ran = cxmap("import", "mermaid", "x.mmd", "-o", "out.cxmap.yaml", *arguments, cwd=tmp_path)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.startswith(message)
    assert not (tmp_path / "out.cxmap.yaml").exists()


def test_a_file_that_does_not_exist(tmp_path):
    ran = cxmap("import", "mermaid", "x.mmd", cwd=tmp_path)
    assert (ran.status, ran.err) == (2, "cxmap: no such file: 'x.mmd'\n")


def test_export_draws_one_journey(folder):
    journey = cxmap("import", "mermaid", "day.mmd", cwd=folder).out
    ran = cxmap("export", "mermaid", "-", cwd=folder, stdin=journey.encode())
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "%% from cxmap: my-day, scale 1 to 5\njourney\n    title My day\n    section Work\n"
        "      Make tea: 5: Me\n      Feed the cat: 3: Me, Cat\n"
    )


def test_export_writes_markdown_for_several(folder):
    cxmap("import", "mermaid", "days.md", "-o", "journeys", cwd=folder)
    ran = cxmap("export", "mermaid", "journeys", "-o", "out.md", cwd=folder)
    assert (ran.status, ran.out) == (0, "")
    assert (folder / "out.md").read_text().count("```mermaid\n%% from cxmap: ") == 2
    assert cxmap("import", "mermaid", "out.md", "-o", "again", cwd=folder).status == 0


SHOES = """cxmap: 1
personas:
  noor: {name: Noor}
  andre: {name: "André: 44"}
sources:
  survey: {title: S, kind: survey, scale: {min: 1, max: 5}}
journey:
  id: shoes
  title: Shoes
  personas: [noor, andre]
  stages:
    - id: s
      title: S
      touchpoints:
        - {id: a, title: A, personas: [andre], scores: {experience: 7}}
        - id: b
          title: B
          scores: {experience: {mean: 3, n: 9, source: survey}}
          by_persona: {noor: {scores: {experience: 2}}}
        - {id: c, title: C}
"""


def test_export_converts_measurements_and_lists_what_has_no_score(folder):
    ran = cxmap("export", "mermaid", "-", cwd=folder, stdin=SHOES.encode())
    assert ran.out.splitlines()[-3:] == ["    section S", "      A: 7: André： 44", "      B: 3.75: Noor, André： 44"]
    assert "not drawn, no experience: 'C'\n" in ran.err
    assert "Mermaid draws faces for scores from 1 to 5; on another scale: shoes\n" in ran.err


def test_export_for_one_persona(folder):
    ran = cxmap("export", "mermaid", "-", "--persona", "noor", "-q", cwd=folder, stdin=SHOES.encode())
    assert ran.out.splitlines()[-2:] == ["    section S", "      B: 2: Noor"]
    unknown = cxmap("export", "mermaid", "-", "--persona", "nor", cwd=folder, stdin=SHOES.encode())
    assert (unknown.status, unknown.err) == (2, "cxmap: no persona is called 'nor' here; did you mean 'noor'?\n")


def test_export_refuses_a_journey_with_errors(folder):
    ran = cxmap("export", "mermaid", "-", cwd=folder, stdin=SHOES.replace("mean: 3", "mean: 9").encode())
    assert (ran.status, ran.out) == (1, "")
    assert "CX105" in ran.err
