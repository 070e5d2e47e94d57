"""What a dashboard says in words: amounts with their unit, how a metric fares, and the description of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.atlas import AtlasWords
from cxmap.i18n.trend import TrendWords
from cxmap.output.charts import sentences as say
from cxmap.output.charts import verdicts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cxmap.analysis.metrics import Moves
    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.dashboard import DashboardWords
    from cxmap.i18n.language import Language
    from cxmap.output.charts.dashboard.view import Count, DashboardView, JourneyRow, Metric

_IN_FRONT = ("€", "$", "£", "¥")
_NBSP = "\N{NO-BREAK SPACE}"


def subtitle(view: DashboardView, words: ChartWords, own: DashboardWords) -> str:
    """How many metrics there are, how many moved the right way or are at their target, and on which day."""
    counted = words.counted(own.metrics, len(view.all_metrics))
    return "  ·  ".join([counted, *_tally(view, words, own), own.as_of.format(words.date(view.today))])


def _tally(view: DashboardView, words: ChartWords, own: DashboardWords) -> list[str]:
    said = [own.moved.format(moved(view.moved, words, own))]
    reached = sum(metric.sign == "reached" for metric in view.all_metrics)
    return [*said, own.at_target.format(reached)] if reached else said


def moved(given: Moves, words: ChartWords, own: DashboardWords) -> str:
    """How many of how many metrics moved the right way, how surely, and how many could not be judged and why."""
    details = [own.sure.format(given.sure)] if given.of else []
    if given.unmeasured:
        details.append(own.unmeasured.format(given.unmeasured))
    if given.contradicting:
        details.append(words.counted(own.contradicting, given.contradicting))
    said = own.of.format(given.right, given.of) if given.of else own.none
    return f"{said} ({', '.join(details)})" if details else said


def notes(view: DashboardView, own: DashboardWords, *, zoomed: bool) -> Iterator[str]:
    """The notes below: scales, chance, and what is computed of a journey; ``zoomed``: a part of some scale is drawn."""
    family = max((metric.change.family for metric in view.all_metrics if metric.change), default=0)
    chance_said = own.chance.format(family) if family else own.no_chance
    yield " ".join([*([own.zoomed] if zoomed else []), own.scales, chance_said])
    if view.journeys:
        yield own.computed


def number(value: float, words: Language) -> str:
    """A number with thousands apart: two decimals below ten thousand, three figures where very large or very small."""
    if value and not 0.005 <= abs(value) < 1e9:
        digits = f"{value:.3g}"
    elif abs(value) >= 10_000:
        digits = f"{value:,.0f}"
    else:
        digits = f"{value:,.2f}".rstrip("0").rstrip(".")
    return words.digits(digits)


def amount(value: float, unit: str, words: Language) -> str:
    """A number with its unit."""
    if unit in _IN_FRONT:
        sign, digits = "−" if value < 0 else "", number(abs(value), words)
        return f"{sign}{unit}{_NBSP}{digits}" if words.lang == "nl" else f"{sign}{unit}{digits}"
    digits = number(value, words)
    return f"{digits}{_NBSP}{unit}" if unit else digits


def difference(value: float, unit: str, words: ChartWords, own: DashboardWords) -> str:
    """How far two amounts are apart: percentages differ in percentage points."""
    if unit == "%":
        digits = number(value, words)
        return own.percentage_points[0 if abs(value) == 1 else 1].format(digits)
    # “0.6 of 5” would say something else
    return amount(value, unit if unit in _IN_FRONT or unit[:3] not in {"of ", "van"} else "", words)


def verdict(metric: Metric, today: dt.date, words: ChartWords, own: DashboardWords) -> str:
    """How a metric fares: the distance left to its target and whether it is in time; else the change so far.

    What contradicts itself is said; of a target against its direction nothing else is.
    """
    said = own.contradicts_direction if metric.contradicts_direction else _in_time(metric, today, words, own)
    return say.sentence(f"{said}; {own.dates_contradict}" if metric.dates_contradict else said)


def _in_time(metric: Metric, today: dt.date, words: ChartWords, own: DashboardWords) -> str:
    said = _verdict(metric, words, own)
    if metric.missed(today):
        return own.past.format(said)
    if metric.left == 0 or metric.schedule is None:
        return said
    return f"{said}; {own.schedules[metric.schedule]}"


def _verdict(metric: Metric, words: ChartWords, own: DashboardWords) -> str:
    if metric.latest is None:
        return own.nothing_known
    if metric.left is None:
        if metric.change is None:
            return own.no_baseline if metric.baseline is None else own.only_baseline
        change = _fine(metric.change.difference, metric)
        return own.since.format(_plus(change, difference(change, metric.unit, words, own)))
    if metric.left == 0:
        return own.reached
    left = difference(metric.left, metric.unit, words, own)
    if metric.gained is None:
        return (own.unread if metric.baseline and metric.since is None else own.to_go).format(left)
    if metric.gained > 0:
        share = metric.gained / (metric.gained + metric.left)
        return own.way.format(left, words.percent(share))
    return (own.further if metric.gained < 0 else own.same).format(left)


def _fine(amount: float, metric: Metric) -> float:
    """A difference, rounded as ``cxmap trend`` does."""
    values = [each.value for each in (metric.baseline, *metric.readings) if each is not None]
    return round(amount, 2 if max(map(abs, values)) < 10 else 1)


def _plus(value: float, digits: str) -> str:
    return f"+{digits}" if value > 0 and digits != "0" else digits


def chance(metric: Metric, words: ChartWords, own: DashboardWords) -> str:
    """Whether the change since the baseline is more than chance, with its interval; nothing where there is none."""
    change = metric.change
    if change is None:
        return ""
    if change.interval is None:
        return own.untested[change.reason or ""]
    low, high = (_plus(end, number(_fine(end, metric), words)) for end in change.interval)
    if change.clear:
        return own.tested[change.verdict].format(low, high)
    if change.clear_alone:
        return own.among.format(change.family, low, high)
    return own.unclear.format(low, high)


def facts(metric: Metric, words: ChartWords, own: DashboardWords) -> str:
    """What the change is worth, where a metric stands, with day and n, and where it should stand."""
    parts = [said] if (said := chance(metric, words, own)) else []
    if metric.latest is not None:
        when = day(metric.latest.day, own)
        if metric.latest.n is not None:
            when += f", {words.respondents.format(number(metric.latest.n, words))}".replace(" = ", f"{_NBSP}={_NBSP}")
        stands = own.now if metric.since or metric.latest is not metric.baseline else own.then
        parts.append(stands.format(amount(metric.latest.value, metric.unit, words), when))
    if metric.target is not None:
        aim = amount(metric.target.value, metric.unit, words)
        parts.append(own.aimed.format(aim, day(metric.target.day, own)))
    else:
        parts.append(own.no_target)
    return say.sentence("; ".join(parts))


def day(given: dt.date, own: DashboardWords) -> str:
    """A day in few characters."""
    return own.short_date(given)


def index_change(row: JourneyRow, words: ChartWords, own: DashboardWords) -> str:
    """What changed of an index since the wave before, with its verdict; nothing where there is one wave."""
    difference, said = verdicts.index_change(
        row.since, row.scale, words, AtlasWords(words.lang), TrendWords(words.lang)
    )
    return own.index_change.format(difference, said) if difference else ""


def share(count: Count, own: DashboardWords) -> str:
    """So many of so many; or that there is nothing to count."""
    return own.of.format(count.count, count.of) if count.of else own.none


def alt(view: DashboardView, words: ChartWords, own: DashboardWords) -> str:
    """The dashboard in words: how many metrics moved the right way; then each metric and each journey."""
    counted = words.counted(own.metrics, len(view.all_metrics))
    finding = [
        own.alt_start.format(words.date(view.today), counted),
        *(f"{said}." for said in _tally(view, words, own)),
    ]
    lines = []
    for metric in view.metrics:
        told = f"{facts(metric, words, own)}. {verdict(metric, view.today, words, own)}"
        lines.append(own.alt_metric.format(metric.title, own.better[metric.better], told))
    lines += [
        own.alt_journey.format(
            row.title,
            row.persona,
            "; ".join(
                part
                for part in (
                    own.none if row.index is None else words.in_full(row.index, row.scale),
                    index_change(row, words, own),
                )
                if part
            ),
            row.weakest_link[0] if row.weakest_link else own.none,
            moved(row.metrics, words, own),
            share(row.evidence, own),
        )
        for row in view.journeys
    ]
    return say.alt(finding, lines)
