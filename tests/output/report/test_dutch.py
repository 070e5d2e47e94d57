"""A Dutch report has no word of English of ours."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

from tests.i18n.catalogues import CATALOGUES
from tests.i18n.test_catalogue import texts
from tests.output.report.everything import everything, loaded
from tests.output.report.test_every_field import text_of

from cxmap.i18n.language import Phrase, Phrases
from cxmap.i18n.report import ReportWords
from cxmap.i18n.rules import RuleWords
from cxmap.output.html.page import page
from cxmap.output.report.compose import compose
from cxmap.output.report.markdown import MARKER, markdown
from cxmap.story.story import tell

WORD = re.compile(r"[^\W\d_]{2,}")
# Names, and what is written in the files: ids (remarks on a ranking name them), a unit, addresses.
NOT_OURS = {
    "anna",
    "ben",
    "trip",
    "other",
    "cxmap",
    "holm",
    "servqual",
    "libqual",
    "https",
    "http",
    "example",
    "org",
    "pts",
    "github",
    "com",
    "md",
}


def dutch_words() -> set[str]:
    phrases = [value for found in CATALOGUES for value in vars(found).values() if isinstance(value, Phrase | Phrases)]
    return {word.lower() for phrase in phrases for _, text in texts(phrase.both["nl"]) for word in WORD.findall(text)}


def files() -> dict[str, dict[str, Any]]:
    """Everything, with numbers for texts, and without the language that the journey names."""
    numbers = count(1)
    data = everything(lambda _: str(next(numbers)))
    data["trip"]["journey"]["lang"] = "nl"
    data["roadmap"]["actions"]["fix"]["steps"][0]["id"] = "s1"
    return data


def test_no_word_of_english() -> None:
    project = loaded(files())
    content = compose(tell(project, "nl"))
    words = ReportWords("nl")
    known = dutch_words() | NOT_OURS
    for text in (visible(page(content, words).html), markdown(content, words).removeprefix(MARKER)):
        found = {word.lower() for word in WORD.findall(re.sub(r"https?\\?://\S+", "", text))}
        assert sorted(found - known) == []


def visible(html: str) -> str:
    """What is read on the page: text and labels, no anchors."""
    labels = " ".join(re.findall(r'aria-label="([^"]*)"', html))
    return text_of(re.sub(r' (?:id|href)=(?:"[^"]*"|[^ >]*)', "", html)) + " " + labels


def test_every_rule_that_can_be_less_than_an_error_has_its_finding() -> None:
    from cxmap.lint.registry import RULES

    assert set(RuleWords("nl").findings) == {rule.code for rule in RULES if not rule.mandatory}
