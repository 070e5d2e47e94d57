"""``cxmap new``: files that validate, by options and by questions, beside what there is already."""

from __future__ import annotations

import json

import pytest

from cxmap.choices import LANGUAGES
from cxmap.model.placeholders import SAMPLE_TEXTS
from tests.cli.command import cxmap
from tests.cli.terminal import talk

LIBRARY = """\
cxmap: 1
segments:
    families: {title: Families}   # four spaces, as the team writes them
personas:
    noor: {name: Noor de Wit, story: She runs., goals: [Run]}

    # the last one
    ali: {name: Ali, story: He walks., goals: [Walk]}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cxmap.toml").touch()
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "all.cxmap.yaml").write_text(LIBRARY)
    return tmp_path


def found(folder):
    """What ``validate`` finds, as codes; errors first."""
    ran = cxmap("validate", "--format", "json", cwd=folder)
    return sorted((one["severity"] != "error", one["code"]) for one in json.loads(ran.out)["diagnostics"])


def test_a_journey_in_an_empty_folder_stands_alone(tmp_path):
    ran = cxmap("new", "journey", "A first visit", cwd=tmp_path)
    assert (ran.status, ran.out) == (0, "journeys/a-first-visit.cxmap.yaml\n")
    text = (tmp_path / ran.out.strip()).read_text()
    assert "  id: a-first-visit\n  title: A first visit\n" in text
    assert all(is_advice for is_advice, _ in found(tmp_path))
    assert cxmap("fmt", "--check", cwd=tmp_path).status == 0


def test_every_sample_text_is_one_that_validate_finds(tmp_path):
    cxmap("new", "journey", "a", cwd=tmp_path)
    text = (tmp_path / "journeys" / "a.cxmap.yaml").read_text()
    count = len(SAMPLE_TEXTS) // len(LANGUAGES)
    assert len({one for one in SAMPLE_TEXTS if one in text}) == count
    assert [code for _, code in found(tmp_path)].count("CX316") == count


def test_a_journey_in_full_by_options(folder):
    options = {"--title": "Eerste loop", "--goal": "Run", "--starts-with": "A", "--ends-with": "B"}
    given = [word for option in options.items() for word in option]
    stages = ["--stage", "Voor", "--stage", "Voor", "--stage", "日本"]
    ran = cxmap("new", "journey", "run", *given, *stages, "--persona", "noor", "--persona", "Ali", "-q", cwd=folder)
    assert (ran.status, ran.out, ran.err) == (0, "journeys/run.cxmap.yaml\n", "")
    text = (folder / "journeys" / "run.cxmap.yaml").read_text()
    assert "  personas: [noor, ali]\n  goal: Run\n  starts_with: A\n  ends_with: B\n" in text
    assert [line.strip() for line in text.splitlines() if line.startswith("    - id:")] == [
        "- id: voor", "- id: voor-2", "- id: riben",
    ]  # fmt: skip


def test_journeys_go_where_the_others_are(folder):
    (folder / "maps").mkdir()
    assert cxmap("new", "journey", "a", "--persona", "noor", "-o", "maps", cwd=folder).out == "maps/a.cxmap.yaml\n"
    assert cxmap("new", "journey", "b", "--persona", "noor", cwd=folder).out == "maps/b.cxmap.yaml\n"
    assert cxmap("new", "journey", "c", "--persona", "noor", cwd=folder / "people").out == "../maps/c.cxmap.yaml\n"
    assert cxmap("new", "journey", "d", "--persona", "noor", "-o", "d.yaml", cwd=folder).out == "d.yaml\n"


def test_no_file_is_called_as_a_device_of_windows(folder):
    ran = cxmap("new", "journey", "Con", "--persona", "noor", "--no-input", cwd=folder)
    assert (ran.status, ran.out) == (0, "journeys/con-1143da2bc54c.cxmap.yaml\n")


def test_a_persona_goes_behind_the_others_and_the_file_keeps_its_hand(folder):
    ran = cxmap("new", "persona", "Søren", "--segment", "families", "--story", "He swims.", cwd=folder)
    assert (ran.status, ran.out) == (0, "people/all.cxmap.yaml\n")
    added = """\
    soren:
        name: Søren
        segment: families
        story: He swims.
        goals: [What this person wants to reach]
