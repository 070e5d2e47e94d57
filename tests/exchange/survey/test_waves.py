"""A survey's scores are waves: what is added, what is replaced, and what is written about their dates."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.analysis.waves import Wave
from cxmap.exchange.journey_data import with_wave
from cxmap.exchange.survey.into import write_scores
from cxmap.exchange.survey.mapping import MappingFile
from cxmap.exchange.survey.respondents import respondents
from cxmap.exchange.survey.scores import Summed
from cxmap.yaml.editor.changes import edited
from cxmap.yaml.editor.proof import comments
from cxmap.yaml.reader.read import read
from tests.exchange.survey.support import FILE
from tests.support import diagnose_files, project

LIBRARY = """cxmap: 1
personas:
  noor: {name: Noor}
  andre: {name: André}
"""
JOURNEY = """cxmap: 1
sources:
  wall: {title: Workshop, kind: workshop, date: 2026-01-14}
  visits: {title: Visits, kind: survey, date: 2026-03-31, n: 9, scale: {min: 1, max: 5}}   # runs on
journey:
  id: shoes
  title: Shoes
  personas: [noor, andre]
  scores_source: wall
  stages:
    - id: s
      title: S
      touchpoints:
        - id: a
          title: A
          scores:
            # of the team
            importance: 8   # typed
            # of customers
            experience:
              mean: 3.5   # of 1 to 5
              # who answered
              n: 9
              source: visits
            gap_sd: 1.5   # of both
          handover: {scores: {experience: {mean: 2, n: 9, source: visits}}}
        - id: b
          title: B
          scores: {experience: {mean: 4, n: 9, source: visits}, desired: 9}   # not asked again
"""


def run(journey: str, scores: dict[str, Any], *, source: str = "id: visits", more: str = "", **others: str):
    """The journey's file with the scores of everybody at ``a`` in it, and what was said about it."""
    loaded = project({FILE: journey, "library.cxmap.yaml": LIBRARY, **others})
    document, found = next(pair for pair in loaded.journey_documents() if pair[0].relative == FILE)
    text = f"source: {{{source}, title: T}}\nanswers: {{scale: {{min: 1, max: 5}}}}\ntouchpoints: {{a: E}}\n{more}"
    file = MappingFile(text.encode(), "m.yaml")
    groups = respondents(file, loaded, found)
    put = write_scores(file, Summed(scores={(0, "a"): scores}, respondents=4), groups, loaded, document, found)
    return edited(document.source, put.data), list(put.remarks)


def at(text: str, *path: Any) -> Any:
    found: Any = read(text.encode(), FILE).data["journey"]["stages"][0]["touchpoints"]
    for step in path:
        found = found[step]
    return found


def errors(text: str, **others: str) -> list[str]:
    found = diagnose_files({FILE: text, "library.cxmap.yaml": LIBRARY, **others})
    return [problem.message for problem in found if problem.severity == "error"]


NEW = {"counts": {3: 1, 5: 3}}
JUNE = "id: visits, date: 2026-06-30"


def test_customers_answer_and_the_teams_guess_stays_as_the_first_wave():
    text, remarks = run(JOURNEY, {"importance": NEW}, source="id: other, date: 2026-06-30")
    assert (
        "            importance:\n              - 8   # typed\n              - {counts: {3: 1, 5: 3}, source: other}\n"
        in text
    )
    assert (comments(text), remarks) == ([note for note in comments(JOURNEY) if note != "# of both"], [])
    assert errors(text) == []


def test_the_same_source_and_date_is_replaced_in_its_place():
    text, remarks = run(JOURNEY, {"experience": NEW}, source="id: visits, date: 2026-03-31")
    assert at(text, 0, "scores", "experience") == {**NEW, "source": "visits"}
    assert remarks == []
    assert run(text, {"experience": NEW}, source="id: visits, date: 2026-03-31")[0] == text


def test_a_source_that_runs_on_leaves_its_old_date_to_its_old_waves():
    text, remarks = run(JOURNEY, {"importance": NEW, "experience": NEW, "gap_sd": 0.5}, source=JUNE)
    old = {"n": 9, "source": "visits", "date": "2026-03-31"}
    new = {**NEW, "source": "visits", "date": "2026-06-30"}
    assert at(text, 0, "scores") == {"importance": [8, new], "experience": [{"mean": 3.5, **old}, new], "gap_sd": 0.5}
    assert at(text, 0, "handover", "scores", "experience") == {"mean": 2, **old}
    assert at(text, 1, "scores") == {"experience": {"mean": 4, **old}, "desired": 9}
    assert remarks == ["the source 'visits' runs on to 2026-06-30: 3 older waves get its date of 2026-03-31"]
    assert "visits: {title: Visits, kind: survey, date: 2026-06-30, n: 4, scale: {min: 1, max: 5}}   # runs on" in text
    assert comments(text) == comments(JOURNEY)
    assert errors(text) == []
    assert run(text, {"importance": NEW, "experience": NEW, "gap_sd": 0.5}, source=JUNE) == (text, [])


def test_a_mark_that_relies_on_the_date_gets_it_too():
    text = JOURNEY.replace("scores_source: wall", "scores_source: visits")
    after, remarks = run(text, {"experience": NEW}, source=JUNE)
    assert at(after, 0, "scores", "importance") == {"mark": 8, "source": "visits", "date": "2026-03-31"}
    assert "4 older waves" in remarks[0]
    assert "# typed" in after


