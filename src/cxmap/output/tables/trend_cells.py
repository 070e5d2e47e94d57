"""What is said of one series: its points, its change and its schedule, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.language import decimals

if TYPE_CHECKING:
    import datetime as dt

    from cxmap.analysis.series import Series, TrendPoint
    from cxmap.i18n.trend import TrendWords
    from cxmap.project.project import Project

_IN_FRONT = ("€", "$", "£", "¥")
_LEAST = 0.005  # what two decimals show


def month(day: dt.date | None, words: TrendWords) -> str:
    """A day as the month that it is in: 2026-03."""
    return words.undated if day is None else f"{day:%Y-%m}"


def value(series: Series, amount: float, words: TrendWords) -> str:
    """A value with its unit, if it has one."""
    if series.scale is not None:
        return words.fixed(amount, decimals(series.scale))
    digits = _digits(amount, words)
    if series.unit in _IN_FRONT:
        return f"{_sign(series, words)}{digits}" if amount >= 0 else f"−{_sign(series, words)}{digits[1:]}"
    return f"{digits} {series.unit}".rstrip()


def changed(series: Series, words: TrendWords) -> list[str]:
    """The difference of what is printed, then the ends of its interval, with signs; nothing to compare: none."""
    found, before, after = series.change, series.before, series.after
    if found is None or before is None:
        return []
    if series.scale is not None:
        return words.changed_by(before.value, after.value, decimals(series.scale), found.interval, clear=found.clear)
    exact = any(0 < abs(at.value) < _LEAST for at in (before, after))
    apart = found.difference if exact else round(after.value, 2) - round(before.value, 2)
    return [difference(series, each, words) for each in (apart, *(found.interval or ()))]


def difference(series: Series, amount: float, words: TrendWords) -> str:
    """A difference with its sign, without a unit."""
    if series.scale is not None:
        return words.signed(amount, decimals(series.scale))
    digits = _digits(amount, words, 2 if max(abs(point.value) for point in series.points) < 10 else 1)
    return f"+{digits}" if amount > 0 and digits.strip("0.,") else digits


def with_unit(series: Series, said: str, words: TrendWords) -> str:
    """A difference with its unit: percentages differ in percentage points."""
    unit = words.points if series.unit == "%" else series.unit
    if series.unit in _IN_FRONT:
        sign = _sign(series, words)
        return f"{said[0]}{sign}{said[1:]}" if said[0] in "+−" else f"{sign}{said}"
    return said if unit[:3] in {"of ", "van"} else f"{said} {unit}".rstrip()  # “+0.5 of 5” would say something else


def _sign(series: Series, words: TrendWords) -> str:
    """The sign of a currency as it stands before a number: in Dutch with white space."""
    return f"{series.unit}\N{NO-BREAK SPACE}" if words.lang == "nl" else series.unit


def _digits(amount: float, words: TrendWords, decimals: int = 2) -> str:
    """A number of a metric: up to so many decimals, thousands apart."""
    if amount and not _LEAST <= abs(amount) < 1e15:
        text = f"{amount:.3g}"
    else:
        text = f"{amount:,.{decimals}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return words.digits("0" if text == "-0" else text)


def point(series: Series, at: TrendPoint | None, words: TrendWords, *, dated: bool) -> str:
    """A value with what it rests on, and with its month where no heading says it."""
    if at is None:
        return ""
    notes = []
    if at.guess:
        notes.append(words.team)
    if at.n is not None:
        notes.append(f"n {words.digits(f'{at.n:,}')}")
    if series.counted is not None and at is series.after:
        notes.append(words.of.format(*series.counted))
    if dated:
        notes.append(month(at.date, words))
    shown = value(series, at.value, words)
    return f"{shown} ({', '.join(notes)})" if notes else shown


def change(project: Project, series: Series, words: TrendWords) -> str:
    """What changed, and how sure that is."""
    found, before, after = series.change, series.before, series.after
    if found is None or before is None:
        return ""
    if before.guess and not after.guess and series.what != "metric":
        source = project.sources.get(after.source or "")
        voice = words.say["customers" if source is not None and source.customer_voice else "measured"]
        said = voice.format(value(series, after.value, words))
        return words.thought.format(value(series, before.value, words), said)
    said, *ends = changed(series, words)
    shown = with_unit(series, said, words)
    if not ends:
        return f"{shown}, {words.untested[found.reason or 'no-spread']}"
    sign = words.among.format(found.family) if found.clear_alone else words.signs[found.verdict]
    said = f"{words.interval.format(shown, *ends)} {sign}"
    return f"{said}; {words.conservative}" if found.conservative else said


def top_two(series: Series, words: TrendWords) -> tuple[str, str, str]:
    """The share of top-two answers before and now, with the marks that it counts, and how it changed."""
    found = series.top_two
    if found is None or found.change.interval is None or found.change.p is None:
        return "", "", ""
    marks = words.two_marks.format(*map(words.general, found.marks))
    low, high = (100 * end for end in found.change.interval)
    shown, *ends = words.changed_by(100 * found.before, 100 * found.after, 0, (low, high))
    p = words.digits(f"{found.change.p:.2g}" if found.change.p >= 0.0005 else "<0.001")
    said = f"{words.interval.format(f'{shown} {words.points}', *ends)}, p {p}"
    said = f"{said}; {words.conservative}" if found.change.conservative else said
    return f"{words.percent(found.before)} ({marks})", words.percent(found.after), said


def target(series: Series, words: TrendWords) -> str:
    """Where a metric should be, and when."""
    if series.target is None:
        return ""
    return f"{value(series, series.target.value, words)} ({month(series.target.day, words)})"


def schedule(series: Series, words: TrendWords) -> str:
    """Where a metric is beside the straight line to its target."""
    if series.schedule is None or series.progress is None:
        return ""
    way, time = series.progress
    if way >= 1:
        return words.reached
    said, done = words.schedule[series.schedule], words.digits(f"{100 * way:.0f} %".replace("-0 ", "0 "))
    return (
        words.progress_past.format(said, done) if time > 1 else words.progress.format(said, done, words.percent(time))
    )