"""
    assert (folder / "people" / "all.cxmap.yaml").read_text().replace("\n\n    soren", "\n    soren") == LIBRARY + added


def test_nothing_is_said_of_sample_text_where_there_is_none(folder):
    said = ["--story", "She walks.", "--goal", "Walk"]
    ran = cxmap("new", "persona", "Kim", *said, cwd=folder)
    assert (ran.status, ran.err) == (0, "")


def test_a_persona_where_there_is_none(tmp_path):
    ran = cxmap("new", "persona", "noor", "--name", "Noor", "--goal", "Run", "--goal", "Rest", cwd=tmp_path)
    assert (ran.status, ran.out) == (0, "library/personas.cxmap.yaml\n")
    assert "    goals: [Run, Rest]\n" in (tmp_path / "library" / "personas.cxmap.yaml").read_text()
    assert cxmap("new", "persona", "ali", cwd=tmp_path).out == "library/personas.cxmap.yaml\n"
    assert cxmap("new", "persona", "kim", "--into", "kim.cxmap.yaml", cwd=tmp_path).out == "kim.cxmap.yaml\n"
    assert cxmap("new", "journey", "run", "--persona", "kim", cwd=tmp_path).status == 0
    assert all(is_advice for is_advice, _ in found(tmp_path))


def test_a_library_comes_before_a_journey_with_more(folder):
    (folder / "j.cxmap.yaml").write_text(
        "cxmap: 1\npersonas: {a: {name: A}, b: {name: B}, c: {name: C}}\njourney:\n  id: j\n  title: J\n"
        "  personas: [a]\n  stages: [{id: s, title: S, touchpoints: [{id: t, title: T}]}]\n"
    )
    assert cxmap("new", "persona", "kim", cwd=folder).out == "people/all.cxmap.yaml\n"
    assert cxmap("new", "persona", "kai", "--into", "j.cxmap.yaml", cwd=folder).out == "j.cxmap.yaml\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("journey",), "it has no name yet; give an id: lower-case letters, digits, - and _"),
        (("journey", "..."), "no id can be made from '...'; give an id: lower-case"),
        (("journey", "a"), "say whose journey it is with --persona; there are: noor, ali"),
        (("journey", "a", "--persona", "nor"), "no persona is called 'nor'; did you mean 'noor'?"),
        (("journey", "a", "--persona", "x"), "no persona is called 'x'; there are: noor, ali; cxmap new persona adds"),
        (("journey", "A b", "--title", "C"), "with --title the argument is an id (lower-case letters, digits, - and"),
        (("journey", "a", "--persona", "noor", "-o", "people/all.cxmap.yaml"), "exists already; nothing was written"),
        (
            ("journey", "a", "--persona", "noor", "-o", "a.txt"),
            "a.txt is no name of a journey file; end it in .yaml",
        ),
        (("persona", "noor"), "there is a persona with the id 'noor' already, in people/all.cxmap.yaml; name another"),
        (("persona", "b", "--segment", "family"), "no segment is called 'family'; did you mean 'families'?"),
        (("persona", "b", "--segment", "x", "--new-segment", "Y"), "either --segment for one that there is, or --new-"),
        (("persona", "b", "--into", "people"), "--into takes a file, and 'people' is a folder: name a file in it"),
        (("persona", "b", "--story", "\udcff"), "--story takes text in UTF-8, not '\\xff'"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_nothing_is_written(folder, arguments, message):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ran = cxmap("new", *arguments, cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_persona_goes_into_a_journey_file_only(folder):
    ran = cxmap("new", "persona", "kim", "--into", "cxmap.toml", cwd=folder)
    assert (ran.status, "CX008" in ran.err) == (1, True)


def test_names_arrive_where_there_is_no_locale(folder):
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = cxmap("new", "persona", "kim", "--name", "Kim Søgaard", cwd=folder, environment=ascii_only)
    assert ran.status == 0
    assert "        name: Kim Søgaard\n" in (folder / "people" / "all.cxmap.yaml").read_text()


def test_a_file_with_errors_gets_no_persona(folder):
    (folder / "people" / "all.cxmap.yaml").write_text(LIBRARY + "jurney: 1\n")
    ran = cxmap("new", "persona", "kim", cwd=folder)
    assert (ran.status, "CX101" in ran.err) == (1, True)
    assert (folder / "people" / "all.cxmap.yaml").read_text() == LIBRARY + "jurney: 1\n"


def test_questions_at_a_terminal(folder):
    answers = {
        "in the customer's words?": "Eerste loop\n",
        "noor, ali? (commas between them)": "nor\n",
        "did you mean 'noor'?\r\nWhose journey is it: noor, ali? (commas between them)": "noor, Ali\n",
        "want to reach?": "\n",
        "first contact?": " Ze wil rennen \n",
        "it is over?": "\n",
        "does it have? (commas between them)": "Voor, Na,\n",
        "in the stage 'Voor'? (commas between them)": "Belt, Wacht\n",
        "in the stage 'Na'? (commas between them)": "\n",
    }
    status, shown = talk("new", "journey", answers=answers, cwd=folder)
    assert (status, shown.splitlines()[-2]) == (0, "journeys/eerste-loop.cxmap.yaml")
    text = (folder / "journeys" / "eerste-loop.cxmap.yaml").read_text()
    assert "  personas: [noor, ali]\n" in text
    assert "  starts_with: Ze wil rennen\n" in text
    assert [line.strip() for line in text.splitlines() if line.startswith("        - id:")] == [
        "- id: belt", "- id: wacht", "- id: touchpoint-2",
    ]  # fmt: skip


def test_the_configuration_says_the_language(folder):
    (folder / "cxmap.toml").write_text('lang = "nl"\n')
    cxmap("new", "journey", "a", "--persona", "noor", cwd=folder)
    text = (folder / "journeys" / "a.cxmap.yaml").read_text()
    assert "  goal: Wat de klant wil bereiken\n" in text
    assert "# Vervang de voorbeeldteksten: `cxmap validate`" in text
    assert "What" not in text
    assert [code for _, code in found(folder)].count("CX316") == 8
    answers = {
        "Hoe heet de persoon?": "Kim\n",
        "maakt een nieuw segment": "\n",
        "de aanleiding?": "\n",
        "ertussen)": "\n",
    }
    status, shown = talk("new", "persona", answers=answers, cwd=folder)
    assert (status, "Met alleen Enter blijft een vraag voor later." in shown) == (0, True)


def test_a_persona_with_a_new_segment(folder):
    ran = cxmap("new", "persona", "Kim", "--new-segment", "Young families", "-q", cwd=folder)
    assert (ran.status, ran.out) == (0, "people/all.cxmap.yaml\n")
    text = (folder / "people" / "all.cxmap.yaml").read_text()
    assert "    young-families: {title: Young families}\n" in text
    assert "segment: young-families\n" in text
    assert all(is_advice for is_advice, _ in found(folder))


def test_a_new_segment_where_there_is_nothing(tmp_path):
    cxmap("new", "persona", "kim", "--new-segment", "Families", cwd=tmp_path)
    text = (tmp_path / "library/personas.cxmap.yaml").read_text()
    assert "segments:\n  families: {title: Families}\n" in text
    assert all(is_advice for is_advice, _ in found(tmp_path))


@pytest.mark.parametrize("leaves", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_who_leaves_leaves_nothing_behind(folder, leaves):
    status, _ = talk("new", "persona", answers={"called?": "Kim\n", "a new one": leaves}, cwd=folder)
    assert status == 130
    assert (folder / "people" / "all.cxmap.yaml").read_text() == LIBRARY


def test_no_input_asks_nothing_at_a_terminal(folder):
    status, shown = talk("new", "persona", "kim", "--no-input", answers={}, cwd=folder)
    assert (status, shown.splitlines()[0]) == (0, "people/all.cxmap.yaml")
