"""Charts for a slide: as wide as one, with text that is read from the back of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.output.charts.dashboards import dashboard
from tests.output.charts.journeys import journey
from tests.output.charts.roadmaps import roadmap
from tests.output.charts.test_atlas import any_view as any_atlas
from tests.output.charts.test_change import any_view as any_change
from tests.output.charts.test_describe import VIEW
from tests.output.charts.test_drivers import any_view as any_drivers
from tests.output.charts.test_emotion_text import assert_legible
from tests.output.charts.test_matrix import any_view
from tests.output.charts.test_ranking import any_view as any_ranking
from tests.output.charts.test_stakeholders import any_view as any_stakeholders
from tests.output.charts.test_trend import any_view as any_trend

from cxmap.output.charts.render import render, scene
from cxmap.output.drawing.options import ChartError, ChartOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.dashboard.view import DashboardView
    from cxmap.output.charts.roadmap.view import RoadmapView
    from cxmap.output.charts.view import View
    from cxmap.output.drawing.scene import Scene

SLIDE = ChartOptions(slide=True)


@pytest.mark.parametrize(
    "view", [journey(6), journey(14, 2), any_view(8), roadmap(4), dashboard(3)], ids=lambda view: type(view).__name__
)
def test_all_text_can_be_read(view: View) -> None:
    made = scene(view, SLIDE)
    assert made.width == pytest.approx(960)
    assert min(words.size for words in made.words) >= 9 - 1e-6
    assert all(words.box.left >= 0 and words.box.right <= made.width + 0.5 for words in made.words)
    higher = made.height > 540 + 1e-6
    assert any("higher than a slide" in remark for remark in made.remarks) == higher


@pytest.mark.parametrize("personas", [1, 2])
def test_names_in_a_matrix_have_eleven_points(personas: int) -> None:
    made = scene(any_view(14, personas), SLIDE)
    sizes = {words.size for words in made.words if words.name.startswith(("name-", "letter-title"))}
    assert sizes
    assert min(sizes) >= 11 - 1e-6


def test_a_short_journey_fits_a_slide() -> None:
    made = scene(VIEW, SLIDE)
    assert (made.width, made.height) == pytest.approx((960, 540))
    assert not made.remarks


@pytest.mark.parametrize(("personas", "said"), [(1, False), (2, True)])
def test_one_persona_is_a_remedy_where_there_are_several(personas: int, *, said: bool) -> None:
    (remark,) = scene(journey(30, personas), SLIDE).remarks
    assert ("one --persona takes less" in remark) == said


def test_no_band_has_more_than_twelve_touchpoints() -> None:
    made = scene(journey(30), SLIDE)
    titles = {
        words.name: words.y for words in made.words if words.name.startswith("touchpoint-") and words.name[-1] != "l"
    }
    heights = [round(y) for y in titles.values()]
    assert all(heights.count(height) <= 12 for height in heights)


def test_what_does_not_fit_says_so() -> None:
    with pytest.raises(ChartError, match="some text would be smaller than 9 points; leave --for slide out"):
        scene(any_view(8, 5), ChartOptions(slide=True, height=1))


@pytest.mark.parametrize("view", [roadmap(8), dashboard(8)], ids=["roadmap", "dashboard"])
def test_the_plan_can_be_read_on_a_slide_and_is_said_to_be_higher(view: View) -> None:
    made = scene(view, SLIDE)
    assert min(words.size for words in made.words) >= 9 - 1e-6
    assert not made.shortened
    (remark,) = made.remarks
    assert "higher than a slide" in remark
    assert "--persona" not in remark


def fits(page: View) -> bool:
    return scene(page, SLIDE).height <= 540 + 1e-6


def test_a_road_map_has_slides_that_fit_with_all_of_it_once() -> None:
    view = roadmap(8)
    pages = view.slides(fits)
    are_slides(pages)
    assert [action for page in pages if page.calendar for action in page.actions] == list(view.actions)


def test_a_dashboard_has_slides_that_fit_with_all_of_it_once() -> None:
    view = dashboard(8)
    pages = view.slides(fits)
    are_slides(pages)
    assert [metric for page in pages for metric in page.metrics] == list(view.metrics)
    assert [row for page in pages for row in page.journeys] == list(view.journeys)


def are_slides(pages: Sequence[RoadmapView | DashboardView]) -> None:
    made = [scene(page, SLIDE) for page in pages]
    assert all((page.width, page.height) == pytest.approx((960, 540)) for page in made)
    assert not any(page.remarks or page.shortened for page in made)
    assert share_to_read(made) > 0.95


def share_to_read(made: Sequence[Scene]) -> float:
    """How much of the text has 11 points or more, by its characters."""
    texts = [(len(words.line.text), words.size) for page in made for words in page.words]
    assert min(size for _, size in texts) >= 9 - 1e-6
    return sum(length for length, size in texts if size >= 11 - 1e-6) / sum(length for length, _ in texts)


def test_a_ranking_leaves_out_its_last_rows() -> None:
    made = scene(any_ranking(12), SLIDE)
    assert (made.width, made.height) == pytest.approx((960, 540))
    assert not made.remarks
    rows = sum(words.name.startswith("title-") for words in made.words)
    assert 3 <= rows < 10
    assert f"The first {rows} of 12 that fall short." in " ".join(words.line.text for words in made.words)


@pytest.mark.parametrize(
    "view",
    [any_change(6), any_trend(4), any_atlas(3), any_stakeholders(9), any_stakeholders(24), any_drivers(8), any_view(9)],
    ids=lambda view: type(view).__name__,
)
def test_what_has_much_small_print_has_it_in_the_size_of_a_slide(view: View) -> None:
    made = scene(view, SLIDE)
    assert made.width == pytest.approx(960)
    assert share_to_read([made]) > 0.9
    assert_legible(made)
    assert not made.shortened


def test_a_party_too_many_is_refused_by_size() -> None:
    with pytest.raises(ChartError, match=r"^too large for a slide: some text would be smaller than 9 points; leave"):
        scene(any_stakeholders(40, relations=80), SLIDE)


def test_rows_are_on_as_many_slides_as_they_take() -> None:
    picture = render(any_change(8), "pdf", SLIDE)
    assert picture.data.count(b"/Type /Page ") > 1
    assert not picture.remarks
    assert not picture.shortened
