"""The plan: the order of actions, what each improves, and where that stands in the ranking."""

from __future__ import annotations

from cxmap.analysis.plan import Ranks, by_owner, improvements, ranks
from tests.lint.small import LIBRARY, journey_text
from tests.support import FILE, project

SCORED = [
    "{id: a, title: A, scores: {importance: 9, experience: 5}}",
    "{id: b, title: B, scores: {importance: 9, experience: 3}}",
    "{id: c, title: C, scores: {importance: 3, experience: 9}}",
]


def planned(actions: str, *touchpoints: str):
    text = journey_text(*(touchpoints or SCORED), more=f"actions:\n{actions}")
    return project({FILE: text, "library.cxmap.yaml": LIBRARY})


def test_actions_by_owner_then_by_day():
    found = planned("""\
  nobody: {title: X, touchpoints: [a], start: 2026-01-01}
  never: {title: X, touchpoints: [a], owner: store}
  late: {title: X, touchpoints: [a], owner: store, due: 2026-09-01}
  later: {title: X, touchpoints: [a], owner: online, start: 2026-04-01}
  early: {title: X, touchpoints: [a], owner: online, start: 2026-03-01}
  step: {title: X, touchpoints: [a], owner: store, due: 2026-08-01, steps: [{title: S, due: 2026-02-01}]}
""")
    assert by_owner(found.actions) == ["step", "late", "early", "later", "nobody", "never"]


def test_what_an_action_improves_the_highest_rank_first():
    found = planned("  x: {title: X, touchpoints: [c, 'b#handover', a, b, j/b, elsewhere/z]}\n")
    assert ranks(found) == ({("j", "b"): 1, ("j", "a"): 2}, "priority")
    places = [(*target, rank) for target, rank in improvements(found, "x", ranks(found))]
    assert places == [
        ("j", "b", False, 1),  # named twice, and one
        ("j", "a", False, 2),
        ("j", "c", False, None),
        ("j", "b", True, None),
        ("elsewhere", "z", False, None),
    ]


def test_journeys_that_cannot_be_ranked_together_give_no_ranks():
    derived = "{id: a, title: A, scores: {importance: {mean: 9, derived: true}, experience: 5}}"
    text = journey_text(derived).replace("id: j", "id: k")
    found = project({FILE: journey_text(*SCORED), "k.cxmap.yaml": text, "library.cxmap.yaml": LIBRARY})
    assert ranks(found) == Ranks({}, None)
