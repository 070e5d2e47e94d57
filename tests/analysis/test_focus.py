"""What the priority of a segment does to a ranking."""

from __future__ import annotations

from typing import Any

import pytest

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.summary import summary
from cxmap.errors import UsageError
from cxmap.output.tables.gaps_sentences import without_action
from cxmap.output.tables.gaps_table import gaps_table
from cxmap.output.tables.signs import Screen
from cxmap.output.tables.summary_table import summary_markdown
from tests.analysis.journeys import LIBRARY, journey, load, rank, touchpoint

ALL = ("anna", "ben", "cleo")


def library(**priorities: str) -> dict[str, Any]:
    """Each persona with a segment of their own; segments without a priority are to be kept as they are."""
    shares = {"anna": 0.5, "ben": 0.3, "cleo": 0.1}
    segments = {
        name: {"title": name, "share": share} | ({"priority": priorities[name]} if name in priorities else {})
        for name, share in shares.items()
    }
    personas = {name: {"name": name.capitalize(), "segment": name} for name in shares}
    return {**LIBRARY, "segments": segments, "personas": personas}


def trip(**more: Any) -> dict[str, Any]:
    """A touchpoint with priorities of 0, 5.4 and 8.1 for anna, ben and cleo."""
    by_persona = {"ben": {"scores": {"experience": 3}}, "cleo": {"scores": {"experience": 0}}}
    return journey(touchpoint("a", 9, 9, by_persona=by_persona), personas=ALL, **more)


def combined(ranking: Any) -> float:
    (row,) = (row for row in ranking.rows if row.kind == "combined")
    key: float = row.key
    return key


@pytest.mark.parametrize(
    ("priorities", "expected"),
    [
        ({}, (0.3 * 5.4 + 0.1 * 8.1) / 0.9),
        ({"ben": "target", "cleo": "none"}, 5.4),
        ({"ben": "target", "cleo": "target"}, (0.3 * 5.4 + 0.1 * 8.1) / 0.4),
        ({"cleo": "none"}, 0.3 * 5.4 / 0.8),
        ({"anna": "maintain", "cleo": "none"}, 0.3 * 5.4 / 0.8),
        (dict.fromkeys(ALL, "none"), (0.3 * 5.4 + 0.1 * 8.1) / 0.9),
    ],
    ids=[
        "nothing said",
        "one target",
        "two targets",
        "all but one",
        "maintain is what goes without saying",
        "all none",
    ],
)
def test_whom_combined_rows_are_of(priorities: dict[str, str], expected: float) -> None:
    assert combined(rank(trip(), library=library(**priorities))) == pytest.approx(expected)


def test_who_is_no_focus_comes_last_and_is_marked() -> None:
    ranking = rank(trip(), library=library(anna="none"))
    assert [row.persona for row in ranking.rows] == [None, "ben", "cleo", "anna"]
    shown = gaps_table(ranking.project, ranking, Screen())
    assert "Anna (anna): not a focus segment" in shown
    assert "Personas in focus together: ben, cleo" in shown
    assert (
        "Of a segment that is not a focus (priority none), so listed last and not counted in what comes first: anna."
        in ranking.remarks
    )


def test_what_target_segments_are_is_said() -> None:
    ranking = rank(trip(), library=library(cleo="target"))
    assert "Combined rows are of the personas of target segments: cleo." in ranking.remarks
    shown = gaps_table(ranking.project, ranking, Screen())
    assert "Personas of target segments together: cleo" in shown


def test_all_without_priority_is_said() -> None:
    ranking = rank(trip(), library=library(**dict.fromkeys(ALL, "none")))
    assert "Combined rows are of all personas: every segment has the priority none." in ranking.remarks


def test_no_headline_is_of_who_is_no_focus() -> None:
    """b falls short for cleo alone."""
    stops = [touchpoint("a", 9, 3), touchpoint("b", 9, 1, personas=["cleo"])]
    asked = journey(*stops, personas=ALL)
    assert without_action(rank(asked, library=library())) == "In a top 5 and named by no action: trip/b, trip/a."
    ranking = rank(asked, library=library(cleo="none"))
    assert without_action(ranking) == "In a top 5 and named by no action: trip/a."


def test_a_segment_alone() -> None:
    ranking = rank(trip(), library=library(ben="target", cleo="none"), segment="cleo")
    assert [(row.persona, row.kind) for row in ranking.rows] == [("cleo", "touchpoint")]
    assert not [one for one in ranking.remarks if "not counted in what comes first" in one]


def test_a_persona_of_another_segment() -> None:
    with pytest.raises(UsageError) as refused:
        rank(trip(), library=library(), persona="ben", segment="cleo")
    assert str(refused.value) == "'ben' does not stand for the segment 'cleo'; leave one of them out"


@pytest.mark.parametrize(("now", "said"), [("maintain", True), (None, True), ("target", False), ("none", False)])
def test_a_plan_that_lowers_what_is_to_be_kept(now: str | None, said: bool) -> None:
    """anna's 9 becomes 7 by a touchpoint that replaces a; ben gains."""
    plan = journey(
        touchpoint("new", 9, 7, replaces=["a"]), name="later", personas=ALL, state="desired", redesigns="trip"
    )
    ranking = rank(trip(), plan, library=library(**({"anna": now} if now else {})))
    sentence = (
        "The desired journey later lowers the experience of anna, whose segment is to be kept as it is: a (9.0 to 7.0 "
        "on 0-10)."
    )
    assert [one for one in ranking.remarks if "lowers" in one] == ([sentence] if said else [])


def test_a_plan_that_lowers_nothing() -> None:
    plan = journey(touchpoint("a", 9, 9), name="later", personas=ALL, state="desired", redesigns="trip")
    assert not [one for one in rank(trip(), plan, library=library()).remarks if "lowers" in one]


def test_an_inherited_mark_keeps_its_source() -> None:
    """ben's own source speaks for what is wanted; his importance and experience are the workshop's, as all others'."""
    stop = touchpoint("a", 8, 5, by_persona={"ben": {"scores": {"desired": 9, "source": "survey"}}})
    for project in (
        load(journey(stop, personas=("anna", "ben"), scores_source="wall")),
        load(journey({**stop, "scores": {**stop["scores"], "source": "wall"}}, personas=("anna", "ben"))),
    ):
        assert summary(project).project.customer_voice.scored == 0
        assert {row.guess for row in gaps(project).rows} == {True}
    own = touchpoint("a", 8, 5, by_persona={"ben": {"scores": {"experience": 6, "source": "survey"}}})
    assert (
        summary(load(journey(own, personas=("anna", "ben"), scores_source="wall"))).project.customer_voice.scored == 1
    )


def test_the_summary_of_all_leaves_out_who_is_no_focus_and_says_so() -> None:
    stops = [touchpoint("a", 8, 4, by_persona={"ben": {"scores": {"experience": 10}}})]
    loaded = load(journey(*stops, personas=("anna", "ben")), library=library(anna="target", ben="none"))
    found = summary(loaded)
    assert (found.project.mean10, found.project.personas, found.project.aside) == (4, 1, ("ben",))
    assert [one.persona for one in found.journeys] == ["anna", "ben"]
    assert "1 persona), without those of no focus segment: ben" in summary_markdown(loaded, found)


def test_where_nobody_is_a_focus_the_summary_is_of_all() -> None:
    loaded = load(journey(touchpoint("a", 8, 4), personas=("anna",)), library=library(anna="none"))
    assert (summary(loaded).project.mean10, summary(loaded).project.aside) == (4, ())
