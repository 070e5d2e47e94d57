"""The plan in calendars: what two readers of calendars make of it, and that an entry is the same one next time."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from cxmap.analysis.roadmap import roadmap
from cxmap.exchange.plan.calendar import calendar, todos
from cxmap.exchange.plan.names import uid
from cxmap.exchange.plan.texts import ItemTexts
from cxmap.i18n.plan import PlanWords
from cxmap.text.escape import terminal
from tests.analysis.journeys import LIBRARY, journey, load, touchpoint
from tests.analysis.plans import plans
from tests.profiles import examples

if TYPE_CHECKING:
    from cxmap.choices import Lang
    from cxmap.project.project import Project

WHEN = dt.datetime(2026, 6, 1, 12, 30, tzinfo=dt.UTC)
TEXTS = st.text(st.sampled_from("aé😀👩‍👩‍👧 \n;,\\:\"'\x07\u2028=-🏃"), min_size=1, max_size=40).filter(str.strip)


def made(project: Project, *, as_todos: bool = False, when: dt.datetime = WHEN, lang: Lang = "en") -> bytes:
    write = todos if as_todos else calendar
    return write(project, roadmap(project), PlanWords(lang), lambda _: when)


def planned(config: str = "", **actions: dict[str, Any]) -> Project:
    plan = {name: {"title": name.capitalize(), "touchpoints": ["trip/t0"], **more} for name, more in actions.items()}
    return load(journey(touchpoint("t0", 9, 3)), library=LIBRARY | {"actions": plan}, config=config)


def entries(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).subcomponents)


@examples(20)
@given(plans(TEXTS), st.booleans())
def test_both_readers_give_back_what_was_written(project: Project, as_todos: bool) -> None:
    check(project, as_todos=as_todos)


def test_both_readers_give_back_ten_kilobytes() -> None:
    text = "A; b,\n\\n 😀é " * 700
    check(planned(a={"due": "2026-09-01", "title": text, "description": text, "desired": text}), as_todos=False)


def test_no_line_is_a_command_for_a_ci_runner() -> None:
    check(planned(a={"due": "2026-09-01", "description": "::" * 200, "title": ":" * 200}), as_todos=False)


def check(project: Project, *, as_todos: bool) -> None:
    """That what is written is read by both readers as it is."""
    data = made(project, as_todos=as_todos)
    assert data == made(project, as_todos=as_todos)  # the same bytes twice
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not re.search(rb"\r\n\s*::", data)
    assert b"ATTENDEE" not in data
    assert b"ORGANIZER" not in data
    data.decode()  # no character is cut in two between lines
    texts = ItemTexts(project, PlanWords())
    items = [item for item in roadmap(project).items if as_todos or item.due]
    read = {str(entry["uid"]): entry for entry in entries(data)}
    others = {entry.uid.value: entry for entry in vobject.readOne(data.decode()).getChildren() if _is_entry(entry)}
    assert list(read) == list(others) == [uid(None, item.path) for item in items]
    for item in items:
        entry, other = read[uid(None, item.path)], others[uid(None, item.path)]
        title = texts.title(item) + (f" ({texts.action_title(item)})" if item.kind == "step" else "")
        title = terminal(f"✓ {title}" if item.status == "done" else title)
        assert str(entry["summary"]) == other.summary.value == title
        said = terminal("\n".join([*texts.lines(item, due=False), *(link.url for link in texts.links(item))]))
        assert ("url" in entry) is bool(item.links)
        assert str(entry["description"]) == other.description.value == said
        assert (entry.name == "VTODO") is as_todos
        if item.due:
            key = "due" if as_todos else "dtstart"
            assert entry[key].dt == getattr(other, key).value == item.due
        assert int(entry["sequence"]) == int(other.sequence.value)


def _is_entry(component: Any) -> bool:
    return component.name in {"VEVENT", "VTODO"}


def test_the_calendar_says_how_to_subscribe_to_it():
    project = planned('id = "shop"\n', a={"due": "2026-09-01"})
    (head, *_) = made(project).decode().split("BEGIN:VEVENT")
    assert head.split("\r\n")[:-1] == [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cxmap//cxmap 1.0.0//EN", "METHOD:PUBLISH"),
        *("X-WR-CALNAME:Road map shop", "REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D"),
    ]


def test_an_event_takes_the_whole_day_and_nobodys_time():
    (event,) = entries(made(planned(a={"due": "2026-12-31"})))
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2026, 12, 31), dt.date(2027, 1, 1))
    assert event["dtstart"].params["value"] == "DATE"
    assert event["transp"] == "TRANSPARENT"
    assert event["dtstamp"].dt == event["last-modified"].dt == WHEN


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_are(day):
    (event,) = entries(made(planned(a={"due": day})))
    assert event["dtstart"].dt.isoformat() == day
    (todo,) = entries(made(planned(a={"due": day, "start": day}), as_todos=True))
    assert todo["due"].dt.isoformat() == day


def test_a_later_date_is_the_same_event_with_a_higher_sequence():
    (before,) = entries(made(planned(a={"due": "2026-09-01"})))
    later = WHEN + dt.timedelta(seconds=1)
    (after,) = entries(made(planned(a={"due": "2026-10-01", "title": "Another"}), when=later))
    assert before["uid"] == after["uid"]
    assert int(after["sequence"]) == int(before["sequence"]) + 1
    assert after["dtstart"].dt == dt.date(2026, 10, 1)


def test_a_time_before_the_count_begins_is_0():
    (event,) = entries(made(planned(a={"due": "2026-09-01"}), when=dt.datetime(1999, 1, 1, tzinfo=dt.UTC)))
    assert int(event["sequence"]) == 0


def test_projects_with_ids_share_no_event():
    plan = {"a": {"due": "2026-09-01", "steps": [{"title": "Try", "due": "2026-08-01"}]}}
    ids = [
        [str(event["uid"]) for event in entries(made(planned(config, **plan)))]
        for config in ("", 'id = "one"\n', 'id = "two"\n')
    ]
    assert len({name for found in ids for name in found}) == 6
    # These never change: every entry in somebody's calendar is known by one.
    assert ids[1] == ["fd5ebe56-077f-5009-be3b-a4969e14ce27@cxmap", "42f0c71a-06f1-51a2-ba34-52b8bc946970@cxmap"]


def test_what_is_dropped_is_cancelled_and_what_is_done_is_ticked():
    project = planned(
        gone={"due": "2026-09-01", "status": "dropped", "steps": [{"title": "Try", "due": "2026-08-01"}]},
        ready={"due": "2026-09-02", "status": "done"},
        half={"due": "2026-09-03", "steps": [{"title": "Try", "due": "2026-08-01", "done": True}]},
    )
    found = {str(event["summary"]): str(event["status"]) for event in entries(made(project))}
    assert found == {
        "Half": "CONFIRMED",
        "✓ Try (Half)": "CONFIRMED",
        "✓ Ready": "CONFIRMED",
        "Gone": "CANCELLED",
        "Try (Gone)": "CANCELLED",
    }


def test_todos_have_a_status_and_are_part_of_their_action():
    project = planned(
        half={"status": "in-progress", "start": "2026-05-01", "steps": [{"title": "Try", "done": True}]},
        ready={"due": "2026-09-02", "status": "done", "finished": "2026-08-30", "start": "2026-10-01"},
    )
    half, step, ready = entries(made(project, as_todos=True))
    assert [str(todo["status"]) for todo in (half, step, ready)] == ["IN-PROCESS", "COMPLETED", "COMPLETED"]
    assert (half["dtstart"].dt, "due" in half) == (dt.date(2026, 5, 1), False)
    assert (step["related-to"], step["related-to"].params["reltype"]) == (half["uid"], "PARENT")
    assert ready["completed"].dt.date() == dt.date(2026, 8, 30)
    assert "dtstart" not in ready  # after the day that it is due: readers refuse that


def test_an_entry_says_who_and_what_for_in_dutch_too():
    project = planned(a={"due": "2026-09-01", "owner": "shop", "description": "A; b,\nc", "desired": "Quick"})
    (event,) = entries(made(project, lang="nl"))
    assert str(event["description"]).split("\n") == [
        *("A; b, c", "Eigenaar: Shop", "Status: idee", "Verbetert: T0", "De beleving wordt: Quick"),
    ]
    assert event["categories"].cats == ["Shop"]


def test_the_extra_is_named_where_it_is_missing(monkeypatch):
    from cxmap.exchange.errors import MissingExtraError

    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'cxmap\[calendar\]'"):
        made(planned(a={"due": "2026-09-01"}))
