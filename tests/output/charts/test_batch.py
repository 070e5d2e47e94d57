"""Other processes draw what this one draws, in the order asked for, whatever happens to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.output.charts.journeys import journey

from cxmap.output.charts import batch
from cxmap.output.charts.batch import Job, draw, drawing, lay_out, laying_out
from cxmap.output.drawing.options import ChartError, ChartOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.choices import ChartFormat
    from cxmap.output.charts.render import Picture

pytestmark = pytest.mark.slow


def jobs(count: int, form: ChartFormat = "svg") -> list[Job]:
    """Charts that differ, one of which cannot be made."""
    made = [Job(journey(1 + i), form, ChartOptions(title=f"Chart {i}"), 72) for i in range(count)]
    if made:
        made[-1] = Job(journey(60), form, ChartOptions(width=2, paper="a3"), 72)
    return made


def shown(answers: Iterator[Picture | ChartError]) -> list[Picture | str]:
    return [str(one) if isinstance(one, ChartError) else one for one in answers]


@pytest.fixture(params=[1, 2, 5], ids=lambda count: f"{count} processors")
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    count: int = request.param
    monkeypatch.setattr(batch, "processors", lambda: count)
    return count


@pytest.mark.parametrize("count", [0, 1, 3, 4, 9])
def test_the_same_pictures_in_the_same_order(count: int, processors: int) -> None:
    asked = jobs(count)
    with drawing(["emotion"], "svg") as draw_all:
        assert shown(draw_all(asked)) == shown(map(draw, asked))


def test_what_was_not_expected_is_drawn_too(processors: int) -> None:
    asked = jobs(5, "png")
    with drawing(["matrix"], "pdf") as draw_all:
        assert shown(draw_all(asked)) == shown(map(draw, asked))


@pytest.mark.parametrize("count", [0, 3, 7])
def test_the_same_scenes_in_the_same_order(count: int, processors: int) -> None:
    asked = [(job.view, job.options) for job in jobs(count)]
    with laying_out(["emotion"]) as lay_out_all:
        assert list(map(str, lay_out_all(asked))) == [str(lay_out(chart)) for chart in asked]


def test_what_a_copy_cannot_lay_out_this_process_does(processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def ends(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(batch, "_do_share", ends)
    asked = [(job.view, job.options) for job in jobs(5)]
    with laying_out(["emotion"]) as lay_out_all:
        assert list(map(str, lay_out_all(asked))) == [str(lay_out(chart)) for chart in asked]
