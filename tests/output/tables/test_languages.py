"""Rankings and summaries in both languages: the same figures, written as each language writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.analysis.journeys import journey, load, mean, touchpoint

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.analysis.summary import summary
from cxmap.choices import RANKING_KEYS
from cxmap.output.language import language
from cxmap.output.tables.gaps_markdown import gaps_markdown
from cxmap.output.tables.gaps_table import gaps_table
from cxmap.output.tables.signs import Screen
from cxmap.output.tables.summary_table import summary_markdown, summary_table

if TYPE_CHECKING:
    from cxmap.choices import Lang

STOPS = (
    touchpoint("wait", mean(8.4, 1, 200), mean(3.1, 2, 200), moment_of_truth=True, wow="Taart"),
    touchpoint("search", mean(8, 1, 20), mean(4.9, 2, 20), wait="2 working-days", takes="90 minutes"),
    touchpoint("nothing", None, None),
    *(touchpoint(f"t{n}", 6 + n / 10, 7 + n / 10) for n in range(4)),
)
ENGLISH = re.compile(
    r"\b(?:the|are|and|with|by|no|rank|ranked|importance|experience|gap|shortfall|marks|touchpoints?|stage"
    r"|figures?|lowest|highest|waiting|days?|minutes|hours|rows|draws|certainty|quadrants? meet|skipped|handover)\b",
    re.IGNORECASE,
)


def project(*langs: str | None) -> Any:
    journeys = []
    for number, lang in enumerate(langs):
        given = journey(*STOPS, name=f"reis-{number}", personas=("anna", "ben"))
        given["journey"] |= {"title": "Reis", "lang": lang} if lang else {"title": "Reis"}
        given["journey"]["stages"][0]["title"] = "Alles"
        journeys.append(given)
    return load(*journeys)


@pytest.mark.parametrize("by", [None, *(key for key in RANKING_KEYS if key not in {"improvement", "target"})])
@pytest.mark.parametrize("width", [None, 80, 140])
def test_no_english_in_dutch(by: Any, width: int | None) -> None:
    known = project("nl")
    ranking = gaps(known, Options(by=by, lang="nl", handovers=True, rank_sets=by == "gap"))
    out = gaps_table(known, ranking, Screen(width)) + gaps_markdown(known, ranking)
    found = summary(known)
    out += summary_table(known, found, Screen(width), lang="nl") + summary_markdown(known, found, "nl")
    assert {match.group() for match in ENGLISH.finditer(out.replace("--format json", ""))} == set()


def test_the_same_figures() -> None:
    known = project("nl")
    english, dutch = (gaps(known, Options(lang=lang)) for lang in ("en", "nl"))
    shown = [re.findall(r"\d+[.,]\d+", gaps_table(known, ranking, Screen())) for ranking in (english, dutch)]
    assert [figure.replace(".", ",") for figure in shown[0]] == shown[1] != []
    assert "2 werkdagen" in summary_table(known, summary(known), Screen(), lang="nl")
    assert "1 uur 30 minuten" in summary_table(known, summary(known), Screen(), lang="nl")


@pytest.mark.parametrize(
    ("langs", "asked", "spoken"),
    [
        (("nl",), None, "nl"),
        (("nl", "nl"), None, "nl"),
        (("nl", "en"), None, "en"),
        (("nl", None), None, "en"),
        ((None,), None, "en"),
        (("nl",), "en", "en"),
        ((None,), "nl", "nl"),
        ((), None, "en"),
    ],
)
def test_who_decides(langs: tuple[str | None, ...], asked: Lang | None, spoken: Lang) -> None:
    known = project(*langs)
    assert language(known, [found for _, found in known.journey_documents()], asked) == spoken
