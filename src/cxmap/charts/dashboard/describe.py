"""What a dashboard says in words: amounts with their unit, how a metric fares, and the description of it all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cxmap.charts.dashboard.view import Count, Course, DashboardView, Metric
    from cxmap.charts.dashboard.words import DashboardWords
    from cxmap.charts.words import Words

_IN_FRONT = ("€", "$", "£", "¥")
_NBSP = "\N{NO-BREAK SPACE}"
_COURSES: tuple[Course, ...] = ("reached", "closer", "better", "same", "further", "worse", "unknown")


def subtitle(view: DashboardView, words: Words, own: DashboardWords) -> str:
    """How many metrics fare how, and on which day."""
    counted = words.counted(own.metrics, len(view.metrics))
    return "  ·  ".join([f"{counted}: {_tally(view, own)}", own.as_of.format(words.date(view.today))])


def _tally(view: DashboardView, own: DashboardWords) -> str:
    counts = Counter(metric.course for metric in view.metrics)
    return ", ".join(own.tally[course].format(counts[course]) for course in _COURSES if counts[course])


def notes(view: DashboardView, own: DashboardWords) -> Iterator[str]:
    """The notes below: scales, chance, and what is computed of a journey."""
    yield f"{own.scales} {own.chance}"
    if view.journeys:
        yield f"{own.computed} {own.no_earlier}"


def number(value: float, words: Words, own: DashboardWords) -> str:
    """A number with thousands apart: two decimals below ten thousand, three figures where very large or very small."""
    if value and not 0.005 <= abs(value) < 1e9:
        digits = f"{value:.3g}"
    elif abs(value) >= 10_000:
        digits = f"{value:,.0f}"
    else:
        digits = f"{value:,.2f}".rstrip("0").rstrip(".")
    digits = digits.replace(",", "\0").replace(".", words.decimal).replace("\0", own.thousands)
    return digits.replace("-", "−")


def amount(value: float, unit: str, words: Words, own: DashboardWords) -> str:
    """A number with its unit."""
    if unit in _IN_FRONT:
        sign, digits = "−" if value < 0 else "", number(abs(value), words, own)
        return f"{sign}{unit}{_NBSP}{digits}" if words.lang == "nl" else f"{sign}{unit}{digits}"
    digits = number(value, words, own)
    return f"{digits}{unit}" if unit == "%" else f"{digits}{_NBSP}{unit}" if unit else digits


def difference(value: float, unit: str, words: Words, own: DashboardWords) -> str:
    """How far two amounts are apart: percentages differ in percentage points."""
    if unit == "%":
        digits = number(value, words, own)
        return own.percentage_points[0 if value == 1 else 1].format(digits)
    # “0.6 of 5” would say something else
    return amount(value, unit if unit in _IN_FRONT or unit[:3] not in {"of ", "van"} else "", words, own)


def verdict(metric: Metric, today: dt.date, words: Words, own: DashboardWords) -> str:
    """How a metric fares: the distance left to its target, or where it has none the change since the baseline."""
    said = _verdict(metric, words, own)
    return own.past.format(said) if metric.missed(today) else said


def _verdict(metric: Metric, words: Words, own: DashboardWords) -> str:
    if metric.latest is None:
        return own.nothing_known
    if metric.left is None:
        if metric.gained is None:
            return own.no_baseline if metric.baseline is None else own.only_baseline
        if metric.gained == 0:
            return own.unchanged
        change = difference(abs(metric.gained), metric.unit, words, own)
        return (own.gained if metric.gained > 0 else own.lost).format(change)
    if metric.course == "reached":
        return own.reached
    left = difference(metric.left, metric.unit, words, own)
    if metric.course == "closer" and metric.gained is not None:
        share = metric.gained / (metric.gained + metric.left)
        return own.way.format(left, f"{100 * share:.0f}%")
    return {"further": own.further, "same": own.same}.get(
        metric.course, own.unread if metric.baseline and metric.since is None else own.to_go
    ).format(left)


def facts(metric: Metric, words: Words, own: DashboardWords) -> str:
    """Where a metric stands, with day and n, and where it should stand."""
    parts = []
    if metric.latest is not None:
        when = day(metric.latest.day, own)
        if metric.latest.n is not None:
            when += f", {words.respondents.format(number(metric.latest.n, words, own))}".replace(
                " = ", f"{_NBSP}={_NBSP}"
            )
        stands = own.now if metric.since or metric.latest is not metric.baseline else own.then
        parts.append(stands.format(amount(metric.latest.value, metric.unit, words, own), when))
    if metric.target is not None:
        aim = amount(metric.target.value, metric.unit, words, own)
        parts.append(own.aimed.format(aim, day(metric.target.day, own)))
    else:
        parts.append(own.no_target)
    return "; ".join(parts)


def day(given: dt.date, own: DashboardWords) -> str:
    """A day in few characters."""
    return f"{given.day}{_NBSP}{own.months[given.month - 1]}{_NBSP}{given.year}"


def share(count: Count, own: DashboardWords) -> str:
    """So many of so many; or that there is nothing to count."""
    return own.of.format(count.count, count.of) if count.of else own.none


def alt(view: DashboardView, words: Words, own: DashboardWords) -> str:
    """The dashboard in full sentences: each metric, then each journey."""
    counted = words.counted(own.metrics, len(view.metrics))
    sentences = [own.alt_start.format(words.date(view.today), counted, _tally(view, own))]
    for metric in view.metrics:
        told = f"{facts(metric, words, own)}; {verdict(metric, view.today, words, own)}".replace(_NBSP, " ")
        sentences.append(own.alt_metric.format(metric.title, own.better[metric.better], told))
    sentences += [
        own.alt_journey.format(
            row.title,
            row.persona,
            own.none if row.index is None else words.on_scale(row.index, row.scale),
            row.weakest_link[0] if row.weakest_link else own.none,
            share(row.evidence, own),
        )
        for row in view.journeys
    ]
    return " ".join(sentences)
