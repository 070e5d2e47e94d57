"""Random projects with a plan: actions of every status, with dates that are late, absent or contradict each other."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

from cxmap.choices import ACTION_STATUSES, Lever
from tests.analysis.journeys import LIBRARY, journey, load, mean, touchpoint

if TYPE_CHECKING:
    from cxmap.project.project import Project

DAYS = st.one_of(st.none(), st.integers(-200, 200).map(lambda days: dt.date(2026, 7, 1) + dt.timedelta(days)))
OWNERS = st.sampled_from([None, "shop", "web"])
TITLES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"]), min_size=1
).filter(lambda text: text.strip() and "\ufffe" not in text)


def given(**values: Any) -> dict[str, Any]:
    """What there is of some values, dates as a file has them."""
    return {
        key: value.isoformat() if isinstance(value, dt.date) else value
        for key, value in values.items()
        if value is not None
    }


@st.composite
def actions(draw: st.DrawFn, titles: st.SearchStrategy[str] = TITLES) -> dict[str, Any]:
    """The actions of a plan by id."""
    found: dict[str, Any] = {}
    for number in range(draw(st.integers(0, 5))):
        targets = draw(st.lists(st.sampled_from(["trip/t0", "trip/t1", "trip/t0#handover"]), min_size=1, max_size=2))
        steps = [
            given(
                title=draw(titles),
                id=draw(st.sampled_from([None, f"s{step}"])),
                owner=draw(OWNERS),
                due=draw(DAYS),
                done=draw(st.sampled_from([None, True, False])),
            )
            for step in range(draw(st.integers(0, 3)))
        ]
        found[f"a{number}"] = given(
            title=draw(titles),
            touchpoints=targets,
            description=draw(st.one_of(st.none(), titles)),
            owner=draw(OWNERS),
            status=draw(st.sampled_from([None, *ACTION_STATUSES])),
            start=draw(DAYS),
            due=draw(DAYS),
            finished=draw(DAYS),
            learned=draw(st.sampled_from([None, "More than we thought"])),
            links=draw(st.sampled_from([None, ["https://example.org/a_b"]])),
            levers=draw(st.lists(st.sampled_from(get_args(Lever)), max_size=3)) or None,
            expects=draw(st.sampled_from([None, {"trip/t0": 1.5}, {"trip/t1": {"anna": 2}, "trip/t0": -1}])),
            effort=draw(st.one_of(st.none(), st.integers(1, 5))),
            depends_on=draw(st.lists(st.sampled_from([*found]), unique=True, max_size=2)) or None if found else None,
            steps=steps or None,
        )
    return found


@st.composite
def plans(draw: st.DrawFn, titles: st.SearchStrategy[str] = TITLES) -> Project:
    """A project with one journey of two touchpoints, and a plan."""
    marks = st.floats(0, 10).map(lambda mark: round(mark, 1))
    history = [draw(marks), mean(draw(st.floats(1, 5)), 0.5, 40, "five", date="2026-05-01")]
    stops = [
        touchpoint("t0", draw(marks), draw(st.sampled_from([history, history[0]])), channel="site"),
        touchpoint("t1", draw(marks), draw(marks), by_persona={"ben": {"scores": {"experience": draw(marks)}}}),
    ]
    library = LIBRARY | {"actions": draw(actions(titles))}
    return load(journey(*stops, personas=("anna", "ben")), library=library)
