"""Rules on figures that cannot be: what is flagged, what is not, and what rounding leaves open."""

from __future__ import annotations

import math
import random

import pytest

from cxmap.lint.rules.figures.possible import above, largest_sd, mean_of_whole_marks
from cxmap.model.types import Range
from tests.lint.small import findings, pointers

SOURCES = """\
sources:
  s: {title: S, kind: survey, date: 2026-03-31, n: 100, scale: {min: 0, max: 10, step: 1}}
  t: {title: T, kind: survey, date: 2026-03-31, n: 100, scale: {min: 0, max: 10}}
"""
TEN = Range.model_construct(min=1.0, max=10.0)


def about(code: str, scores: str, *, more: str = SOURCES, touchpoint: str = "") -> list[tuple[str, str]]:
    """Place below the touchpoint, and message, of what one rule finds in the scores of a touchpoint."""
    found = findings(code, f"{{id: a, title: A, scores: {{{scores}}}{touchpoint}}}", more=more)
    return list(zip(pointers(found), [one.message for one in found], strict=True))


@pytest.mark.parametrize(
    ("score", "most"),
    [
        ("{mean: 9.9, sd: 5, n: 40, source: s}", "40 answers from 0 to 10 with mean 9.9 have 1.23 at most"),
        ("{mean: 9.9, sd: 1.23, n: 40, source: s}", None),  # the mean may be 9.85
        ("{mean: 9.90, sd: 1.23, n: 40, source: s}", "40 answers from 0 to 10 with mean 9.9 have 1.03 at most"),
        ("{mean: 5, sd: 5.1, n: 40, source: s}", None),  # half of them a 0, half a 10
        ("{mean: 5, sd: 5.2, n: 40, source: s}", "40 answers from 0 to 10 with mean 5 have 5.06 at most"),
        ("{mean: 5, sd: 7, source: s}", None),  # two answers
        ("{mean: 5, sd: 7.2, source: s}", "answers from 0 to 10 with mean 5 have 7.07 at most"),
        ("{mean: 5, sd: 0.1, n: 1, source: s}", "a single answer has no spread"),
        ("{mean: 5, sd: 0, n: 1, source: s}", None),
        ("{mean: 9.9, sd: 5, n: 40, source: s, answers: 60}", None),
        ("{mean: 11, sd: 50, n: 40, source: s}", None),  # CX105
        ("{mean: 9.9, sd: 5, n: 40, source: nobody}", None),  # CX201
        ("{mean: 9.9, sd: 5, n: 0, source: s}", None),  # CX104
        ("{mean: 9.9, sd: 5, n: 40}", "40 answers from 1 to 10 with mean 9.9 have 1.17 at most"),
        ("{counts: {0: 1, 10: 1}, source: s}", None),
    ],
)
def test_a_spread_that_cannot_be(score, most):
    for part in ("importance", "experience", "desired"):
        found = about("CX501", f"{part}: {score}")
        assert [place for place, _ in found] == ([f"/0/scores/{part}/sd"] if most else [])
        assert all(message.endswith(most or "") for _, message in found)


def test_a_derived_importance_has_the_spread_that_it_has():
    assert about("CX501", "importance: {mean: 9.9, sd: 5, n: 40, source: s, derived: true}") == []


def test_spreads_of_handovers_and_of_personas():
    touchpoint = ", handover: {scores: {experience: {mean: 9.9, sd: 5, n: 9, source: s}}}"
    touchpoint += ", by_persona: {noor: {scores: {experience: {mean: 9.9, sd: 5, n: 9, source: s}}}}"
    found = about("CX501", "importance: 5", touchpoint=touchpoint)
    assert sorted(place for place, _ in found) == [
        "/0/by_persona/noor/scores/experience/sd",
        "/0/handover/scores/experience/sd",
    ]


BOTH = "importance: {mean: 8, sd: 2.0, n: 40, source: s}, experience: {mean: 7, sd: 1.5, n: 40, source: s}"


