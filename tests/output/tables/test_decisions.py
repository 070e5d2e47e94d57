"""One figure, one verdict: every format says the same of a budget, of what if and of how many more answers."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.journeys import LIBRARY, journey, load, mean, touchpoint
from tests.analysis.plans import plans
from tests.profiles import examples

from cxmap.analysis.budget import budget
from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.analysis.roadmap import roadmap
from cxmap.choices import LANGUAGES
from cxmap.i18n.language import Language
from cxmap.output.tables.budget_records import budget_record
from cxmap.output.tables.budget_table import BudgetCells, budget_markdown, budget_table
from cxmap.output.tables.csv_table import csv_table
from cxmap.output.tables.decision_records import decision_columns, decision_names
from cxmap.output.tables.gaps_json import gaps_json
from cxmap.output.tables.gaps_markdown import gaps_markdown
from cxmap.output.tables.gaps_table import gaps_table
from cxmap.output.tables.plan_records import plan_csv, plan_json
from cxmap.output.tables.signs import UNICODE, Screen

if TYPE_CHECKING:
    from cxmap.project.project import Project

words = Language()


def of_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def number(text: str) -> float | None:
    """A cell of CSV."""
    return float(text) if text else None


def signed(value: float) -> str:
    shown = words.fixed(value, 2)
    return f"+{shown}" if float(f"{value:.2f}") > 0 else shown


def table_after(markdown: str, title: str) -> list[dict[str, str]]:
    """The rows of the Markdown table below a title, as far as there is one."""
    _, _, below = markdown.partition(title)
    lines = [line for line in below.split("\n#", 1)[0].splitlines() if line.startswith("|")]
    if not lines:
        return []
    head, _, *rows = ([cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))] for line in lines)
    return [dict(zip(head, row, strict=True)) for row in rows]


@examples(25)
@given(plans(), st.integers(1, 12))
def test_a_budget(project: Project, effort: int) -> None:
    found, plan = budget(project, project.actions, effort), roadmap(project)
    notes = list(BudgetCells(project, found, "en", UNICODE).notes())
    record = json.loads(plan_json(plan, str, [], budget_record(found, notes)))["budget"]
    flat = {row["action"]: row for row in of_csv(plan_csv(plan, str, found)) if row["kind"] == "action"}
    piped, wide = budget_table(project, found, Screen()), budget_table(project, found, Screen(150))
    markdown = budget_markdown(project, found)
    in_markdown = table_after(markdown, f"budget of {effort}\n")
    assert record["chosen"] == list(found.chosen)
    assert sorted(record["chosen"]) == sorted(name for name, row in flat.items() if row["chosen"] == "true")
    assert len(record["actions"]) == len(in_markdown) == sum(row["chosen"] != "" for row in flat.values())
    for row, marked in zip(record["actions"], in_markdown, strict=True):
        cells = flat[row["action"]]
        for name in ("effort", "adds", "adds10", "stays_from", "in_draws"):
            assert number(cells[name]) == row[name]
        assert (cells["chosen"] == "true") is row["chosen"] is (marked["chosen"] == "yes")
        assert marked["effort"] == str(row["effort"])
        assert marked["adds"] == signed(row["adds"])
        assert marked.get("stays from", "") == words.percent(row["stays_from"], "")
        assert marked.get("in draws", "") == words.percent(row["in_draws"], "")
    gain = f"rises by {words.fixed(record['gain'], 2)} (on 0–10)"
    for text in (piped, markdown, re.sub(r"\s+", " ", wide)):
        assert (gain in text) is bool(record["chosen"])
        assert f"(effort {record['effort']})" in text or not record["chosen"]
    assert record["remarks"] == notes
    assert all(note in piped for note in notes)
    if record["next"]:
        assert (
            f"A budget of {record['next']['budget']} would bring {words.fixed(record['next']['gain'], 2)} more" in piped
        )


@st.composite
def measured(draw: st.DrawFn) -> Any:
    """A journey of measured touchpoints, of one or two personas."""
    scale = draw(st.sampled_from([{"min": 0, "max": 10}, {"min": 1, "max": 5}]))

    def score() -> Any:
        answer = 1 + round(4 * draw(st.floats(0, 1)), 1)
        return mean(answer, draw(st.sampled_from([0.4, 1.1])), draw(st.integers(5, 300)), "five")

    stops = [touchpoint(f"t{k}", score(), score()) for k in range(draw(st.integers(1, 7)))]
    data = journey(*stops, scale=scale, personas=draw(st.sampled_from([("anna",), ("anna", "ben")])))
    five = {**LIBRARY["sources"]["five"], "date": "2026-03-31", "n": 300}
    library = {**LIBRARY, "sources": {**LIBRARY["sources"], "five": five}}
    return load(data, library=library, beside=draw(st.none() | kept(len(stops))))


@st.composite
def kept(draw: st.DrawFn, rows: int) -> Any:
    """How the scores of the survey vary together, and slopes for the overall mark."""
    r = draw(st.sampled_from([0.0, 0.5, 1.0]))
    means = [f"t{k}.{kind}" for kind in ("importance", "experience") for k in range(rows)]
    covariance = [[1.0 if row == column else r for column in range(row + 1)] for row in range(len(means))]
    slope = st.none() | st.floats(-1, 1).map(lambda value: round(value, 3))
    overall = {
        f"t{k}": {"slope": value, "slope_low": value - 0.1, "slope_high": value + 0.2}
        for k in range(rows)
        if (value := draw(slope)) is not None
    }
    survey = {"date": "2026-03-31", "n": 300, "means": means, "covariance": covariance, "overall": overall}
    return {"cxmap-answers": 1, "sources": {"five": survey}}


@examples(25)
@given(measured(), st.floats(-4, 4).map(lambda change: round(change, 1)), st.sampled_from([None, 0.3]))
def test_what_if_and_more_answers(project: Project, change: float, within: float | None) -> None:
    ranking = gaps(project, Options(what_if=(f"t0={change:+}",), plan_answers=True, within=within))
    found = json.loads(gaps_json(ranking))
    names = decision_names(ranking)
    flat = of_csv(csv_table(names, decision_columns(ranking)))
    markdown, piped = gaps_markdown(project, ranking), gaps_table(project, ranking, Screen())
    of_effect = [row for row in flat if row["what_if"]]
    shown = table_after(markdown, "### What if")
    assert len(found["what_if"]) == len(of_effect) == len(shown) == (len(ranking.effects))
    by_row = {(row.touchpoint, row.persona): cells for row, cells in zip(ranking.rows, flat, strict=True)}
    for effect, marked in zip(found["what_if"], shown, strict=True):
        cells = by_row[effect["touchpoint"], effect["persona"]]
        for name in ("index_change", "index_low", "index_high", "overall_change", "rank_after", "figure_after"):
            assert number(cells[name]) == effect[name]
        assert (number(cells["overall_low"]), number(cells["overall_high"])) == (effect["low"], effect["high"])
        assert ("goes with overall" in marked) is any(each["overall_change"] is not None for each in found["what_if"])
        if effect["overall_change"] is not None:
            assert marked["goes with overall"] == signed(effect["overall_change"])
            ends = "…".join(words.fixed(end, 2) for end in (effect["low"], effect["high"]))
            assert marked["overall, 95 %"] == ends
            assert f"{signed(effect['overall_change'])}" in piped
            assert ends in piped
        assert number(cells["what_if"]) == effect["change"]
        assert marked["rank"] == f"{effect['rank_now']} → {effect['rank_after']}"
        assert (
            marked["priority"] == f"{words.fixed(effect['figure_now'], 2)} → {words.fixed(effect['figure_after'], 2)}"
        )
        if effect["index_change"] is not None:
            now, after = (float(each.replace("−", "-")) for each in marked["index with all"].split(" → "))
            exact = words.signed(effect["index_change"], 3)  # where rounding leaves its interval
            assert marked["index change"] in {signed(after - now), exact}
    needed = {(row["touchpoint"], row["persona"]): row for row in found["plan_answers"]}
    marked_answers = {(row["touchpoint"], row["persona"]): row for row in table_after(markdown, "### How many more")}
    for (name, persona), row in needed.items():
        cells = by_row[name, persona]
        for key in ("n_needed", "n_low", "n_high", "n_within"):
            assert number(cells[key]) == row[key]
        assert cells["verdict"] == row["verdict"]
        said_of = marked_answers.get((name.capitalize(), persona))
        assert (said_of is None) is (row["verdict"] == "told-apart" and row["n_within"] is None)
        if said_of:
            said = {
                "told-apart": "told apart",
                "enough": "enough here",
                "equal": "as good as equal",
                "more": f"{row['n_needed'] or 0:,}",
            }
            assert said_of["needed"] == said[row["verdict"]]
            assert said_of["answers now"] == f"{row['n_now']:,}"
    for note in found["remarks"]:
        assert note in piped


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_languages_have_the_same_figures(lang: Any) -> None:
    stops = [touchpoint(f"t{k}", mean(9, 2, 100), mean(e, 2, 100)) for k, e in enumerate((5, 5.5, 8))]
    project = load(journey(*stops))
    ranking = gaps(project, Options(what_if=("t0=+1",), plan_answers=True, within=0.5, lang=lang))
    text = gaps_markdown(project, ranking)
    title, many = {
        "en": ("### What if", "### How many more answers"),
        "nl": ("### Wat als", "### Hoeveel antwoorden nog"),
    }[lang]
    assert "3.60 → 2.70".replace(".", "," if lang == "nl" else ".") in text
    assert title in text
    assert many in text


def test_hostile_titles_stay_text() -> None:
    trip = journey({**touchpoint("t0", 9, 5), "title": "[red]x[/] | <b>y</b>"}, touchpoint("t1", 4, 5))
    trip["actions"] = {"a": {"title": "[red]a[/] | <b>", "touchpoints": ["t0"], "effort": 1, "expects": {"t0": 1}}}
    project = load(trip)
    ranking = gaps(project, Options(what_if=("t0=+1",)))
    found = budget(project, project.actions, 3)
    assert "[red]x[/] | <b>y</b>" in gaps_table(project, ranking, Screen(120, color=True))
    assert "[red]a[/] | <b>" in budget_table(project, found, Screen(120, color=True))
    for text in (gaps_markdown(project, ranking), budget_markdown(project, found)):
        assert "<b>" not in text.replace("\\<b", "")
