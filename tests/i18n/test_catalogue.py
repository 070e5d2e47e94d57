"""The catalogue of what the tool says: whole, used, and alike in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any, get_args

import pytest

from cxmap.choices import ACTION_STATUSES, LANGUAGES, QUADRANTS, RANKING_KEYS, Lang, Lever, StakeholderKind
from cxmap.i18n import language
from cxmap.i18n.language import Phrase, Phrases
from cxmap.model import crosshair
from cxmap.output.charts.stakeholders import view as stakeholders
from tests.i18n.catalogues import CATALOGUES

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(language.__file__).parents[1]


def phrases() -> Iterator[tuple[str, Phrase[Any] | Phrases[Any]]]:
    for catalogue in CATALOGUES:
        for name, value in vars(catalogue).items():
            if isinstance(value, Phrase | Phrases):
                yield f"{catalogue.__name__}.{name}", value


def texts(said: object) -> Iterator[tuple[str, str]]:
    """Every text of a phrase in one language, by its place in it."""
    match said:
        case str():
            yield "", said
        case tuple():
            yield from ((str(number), text) for number, text in enumerate(said))
        case dict():
            for name, value in said.items():
                yield from ((f"{name}.{place}", text) for place, text in texts(value))


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


PHRASES = dict(phrases())


def test_the_catalogue_is_found() -> None:
    assert len(PHRASES) > 200


@pytest.mark.parametrize("name", PHRASES)
def test_both_languages_say_the_same_things(name: str) -> None:
    english, dutch = (dict(texts(PHRASES[name].both[lang])) for lang in LANGUAGES)
    assert english.keys() == dutch.keys()
    assert {place for place, text in english.items() if text} == {place for place, text in dutch.items() if text}
    assert {place: placeholders(text) for place, text in english.items()} == {
        place: placeholders(text) for place, text in dutch.items()
    }


def test_every_phrase_is_used() -> None:
    used = {
        node.attr
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    assert [name for name in PHRASES if name.partition(".")[2] not in used] == []


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("FigureWords.ranking", RANKING_KEYS),
        ("GapsWords.formulas", RANKING_KEYS),
        ("GapsWords.quadrants", QUADRANTS),
        ("GapsWords.crosshairs", get_args(crosshair.CrosshairKind)),
        ("MatrixWords.quadrants", QUADRANTS),
        ("MatrixWords.crosshairs", get_args(crosshair.CrosshairKind)),
        ("RoadmapWords.statuses", ACTION_STATUSES),
        ("RoadmapWords.levers", get_args(Lever)),
        ("StakeholderWords.kinds", get_args(StakeholderKind)),
        ("StakeholderWords.counts", get_args(stakeholders.Ring)),
    ],
)
def test_every_name_has_a_phrase(name: str, known: tuple[str, ...]) -> None:
    assert set(PHRASES[name].both["en"]) == set(known)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_are_those_of_the_trade(lang: Lang) -> None:
    awkward = (
        r"meets nobody|the step|loses |Lifts|In their words|Waiting and doing|busy \{|falls short of importance"
        r"|By what means"
        r"|Value against|not in the calendar|comes first$|closer to target|as good as desired|read since"
        r"|Who is involved"
        r"|Possible overkill|as they are|What moves them|ontmoet niemand|de stap|verliest|Verhoogt"
        r"|hun woorden"
        r"|Wachten en doen|bezig \{|blijft achter|welke middelen|Waarde tegen|Zonder data|komt eerst|stap klaar|loopt"
        r"|\bklaar|dichter bij het doel|zo goed als|gelezen|te gaan|van de weg|Wie erbij|Misschien te veel|zoals ze"
        r"|Ergern"
    )
    said = [text for phrase in PHRASES.values() for _, text in texts(phrase.both[lang])]
    assert [text for text in said if re.search(awkward, text)] == []
