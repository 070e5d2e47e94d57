"""Text fits where it is put: measured, broken, set smaller, shortened."""

from __future__ import annotations

import random
import string
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.profiles import examples

from cxmap.output.drawing import fonts, typesetting
from cxmap.output.drawing.typesetting import SMALLEST, TextBlock, TextLine, TextStyle, Typesetter

PLAIN = TextStyle(10)


def lines(block: TextBlock) -> list[str]:
    return [line.text for line in block.lines]


def test_widths_scale_with_the_size() -> None:
    setter = Typesetter()
    assert setter.width("Looks up", TextStyle(20)) == pytest.approx(2 * setter.width("Looks up", TextStyle(10)))
    assert setter.width("Looks up", TextStyle(10, "bold")) > setter.width("Looks up", TextStyle(10))


@examples(40)
@given(st.lists(st.from_regex(r"[(“]?[AVTWYafgjtéüŁœ1740€−-]{1,8}[,.;:)”’!?…]?", fullmatch=True), max_size=6))
@example(["VAT", "Av.", "“Ty", "fi", "1740", "€", "–", "T"])
@example(["office", "waffle", "fjord", "shuffling", "offing", "wifi?", 'C#&"'])
@example(["א", "(Ty)", "V."])
def test_a_line_is_as_wide_as_it_is_drawn(words: list[str]) -> None:
    """Words are measured one by one; what draws sets the line as a whole."""
    from matplotlib.ft2font import LoadFlags

    setter = Typesetter()
    for line in setter.line(" ".join(words), TextStyle(200, "bold")).lines:
        font = fonts.opened("bold", setter.faces)
        font.set_size(200, 72)
        font.set_text(line.text, 0.0, flags=LoadFlags.NO_HINTING)
        assert line.width == pytest.approx(font.get_width_height()[0] / 64)
        assert line.descent >= font.get_descent() / 64


def test_breaks_at_blanks() -> None:
    setter = Typesetter()
    block = setter.fit("Looks up running shoes online", PLAIN, width=70, lines=4)
    assert lines(block) == ["Looks up", "running shoes", "online"]
    assert block.style == PLAIN
    assert not block.shortened
    assert block.width <= 70
    assert block.baselines[0] < block.baselines[1] < block.baselines[2] < block.height


def test_even_lines_are_no_more_and_narrower() -> None:
    setter = Typesetter()
    text = "Asks two colleagues what they wear"
    full, even = (setter.fit(text, PLAIN, width=120, lines=4, even=wanted) for wanted in (False, True))
    assert len(even.lines) == len(full.lines)
    assert even.width < full.width


def test_a_long_word_is_set_smaller_before_it_is_cut() -> None:
    setter = Typesetter()
    assert lines(setter.fit("Overwhelmed", PLAIN, width=50, lines=3)) == ["Overwhelmed"]
    cut = setter.fit("Verzekeringsmaatschappij", PLAIN, width=50, lines=3)
    assert cut.style.size == SMALLEST
    assert lines(cut)[0].endswith("-")
    assert "".join(lines(cut)).replace("-", "") == "Verzekeringsmaatschappij"


def test_too_much_text_ends_in_an_ellipsis() -> None:
    setter = Typesetter()
    block = setter.fit("word " * 50, PLAIN, width=60, lines=2)
    assert block.shortened
    assert len(block.lines) == 2
    assert block.lines[-1].text.endswith("…")
    assert block.style.size == SMALLEST
    assert setter.shortened == (("word " * 50).strip(),)


def test_cells_of_a_row_share_one_size() -> None:
    setter = Typesetter()
    short, long = setter.fit_all(["Pays", "Looks up running shoes online tonight"], PLAIN, width=40, lines=3)
    assert short.style == long.style


def test_nothing_is_no_lines() -> None:
    block = Typesetter().fit(" \u200b", PLAIN, width=40, lines=2)
    assert not block
    assert block.height == 0


def test_an_unbroken_text_is_measured_in_proportion_to_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    measure = typesetting._extents  # what takes the time

    def measured(length: int) -> int:
        seen: list[int] = []

        def watched(text: str, *font: Any) -> tuple[int, int, int]:
            seen.append(len(text))
            return measure(text, *font)

        monkeypatch.setattr(typesetting, "_extents", watched)
        text = "".join(random.Random(length).choices(string.ascii_lowercase, k=length))
        assert "".join(line.text.rstrip("-") for line in fitted(text)) == text
        return sum(seen)

    def fitted(text: str) -> tuple[TextLine, ...]:
        return Typesetter().fit(text, TextStyle(12), width=80, lines=3, even=True, whole=True).lines

    assert measured(2000) < 3 * measured(1000)


def test_a_hundred_thousand_characters_take_no_time() -> None:
    assert Typesetter().fit("x" * 100_000, PLAIN, width=60, lines=3).shortened


@examples(60)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"]), max_size=80) | st.text("abc -/", max_size=80),
    st.integers(20, 200),
    st.integers(1, 4),
)
def test_fits_whatever_it_is(text: str, width: int, most: int) -> None:
    setter = Typesetter()
    block = setter.fit(text, PLAIN, width=width, lines=most, even=True)
    assert len(block.lines) <= most
    assert SMALLEST <= block.style.size <= PLAIN.size
    for line in block.lines:
        assert line.width <= width + 0.5 or len(line.text) <= 2, line
    if not block.shortened:
        squeezed = "".join(lines(block)).replace("-", "").replace(" ", "")
        assert squeezed == setter.legible(text).replace("\u200b", "").replace("-", "").replace(" ", "")
