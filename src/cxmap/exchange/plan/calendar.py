"""The plan as a calendar (RFC 5545): an all-day event for each day that something is due, or a to-do for each item.

Never both in one file, which several calendars refuse, and nobody is invited: owners are departments, and a calendar
would send mail to them. docs/decisions/0009-calendars.md has what the calendars take.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from cxmap._version import __version__
from cxmap.exchange.errors import MissingExtraError
from cxmap.exchange.plan.names import uid
from cxmap.exchange.plan.texts import ItemTexts
from cxmap.text.escape import terminal, web_address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from icalendar import Calendar, Event, Todo

    from cxmap.analysis.roadmap import Item, ItemStatus, Roadmap
    from cxmap.i18n.plan import PlanWords
    from cxmap.project.project import Project

_EPOCH: Final = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
_DAY: Final = dt.timedelta(days=1)
_TODO_STATUSES: Final[Mapping[ItemStatus, str]] = {
    "idea": "NEEDS-ACTION",
    "planned": "NEEDS-ACTION",
    "open": "NEEDS-ACTION",
    "in-progress": "IN-PROCESS",
    "done": "COMPLETED",
    "dropped": "CANCELLED",
}


def calendar(project: Project, plan: Roadmap, words: PlanWords, changed: Callable[[str], dt.datetime]) -> bytes:
    """The items that have a due date, as all-day events.

    Args:
        project: For names, and for its own.
        plan: The road map.
        words: What to say it in.
        changed: When the file of an action was changed last, by the action's id.

    Raises:
        MissingExtraError: icalendar is not installed.
    """
    return _written(project, plan, words, changed, todos=False)


def todos(project: Project, plan: Roadmap, words: PlanWords, changed: Callable[[str], dt.datetime]) -> bytes:
    """All items, as to-dos; steps are part of their action's. For the arguments see :func:`calendar`."""
    return _written(project, plan, words, changed, todos=True)


def _written(
    project: Project, plan: Roadmap, words: PlanWords, changed: Callable[[str], dt.datetime], *, todos: bool
) -> bytes:
    try:
        from icalendar import Calendar
    except ImportError:
        raise MissingExtraError("writing a calendar", "calendar") from None
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", f"-//cxmap//cxmap {__version__}//{words.lang.upper()}")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{words.title} {project.config.id}" if project.config.id else words.title)
    made.add("refresh-interval", _DAY, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    texts = ItemTexts(project, words)
    own = project.config.id
    for item in plan.items:
        when = changed(item.action)
        if todos:
            _add(made, _todo(item, own), item, texts, when, own)
        elif item.due:
            _add(made, _event(item, item.due), item, texts, when, own)
    return _without_commands(made.to_ical())


def _event(item: Item, due: dt.date) -> Event:
    from icalendar import Event

    event = Event()
    event.add("dtstart", due)
    if due < dt.date.max:  # the day after; an event without an end is one of one day
        event.add("dtend", due + _DAY)
    event.add("transp", "TRANSPARENT")  # a deadline is no time that somebody is busy
    event.add("status", "CANCELLED" if item.status == "dropped" else "CONFIRMED")
    return event


def _todo(item: Item, project: str | None) -> Todo:
    from icalendar import Todo

    todo = Todo()
    if item.start and (item.due is None or item.start < item.due):  # a start after the end would be refused
        todo.add("dtstart", item.start)
    if item.due:
        todo.add("due", item.due)
    todo.add("status", _TODO_STATUSES[item.status])
    if item.status == "done":
        todo.add("percent-complete", 100)
        if item.finished:
            todo.add("completed", dt.datetime.combine(item.finished, dt.time(12), dt.UTC))
    if item.kind == "step":
        todo.add("related-to", uid(project, item.action), parameters={"RELTYPE": "PARENT"})
    return todo


def _add(made: Calendar, entry: Event | Todo, item: Item, texts: ItemTexts, when: dt.datetime, own: str | None) -> None:
    """Put an entry with what all of them have into the calendar."""
    words = texts.words
    title = (
        texts.title(item) if item.kind == "action" else words.within.format(texts.title(item), texts.action_title(item))
    )
    entry.add("uid", uid(own, item.path))
    entry.add("dtstamp", when)
    entry.add("last-modified", when)
    entry.add("sequence", max(0, int((when - _EPOCH).total_seconds())))
    entry.add("summary", terminal(words.ticked.format(title) if item.status == "done" else title))
    links = [web_address(link.url) for link in texts.links(item)]
    entry.add("description", terminal("\n".join([*texts.lines(item, due=False), *links])))
    if links:
        entry.add("url", links[0])
    if owner := texts.owner(item):
        entry.add("categories", [terminal(" ".join(owner.split()))])
    made.add_component(entry)


def _without_commands(data: bytes) -> bytes:
    """The calendar without a line that a CI runner would take for a command, which folding may make of a text."""
    folded = None
    while folded != data:
        folded, data = data, re.sub(rb"(\r\n[ \t]:)(?=:)", rb"\1\r\n ", data)
    return data