@pytest.mark.parametrize(("summed", "window"), [(None, ", until: 2026-06-30"), (dt.date(2026, 6, 30), "")])
def test_without_a_date_of_the_source_the_end_of_the_window_or_the_last_answer_counts(monkeypatch, summed, window):
    monkeypatch.setattr(Summed, "__init__", _with_last_day(summed, Summed.__init__))
    text, _ = run(JOURNEY, {"experience": NEW}, more=f"date: {{column: d{window}}}\n")
    assert at(text, 0, "scores", "experience")[1] == {**NEW, "source": "visits", "date": "2026-06-30"}


def _with_last_day(day, init):
    return lambda self, **given: init(self, **given, last_day=day)


def test_an_older_window_stands_before_and_changes_neither_source_nor_gap():
    text, remarks = run(JOURNEY, {"experience": NEW}, source="id: visits, date: 2026-02-28")
    new = {**NEW, "source": "visits", "date": "2026-02-28"}
    assert at(text, 0, "scores", "experience") == [new, {"mean": 3.5, "n": 9, "source": "visits"}]
    assert at(text, 0, "scores", "gap_sd") == 1.5
    assert remarks == ["a later wave stays the one that counts: experience of 'a'"]
    assert "date: 2026-03-31, n: 9," in text
    assert comments(text) == comments(JOURNEY)


def test_a_survey_without_a_date_is_told_so_where_it_does_not_count():
    text, remarks = run(JOURNEY, {"experience": NEW}, source="id: other")
    assert [wave["source"] for wave in at(text, 0, "scores", "experience")] == ["other", "visits"]
    assert remarks[0].endswith("experience of 'a'; the survey has no date: give it one with 'source.date'")


def test_a_source_without_a_date_stays_so_and_the_wave_has_one():
    undated = JOURNEY.replace("date: 2026-03-31, ", "")
    text, remarks = run(undated, {"experience": NEW}, source=JUNE)
    assert at(text, 0, "scores", "experience")[1]["date"] == "2026-06-30"
    assert "visits: {title: Visits, kind: survey, n: 9," in text
    assert (remarks, errors(text)) == ([], [])


def test_a_source_that_waves_in_another_file_rely_on_keeps_its_date():
    other = JOURNEY.split("journey:\n")[1].replace("id: shoes", "id: boots").replace("handover: {", "x-no: {")
    others = {"other.cxmap.yaml": "cxmap: 1\njourney:\n" + other}
    text, remarks = run(JOURNEY, {"experience": NEW}, source=JUNE, **others)
    assert remarks == [
        "the source 'visits' keeps its date: waves in other.cxmap.yaml rely on it; the new ones have theirs"
    ]
    assert at(text, 0, "scores", "experience")[1]["date"] == "2026-06-30"
    assert "date: 2026-03-31, n: 9," in text
    assert errors(text, **others) == []


def test_a_source_of_another_file_is_left_and_the_wave_has_its_own_date():
    line = next(line for line in JOURNEY.splitlines(keepends=True) if line.startswith("  visits"))
    others = {"sources.cxmap.yaml": f"cxmap: 1\nsources:\n{line}"}
    text, remarks = run(JOURNEY.replace(line, ""), {"experience": NEW}, source=JUNE, **others)
    assert at(text, 0, "scores", "experience")[1] == {**NEW, "source": "visits", "date": "2026-06-30"}
    assert remarks == ["the source 'visits' is defined in sources.cxmap.yaml, which is left as it is"]
    assert errors(text, **others) == []


def test_the_spread_of_the_gap_goes_when_one_of_its_scores_is_another():
    text, _ = run(JOURNEY, {"experience": NEW}, source=JUNE)
    assert "gap_sd" not in at(text, 0, "scores")


def test_the_first_scores_of_a_persona_are_said_to_have_a_history_of_all():
    more = "persona: {column: who, values: {n: noor}}\n"
    text, remarks = run(JOURNEY, {"experience": NEW}, source="id: other, date: 2026-06-30", more=more)
    assert at(text, 0, "by_persona", "noor", "scores") == {"experience": {**NEW, "source": "other"}}
    assert remarks == ["the first scores of 'noor' alone at 'a': older waves of all stay in the history before"]
    again = run(text, {"experience": NEW}, source="id: third, date: 2026-07-31", more=more)
    assert again[1] == []


DAYS = st.none() | st.integers(1, 28).map(lambda day: dt.date(2026, 3, day))
IMPORTS = st.lists(st.tuples(st.sampled_from("abc"), DAYS, st.integers(1, 5)), min_size=1, max_size=12)


@given(st.none() | st.just(6), IMPORTS)
def test_waves_are_in_order_once_each_and_nothing_else_goes(first, imports):
    given_, known = first, [] if first is None else [Wave(None, None)]
    latest: dict[Wave, int] = {}
    for source, day, mean in imports:
        this = Wave(source, day)
        given_, place = with_wave(given_, {"mean": mean, "source": source}, this, known)
        known = known if this in known else [*known[:place], this, *known[place:]]
        latest[this] = mean
    waves = given_ if isinstance(given_, list) else [given_]
    assert [wave.order for wave in known] == sorted(wave.order for wave in known)
    assert len(waves) == len(known) == len(latest) + (first is not None)
    assert {this: wave["mean"] for this, wave in zip(known, waves, strict=True) if this.source} == latest
