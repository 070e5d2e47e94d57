"""A ranking as the JSON object that scripts rely on. Its keys are a contract; figures are unrounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap._version import __version__
from cxmap.output.tables import decision_tables
from cxmap.output.tables.decision_records import decision_records
from cxmap.output.tables.gaps_records import record
from cxmap.output.tables.numbers import plain
from cxmap.text import escape

if TYPE_CHECKING:
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.stops import Coverage
    from cxmap.analysis.summary import JourneySummary

SIGN = "positive means the experience falls short"


def gaps_json(ranking: Ranking) -> str:
    """The whole document, with a line feed at its end."""
    return escape.json(gaps_object(ranking)) + "\n"


def gaps_object(ranking: Ranking) -> dict[str, Any]:
    """The document as plain values."""
    kept = ranking.agreement.kept
    return {
        "cxmap": __version__,
        "command": "gaps",
        "by": ranking.by,
        "sign": SIGN,
        "shares": ranking.options.shares,
        "dependent": bool(ranking.dependent),
        "crosshairs": [
            {
                "journey": cross.journey,
                "persona": cross.persona,
                "kind": cross.kind,
                "importance10": plain(cross.importance10),
                "experience10": plain(cross.experience10),
            }
            for cross in ranking.crosshairs
        ],
        "rows": [record(row, shares=ranking.options.shares) for row in ranking.rows],
        "unscored": [
            {
                "journey": touchpoint.journey,
                "touchpoint": touchpoint.touchpoint,
                "persona": touchpoint.persona,
                "missing": list(touchpoint.missing),
                "path": touchpoint.place.path,
                "line": touchpoint.place.line,
                "column": touchpoint.place.column,
            }
            for touchpoint in ranking.unscored
        ],
        "journeys": [_journey(journey) for journey in ranking.journeys],
        "coverage": _coverage(ranking.coverage),
        "agreement": {
            "top": ranking.agreement.top,
            **{name: kept[name] for name in ("gap", "opportunity", "shortfall")},
        },
        **decision_records(ranking),
        "remarks": [*decision_tables.notes(ranking), *ranking.remarks],
    }


def _journey(one: JourneySummary) -> dict[str, Any]:
    drop = one.largest_drop
    return {
        "journey": one.journey,
        "persona": one.persona,
        "mean10": plain(one.mean10),
        "index10": plain(one.index10),
        "lowest": one.lowest,
        "highest": one.highest,
        "last": one.last,
        "weakest_link": one.weakest_link,
        "largest_drop": [drop.before, drop.after] if drop else None,
        "peak_end": plain(one.peak_end),
        "coverage": _coverage(one.coverage),
    }


def _coverage(one: Coverage) -> dict[str, int]:
    return {"scored": one.scored, "total": one.total}
