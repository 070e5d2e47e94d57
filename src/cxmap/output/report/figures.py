"""The charts of a report: what is drawn, and what it shows in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.catalogue import Wish, plan
from cxmap.output.drawing.options import ChartError
from cxmap.output.report.content import ChartFigure

if TYPE_CHECKING:
    from cxmap.choices import Chart
    from cxmap.output.report.content import ReportBlock
    from cxmap.output.report.writer import Writer
    from cxmap.story.journeys import JourneyStory


def journey_chart(
    writer: Writer, told: JourneyStory, chart: Chart, title: str, *, folded: bool = False
) -> list[ReportBlock]:
    """A chart of a journey; nothing where it is left out, or the files have nothing for it."""
    if chart in writer.leave_out:
        return []
    story = writer.story
    planned = next(plan(story.project, [told.document], [chart], Wish(tuple(told.ways))), None)
    if planned is None or isinstance(planned.view, ChartError):
        return []
    finding = story.finding(chart, told.journey.id, writer.words.lang)
    return [ChartFigure(chart, title, finding, planned.view, writer.words.lang, folded)]


def project_chart(writer: Writer, chart: Chart, title: str, *, folded: bool = False) -> list[ReportBlock]:
    """A chart of the project; nothing where it is left out, or the files have nothing for it."""
    if chart in writer.leave_out:
        return []
    story = writer.story
    planned = next(plan(story.project, [told.document for told in story.journeys], [chart], Wish()), None)
    if planned is None or isinstance(planned.view, ChartError):
        return []
    return [ChartFigure(chart, title, story.finding(chart), planned.view, writer.words.lang, folded)]
