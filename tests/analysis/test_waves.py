"""Waves: the history of scores, and of a journey."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from cxmap.analysis.passages import passages
from cxmap.analysis.scores import Score, resolve
from cxmap.analysis.waves import Wave, at_wave, handover_history, history, journey_waves, wave_of
from tests.analysis.journeys import LIBRARY, journey, load, mean, rank, touchpoint

if TYPE_CHECKING:
    from cxmap.analysis.scores import Kind
    from cxmap.analysis.waves import History

SPRING, AUTUMN = dt.date(2026, 3, 31), dt.date(2026, 9, 30)
SURVEYS: dict[str, Any] = {
    **LIBRARY,
    "sources": {
        **LIBRARY["sources"],
        "spring": {"title": "Spring", "kind": "survey", "date": "2026-03-31", "scale": {"min": 1, "max": 5}},
        "autumn": {"title": "Autumn", "kind": "survey", "date": "2026-09-30", "scale": {"min": 1, "max": 5}},
        "running": {"title": "Running", "kind": "survey"},
    },
}
WAVES = [6, {"mark": 7, "source": "wall"}, mean(3.6, 1.1, 57, "spring"), mean(3.9, 1.0, 71, "autumn")]


def told(*touchpoints: dict[str, Any], kind: Kind = "experience", persona: str = "anna", **more: Any) -> History:
    """The history of a persona's score at the first touchpoint."""
    project = load(journey(*touchpoints, **more), library=SURVEYS)
    ((document, _),) = project.journey_documents()
    passage = next(one for one in passages(document) if one.persona == persona)
    return history(project, passage, kind)


def values(scores: tuple[Score, ...]) -> list[float]:
    return [round(score.value, 9) for score in scores]


def test_each_wave_is_on_the_scale_of_the_journey() -> None:
    found = told(touchpoint("a", 8, WAVES), scores_source="five").own
    assert values(found) == [6, 7, 6.5, 7.25]  # 3.6 and 3.9 on 1 to 5
    assert [wave_of(score) for score in found] == [
        Wave("five", None),
        Wave("wall", None),
        Wave("spring", SPRING),
        Wave("autumn", AUTUMN),
    ]
    assert [(score.n, score.guess, score.converted) for score in found] == [
        (None, False, False),
        (None, True, False),
        (57, False, True),
        (71, False, True),
    ]


def test_the_date_of_a_wave_is_its_own_or_that_of_its_source() -> None:
    own = "2026-06-30"
    dated = [
        {"mark": 5, "source": "spring", "date": own},
        mean(3, source="running", date=own),
        mean(3, source="autumn"),
    ]
    assert [score.date for score in told(touchpoint("a", 8, dated)).own] == [dt.date(2026, 6, 30)] * 2 + [AUTUMN]
    assert told(touchpoint("a", 8, 5), scores_source="spring").own[0].date == SPRING


@pytest.mark.parametrize(
    "last", [7, mean(3.9, 1, 71, "autumn"), {"mark": 3, "source": "wall"}, {"counts": {1: 3, 4: 9}}]
)
def test_what_shows_one_figure_shows_the_last_wave(last: Any) -> None:
    with_history = journey(touchpoint("a", [9, last], [mean(2, 1, 40, "spring"), last]), touchpoint("b", 4, 4))
    without = journey(touchpoint("a", last, last), touchpoint("b", 4, 4))
    for one, other in zip(rank(with_history, library=SURVEYS).rows, rank(without, library=SURVEYS).rows, strict=True):
        assert one._replace(place=other.place) == other


def test_a_last_wave_of_nobody_is_no_score() -> None:
    (row,) = rank(journey(touchpoint("a", 8, [5, {"counts": {5: 0}}])), library=SURVEYS).unscored
    assert row.missing == ("experience",)
    assert values(told(touchpoint("a", 8, [5, {"counts": {5: 0}}])).own) == [5]


def test_the_spread_of_differences_counts_where_the_last_waves_are_of_one_source_and_date() -> None:
    same = [5, mean(4, 1, 40, "spring")]
    later = [5, mean(4, 1, 40, "spring"), mean(4, 1, 40, "autumn")]
    for importance, experience, paired in ((same, same, True), (later, later, True), (same, later, False)):
        stop = touchpoint("a", importance, experience, scores={"gap_sd": 1.2})
        ranking = rank(journey(stop), library=SURVEYS)
        (row,) = ranking.rows
        assert (row.interval.df == 39) is paired
        assert any("gap_sd is not used" in remark for remark in ranking.remarks) is not paired


