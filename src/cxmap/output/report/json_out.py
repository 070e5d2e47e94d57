"""A story as one JSON object: what a report says, in figures and ids; unrounded, and in the keys of other commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap._version import __version__
from cxmap.output.tables.gaps_records import record
from cxmap.output.tables.numbers import plain
from cxmap.output.tables.summary_json import journey_object
from cxmap.text import escape

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection

    from cxmap.analysis.changes import IndexChange
    from cxmap.analysis.difference import Change
    from cxmap.analysis.metrics import Measured
    from cxmap.model.source import Evidence
    from cxmap.story.changes import ToldChange
    from cxmap.story.evidence import Backing, EvidenceRow, SourceUse
    from cxmap.story.needs import OpenNeeds, Subject
    from cxmap.story.opportunities import OpportunitySheet
    from cxmap.story.plan import MeasuredMetric, PlannedAction
    from cxmap.story.story import Story


def report_json(story: Story, title: str, leave_out: Collection[str] = ()) -> str:
    """The whole document, with a line feed at its end."""
    return escape.json(report_object(story, title, leave_out)) + "\n"


def report_object(story: Story, title: str, leave_out: Collection[str] = ()) -> dict[str, Any]:
    """The document as plain values. What is left out has no key."""
    parts: dict[str, Callable[[Story], dict[str, Any]]] = {
        "message": _message,
        "changes": _changes,
        "journeys": _journeys,
        "ranking": _ranking,
        "sheets": lambda told: {"sheets": [_sheet(sheet) for sheet in told.sheets]},
        "people": _people,
        "stakeholders": _stakeholders,
        "roadmap": lambda told: {"actions": [_action(one) for one in told.plan.actions]},
        "dashboard": _dashboard,
        "needs": lambda told: {"needs": _needs(told.needs)},
        "evidence": _evidence,
    }
    found: dict[str, Any] = {
        "cxmap": __version__,
        "command": "report",
        "title": title,
        "lang": story.lang,
        "today": story.project.today.isoformat(),
    }
    for name, make in parts.items():
        if name not in leave_out:
            found |= make(story)
    return found


def _message(story: Story) -> dict[str, Any]:
    return {
        "headlines": [
            {"kind": one.kind, "text": one.text, "journey": one.journey, "touchpoint": one.touchpoint}
            for one in story.headlines
        ],
        "findings": dict(story.findings),
        "basis": story.basis._asdict(),
    }


def _changes(story: Story) -> dict[str, Any]:
    return {
        "changes": [_index(one) for one in story.changes.indexes] + [_score(one) for one in story.changes.scores],
        "learned": [
            {"action": one.id, "outcome": one.action.outcome, "learned": one.action.learned}
            for one in story.plan.learned
        ],
    }


def _score(told: ToldChange) -> dict[str, Any]:
    key, found = told.change.key, told.change
    return {
        "what": "score",
        "journey": key.journey,
        "touchpoint": key.touchpoint,
        "kind": key.kind,
        "handover": key.handover,
        "personas": list(told.personas),
        "before": plain(found.before.value) if found.before else None,
        "after": plain(found.after.value),
        **_change(found.change),
    }


def _index(found: IndexChange) -> dict[str, Any]:
    return {
        "what": "index",
        "journey": found.journey,
        "touchpoint": None,
        "kind": None,
        "handover": False,
        "personas": [found.persona],
        "before": plain(found.before.value),
        "after": plain(found.after.value),
        **_change(found.change),
    }


def _change(change: Change | None) -> dict[str, Any]:
    if change is None:
        return dict.fromkeys(("difference", "low", "high", "p", "p_holm", "verdict", "reason"))
    low, high = change.interval or (None, None)
    return {
        "difference": plain(change.difference),
        "low": plain(low),
        "high": plain(high),
        "p": plain(change.p),
        "p_holm": plain(change.p_holm),
        "verdict": change.verdict,
        "reason": change.reason,
    }


def _journeys(story: Story) -> dict[str, Any]:
    return {
        "journeys": [
            {
                "journey": told.journey.id,
                "title": told.journey.title,
                "state": told.journey.state,
                "findings": {
                    chart: text for (name, chart), text in story.journey_findings.items() if name == told.journey.id
                },
                "personas": [journey_object(figures) for figures in told.figures.values()],
            }
            for told in story.journeys
        ]
    }


def _ranking(story: Story) -> dict[str, Any]:
    return {
        "rankings": [
            {"by": ranking.by, "rows": [record(row) for row in ranking.rows], "remarks": list(ranking.remarks)}
            for ranking in story.rankings
        ]
    }


def _sheet(sheet: OpportunitySheet) -> dict[str, Any]:
    return {
        "journey": sheet.told.journey.id,
        "stage": sheet.stage.id,
        "touchpoint": sheet.touchpoint.id,
        "title": sheet.touchpoint.title,
        "rank": sheet.row.rank,
        "now": list(sheet.now),
        "wanted": list(sheet.wanted),
        "ideas": list(sheet.ideas),
        "inside": list(sheet.internal),
        "outside": list(sheet.external),
        "behaviour": list(sheet.behaviour),
        "systems": list(sheet.systems),
        "evidence": [_piece(one) for one in sheet.evidence],
        "actions": list(sheet.actions),
        "metrics": list(sheet.metrics),
    }


def _piece(evidence: Evidence) -> dict[str, Any]:
    return {
        "source": evidence.source,
        "quote": evidence.quote,
        "note": evidence.note,
        "persona": evidence.persona,
        "finding": evidence.finding,
        "date": _day(evidence.date),
    }


def _people(story: Story) -> dict[str, Any]:
    return {
        "personas": [
            {
                "persona": told.id,
                "name": told.persona.name,
                "segment": told.persona.segment,
                "journeys": [figures.journey for figures in told.figures],
            }
            for told in story.personas
        ]
    }


def _stakeholders(story: Story) -> dict[str, Any]:
    return {
        "stakeholders": [
            {
                "stakeholder": told.id,
                "title": told.party.title,
                "kind": told.party.kind,
                "owns": ["/".join(place) for place in told.owns],
                "supports": ["/".join(place) for place in told.supports],
                "actions": list(told.actions),
                "needed": list(told.needed),
                "channels": list(told.channels),
            }
            for told in story.parties
        ]
    }


def _action(planned: PlannedAction) -> dict[str, Any]:
    action = planned.action
    return {
        "action": planned.id,
        "title": action.title,
        "status": action.status,
        "owner": action.owner,
        "start": _day(action.start),
        "due": _day(action.due),
        "finished": _day(action.finished),
        "late": planned.late,
        "improves": [
            {
                "journey": one.target.journey,
                "touchpoint": one.target.touchpoint,
                "handover": one.target.handover,
                "rank": one.rank,
            }
            for one in planned.improves
        ],
        "steps": [
            {
                "title": step.title,
                "owner": step.owner,
                "due": _day(step.due),
                "done": bool(step.done),
                "late": place in planned.overdue,
            }
            for place, step in enumerate(action.steps)
        ],
        "metrics": list(action.metrics),
        "outcome": action.outcome,
        "learned": action.learned,
    }


def _dashboard(story: Story) -> dict[str, Any]:
    return {"metrics": [_metric(one) for one in story.plan.metrics], "moved": story.plan.moved._asdict()}


def _metric(told: MeasuredMetric) -> dict[str, Any]:
    track = told.track
    return {
        "metric": told.id,
        "title": told.metric.title,
        "unit": told.metric.unit,
        "better": told.metric.better,
        "baseline": _point(track.baseline),
        "now": _point(track.latest),
        "target": _point(track.target),
        "actions": list(told.actions),
        **_change(told.change),
    }


def _point(point: Measured | None) -> dict[str, Any] | None:
    return {"date": _day(point.day), "value": plain(point.value), "n": point.n} if point else None


def _needs(needs: OpenNeeds) -> dict[str, Any]:
    return {
        "findings": [
            {
                "code": group.code,
                "severity": group.severity.value,
                "subjects": [_subject(one) for one in group.subjects],
            }
            for group in needs.groups
        ],
        **{
            name: [{**_subject(one.subject), "personas": list(one.personas)} for one in getattr(needs, name)]
            for name in ("unscored", "without_evidence", "ownerless")
        },
        **{
            name: [{**_subject(one.subject), **_piece(one.evidence)} for one in getattr(needs, name)]
            for name in ("new", "contradictions")
        },
        "questions": [{**_subject(one.subject), "text": one.text} for one in needs.questions],
    }


def _subject(subject: Subject) -> dict[str, Any]:
    return {"what": subject.kind, "id": subject.id, "journey": subject.journey or None}


def _evidence(story: Story) -> dict[str, Any]:
    return {"evidence": [_row(row) for row in story.evidence], "sources": [_source(use) for use in story.sources]}


def _row(row: EvidenceRow) -> dict[str, Any]:
    return {
        "journey": row.journey,
        "touchpoint": row.touchpoint,
        "persona": row.persona,
        "importance": _backing(row.importance),
        "experience": _backing(row.experience),
        "evidence": row.evidence,
        "customers": row.customers,
    }


def _backing(backing: Backing | None) -> dict[str, Any] | None:
    if backing is None:
        return None
    return {
        "source": backing.source,
        "voice": backing.voice,
        "n": backing.n,
        "date": _day(backing.date),
        "waves": backing.waves,
    }


def _source(use: SourceUse) -> dict[str, Any]:
    return {
        "source": use.id,
        "title": use.source.title,
        "kind": use.source.kind,
        "date": _day(use.source.date),
        "n": use.source.n,
        "scores": use.scores,
        "evidence": use.evidence,
        "touchpoints": ["/".join(place) for place in use.touchpoints],
        "personas": list(use.personas),
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
