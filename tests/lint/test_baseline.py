"""Baselines: what a team has accepted stays accepted while it edits elsewhere, and nothing else does."""

from __future__ import annotations

from collections import Counter

import pytest

from cxmap.errors import UsageError
from cxmap.lint.baseline import compare, read_baseline, to_json
from cxmap.lint.engine import diagnose
from cxmap.lint.selection import select
from tests.support import project

CONFIG = 'select = ["CX3"]\nignore = ["CX304", "CX306", "CX310", "CX314"]\n'
LIBRARY = "cxmap: 1\npersonas: {noor: {name: Noor}}\n"
JOURNEY = """\
cxmap: 1
journey:
  id: shoes
  title: Shoes
  personas: [noor]
  stages:
    - id: choice
      title: Choice
      touchpoints:
        - {id: search, title: Looks around, scores: {importance: 8, experience: 7}}
        - {id: try-on, title: Tries on, moment_of_truth: true}
"""
ACCEPTED = """\
{
  "cxmap-baseline": 1,
  "files": {
    "journeys/shoes.yaml": {
      "CX301": [
        "journey:shoes"
      ],
      "CX302": [
        "journey:shoes/stage:choice/touchpoint:try-on"
      ],
      "CX303": [
        "journey:shoes/stage:choice/touchpoint:try-on/moment_of_truth"
      ]
    },
    "library.yaml": {
      "CX311": [
        "personas:noor"
      ]
    }
  }
}
"""


def files(journey=JOURNEY, library=LIBRARY):
    return {"cxmap.toml": CONFIG, "journeys/shoes.yaml": journey, "library.yaml": library}


def accepted(given, ask=(".",)):
    """The baseline of a project."""
    loaded = project(given, ask=ask)
    return to_json(loaded, diagnose(loaded, select(loaded.config)))


def against(text, given, ask=(".",)):
    """What is shown of a project's findings, how many are hidden, and what is stale."""
    loaded = project(given, ask=ask)
    found = compare(loaded, diagnose(loaded, select(loaded.config)), read_baseline(text, "baseline.json"))
    return [f"{one.path} {one.code}" for one in found.shown], found.hidden, list(found.stale)


def test_by_file_rule_and_structural_path():
    assert accepted(files()) == ACCEPTED
    assert against(ACCEPTED, files()) == ([], 4, [])


FIRST = "        - {id: reads, title: Reads, scores: {importance: 8, experience: 7}}\n"


@pytest.mark.parametrize(
    "journey",
    [
        f"# A comment\n\n{JOURNEY}",
        JOURNEY.replace("\n", "\r\n"),
        JOURNEY.replace("      touchpoints:\n", f"      touchpoints:\n{FIRST}"),
        JOURNEY.replace("  stages:\n", f"  stages:\n    - {{id: s, title: S, touchpoints: [{FIRST[10:-1]}]}}\n"),
        JOURNEY.replace("Tries on", "Tries two pairs on"),
        JOURNEY.replace(
            "{id: try-on, title: Tries on, moment_of_truth: true}",
            "moment_of_truth: true\n          title: Tries on\n          id: try-on",
        ),
    ],
    ids=["a comment", "other line ends", "a touchpoint before it", "a stage before it", "another title", "block style"],
)  # fmt: skip
def test_edits_elsewhere_leave_it_hidden(journey):
    assert against(ACCEPTED, files(journey)) == ([], 4, [])


def test_what_is_new_is_shown():
    more = "        - {id: pays, title: Pays, moment_of_truth: true}\n"
    assert against(ACCEPTED, files(JOURNEY + more)) == (
        ["journeys/shoes.yaml CX302", "journeys/shoes.yaml CX303"],
        4,
        [],
    )


def test_a_second_finding_at_the_same_place_is_new():
    config = {"cxmap.toml": 'select = ["CX009", "CX203"]\n'}
    one = {**config, "a.yaml": "cxmap: 1\n# cxmap: ignore-file[CX203]\n"}
    two = {**config, "a.yaml": "cxmap: 1\n# cxmap: ignore-file[CX203, unused-definition]\n"}
    assert against(accepted(one), two) == (["a.yaml CX009"], 1, [])
    assert against(accepted(two), one) == ([], 1, [("a.yaml", "CX009", "")])


def test_what_is_mended_is_stale():
    mended = JOURNEY.replace(", moment_of_truth: true", ", owner: x")
    place = "journey:shoes/stage:choice/touchpoint:try-on/moment_of_truth"
    assert against(ACCEPTED, files(mended)) == ([], 3, [("journeys/shoes.yaml", "CX303", place)])


def test_what_was_not_looked_at_is_not_stale_and_what_is_gone_is():
    assert against(ACCEPTED, files(), ask=["journeys"]) == ([], 3, [])
    gone = {name: text for name, text in files().items() if name != "library.yaml"}
    assert against(ACCEPTED, gone)[2] == [("library.yaml", "CX311", "personas:noor")]


def test_a_file_that_is_no_cxmap_file_is_never_accepted():
    broken = files(library="cxmap: 1\npersonas: {noor: {naam: Noor}}\n")
    assert "CX101" not in accepted(broken)
    assert against(accepted(broken), broken)[0] == ["library.yaml CX101", "library.yaml CX102"]


def test_it_is_in_ascii_and_no_command_to_a_ci_runner():
    text = accepted({"cxmap.toml": "", "é\x7f\u202e.yaml": "cxmap: 1\nchannels: {web: {title: W, kind: digital}}\n"})
    assert '"\\u00e9\\u007f\\u202e.yaml"' in text
    assert text.isascii()
    assert "##" not in accepted({"cxmap.toml": "", "##[x].yaml": "cxmap: 1\nchannels: {w: {title: W, kind: human}}\n"})
    assert read_baseline(text, "x") == Counter({("é\x7f\u202e.yaml", "CX203", "channels:web"): 1})


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "5", "{}", '{"cxmap-baseline": 1}', '{"cxmap-baseline": 1, "files": []}',
     '{"cxmap-baseline": 1, "files": {"a": []}}', '{"cxmap-baseline": 1, "files": {"a": {"CX301": "j"}}}',
     "[" * 100_000],
)  # fmt: skip
def test_what_is_no_baseline(text):
    with pytest.raises(UsageError) as caught:
        read_baseline(text, "baseline.json")
    assert str(caught.value) == "baseline.json: not a baseline; make it again with --update-baseline"


def test_a_baseline_of_a_later_version():
    with pytest.raises(UsageError) as caught:
        read_baseline('{"cxmap-baseline": 2, "files": {}}', "baseline.json")
    assert str(caught.value) == ("baseline.json: a baseline of another version; make it again with --update-baseline")
