"""Rankings, needs, people and the plan, in the keys of the commands that print them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.choices import RANKING_KEYS
from cxmap.errors import UsageError
from cxmap.output.report.json_out import report_object
from cxmap.output.tables.gaps_cells import GapCells
from cxmap.output.tables.gaps_records import record
from cxmap.output.tables.gaps_sentences import common_scale, header
from cxmap.output.tables.signs import UNICODE
from cxmap.story.journeys import journeys_of
from cxmap.story.story import rankings_of, tell
from cxmap.studio.desk import Problem, lang_asked

if TYPE_CHECKING:
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.studio.desk import Asked, Desk


def ranking_record(desk: Desk, asked: Asked) -> dict[str, Any]:
    """The ranking of all journeys, or of one, by the project's figure or another."""
    asked_for = lang_asked(asked)
    by, journey, persona = (asked.one(name) for name in ("by", "journey", "persona"))
    key = next((each for each in RANKING_KEYS if each == by), None)
    if by is not None and key is None:
        raise Problem(400, "bad-request", f"nothing is ranked by '{by}'")

    def rank() -> dict[str, Any]:
        project, _ = desk.session.sound()
        lang = asked_for or desk.lang or project.config.lang
        if key is None and journey is None:
            found = rankings_of(project, lang, journeys_of(project), [persona] if persona else ())
        else:
            try:
                found = (gaps(project, Options(by=key, journey=journey, persona=persona, lang=lang)),)
            except UsageError as error:
                raise Problem(422, "no-chart", str(error)) from error
        return {"rankings": [_ranking(each) for each in found]}

    return desk.kept(("ranking", key, journey, persona, asked_for), rank)


def _ranking(found: Ranking) -> dict[str, Any]:
    """A ranking: its rows, and what the table of the commands shows of each."""
    scale = common_scale(found)
    cells = GapCells(found.project, found, scale, UNICODE)
    shown = [
        {
            "whose": cells.heading(row.persona).replace(f" ({row.persona})", ""),
            "rank": cells.rank(row).strip(),
            "importance": cells.mark(row.importance, row.importance10),
            "experience": cells.mark(row.experience, row.experience10),
            "gap": cells.gap(row),
            "figure": cells.key(row),
            "key": row.key,
        }
        for row in found.rows
    ]
    return {
        "by": found.by,
        "figure": cells.figure,
        "derived": found.derived,
        "reading": list(header(found, scale)),
        "rows": [record(row) for row in found.rows],
        "shown": shown,
        "remarks": list(found.remarks),
    }


def needs_record(desk: Desk, _: Asked) -> dict[str, Any]:
    """What is still open."""
    return _told(desk, "needs")


def people_record(desk: Desk, _: Asked) -> dict[str, Any]:
    """Personas and parties."""
    return _told(desk, "personas", "stakeholders")


def plan_record(desk: Desk, _: Asked) -> dict[str, Any]:
    """Actions and metrics."""
    return _told(desk, "actions", "metrics", "moved")


def _told(desk: Desk, *names: str) -> dict[str, Any]:
    def told() -> dict[str, Any]:
        project, _ = desk.session.sound()
        return report_object(tell(project, desk.lang or project.config.lang), "")

    found = desk.kept("story", told)
    return {name: found[name] for name in names}