def test_a_persona_has_a_list_of_its_own() -> None:
    own = [mean(4, source="spring", date="2026-06-30"), mean(4.5, source="autumn")]
    stop = touchpoint(
        "a", 8, [*WAVES[:3], mean(3, source="autumn")], by_persona={"anna": {"scores": {"experience": own}}}
    )
    found = told(stop, personas=("anna", "ben"))
    assert values(found.own) == [7.5, 8.75]
    assert values(found.before) == [6, 7, 6.5]  # of all, before the persona's first
    assert values(told(stop, personas=("anna", "ben"), persona="ben").own) == [6, 7, 6.5, 5]
    assert told(stop, kind="importance").before == ()


def test_waves_of_a_persona_without_a_date_have_none_before_them() -> None:
    stop = touchpoint("a", 8, [5, mean(3, source="spring")], by_persona={"anna": {"scores": {"experience": [6, 7]}}})
    assert told(stop).before == ()


def test_an_inherited_mark_keeps_its_source() -> None:
    differs = {"anna": {"scores": {"experience": [3, 4], "source": "autumn"}}}
    stop = touchpoint("a", [8, 9], 5, by_persona=differs, scores={"source": "spring"})
    assert [wave_of(score) for score in told(stop, kind="importance").own] == [Wave("spring", SPRING)] * 2
    assert [wave_of(score) for score in told(stop).own] == [Wave("autumn", AUTUMN)] * 2


def test_waves_of_a_handover() -> None:
    stop = touchpoint("a", 8, 8, handover={"scores": {"importance": 7, "experience": WAVES}})
    project = load(journey(stop), library=SURVEYS)
    ((document, _),) = project.journey_documents()
    (passage,) = passages(document)
    assert values(handover_history(project, passage, "experience").own) == [6, 7, 6.5, 7.25]
    assert values(handover_history(project, passage, "importance").own) == [7]


def test_the_waves_of_a_journey() -> None:
    project = load(
        journey(
            touchpoint("a", 8, [5, mean(3, source="spring"), mean(4, source="autumn")]),
            touchpoint("b", 7, [mean(3, source="running", date="2026-06-30")]),
            touchpoint("c", 7, 6, handover={"scores": {"experience": {"mark": 4, "source": "wall"}}}),
            scores_source="five",
        ),
        library=SURVEYS,
    )
    ((document, _),) = project.journey_documents()
    assert journey_waves(project, document) == (
        Wave("five", None),
        Wave("wall", None),
        Wave("spring", SPRING),
        Wave("running", dt.date(2026, 6, 30)),
        Wave("autumn", AUTUMN),
    )


def test_a_score_at_a_wave_of_the_journey_is_its_last_one_before_it() -> None:
    scores = told(touchpoint("a", 8, [*WAVES[1:], mean(2, source="running", date="2026-09-30")])).own
    mark, spring, autumn, running = scores
    assert at_wave(scores, Wave("wall", None)) == mark
    assert at_wave(scores, Wave("another", None)) == mark
    assert at_wave(scores, Wave("spring", SPRING)) == spring
    assert at_wave(scores, Wave("another", dt.date(2026, 6, 30))) == spring
    assert at_wave(scores, Wave("autumn", AUTUMN)) == autumn  # of two of one day its own
    assert at_wave(scores, Wave("running", AUTUMN)) == running
    assert at_wave(scores, Wave("another", dt.date(2027, 1, 1))) == running
    assert at_wave(scores[1:], Wave("wall", None)) is None


def test_a_score_of_many_waves_is_its_last() -> None:
    project = load(journey(touchpoint("a", 8, WAVES)), library=SURVEYS)
    ((document, found),) = project.journey_documents()
    scores = document.touchpoints()[0].touchpoint.scores
    assert scores
    last = resolve(project, found, scores.experience, "experience")
    assert last == told(touchpoint("a", 8, WAVES)).own[-1]
