"""What a road map says in words: its subtitle, its notes, its rows, and the text for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.plan import due_after_action, due_before_start, is_late, is_overdue
from cxmap.output.charts import sentences as say
from cxmap.output.charts.dashboard.describe import amount

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.roadmap import RoadmapWords
    from cxmap.output.charts.roadmap.calendar import Calendar
    from cxmap.output.charts.roadmap.view import Action, RoadmapView, Seen, ToDo


def letter(place: int) -> str:
    """A name for an action: A to Z, then AA, AB, ..."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def subtitle(view: RoadmapView, words: ChartWords, own: RoadmapWords) -> str:
    """What it is to improve, how many actions there are, and on which day."""
    parts = [own.improves.format(say.several(view.journeys, words))] if view.journeys else []
    parts += [words.counted(own.actions, len(view.all_actions)), own.as_of.format(words.date(view.today))]
    return "  ·  ".join(parts)


def notes(view: RoadmapView, calendar: Calendar | None, words: ChartWords, own: RoadmapWords) -> Iterator[str]:
    """The notes below: what a rank is, what has no effort or value, what was dropped."""
    ranked = own.ranked.format(words.ranking[view.by], view.ranked) if view.by and view.ranked else own.not_ranked
    sentences = [ranked] if view.calendar else []
    unrated = [
        f"{letter(view.first + place)} {action.title}"
        for place, action in enumerate(view.actions)
        if action.effort is None or action.impact is None
    ]
    if unrated:
        sentences.append(own.not_rated.format(say.several(unrated, words)))
    if any(len(listed_steps(view, action)) < len(action.steps) for action in view.actions):
        sentences.append(own.folded.format(FOLDED_FROM))
    if view.dropped:
        sentences.append(own.dropped.format(say.several(view.dropped, words)))
    if calendar is None or not calendar.holds(view.today):
        sentences.append(own.today_outside.format(words.date(view.today)))
    if not view.calendar:  # what the letters stand for is on other pages
        sentences.append("; ".join(f"{letter(place)} {action.title}" for place, action in enumerate(view.actions)))
    yield from sentences


def improves(action: Action, own: RoadmapWords) -> str:
    """The touchpoints that an action is for, with their rank, what comes before it, and how many steps are done."""
    parts = []
    for one in action.improves:
        title = own.step_into.format(one.title) if one.handover else one.title
        parts.append(own.rank.format(one.rank, title) if one.rank else title)
    if action.after:
        parts.append(own.after.format(", ".join(letter(place) for place in action.after)))
    if action.steps:
        parts.append(steps(action, own))
    return "; ".join(parts)


def expected(action: Action, own: RoadmapWords) -> str:
    """What an experience is to gain by it, in points."""
    if action.expects is None:
        return ""
    low, high = (f"{'+' if points > 0 else ''}{own.number(points)}" for points in action.expects)
    return low if low == high else own.range.format(low, high)


def way(metric: Seen, own: RoadmapWords) -> str:
    """What a metric was and is, and where it should be."""
    known = [
        _unbroken(amount(value, metric.unit, own)) for value in dict.fromkeys((*metric.values[:1], *metric.values[-1:]))
    ]
    parts = [" → ".join(known)] if known else [own.unmeasured]
    if metric.target is not None:
        parts.append(_unbroken(own.target.format(amount(metric.target, metric.unit, own))))
    return "; ".join(parts)


def _unbroken(text: str) -> str:
    """A figure with what belongs to it, which no line parts: ``4 of 5``."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


FOLDED_FROM = 20
"""Of more actions than this, steps are counted, and have no row of their own."""


def listed_steps(view: RoadmapView, action: Action) -> list[ToDo]:
    """The steps with a row of their own: all, or of many actions those that are late or contradict their action."""
    if len(view.actions) <= FOLDED_FROM:
        return list(action.steps)
    return [step for step in action.steps if is_overdue(step, action, view.today) or due_after_action(step, action)]


def steps(action: Action, own: RoadmapWords) -> str:
    """How many of an action's steps are done."""
    return own.steps_done.format(sum(step.done for step in action.steps), len(action.steps))


def when(action: Action, today: dt.date, own: RoadmapWords) -> str:
    """The day that counts: when it was ready, when it is due, since when it is late, or when it starts.

    With a mark where it is due before it starts.
    """
    said = _when(action, today, own)
    return own.dates_contradict.format(said) if due_before_start(action) else said


def _when(action: Action, today: dt.date, own: RoadmapWords) -> str:
    if action.status == "done":
        return day(action.finished or action.due, own)
    if action.due is not None:
        return (own.late if is_late(action, today) else own.until).format(day(action.due, own))
    return own.starts.format(day(action.start, own)) if action.start else ""


def step_when(step: ToDo, action: Action, today: dt.date, own: RoadmapWords) -> str:
    """When a step is due, and whether that is past or after its action."""
    said = own.late.format(day(step.due, own)) if is_overdue(step, action, today) else day(step.due, own)
    return own.dates_contradict.format(said) if due_after_action(step, action) else said


def late(view: RoadmapView) -> list[str]:
    """What is late, in the order of the picture: an action by its title, a step with its action's before it."""
    found = []
    for action in view.actions:
        found += [action.title] if is_late(action, view.today) else []
        found += [f"{action.title}: {step.title}" for step in action.steps if is_overdue(step, action, view.today)]
    return found


def contradicting(view: RoadmapView) -> list[str]:
    """What has dates that contradict each other, named and ordered as what is late."""
    found = []
    for action in view.actions:
        found += [action.title] if due_before_start(action) else []
        found += [f"{action.title}: {step.title}" for step in action.steps if due_after_action(step, action)]
    return found


def day(given: dt.date | None, own: RoadmapWords) -> str:
    """A day in few characters."""
    return own.short_date(given) if given else ""


def alt(view: RoadmapView, words: ChartWords, own: RoadmapWords) -> str:
    """The road map in words: how much there is to do and what is late; then who does what by when."""
    start = own.alt_start.format(words.date(view.today), words.counted(own.actions, len(view.actions)))
    overdue = late(view)
    lateness = own.alt_late.format(words.listed(overdue)) if overdue else own.alt_none_late
    counted = own.alt_late.format(say.several(overdue, words)) if overdue else own.alt_none_late
    lines = [
        own.alt_owner.format(
            owner or own.nobody,
            "; ".join(_told(action, view, own) for action in view.actions if action.owner == owner),
        )
        for owner in dict.fromkeys(action.owner for action in view.actions)
    ]
    lines.append(lateness)
    if contradict := contradicting(view):
        lines.append(own.alt_contradict.format(words.listed(contradict)))
    if undated := [action.title for action in view.actions if not action.days]:
        lines.append(own.alt_undated.format(words.listed(undated)))
    return say.alt([start, counted], lines)


def _told(action: Action, view: RoadmapView, own: RoadmapWords) -> str:
    details = [own.statuses[action.status], when(action, view.today, own)]
    details += [steps(action, own)] if action.steps else []
    details += [expected(action, own), *(f"{metric.title}: {way(metric, own)}" for metric in action.metrics)]
    return f"{action.title} ({', '.join(detail for detail in details if detail)})"