@pytest.mark.parametrize(
    ("scores", "found"),
    [
        (f"{BOTH}, gap_sd: 0.4", False),  # 2.05 - 1.45 - 0.05 with the rounding
        (f"{BOTH}, gap_sd: 0.3", True),
        (f"{BOTH}, gap_sd: 3.6", False),
        (f"{BOTH}, gap_sd: 3.7", True),
        (f"{BOTH}, gap_sd: 20".replace("n: 40", "n: 41", 1), False),  # not the same people
        (f"{BOTH}, gap_sd: 20".replace("source: s", "source: t", 1), False),
        (f"{BOTH}, gap_sd: 20".replace("n: 40", "n: 40, date: 2026-03-31", 1), True),  # the day of the source
        (f"{BOTH}, gap_sd: 20".replace("n: 40", "n: 40, date: 2026-03-30", 1), False),
        (f"{BOTH}, gap_sd: 20".replace("n: 40", "n: 40, answers: 50", 1), False),
        (f"{BOTH}, gap_sd: 20".replace("n: 40", "n: 40, derived: true", 1), False),
        (f"{BOTH}, gap_sd: 20".replace("sd: 2.0, ", "", 1), False),
        ("importance: {counts: {5: 2, 7: 2}, source: s}, experience: {counts: {5: 4}, source: s}, gap_sd: 9", True),
    ],
)
def test_a_spread_of_differences_that_cannot_be(scores, found):
    assert [place for place, _ in about("CX502", scores)] == (["/0/scores/gap_sd"] if found else [])


def test_a_personas_own_spread_of_differences_beside_an_inherited_score():
    touchpoint = ", by_persona: {noor: {scores: {experience: {mean: 7, sd: 1, n: 40, source: s}, gap_sd: 9}}}"
    found = about("CX502", "importance: {mean: 8, sd: 2, n: 40, source: s}", touchpoint=touchpoint)
    assert [place for place, _ in found] == ["/0/by_persona/noor/scores/gap_sd"]


@pytest.mark.parametrize(
    ("score", "key"),
    [
        ("{mean: 5, n: 101, source: s}", "n"),
        ("{mean: 5, n: 100, source: s}", None),
        ("{mean: 5, n: 90, answers: 101, source: s}", "answers"),
        ("{mean: 5, n: 101, answers: 90, source: s}", None),
        ("{counts: {5: 60, 6: 41}, source: s}", "counts"),
        ("{counts: {5: 60, 6: 40}, source: s}", None),
        ("{mean: 5, n: 101}", None),
        ("5", None),
    ],
)
def test_more_answers_than_people(score, key):
    expected = [(f"/0/scores/experience/{key}", "101 answers, and source 's' has 100 in all")] if key else []
    assert about("CX503", f"experience: {score}") == expected


def test_more_respondents_than_there_are():
    more = """\
sources:
  p: {title: P, kind: panel, n: 12, population: 11}
  q: {title: Q, kind: panel, n: 11, population: 11}
"""
    assert about("CX503", "importance: 5", more=more) == [
        ("/sources/p/n", "source 'p' has n 12, of a population of 11")
    ]


@pytest.mark.parametrize(
    ("score", "found"),
    [
        ("{mean: 8.45, n: 12, source: s}", True),
        ("{mean: 8.42, n: 12, source: s}", False),
        ("{mean: 8.4, n: 12, source: s}", False),  # one decimal says nothing of twelve marks
        ("{mean: 8.40, n: 12, source: s}", True),  # two do
        ("{mean: 8, n: 12, source: s}", False),
        ("{mean: 8.459, n: 99, source: s}", True),
        ("{mean: 8.45, n: 100, source: s}", False),
        ("{mean: 8.45, n: 12, source: t}", False),  # no step
        ("{mean: 8.45, n: 12, answers: 20, source: s}", False),
        ("{mean: 8.45, source: s}", False),
        (f"{{mean: 8.{'45' * 400}, n: 12, source: s}}", True),
    ],
)
def test_a_mean_that_whole_marks_cannot_have(score, found):
    told = about("CX504", f"experience: {score}")
    assert [place for place, _ in told] == (["/0/scores/experience/mean"] if found else [])
    assert all("unless each answer is itself a mean of several questions" in message for _, message in told)


def test_a_mean_that_stands_elsewhere_is_rounded_as_it_is_there():
    score = "importance: {mean: &m 8.40, n: 12, source: s}, experience: {mean: *m, n: 12, source: s}"
    assert [place for place, _ in about("CX504", score)][:1] == ["/0/scores/importance/mean"]


