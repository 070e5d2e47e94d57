"""The chart of the ranking: its rows and figures are those of ``gaps``, its marks stand at the scores."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.output.charts.journeys import TEXTS
from tests.output.charts.test_emotion import middle, named, said
from tests.output.charts.test_emotion_text import assert_legible
from tests.output.charts.test_honest import SURVEY, a_journey
from tests.support import TODAY, project

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options as GapOptions
from cxmap.cli.main import run
from cxmap.i18n.charts import ChartWords
from cxmap.output.charts.ranking.from_project import ranking_view
from cxmap.output.charts.ranking.view import RankedRow, RankingView
from cxmap.output.charts.render import render, scene
from cxmap.output.charts.roadmap.view import Action
from cxmap.output.charts.views import Scale, Score, SourceNote
from cxmap.output.drawing.options import ChartError, ChartOptions, NothingToShow
from cxmap.output.tables.gaps_json import gaps_object
from cxmap.project.load import load

if TYPE_CHECKING:
    from cxmap.output.drawing.scene import Scene
    from cxmap.project.project import Project

EXAMPLES = Path(__file__).parents[3] / "examples"
TEN = Scale(1, 10, 5.5)
STATUSES = ("in-progress", "planned", "idea", "done")


FOCUS = """cxmap: 1
segments: {near: {title: Near, share: 0.9, priority: none}, far: {title: Far, share: 0.1}}
personas: {a: {name: Ann, segment: near}, b: {name: Bob, segment: far}}
journey:
  id: j
  title: J
  personas: [a, b]
  stages:
    - id: s
      title: S
      touchpoints:
        - {id: t, title: T, scores: {importance: 9, experience: 5}, by_persona: {a: {scores: {experience: 2}}}}
