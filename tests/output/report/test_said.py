"""What a report says of a project, in the words of whoever reads it: titles and names, and nothing twice."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.support import project

from cxmap.i18n.report import ReportWords
from cxmap.output.report.compose import compose
from cxmap.output.report.markdown import markdown
from cxmap.story.story import tell

EMPTY = """cxmap: 1
personas: {ann: {name: Ann Berg}}
journey:
  id: renew-card
  title: Renewing a card
  personas: [ann]
  stages: [{id: s, title: Asking, touchpoints: [{id: rings, title: Rings up}, {id: waits, title: Waits}]}]
"""
SCORED = """cxmap: 1
personas: {ann: {name: Ann Berg}, bob: {name: Bob Vos}}
sources: {survey: {title: Survey, kind: survey, date: 2026-05-01, n: 40}}
journey:
  id: renew-card
  title: Renewing a card
  personas: [ann, bob]
  stages:
    - id: s
      title: Asking
      touchpoints:
        - id: rings
          title: Rings up
          scores: {importance: 9, experience: 3}
          by_persona: {bob: {scores: {importance: 5, experience: 8}}}
        - id: waits
          title: Waits
          personas: [ann]
          scores: {importance: 6, experience: {mean: 5, n: 40, source: survey}}
        - {id: pays, title: Pays, scores: {importance: 4, experience: 6}}
        - {id: goes, title: Goes, scores: {importance: 3, experience: 7}}
metrics:
  calm: {title: Calls, baseline: {date: 2026-01-01, value: 40}, target: {date: 2026-12-31, value: 30}, better: lower}
"""
PLAN = """cxmap: 1
journey:
  id: a-plan
  title: A card in a minute
  state: desired
  redesigns: renew-card
  personas: [ann]
  stages: [{id: s, title: Asking, touchpoints: [{id: gets, title: Gets it, scores: {importance: 8, experience: 9}}]}]
"""


def said(**files: str) -> str:
    found = project({f"{name}.cxmap.yaml": text for name, text in files.items()}, today=dt.date(2026, 7, 1))
    return markdown(compose(tell(found, "en")), ReportWords())


@pytest.fixture(scope="module")
def empty() -> str:
    return said(now=EMPTY)


@pytest.fixture(scope="module")
def scored() -> str:
    return said(now=SCORED, a_plan=PLAN)


def test_why_the_weakest_link_is_not_always_the_lowest(scored: str) -> None:
    method = scored.partition("## How figures are made")[2]
    assert "The weakest link is the lowest experience among touchpoints of at least mean importance." in method


def test_where_nothing_is_scored_the_ranking_is_a_sentence(empty: str) -> None:
    chapter = empty.partition("## What to improve first")[2].partition("\n## ")[0].strip()
    assert chapter == "Nothing is ranked yet: no touchpoint has the scores that this needs."
    assert "Largest drop" not in empty
    assert "no pass given" not in empty


def test_what_has_a_list_of_its_own_is_no_finding_as_well(empty: str) -> None:
    assert "- **Touchpoints without a score**: Rings up; Waits\n" in empty
    assert "Without importance or experience" not in empty


def test_remarks_on_a_ranking_speak_of_titles_and_names(scored: str) -> None:
    (opposite,) = [line for line in scored.splitlines() if "falls short for" in line]
    assert opposite.startswith("- “Rings up” falls short for Ann Berg and more than meets the need of Bob Vos: ")
    assert "- Skipped (desired journeys): “A card in a minute”." in scored


def test_journeys_as_they_should_be_are_counted_apart_and_come_last(scored: str) -> None:
    assert "as of 1 July 2026 · 1 journey · 4 touchpoints · 1 desired journey\n" in scored
    (of_ann,) = [line for line in scored.splitlines() if line.startswith("- **Journeys**: ") and "minute" in line]
    assert of_ann == (
        "- **Journeys**: Renewing a card: experience 4.5, weighted by importance; weakest link Rings up; "
        "A card in a minute: desired experience 9, weighted by importance"
    )


def test_a_persona_of_whom_customers_speak_is_not_called_unproven(scored: str) -> None:
    """Ann alone passes what the survey asked about."""
    ann, bob = (scored.partition(f"### {name}")[2].partition("\n### ")[0] for name in ("Ann Berg", "Bob Vos"))
    assert "Nothing shows yet" not in ann
    assert "Nothing shows yet that such customers exist." in bob


def test_what_was_not_measured_since_its_baseline_has_no_now(scored: str) -> None:
    assert "| Metric | Baseline | Target | How it fares |" in scored
    assert "| 40 | 30 | Not measured since baseline" in scored
