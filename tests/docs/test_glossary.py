"""The glossary's words are those that the tool says: in English, and beside it in Dutch."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.i18n.language import Phrase, Phrases
from tests.i18n.catalogues import CATALOGUES

if TYPE_CHECKING:
    from collections.abc import Iterator

GLOSSARY = Path(__file__).parents[2] / "docs/glossary.md"
ROW = re.compile(r"^\| (?!English )([^|]+) \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)

OTHERS = {"deck", "diff", "drivers", "report", "rules", "samples", "story", "trend"}  # no names of what charts show


def pairs() -> Iterator[tuple[str, str]]:
    """Every text of the catalogues with its translation."""
    for catalogue in CATALOGUES:
        if catalogue.__module__.rpartition(".")[2] in OTHERS:
            continue
        for phrase in vars(catalogue).values():
            if isinstance(phrase, Phrase):
                yield phrase.both["en"], phrase.both["nl"]
            elif isinstance(phrase, Phrases):
                yield from ((en, phrase.both["nl"][name]) for name, en in phrase.both["en"].items())


def test_terms_are_those_of_charts_and_tables():
    said = defaultdict(set)
    for en, nl in pairs():
        if isinstance(en, str) and isinstance(nl, str):
            said[en.lower()].add(nl.lower())
    terms = ROW.findall(GLOSSARY.read_text(encoding="utf-8"))
    shown = [(en, nl) for en, nl in terms if en in said]
    assert len(shown) > 30  # the others are words of the format and of these pages
    assert [(en, nl, said[en]) for en, nl in shown if nl not in said[en]] == []


def test_the_dutch_list_has_the_same_terms():
    dutch = (GLOSSARY.parent / "glossary.nl.md").read_text(encoding="utf-8")
    pairs_of_it = [(en, nl) for nl, en in ROW.findall(dutch) if en != "Engels"]
    assert pairs_of_it == ROW.findall(GLOSSARY.read_text(encoding="utf-8"))


def test_a_term_stands_once():
    english = [term for en, _ in ROW.findall(GLOSSARY.read_text(encoding="utf-8")) for term in en.split(", ")]
    assert [term for term in set(english) if english.count(term) > 1] == []