"""


def any_view(
    rows: int, personas: int = 1, texts: str = "plain", *, seed: int = 1, scale: Scale = TEN, derived: bool = False
) -> RankingView:
    """A ranking of this size with any text; the same arguments give the same one."""
    rng = random.Random(seed)
    say = itertools.cycle(TEXTS[texts])

    def score() -> Score:
        value = rng.uniform(scale.min, scale.max)
        return Score(value, (value - 0.5, value + 0.5), assumed=rng.random() < 0.3)

    def action() -> Action:
        due = dt.date(2026, 6, 1) + dt.timedelta(days=rng.randrange(300))
        return Action(next(say), rng.choice(STATUSES), next(say), due=due)  # type: ignore[arg-type]  # one of the four

    return RankingView(
        title=next(say),
        by="shortfall" if derived else "priority",
        scale=scale,
        importance_scale=scale,
        personas=tuple(next(say) for _ in range(personas)),
        rows=tuple(
            RankedRow(
                rank=place + 1,
                title=next(say),
                stage=next(say),
                figure=10 / (place + 1),
                importance=score(),
                experience=score(),
                tied=rng.random() < 0.2,
                gap=(-1.2, 4.5) if rng.random() < 0.4 else None,
                top=rng.random() if rng.random() < 0.5 else None,
                personas=tuple(i for i in range(personas) if rng.random() < 0.8),
                actions=tuple(action() for _ in range(rng.randrange(3))),
            )
            for place in range(min(rows, 10))
        ),
        short=rows,
        ranked=rows + 3,
        today=TODAY,
        derived=derived,
        sources=(SourceNote(next(say), (212, 212), dt.date(2026, 3, 31)),),
    )


def drawn(loaded: Project, *only: str) -> Scene:
    return scene(ranking_view(loaded, loaded.documents[0], only=only))


def x_of(made: Scene, name: str) -> float:
    return middle(named(made, name)[name])[0]


class TestWhatIsDrawn:
    def test_figures_scores_and_what_is_done(self) -> None:
        loaded = a_journey(
            "scores: {importance: 9, experience: 3}",
            "scores: {importance: 8, experience: 6}",
            "scores: {importance: 5, experience: 8}",
            head="actions:\n  x: {title: Guide, touchpoints: [j/t0], status: planned, owner: web, due: 2026-12-31}\n"
            "stakeholders: {web: {title: Web team, kind: team}}\n",
        )
        made = drawn(loaded)
        assert said(made, "title-") == "Title 0 Title 1"
        assert said(made, "value-") == "5.93 1.73"
        assert (said(made, "experience-value"), said(made, "importance-value")) == ("3.0 6.0", "9.0 8.0")
        assert said(made, "action-") == "Guide no action"
        assert said(made, "about-0").replace("\N{NO-BREAK SPACE}", " ") == "planned · Web team · due 31 Dec 2026"
        assert "1 other touchpoint does not fall short." in said(made, "note")
        no_action = next(words for words in made.words if words.name == "action-1")
        assert no_action.color == "#8A1538"

    def test_marks_stand_at_the_scores_and_the_gap_joins_them(self) -> None:
        made = drawn(a_journey("scores: {importance: 10, experience: 1}", "scores: {importance: 7, experience: 5.5}"))
        low, high = x_of(made, "experience-0"), x_of(made, "importance-0")
        assert x_of(made, "experience-1") == pytest.approx((low + high) / 2)
        ends = [numbers[0] for _, numbers in named(made, "gap-0")["gap-0"].segments]
        assert ends == pytest.approx([low, high])

    def test_a_bar_is_as_long_as_its_figure(self) -> None:
        made = drawn(a_journey("scores: {importance: 9, experience: 3}", "scores: {importance: 8, experience: 6}"))
        first, second = (
            max(xs) - min(xs)
            for i in range(2)
            for xs in [[n[0] for _, n in named(made, f"figure-{i}")[f"figure-{i}"].segments if n]]
        )
        assert second / first == pytest.approx((7 * 2) / (8 * 6))

    def test_assumptions_alone_are_hollow(self) -> None:
        made = drawn(a_journey("scores: {importance: 9, experience: {mean: 3, n: 40, sd: 1, source: s}}", head=SURVEY))
        assert named(made, "importance-0")["importance-0"].fill == made.paper
        assert named(made, "experience-0")["experience-0"].fill != made.paper
        assert "1 of 2 scores rest on the organisation's own assumptions" in said(made, "note")

    def test_the_interval_of_the_gap_is_taken_from_the_importance(self) -> None:
        both = "{mean: 9, n: 40, sd: 2, source: s}, experience: {mean: 4, n: 40, sd: 3, source: s}"
        loaded = a_journey(f"scores: {{importance: {both}}}", head=SURVEY)
        made = drawn(loaded)
        interval = gaps(loaded).rows[0].interval
        assert interval
        xs = [n[0] for _, n in named(made, "interval-0")["interval-0"].segments if n]
        ten = (x_of(made, "importance-0") - x_of(made, "experience-0")) / (5 / 0.9)
        assert x_of(made, "importance-0") - min(xs) == pytest.approx(interval.high * ten)
        assert x_of(made, "importance-0") - max(xs) == pytest.approx(interval.low * ten)
        assert "Tinted: the 95 % interval of the gap" in said(made, "note")

    def test_only_whom_the_rows_are_of_is_named(self) -> None:
        loaded = project({"j.cxmap.yaml": FOCUS})
        made = drawn(loaded)
        assert "Bob (Far)" in said(made, "subtitle")
        assert "Ann" not in said(made)
        assert "for Bob (Far): T." in made.alt
        assert "means of the personas" not in made.alt

    def test_one_persona_or_all_together(self) -> None:
        loaded = a_journey(
            "scores: {importance: 9, experience: 3}",
            "personas: [b], scores: {importance: 8, experience: 3}",
            personas="a, b",
        )
        together = drawn(loaded)
        assert said(together, "title-") == "Title 0 Title 1"
        assert len(named(together, "mark-0")) + len(named(together, "mark-1")) == 2
        assert said(drawn(loaded, "a"), "title-") == "Title 0"
        assert not named(drawn(loaded, "a"), "mark-")

    def test_a_derived_importance_is_a_weight_and_has_no_place_on_the_track(self) -> None:
        made = scene(any_view(4, derived=True))
        assert not named(made, "importance-")
        assert not named(made, "gap-")
        assert "derived importance" in said(made, "stage-0")


@pytest.mark.parametrize("example", ["running-shoes", "airport"])
def test_rows_and_figures_are_those_of_gaps(example: str) -> None:
    """Every figure on the page is the one of ``gaps --format json``, rounded."""
    loaded = load(["."], today=TODAY, cwd=EXAMPLES / example)
    document = next(doc for doc, journey in loaded.journey_documents() if journey.state == "current")
    assert document.journey
    made = scene(ranking_view(loaded, document))
    assert_same_as_gaps(made, gaps_object(gaps(loaded, GapOptions(journey=document.journey.id))))


@pytest.mark.parametrize("seed", range(12))
def test_rows_and_figures_are_those_of_gaps_over_random_journeys(seed: int) -> None:
    rng = random.Random(seed)
    low, high = rng.choice([(1, 10), (0, 100), (-2, 2), (1, 5)])
    scale = f"  scale: {{min: {low}, max: {high}}}\n"

    def score() -> str:
        value = round(rng.uniform(low, high), 2)
        return rng.choice([str(value), f"{{mean: {value}, n: {rng.randrange(2, 90)}, sd: 0.4, source: s}}"])

    def touchpoint() -> str:
        only = rng.choice(["", "personas: [a], ", "personas: [b], "])
        return f"{only}scores: {{importance: {score()}, experience: {score()}}}"

    loaded = a_journey(*(touchpoint() for _ in range(rng.randrange(2, 16))), head=SURVEY, personas="a, b", more=scale)
    for only in ((), ("a",)):
        persona = only[0] if only else None
        try:
            made = drawn(loaded, *only)
        except NothingToShow:
            assert not any(row.key for row in gaps(loaded, GapOptions(journey="j", persona=persona)).rows)
            continue
        assert_legible(made)
        assert_same_as_gaps(made, gaps_object(gaps(loaded, GapOptions(journey="j", persona=persona))))


def assert_same_as_gaps(made: Scene, told: dict[str, object]) -> None:
    every = json.loads(json.dumps(told["rows"]))
    kind = "combined" if any(row["kind"] == "combined" for row in every) else "touchpoint"
    rows = [row for row in every if row["kind"] == kind and row[str(told["by"])]][:10]
    assert len({item.name for item in made.words if item.name.startswith("title-")}) == len(rows)
    texts = {item.name: item.line.text.replace("−", "-") for item in made.words}
    for place, row in enumerate(rows):
        assert " ".join(item.line.text for item in made.words if item.name == f"title-{place}") == row["title"]
        assert texts[f"rank-{place}"] == f"{row['rank']}{'=' if row['tied'] else ''}"
        assert float(texts[f"value-{place}"]) == pytest.approx(row[str(told["by"])], abs=0.00501)
        assert float(texts[f"experience-value-{place}"]) == pytest.approx(row["experience"], abs=0.0501)
        if f"importance-value-{place}" in texts:
            assert float(texts[f"importance-value-{place}"]) == pytest.approx(row["importance"], abs=0.0501)
        if row["p_top5"] is not None:
            assert texts[f"top-{place}"] == f"in the top 5: {ChartWords().percent(row['p_top5'])}"
        assert (texts[f"action-{place}"] == "no action") is not bool(row["actions"])


@pytest.mark.slow
@pytest.mark.parametrize(("rows", "personas"), [(1, 1), (5, 2), (10, 4), (30, 6), (250, 1)])
@pytest.mark.parametrize("scale", [TEN, Scale(0, 100), Scale(-2, 2), Scale(1, 5)])
def test_any_size(rows: int, personas: int, scale: Scale) -> None:
    made = scene(any_view(rows, personas, scale=scale))
    assert_legible(made)
    assert made.width == 960
    assert 540 <= made.height <= 600
    assert not made.shortened


@pytest.mark.slow
@pytest.mark.parametrize("texts", sorted(TEXTS))
def test_any_text(texts: str) -> None:
    made = scene(any_view(10, 3, texts), ChartOptions(theme="dark", lang="nl"))
    assert_legible(made)
    titles = {text for text in TEXTS[texts] if texts != "long text"}
    assert not titles & set(made.shortened)


@pytest.mark.slow
@pytest.mark.parametrize("options", [ChartOptions(width=9), ChartOptions(width=20), ChartOptions(height=5)])
def test_any_page(options: ChartOptions) -> None:
    assert_legible(scene(any_view(10, 2), options))


def test_on_a_low_page_rows_are_left_out_and_said_to_be() -> None:
    made = scene(any_view(10), ChartOptions(height=5))
    count = len({item.name for item in made.words if item.name.startswith("rank-")})
    assert 1 <= count < 10
    assert f"The first {count} of 10 that fall short." in said(made, "note")
    assert f"The first {count} of 10 that fall short." in made.alt


def test_a_page_too_small_is_refused_with_what_it_takes() -> None:
    with pytest.raises(ChartError, match="inches wide is too narrow: this ranking takes"):
        scene(any_view(5), ChartOptions(width=5))
    with pytest.raises(ChartError, match="inches high is too low: this ranking takes"):
        scene(any_view(5), ChartOptions(height=1))


def test_the_same_bytes_twice() -> None:
    assert render(any_view(4, 2), "svg").data == render(any_view(4, 2), "svg").data


@pytest.mark.parametrize(
    ("touchpoints", "more", "only", "message"),
    [
        (("scores: {importance: 5, experience: 8}",), "", (), "nothing in journey 'j' falls short"),
        (("scores: {importance: 8}",), "", (), "nothing in journey 'j' falls short"),
        (("scores: {importance: 8, experience: 5}",), "  state: desired\n", (), "journey 'j' is a plan"),
    ],
)
def test_nothing_to_show(touchpoints: tuple[str, ...], more: str, only: tuple[str, ...], message: str) -> None:
    with pytest.raises(NothingToShow, match=message):
        drawn(a_journey(*touchpoints, more=more), *only)


def test_some_of_several_personas_have_no_ranking() -> None:
    loaded = a_journey("scores: {importance: 8, experience: 5}", personas="a, b, c", head="")
    with pytest.raises(NothingToShow, match="one persona, or of all together"):
        drawn(loaded, "a", "b")


def test_a_plan_among_journeys_is_no_failure(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["render", str(EXAMPLES / "running-shoes"), "--chart", "ranking", "-o", f"{tmp_path}/"]) == 0
    assert "is a plan: nothing in it is ranked" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["first-shoes.ranking.png"]
