"""Every character finds a font where one is installed; the others are named once, with what to install."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cxmap.output.drawing import fonts
from cxmap.output.drawing.typesetting import TextStyle, Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(fonts, "_installed_files", lambda _: [])
    fonts.installed_faces.cache_clear()
    yield
    fonts.installed_faces.cache_clear()


def test_plain_text_needs_no_other_font() -> None:
    setter = Typesetter()
    setter.legible("Zoë, naïve – “quoted” €5…")
    assert setter.faces == fonts.own_faces()
    assert not setter.missing


def test_fonts_are_opened_by_their_files(nothing_installed: None) -> None:
    first, second = fonts.own_faces()
    assert fonts.opened("bold", (first, second)).fname == first.bold
    assert fonts.opened("regular", (second,)).fname == second.regular


def test_missing_characters_are_boxes_and_are_named_once(nothing_installed: None) -> None:
    setter = Typesetter()
    assert setter.legible("跑步鞋 and 跑") == "□□□ and □"
    assert setter.legible("again 鞋") == "again □"
    assert setter.missing == ("跑", "步", "鞋")
    remedy = fonts.remedy(setter.missing)
    assert "跑 步 鞋" in remedy
    assert "Noto Sans CJK" in remedy
    assert "\n" not in remedy


def test_a_cluster_is_one_box(nothing_installed: None) -> None:
    assert Typesetter().legible("\U0001f9d1\U0001f3fd!") == "□!"


@pytest.mark.parametrize("text", ["跑步鞋", "กขค", "🚚", "שלום", "\u0378", "鞋ก🚚ᏣᎳᎩ"])
def test_fontconfig_spares_nothing_but_time(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fonts.installed_faces.__wrapped__(frozenset(text))
    monkeypatch.setattr(fonts, "listed_by_fontconfig", lambda: None)
    assert fonts.installed_faces.__wrapped__(frozenset(text)) == asked


@pytest.mark.parametrize(
    ("ranges", "held", "not_held"),
    [("20-7e a0 1f600-1f64f", " ~\xa0😀🙏", "\x1f\x7f\x9f¡🗿🙐"), ("41", "A", "@B"), ("", "", "A")],
)
def test_ranges_of_fontconfig(ranges: str, held: str, not_held: str) -> None:
    assert all(fonts._holds_any(ranges.split(), [ord(char)]) for char in held)
    assert not fonts._holds_any(ranges.split(), [ord(char) for char in not_held])


@pytest.mark.parametrize(
    ("char", "font"), [("鞋", "Noto Sans CJK"), ("\U0001fae0", "Noto Emoji"), ("\u0e01", "Noto Sans Thai")]
)
def test_remedy(char: str, font: str) -> None:
    assert font in fonts.remedy([char])


def test_many_missing_characters_are_not_all_listed() -> None:
    assert "and 20 more" in fonts.remedy([chr(0x4E00 + i) for i in range(32)])


def test_what_an_installed_font_has_is_drawn_with_it(install: Callable[[str], None]) -> None:
    install("跑步鞋")
    setter = Typesetter()
    drawn = setter.legible("跑步鞋")
    assert not setter.missing
    assert drawn == "跑步鞋"
    assert len(setter.faces) > len(fonts.own_faces())
    assert setter.width(drawn, TextStyle(10)) == pytest.approx(30, rel=0.1)
