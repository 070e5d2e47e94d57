"""Persona cards: all that is said of a person, portraits that are let in, nothing cut or overlapping."""

from __future__ import annotations

import io
import itertools
import re
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from tests.output.charts.journeys import TEXTS
from tests.output.charts.test_emotion import said
from tests.output.charts.test_emotion_text import assert_legible
from tests.support import TODAY

from cxmap.analysis.stops import stops
from cxmap.analysis.summary import summarise
from cxmap.output.charts.from_project import emotion_view, journey_of
from cxmap.output.charts.personas import portrait
from cxmap.output.charts.personas.card import initials
from cxmap.output.charts.personas.from_project import personas_view
from cxmap.output.charts.personas.view import Card, Course, PersonasView, Portrait
from cxmap.output.charts.render import render, scene
from cxmap.output.charts.views import Scale
from cxmap.output.drawing.options import ChartError, ChartOptions
from cxmap.output.drawing.scene import Photo
from cxmap.project.load import load

EXAMPLES = Path(__file__).parents[3] / "examples"
FACE = Portrait(bytes((0, 90, 160, 255)) * 16, 4)


COURSES = (
    Course(Scale(1, 10, 5.5), (8.0, None, 3.9, 9.3), (True, False, False, False), 6.6, 2, "Checks the size"),
    Course(Scale(-2, 2), (2.0,), (False,)),
    None,
)


def any_view(count: int, texts: str = "plain", entries: int = 3) -> PersonasView:
    say = itertools.cycle(TEXTS[texts])

    def some() -> tuple[str, ...]:
        return tuple(next(say) for _ in range(entries))

    cards = tuple(
        Card(
            next(say), next(say), 0.35, FACE if i % 2 else None, next(say), " ".join(some()),
            tuple(zip(some(), some(), strict=True)), some(), some(), some(), some(), some(),
            priority=("target", "maintain", "none")[i % 3], course=COURSES[i % 3],
        )
        for i in range(count)
    )  # fmt: skip
    return PersonasView(next(say), cards)


@pytest.mark.slow
@pytest.mark.parametrize("entries", [0, 1, 8])
@pytest.mark.parametrize("count", range(1, 7))
def test_any_number(count: int, entries: int) -> None:
    assert_legible(scene(any_view(count, entries=entries)))


@pytest.mark.slow
@pytest.mark.parametrize("texts", sorted(TEXTS))
def test_any_text(texts: str) -> None:
    assert_legible(scene(any_view(3, texts)))
    assert_legible(scene(any_view(1, texts), ChartOptions(theme="dark", lang="nl", width=10)))


def test_a_page_too_small_is_refused() -> None:
    with pytest.raises(ChartError, match="too narrow: this chart takes"):
        scene(any_view(1), ChartOptions(width=3))
    with pytest.raises(ChartError, match="too low: this chart takes"):
        scene(any_view(3), ChartOptions(height=3))


def test_everything_is_on_the_card() -> None:
    card = Card(
        "Noor de Wit", "New runners", 0.35, None, "Not that hurt.", "Signed up.", (("Age", "29"),), ("Run",), ("Glow",),
        ("Advice",), ("Jargon",), ("Pride",),
    )  # fmt: skip
    made = scene(PersonasView("Shoes", (card,)))
    words = said(made)
    for text in ("Noor de Wit", "New runners · 35 % of customers", "“Not that hurt.”", "Signed up.", "Age", "29"):
        assert text in words
    assert said(made, "entry") == "29 Run Glow Advice Jargon Pride"
    assert said(made, "initials") == "NW"
    assert "No evidence is given for the description of Noor de Wit: the organisation's own" in said(made, "note")
    assert "Frustrations: Jargon." in made.alt
    assert sum(item.name == "minus" for item in made.outlines) == 1


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Noor de Wit", "NW"),
        ("Noor", "N"),
        ("A passenger", "A"),
        ("  ", "?"),
        ("<b>", "?"),
        ("张伟", "张"),
        ("ilse", "I"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.slow
@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_portraits_have_the_same_bytes_each_time(form: str) -> None:
    assert render(any_view(2), form).data == render(any_view(2), form).data  # type: ignore[arg-type]  # one of the three


def test_a_portrait_stands_upright() -> None:
    half = bytes((255, 0, 0, 255)) * 32 + bytes((0, 0, 255, 255)) * 32
    made = render(PersonasView("Shoes", (Card("Noor", portrait=Portrait(half, 8)),)), "png", dpi=72)
    (photo,) = (
        item
        for item in scene(PersonasView("S", (Card("Noor", portrait=Portrait(half, 8)),))).items
        if isinstance(item, Photo)
    )
    image = Image.open(io.BytesIO(made.data)).convert("RGB")
    upper = image.getpixel((int(photo.box.middle), int(photo.box.top + photo.box.height * 0.2)))
    lower = image.getpixel((int(photo.box.middle), int(photo.box.top + photo.box.height * 0.8)))
    assert upper == pytest.approx((255, 0, 0), abs=2)
    assert lower == pytest.approx((0, 0, 255), abs=2)


def encoded(form: str, size: tuple[int, int] = (40, 60)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "red").save(file, form)
    return file.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be huge."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b""))


@pytest.mark.parametrize("form", ["png", "jpeg", "webp"])
def test_portraits_of_three_kinds_are_made_small_and_square(tmp_path: Path, form: str) -> None:
    (tmp_path / "face").write_bytes(encoded(form))
    found = portrait.read(tmp_path, tmp_path, "face")
    assert isinstance(found, Portrait)
    assert len(found.pixels) == 4 * found.side**2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no PNG, JPEG or WebP image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG, JPEG or WebP image"),
        (encoded("gif"), "no PNG, JPEG or WebP image"),
        (encoded("png")[:60], "no PNG, JPEG or WebP image"),
        (encoded("jpeg")[:300], "no PNG, JPEG or WebP image"),
        (bomb(30_000, 30_000), "no PNG, JPEG or WebP image|pixels are too many"),
        (bomb(6_000, 6_000), "6000 by 6000 pixels are too many"),
        (bytes(5 * 1024 * 1024), "too large"),
    ],
    ids=["empty", "svg", "gif", "half a png", "half a jpeg", "bomb", "many pixels", "many bytes"],
)
def test_what_is_no_portrait_has_initials_and_a_remark(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "face").write_bytes(data)
    found = portrait.read(tmp_path, tmp_path, "face")
    assert isinstance(found, str)
    assert re.search(message, found)
    assert "nitials stand for it" in found


