"""Journey summaries as one JSON object; figures unrounded, on 0-10 where a name says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap._version import __version__
from cxmap.output.tables.numbers import plain
from cxmap.text import escape

if TYPE_CHECKING:
    from cxmap.analysis.durations import Total
    from cxmap.analysis.stops import Coverage
    from cxmap.analysis.summary import Drop, JourneySummary, ProjectSummary, Summary


def summary_json(found: Summary) -> str:
    """The whole document, with a line feed at its end."""
    return escape.json(summary_object(found)) + "\n"


def summary_object(found: Summary) -> dict[str, Any]:
    """The document as plain values."""
    return {
        "cxmap": __version__,
        "command": "summary",
        "journeys": [journey_object(journey) for journey in found.journeys],
        "project": _project(found.project),
    }


def journey_object(one: JourneySummary) -> dict[str, Any]:
    """A journey as one persona goes through it."""
    scale = one.scales.experience
    drop = one.largest_drop
    return {
        "journey": one.journey,
        "title": one.title,
        "persona": one.persona,
        "state": one.state,
        "scale": {"min": plain(scale.min), "max": plain(scale.max), "pass": plain(scale.pass_)},
        "mean10": plain(one.mean10),
        "index10": plain(one.index10),
        "lowest": one.lowest,
        "highest": one.highest,
        "last": one.last,
        "weakest_link": one.weakest_link,
        "below_pass": None if one.below_pass is None else list(one.below_pass),
        "largest_drop": [drop.before, drop.after] if drop else None,
        "largest_drop10": plain(drop.size10) if drop else None,
        "channel_drops": [_drop(channel_drop) for channel_drop in one.channel_drops],
        "peak": one.peak,
        "peak_end": plain(one.peak_end),
        "waiting": _total(one.waiting),
        "doing": _total(one.doing),
        "coverage": _coverage(one.coverage),
        "evidence": _share(one.evidence, "with_evidence"),
        "customer_voice": _share(one.customer_voice, "with_voice"),
    }


def _project(one: ProjectSummary) -> dict[str, Any]:
    return {
        "journeys": one.journeys,
        "desired_journeys": one.desired,
        "personas": one.personas,
        "mean10": plain(one.mean10),
        "index10": plain(one.index10),
        "lowest": _touchpoint(one.lowest),
        "highest": _touchpoint(one.highest),
        "coverage": _coverage(one.coverage),
        "evidence": _share(one.evidence, "with_evidence"),
        "customer_voice": _share(one.customer_voice, "with_voice"),
    }


def _drop(one: Drop) -> dict[str, Any]:
    return {"from": one.before, "to": one.after, "drop10": plain(one.size10)}


def _touchpoint(found: tuple[str, str, str] | None) -> dict[str, str] | None:
    return dict(zip(("journey", "persona", "touchpoint"), found, strict=True)) if found else None


def _total(one: Total) -> dict[str, Any]:
    return {
        "text": str(one),
        "minutes": plain(one.minutes),
        "working_days": plain(one.working_days),
        "months": plain(one.months),
        "given": one.count,
    }


def _coverage(one: Coverage) -> dict[str, int]:
    return _share(one, "scored")


def _share(one: Coverage, name: str) -> dict[str, int]:
    return {name: one.scored, "total": one.total}
