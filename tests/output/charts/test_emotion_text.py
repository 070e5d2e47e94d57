"""No text of an emotional journey is cut, outside the page, on another text, or too small to read."""

from __future__ import annotations

import functools
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.output.charts.journeys import TEXTS, journey

from cxmap.output.charts.render import scene
from cxmap.output.drawing import fonts
from cxmap.output.drawing.glyphs import EM, glyphs
from cxmap.output.drawing.options import ChartOptions
from cxmap.output.drawing.scene import Box, Scene, Words
from cxmap.output.drawing.typesetting import SMALLEST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cxmap.output.drawing.fonts import Face, Weight
    from cxmap.output.drawing.scene import Segment

TOLERANCE = 0.3  # points: less than anybody sees


def extents(made: Scene) -> list[tuple[Words, Box]]:
    """Every line of text with what it covers, in points: its width, the ink of its glyphs, and that of an l and a p."""
    return [(words, covered(words, made)) for words in made.words]


def covered(words: Words, made: Scene) -> Box:
    unit = words.size / EM
    left, low, right, high = ink(words.line.text, words.weight, made.faces)
    _, below, _, above = ink("lp", words.weight, made.faces)
    x = words.box.left
    return Box(
        x + unit * min(left, 0),
        words.y - unit * max(high, above),
        x + max(unit * right, words.line.width),
        words.y - unit * min(low, below),
    )


@functools.cache
def ink(text: str, weight: Weight, faces: tuple[Face, ...]) -> tuple[float, float, float, float]:
    """Left, lower, right and upper end of the ink of a line, in units of its glyphs; y goes upwards."""
    ends = [(each, *bounds(each.name, each.shape)) for each in glyphs(text, weight, faces)]
    if not ends:
        return 0, 0, 0, 0
    return (
        min(each.x + left for each, left, _, _, _ in ends),
        min(each.y + low for each, _, low, _, _ in ends),
        max(each.x + right for each, _, _, right, _ in ends),
        max(each.y + high for each, _, _, _, high in ends),
    )


BOUNDS: dict[str, tuple[float, float, float, float]] = {}
"""Of the shape of each glyph, by its name: each is in hundreds of lines."""


def bounds(name: str, shape: Sequence[Segment]) -> tuple[float, float, float, float]:
    if name not in BOUNDS:
        across = [x for _, numbers in shape for x in numbers[::2]]
        up = [y for _, numbers in shape for y in numbers[1::2]]
        BOUNDS[name] = min(across), min(up), max(across), max(up)
    return BOUNDS[name]


def assert_legible(made: Scene) -> None:
    placed = extents(made)
    assert placed
    page = Box(-TOLERANCE, -TOLERANCE, made.width + TOLERANCE, made.height + TOLERANCE)
    for words, box in placed:
        inside = page.left <= box.left and box.right <= page.right and page.top <= box.top and box.bottom <= page.bottom
        assert inside, f"{words.line.text!r} ({words.name}) is outside the page: {box}"
        assert words.size >= SMALLEST, words.line.text
    rows = sorted(placed, key=lambda each: each[1].top)
    for i, (words, box) in enumerate(rows):
        shrunk = box.grown(-TOLERANCE)
        for other, taken in itertools.takewhile(lambda each: each[1].top < shrunk.bottom, rows[i + 1 :]):  # noqa: B023 - used up in this turn
            assert not shrunk.overlaps(taken), (
                f"{words.line.text!r} ({words.name}) and {other.line.text!r} ({other.name}) overlap"
            )


@pytest.mark.slow
@pytest.mark.parametrize("personas", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("touchpoints", [1, 5, 14, 30, 60])
def test_any_size(touchpoints: int, personas: int) -> None:
    assert_legible(scene(journey(touchpoints, personas, desired=personas < 3)))


@pytest.mark.slow
@pytest.mark.parametrize("touchpoints", [5, 14])
@pytest.mark.parametrize("texts", sorted(TEXTS))
def test_any_text(texts: str, touchpoints: int) -> None:
    assert_legible(scene(journey(touchpoints, 1 if touchpoints > 5 else 3, texts)))


@pytest.mark.slow
@pytest.mark.parametrize("texts", sorted(TEXTS))
def test_any_text_without_installed_fonts(texts: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_installed_files", lambda _: [])
    fonts.installed_faces.cache_clear()
    try:
        made = scene(journey(5, 2, texts))
        assert_legible(made)
        if texts in {"chinese", "japanese", "korean", "thai"}:
            assert made.missing
            assert not set(made.missing) & set("".join(words.line.text for words in made.words))
    finally:
        fonts.installed_faces.cache_clear()


@pytest.mark.slow
@pytest.mark.parametrize(
    "options",
    [ChartOptions(lang="nl"), ChartOptions(width=10), ChartOptions(width=40, height=20), ChartOptions(width=7)],
)
def test_any_page(options: ChartOptions) -> None:
    assert_legible(scene(journey(14, 1), options))
    assert_legible(scene(journey(14, 4), options))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_any_marks(seed: int) -> None:
    view = journey(14, 1 + seed % 4, seed=seed, desired=seed % 2 == 0)
    assert_legible(scene(view, ChartOptions(curve="smooth" if seed % 3 == 0 else "straight")))
    assert_legible(scene(replace(view, importance_derived=True)))


def test_what_was_shortened_is_known() -> None:
    made = scene(journey(14, 1, "long text"))
    assert made.shortened
    assert any(words.line.text.endswith("…") for words in made.words)
    assert not scene(journey(14, 1)).shortened


def test_without_the_font_that_cxmap_brings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "OWN", tmp_path)
    fonts.own_faces.cache_clear()
    try:
        made = scene(journey(14, 2))
        assert len(made.faces) == 1
        assert_legible(made)
    finally:
        fonts.own_faces.cache_clear()