def test_damaged_portraits_never_raise(tmp_path: Path) -> None:
    for form in ("png", "jpeg", "webp"):
        whole = encoded(form)
        for i in range(0, len(whole), 7):
            (tmp_path / "face").write_bytes(whole[:i] + bytes((whole[i] ^ 0x5A,)) + whole[i + 1 :])
            assert isinstance(portrait.read(tmp_path, tmp_path, "face"), (Portrait, str))


@pytest.mark.parametrize("name", ["../face", "link", "sub/../../face", "a\0b", "circle", "sub", "nowhere"])
def test_portraits_come_from_inside_the_project_only(tmp_path: Path, name: str) -> None:
    root = tmp_path / "project"
    (root / "sub").mkdir(parents=True)
    (tmp_path / "face").write_bytes(encoded("png"))
    (root / "link").symlink_to(tmp_path / "face")
    (root / "circle").symlink_to(root / "circle")
    assert isinstance(portrait.read(root, root, name), str)


def test_the_example() -> None:
    loaded = load(["."], today=TODAY, cwd=EXAMPLES / "running-shoes")
    document = next(doc for doc, journey in loaded.journey_documents() if journey.id == "first-shoes")
    made = personas_view(loaded, document)
    noor, andre = made.cards
    assert (noor.name, noor.segment, noor.share) == ("Noor de Wit", "New runners", 0.35)
    assert noor.portrait is not None
    assert andre.portrait is None
    assert ("Age", "29") in noor.facts
    assert noor.sources[0].n == (12, 12)
    assert made.remarks == ()
    assert [card.name for card in personas_view(loaded, document, only=["andre"]).cards] == ["André Smits"]


def test_a_broken_portrait_is_a_remark_of_the_picture(tmp_path: Path) -> None:
    (tmp_path / "face.png").write_text("no image")
    (tmp_path / "j.cxmap.yaml").write_text(
        "cxmap: 1\npersonas: {p: {name: Pia, portrait: face.png}}\n"
        "journey: {id: j, title: J, personas: [p], stages: [{id: s, title: S, touchpoints: [{id: t, title: T}]}]}\n"
    )
    loaded = load(["."], today=TODAY, cwd=tmp_path)
    document = next(doc for doc, _ in loaded.journey_documents())
    picture = render(personas_view(loaded, document), "svg")
    assert picture.remarks == (
        "Pia: portrait face.png is no PNG, JPEG or WebP image that can be read; initials stand for it",
    )


def test_the_line_at_the_foot_is_the_persona_s_own() -> None:
    project = load([EXAMPLES / "running-shoes"], today=TODAY)
    document = project.definitions["journeys"]["first-shoes"][0].document
    noor, andre = personas_view(project, document).cards
    journey = emotion_view(project, document)
    for card, line in zip((noor, andre), journey.lines, strict=True):
        assert card.course is not None
        on_the_line = [
            point.experience.value if point.experience else None
            for point, touchpoint in zip(line.points, journey.touchpoints, strict=True)
            if point and touchpoint.returns_to is None
        ]
        assert list(card.course.values) == on_the_line
        weakest = summarise(project, journey_of(document), "noor", stops(project, document, "noor")).weakest_link
        assert weakest == "stock-check"
        assert card.course.weakest_title == "Checks whether we have the size"
    made = scene(personas_view(project, document))
    assert said(made, "course-words").startswith("Experience, weighted by importance: 6.6 (1 to 10)")
    assert [item.name for item in made.outlines].count("course-weakest") == 2
    assert "target segment" in said(made, "segment")
    assert "Experience, weighted by importance: 6.6 (1 to 10); weakest link: Checks whether" in made.alt


def test_a_plan_has_no_weakest_link() -> None:
    project = load([EXAMPLES / "running-shoes"], today=TODAY)
    document = project.definitions["journeys"]["first-shoes-desired"][0].document
    made = scene(personas_view(project, document))
    assert not any(item.name == "course-weakest" for item in made.outlines)
    assert "weakest" not in made.alt


def test_on_a_low_page_the_lines_at_the_foot_go_first() -> None:
    view = any_view(2)
    needed = scene(view, ChartOptions(width=9)).height / 72
    high, low = (scene(view, ChartOptions(width=9, height=height)) for height in (needed, needed - 0.3))
    assert "course-words" in {words.name for words in high.words}
    assert "course-words" not in {words.name for words in low.words}
    assert_legible(low)
    assert "weakest link" not in low.alt
