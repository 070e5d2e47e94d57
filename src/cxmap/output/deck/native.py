"""The emotional journey as PowerPoint's own line chart, whose data can be edited: the backup of the drawn one.

A touchpoint beside the way (a detour) would look like a dip in it, so detours are not in it.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from cxmap.analysis.intervals import score_interval
from cxmap.analysis.scores import from_ten, scales
from cxmap.output.drawing.pptx_shapes import EMU, element
from cxmap.text import escape as boundary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.stops import Visit
    from cxmap.model.scale import Range
    from cxmap.output.deck.slides import Slides
    from cxmap.story.journeys import JourneyStory
    from cxmap.story.story import Story

_MOST_MARKS = 12  # of a scale, so that each has a line
MOST_LINES = 4
"""As many personas as the theme has colours for."""

_CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's dates have no time zone
_TEXT_STAYS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NAMESPACE = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def add_line_chart(slides: Slides, slide: Any, told: JourneyStory, story: Story, about: str) -> None:
    """Fill the body of a slide with the chart of a journey.

    Args:
        slides: The deck, for its colours and language.
        slide: Where to.
        told: The journey.
        story: What the journey is of.
        about: What it shows, for whoever cannot see it.
    """
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Emu

    way = [placed for placed in told.document.touchpoints() if placed.touchpoint.returns_to is None]
    scale = scales(story.project, told.journey).experience
    names = [story.names.persona(persona) for persona in list(told.ways)[:MOST_LINES]]
    lines = []
    for persona in list(told.ways)[:MOST_LINES]:
        scored = {visit.id: visit for visit in told.ways[persona] if visit.experience}
        lines.append([scored.get(placed.touchpoint.id) for placed in way])
    data = CategoryChartData(number_format="0.0")
    stages: list[tuple[str, Any]] = []
    for placed in way:
        if not stages or stages[-1][0] != placed.stage.id:
            stages.append((placed.stage.id, data.add_category(boundary.xml_characters(placed.stage.title))))
        stages[-1][1].add_sub_category(boundary.xml_characters(placed.touchpoint.title))
    for name, visits in zip(names, lines, strict=True):
        data.add_series(boundary.xml_characters(name), [_value(visit) for visit in visits])
    box = slides.body
    left, top, width, height = (Emu(round(side * EMU)) for side in (box.left, box.top, box.width, box.height))
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, left, top, width, height, data)
    frame.name = "Chart"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", boundary.xml_characters(about))  # noqa: SLF001 - no access
    chart = frame.chart
    _look(slides, chart, scale)
    for i, (series, visits) in enumerate(zip(chart.plots[0].series, lines, strict=True)):
        _series(slides, series, i)
        _intervals(series, visits, scale, slides.theme.series[i].color)
    chart.part.chart_workbook.update_from_xlsx_blob(
        _workbook([(placed.stage.title, placed.touchpoint.title) for placed in way], names, lines)
    )


def _value(visit: Visit | None) -> float | None:
    return round(visit.experience.value, 4) if visit is not None and visit.experience is not None else None


def _look(slides: Slides, chart: Any, scale: Range) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    ink, rule = (RGBColor.from_string(color[1:]) for color in (slides.theme.ink, slides.theme.rule))
    chart.font.size = Pt(10)
    chart.font.color.rgb = ink
    chart.has_title = False
    chart.has_legend = len(chart.plots[0].series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale = scale.min, scale.max
    if scale.max - scale.min <= _MOST_MARKS:
        axis.major_unit = 1  # else a mark of its own is drawn for every half
    axis.major_gridlines.format.line.color.rgb = rule
    axis.major_gridlines.format.line.width = Pt(0.5)
    for one in (axis, chart.category_axis):
        one.format.line.color.rgb = rule
    # A touchpoint that a persona does not pass is no gap in the line: it goes on to the next.
    blanks = chart._chartSpace.xpath("c:chart/c:dispBlanksAs")  # noqa: SLF001 - the library has no such setting
    for node in blanks:
        node.set("val", "span")
    if not blanks:
        visible = chart._chartSpace.xpath("c:chart/c:plotVisOnly")[0]  # noqa: SLF001 - as above
        visible.addnext(element(f'<c:dispBlanksAs {_NAMESPACE} val="span"/>'))


def _series(slides: Slides, series: Any, number: int) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    look = slides.theme.series[number]
    color = RGBColor.from_string(look.color[1:])
    markers = {
        "circle": XL_MARKER_STYLE.CIRCLE,
        "square": XL_MARKER_STYLE.SQUARE,
        "triangle": XL_MARKER_STYLE.TRIANGLE,
        "diamond": XL_MARKER_STYLE.DIAMOND,
    }
    dashes = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.SQUARE_DOT, MSO_LINE.DASH_DOT)
    series.smooth = False
    series.format.line.color.rgb = color
    series.format.line.width = Pt(2.25)
    series.format.line.dash_style = dashes[number]
    series.marker.style = markers[look.marker]
    series.marker.size = 8
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = color
    series.marker.format.line.color.rgb = color


def _intervals(series: Any, visits: Sequence[Visit | None], scale: Range, color: str) -> None:
    """The 95 % intervals as error bars, which the library has not: written before the categories."""
    around = [_around(visit, scale) for visit in visits]
    if not any(around):
        return
    ends = "".join(
        f'<c:{kind}><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(around)}"/>'
        + "".join(f'<c:pt idx="{i}"><c:v>{ends[place]:.6g}</c:v></c:pt>' for i, ends in enumerate(around) if ends)
        + f"</c:numLit></c:{kind}>"
        for kind, place in (("plus", 1), ("minus", 0))
    )
    bars = element(
        f'<c:errBars {_NAMESPACE} {_DRAWING}><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/>{ends}<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="{color[1:]}"/></a:solidFill>'
        "</a:ln></c:spPr></c:errBars>"
    )
    series._element.xpath("c:cat")[0].addprevious(bars)  # noqa: SLF001 - the library has no error bars


def _around(visit: Visit | None, scale: Range) -> tuple[float, float] | None:
    """How far the interval reaches below and above a score, on its scale."""
    score = visit.experience if visit else None
    interval = score_interval(score) if score else None
    if score is None or interval is None:
        return None
    low, high = (from_ten(end, scale) for end in (interval.low, interval.high))
    return max(0.0, score.value - low), max(0.0, high - score.value)


def _workbook(way: Sequence[tuple[str, str]], names: Sequence[str], lines: Sequence[Sequence[Visit | None]]) -> bytes:
    """The data of the chart, at the places that the chart refers to; the same bytes each time."""
    import xlsxwriter

    from cxmap.io.archive import undated

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _TEXT_STAYS_TEXT)
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet("Sheet1")
    before = None
    for row, (stage, touchpoint) in enumerate(way, 1):
        if stage != before:
            sheet.write_string(row, 0, boundary.xml_characters(stage))
        before = stage
        sheet.write_string(row, 1, boundary.xml_characters(touchpoint))
    for column, (name, visits) in enumerate(zip(names, lines, strict=True), 2):
        sheet.write_string(0, column, boundary.xml_characters(name))
        for row, visit in enumerate(visits, 1):
            value = _value(visit)
            if value is not None:
                sheet.write_number(row, column, value)
    book.close()
    return undated(out.getvalue())
