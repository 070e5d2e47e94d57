"""What of a touchpoint differs for a persona."""

from __future__ import annotations

from typing import Any

import pytest

from cxmap.analysis.passages import passages, ways
from tests.analysis.journeys import journey, load, mean, touchpoint

PAIRED = {"importance": mean(8, 1, 60), "experience": mean(5, 1, 60), "desired": 9, "gap_sd": 1.5}


def scores_of_ben(**differences: Any) -> Any:
    stop = touchpoint("a", scores=PAIRED, by_persona={"ben": {"scores": differences}})
    ((document, _),) = load(journey(stop, personas=("anna", "ben"))).journey_documents()
    return {passage.persona: passage.scores for passage in passages(document)}["ben"]


def test_scores_are_taken_over_part_by_part() -> None:
    found = scores_of_ben(desired=7)
    assert (found.importance.mean, found.experience.mean, found.desired, found.gap_sd) == (8, 5, 7, 1.5)


@pytest.mark.parametrize("part", ["importance", "experience"])
def test_a_gap_sd_of_other_answers_is_not_taken_over(part: str) -> None:
    found = scores_of_ben(**{part: mean(6, 1, 20)})
    assert (getattr(found, part).mean, found.gap_sd) == (6, None)
    assert scores_of_ben(**{part: mean(6, 1, 20)}, gap_sd=0.5).gap_sd == 0.5


def test_who_passes_where_in_journey_order() -> None:
    stops = [touchpoint("a"), touchpoint("b", personas=["ben"]), touchpoint("aside", returns_to="a")]
    (library, document) = load(journey(*stops, personas=("ben", "anna"))).documents
    everybody = [(one.touchpoint.id, one.persona, one.position, one.detour) for one in passages(document)]
    assert everybody == [
        ("a", "ben", 0, False),
        ("a", "anna", 0, False),
        ("b", "ben", 1, False),
        ("aside", "ben", 2, True),
        ("aside", "anna", 2, True),
    ]
    assert {who: [one.touchpoint.id for one in way] for who, way in ways(document).items()} == {
        "ben": ["a", "b", "aside"],
        "anna": ["a", "aside"],
    }
    assert (passages(library), ways(library)) == ((), {})
