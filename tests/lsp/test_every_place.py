"""Whatever is in a file, and wherever somebody points: there is an answer."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from cxmap.lsp.diagnostics import published
from cxmap.lsp.features import FIX_ALL, code_actions, definitions, hovering, references
from cxmap.lsp.locations import Locations
from cxmap.lsp.workspace import Workspace
from tests.lsp.test_findings import CORPUS, EXAMPLES
from tests.profiles import examples

pytestmark = pytest.mark.slow

DECLARED = types.ReferenceContext(include_declaration=True)
PATH = Path("/nowhere/at/all/a.cxmap.yaml")
TEXTS = [path.read_bytes().decode(errors="replace") for path in sorted(CORPUS.glob("*.cxmap.yaml"))]


def ask_everything(text: str, path: Path = PATH) -> None:
    """All requests about a text, at places all over it."""
    files = Workspace(lambda: dt.date(2026, 7, 1))
    at = Locations(files, types.PositionEncodingKind.Utf16)
    files.put(path.as_uri(), 1, text)
    checked = files.check(path.as_uri())
    assert checked is not None
    positions = at.positions(checked)
    shown = [published(one, checked.project, positions, at) for one in checked.shown]
    identifier = types.TextDocumentIdentifier(path.as_uri())
    places = [place for one in shown[:10] for place in (one.range.start, one.range.end)]
    for place in [*places, types.Position(0, 0), types.Position(10**6, 10**6), types.Position(3, 10**6)]:
        hovering(checked, types.HoverParams(identifier, place), at, markdown=True)
        assert len(definitions(checked, place, at)) <= len(
            references(checked, types.ReferenceParams(DECLARED, identifier, place), at)
        )
    everywhere = types.Range(types.Position(0, 0), types.Position(10**6, 0))
    for only in (None, [FIX_ALL]):
        asked = types.CodeActionParams(identifier, everywhere, types.CodeActionContext([], only))
        for action in code_actions(checked, asked, at, versioned=False):
            assert action.title
            assert action.edit


@pytest.mark.parametrize("text", TEXTS[::6], ids=lambda text: repr(text[:20]))
def test_the_corpus(text):
    ask_everything(text)


@given(data=st.data())
def test_an_example_that_was_cut_and_glued(data):
    lines = data.draw(st.sampled_from(EXAMPLES)).read_text(encoding="utf-8").splitlines(keepends=True)
    start = data.draw(st.integers(0, len(lines)))
    end = data.draw(st.integers(start, min(start + 40, len(lines))))
    glue = data.draw(st.text(st.sampled_from("\n :-[]{}'\"#&*!|>%@`,?😀\ufeff\r\tabc"), max_size=6))
    ask_everything("cxmap: 1\n" + "".join(lines[start:end]) + glue + "".join(lines[end : end + 10]))


@examples(15)
@given(data=st.data())
def test_an_example_with_other_words(data):
    path = data.draw(st.sampled_from(EXAMPLES))
    text = path.read_text(encoding="utf-8")
    words = list(re.finditer(r"[\w-]+", text))
    for word in sorted(data.draw(st.lists(st.sampled_from(words), max_size=4)), key=lambda one: -one.start()):
        text = text[: word.start()] + data.draw(st.sampled_from(words))[0] + text[word.end() :]
    ask_everything(text, path)