@pytest.mark.parametrize(
    ("items", "suggestion"),
    [
        ("[I read this just now, do they know?]", '"I read this just now, do they know?"'),
        ('[He said "no" to me, so I left]', '"He said \\"no\\" to me, so I left"'),
        ("[I read this, do they know?]", '"I read this, do they know?"'),
        ("[Read this, do they know?]", None),  # two words
        ("[I read this just now., do they know?]", None),
        ("[I read this just now?, do they know?]", None),
        ("[I read this just now, Do they know?]", None),
        ("[i read this just now, do they know?]", None),
        ('["I read this just now", do they know?]', None),
        ("[I read this just now, 'do they know?']", None),
    ],
)
def test_a_comma_that_makes_two_thoughts_of_one(items, suggestion):
    found = findings("CX505", f"{{id: a, title: A, thinking: {items}}}")
    assert [one.suggestion for one in found] == ([suggestion] if suggestion else [])
    assert pointers(found) == (["/0/thinking/1"] if suggestion else [])
    assert not any(one.fixable for one in found)  # it may be two thoughts after all


def test_which_lists_are_looked_at():
    items = "[Once we had a chair, now we stand]"
    personal = f"by_persona: {{noor: {{positives: {items}}}}}"
    touchpoint = f"{{id: a, title: A, tags: {items}, systems: {items}, negatives: {items}, {personal}}}"
    more = f"""\
personas: {{kim: {{name: Kim, goals: {items}, ambitions: {items}}}}}
actions: {{x: {{title: X, touchpoints: [a], behaviour: {items}, systems: {items}}}}}
"""
    assert sorted(pointers(findings("CX505", touchpoint, more=more))) == [
        "/0/by_persona/noor/positives/1",
        "/0/negatives/1",
        "/actions/x/behaviour/1",
        "/personas/kim/goals/1",
    ]


def test_a_block_list_is_left_alone():
    more = """\
actions:
  x:
    title: X
    touchpoints: [a]
    behaviour:
      - We open the door
      - we say hello
"""
    assert findings("CX505", "{id: a, title: A}", more=more) == []


def honest(seed: int, count: int) -> list[str]:
    """What the bounds find impossible in samples of whole marks near the top of a scale, rounded as reports do."""
    chance = random.Random(seed)
    wrong = []
    for _ in range(count):
        low, high = chance.choice([(1, 5), (1, 7), (0, 10), (1, 10)])
        n = chance.choice([2, 3, 5, 8, 12, 30, 57, 200])
        share = chance.uniform(0.7, 1.0)
        marks = [high if chance.random() < share else chance.randint(low, high) for _ in range(n)]
        others = [max(low, min(high, mark + chance.choice([-2, -1, 0, 0, 1]))) for mark in marks]
        scale = Range.model_construct(min=float(low), max=float(high))
        places = chance.choice([0, 1, 2])
        u = 0.5 * 10.0**-places
        mean, sd, other_sd = (round(x, places) for x in (sum(marks) / n, spread(marks), spread(others)))
        gap_sd = round(spread([one - other for one, other in zip(marks, others, strict=True)]), places)
        if above(sd - u, largest_sd(mean, n, scale, u)) or above(sd - u, largest_sd(mean, None, scale, u)):
            wrong.append(f"sd {sd} of {marks}")
        if n < 10**places and not mean_of_whole_marks(mean, n, u):
            wrong.append(f"mean {mean} of {marks}")
        if above(abs(sd - other_sd) - 3 * u, gap_sd) or above(gap_sd, sd + other_sd + 3 * u):
            wrong.append(f"gap_sd {gap_sd} of {marks} and {others}")
    return wrong


def spread(values: list[int]) -> float:
    """The sample standard deviation, computed here and not by cxmap."""
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))


def test_honest_figures_near_a_ceiling_are_never_called_impossible():
    assert honest(seed=20260314, count=2_000) == []


def test_without_the_rounding_honest_figures_would_be_flagged():
    """The benefit of the rounding is needed: a mean of 9.95 that is written 10 leaves no room for an sd."""
    assert above(0.2, largest_sd(10.0, 20, TEN))
    assert not above(0.2 - 0.05, largest_sd(10.0, 20, TEN, 0.5))
