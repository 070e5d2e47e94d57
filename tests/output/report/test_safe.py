"""Whatever a file holds is text on the page: it makes no element, no attribute, no link of another kind."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from tests.output.report.everything import everything, loaded
from tests.profiles import examples
from tests.reliability.hostile import FORMAT, HOSTILE, MARKDOWN, MARKUP, STARTS

from cxmap.i18n.report import ReportWords
from cxmap.output.html.page import page
from cxmap.output.report.compose import compose
from cxmap.output.report.content import ChartFigure, Panel
from cxmap.output.report.markdown import markdown
from cxmap.story.story import tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.output.report.content import Chapter, ReportBlock, ReportContent

WORDS = ReportWords("en")
PIECES = st.sampled_from(
    (
        *(MARKUP, MARKDOWN, FORMAT, *STARTS, "\x1b[31m", "\u202e", "</style><script>", "-->", "]]>", "</textarea>"),
        *("javascript:alert(1)", "' onload='x", '" style="x', "{}", "%s", "&lt;b&gt;", "<svg onload=x>", "http://x/"),
        *("\r\n", "\u2028"),
    )
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=5)), min_size=1, max_size=3).map(" ".join)


class Skeleton(HTMLParser):
    """The elements of a page with their attributes' names, charts aside; and what is odd about them."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, ...]] = []
        self.odd: list[str] = []
        self.in_chart = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = tuple(name for name, _ in attrs)
        self.odd += [f"{tag} {name}" for name in names if name == "style" or name.startswith("on")]
        self.odd += [
            f"{name}={value}"
            for name, value in attrs
            if name in {"href", "src", "xlink:href"}
            and not str(value).startswith(("#", "https://", "http://", "data:"))
        ]
        self.in_chart += tag == "svg"
        if not self.in_chart:
            self.elements.append((tag, *names))

    def handle_endtag(self, tag: str) -> None:
        self.in_chart -= tag == "svg"


def skeleton(html: str) -> Skeleton:
    found = Skeleton()
    found.feed(html)
    return found


def told(say: Callable[[str], str]) -> ReportContent:
    return compose(tell(loaded(everything(say)), "en"))


def without_charts(content: ReportContent) -> ReportContent:
    """Charts have tests of their own, and take most of the time."""
    from dataclasses import replace

    def plain(blocks: tuple[ReportBlock, ...]) -> tuple[ReportBlock, ...]:
        kept = (block for block in blocks if not isinstance(block, ChartFigure))
        return tuple(
            replace(block, blocks=plain(block.blocks)) if isinstance(block, Panel) else block for block in kept
        )

    def chapter(given: Chapter) -> Chapter:
        return replace(given, blocks=plain(given.blocks))

    return replace(content, chapters=tuple(map(chapter, content.chapters)))


PLAIN = skeleton(page(without_charts(told(lambda word: word)), WORDS).html).elements


@given(TEXTS)
@examples(25)
def test_any_text_is_text(text: str) -> None:
    # A mark of its own keeps titles apart, and blank text from being none.
    content = without_charts(told(lambda word: f"{word} {text} end"))
    found = skeleton(page(content, WORDS).html)
    assert found.odd == []
    assert found.elements == PLAIN


def test_hostile_text_in_every_field_with_charts() -> None:
    project = loaded(everything(lambda word: f"{word} {HOSTILE}"))
    content = compose(tell(project, "en"), leave_out={"map", "blueprint"})  # they take longest, and are drawn alike
    html = page(content, WORDS).html
    found = skeleton(html)
    assert found.odd == []
    assert [tag for tag, *_ in found.elements].count("script") == 1
    assert not any(0xD800 <= ord(char) <= 0xDFFF or char in "\x00\x1b\x9b\u202e\u2066" for char in html)


def test_the_policy_comes_first_and_knows_style_and_script_by_their_hashes() -> None:
    html = page(without_charts(told(lambda word: word)), WORDS).html
    assert html.startswith('<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy"')
    assert "default-src &#39;none&#39;" in html
    for tag in ("style", "script"):
        (text,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in html


@given(TEXTS)
@examples(10)
def test_markdown_has_no_markup_of_others(text: str) -> None:
    lines = markdown(told(lambda word: f"{word} {text} end"), WORDS).splitlines()
    plain = markdown(told(lambda word: f"{word} end"), WORDS).splitlines()
    assert [line[:1] in {"#", "|", ">"} for line in lines] == [line[:1] in {"#", "|", ">"} for line in plain]
    assert not any(re.search(r"(?<!\\)(?:<\w|\]\()", line) for line in lines)
