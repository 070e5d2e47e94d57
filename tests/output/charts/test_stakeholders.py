"""The stakeholder map: everyone in their ring, arrows both ways, no text on another, up to 25 parties."""

from __future__ import annotations

import itertools
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.output.charts.journeys import TEXTS
from tests.output.charts.test_emotion import middle, named, said
from tests.output.charts.test_emotion_text import assert_legible
from tests.support import TODAY, project

from cxmap.output.charts.render import render, scene
from cxmap.output.charts.stakeholders.from_project import stakeholders_view
from cxmap.output.charts.stakeholders.view import Party, Relation, StakeholdersView
from cxmap.output.drawing.labels import crosses
from cxmap.output.drawing.options import ChartError, ChartOptions, NothingToShow
from cxmap.output.drawing.scene import Box
from cxmap.project.load import load

if TYPE_CHECKING:
    from cxmap.choices import StakeholderKind
    from cxmap.output.drawing.scene import Scene, Shape

EXAMPLES = Path(__file__).parents[3] / "examples"
KINDS: tuple[StakeholderKind, ...] = (
    "department",
    "partner",
    "customer",
    "team",
    "supplier",
    "regulator",
    "other",
    "partner",
)


def any_view(count: int, texts: str = "plain", *, relations: int | None = None, seed: int = 1) -> StakeholdersView:
    rng = random.Random(seed)
    say = itertools.cycle(TEXTS[texts])
    parties = tuple(
        Party(next(say), KINDS[i % len(KINDS)], next(say) if i % 3 else "", next(say) if i % 2 else "")
        for i in range(count)
    )
    ties = [rng.sample(range(count), 2) for _ in range(count if relations is None else relations)] if count > 1 else []
    return StakeholdersView(
        parties, tuple(Relation(a, b, next(say) if rng.random() < 0.8 else "") for a, b in ties), (next(say), next(say))
    )


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 2, 3, 8, 16, 25])
def test_any_number(count: int) -> None:
    made = scene(any_view(count))
    assert_legible(made)
    if count <= 12:
        assert sum(item.name == "party" for item in made.outlines) == count
    else:
        assert "Who does what for whom" in said(made, "subtitle")


@pytest.mark.parametrize("kind", ["customer", "department", "partner"])
def test_all_of_one_kind(kind: StakeholderKind) -> None:
    assert_legible(scene(StakeholdersView(tuple(Party(f"Party {i}", kind, "This", "That") for i in range(12)))))


@pytest.mark.slow
@pytest.mark.parametrize("texts", sorted(TEXTS))
def test_any_text(texts: str) -> None:
    assert_legible(scene(any_view(9, texts), ChartOptions(theme="dark", lang="nl")))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("count", [4, 9, 16, 25])
def test_relations_are_straight_or_bend_once_and_run_through_no_card(count: int, seed: int) -> None:
    view = any_view(count, relations=12, seed=seed)
    made = scene(view)
    assert_legible(made)
    cards = [extent(item).grown(-1) for item in made.outlines if item.name == "party"]
    if not cards:  # no way was left: the matrix stands in for the map
        return
    lines = [item for item in made.outlines if item.name.startswith("relation-")]
    assert len(lines) == len(view.relations)
    for item in lines:
        assert len(item.segments) in {2, 3}
        steps = itertools.pairwise((numbers[0], numbers[1]) for _, numbers in item.segments)
        assert not any(crosses(card, start, end) for start, end in steps for card in cards), item.name
    titles = sum(bool(relation.title) for relation in view.relations)
    labels = sum(item.name == "plate" for item in made.outlines)
    numbers = len({item.name for item in made.outlines if item.name.startswith("number-")})
    assert labels + numbers == titles


def test_up_to_twelve_relations_are_a_map_and_more_a_matrix() -> None:
    twelve, thirteen = (scene(any_view(9, relations=count)) for count in (12, 13))
    assert named(twelve, "party")
    assert not named(thirteen, "party")
    assert named(scene(any_view(9, relations=2), ChartOptions(who_for_whom=True)), "self")
    assert not named(scene(any_view(9, relations=2), ChartOptions(who_for_whom=True)), "party")


def extent(item: Shape) -> Box:
    points = [(numbers[0], numbers[1]) for _, numbers in item.segments if numbers]
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def test_customers_in_the_centre_our_own_round_them_others_beyond() -> None:
    view = StakeholdersView(
        (
            Party("Clubs", "customer"),
            Party("Shop", "team"),
            Party("Stock", "department"),
            Party("Brand", "supplier", "x", "y"),
        ),
        customers=("Noor",),
    )
    made = scene(view)
    places = {item.name: item for item in made.outlines}
    cards = [item for item in made.outlines if item.name == "party"]
    inside = places["organisation"]
    assert said(made, "customers") == "Customers"
    assert all(_within(card, inside) for card in cards[:3])
    assert not _within(cards[3], inside)
    assert _within(cards[0], places["customers-ground"])
    assert {"we-do-arrow", "they-do-arrow"} <= set(places)
    assert "1 group of customers, 2 parties inside, 1 party outside" in said(made, "subtitle")
    assert "what we do for them" in said(made, "key")
    assert "what one party does for another" not in said(made, "key")


def _within(one: Shape, other: Shape) -> bool:
    """Whether the middle of one lies in the ellipse of the other."""
    (x, y), (cx, cy) = middle(one), middle(other)
    a = max(numbers[-2] for _, numbers in other.segments if numbers) - cx
    b = max(numbers[-1] for _, numbers in other.segments if numbers) - cy
    return ((x - cx) / a) ** 2 + ((y - cy) / b) ** 2 < 1


def test_relations_run_from_card_to_card_and_say_what_is_done() -> None:
    view = StakeholdersView(
        (Party("Shop", "team"), Party("Stock", "department")),
        (Relation(0, 1, "orders from"), Relation(1, 0, "delivers to")),
    )
    made = scene(view)
    assert {"relation-0-1", "relation-1-0"} <= set(named(made, "relation-"))
    assert said(made, "relation-title") == "orders from delivers to"
    assert "Shop → Stock: orders from." in made.alt


def test_pages_that_are_too_small_are_refused() -> None:
    with pytest.raises(ChartError, match="too narrow: this map takes"):
        scene(any_view(25, relations=9), ChartOptions(width=8))
    with pytest.raises(ChartError, match="too low: this map takes"):
        scene(any_view(25, relations=9), ChartOptions(height=4))
    assert_legible(scene(any_view(16, relations=9), ChartOptions(width=30, height=18)))


def test_the_same_bytes_twice() -> None:
    assert render(any_view(8), "svg").data == render(any_view(8), "svg").data


def test_the_example() -> None:
    view = stakeholders_view(load(["."], today=TODAY, cwd=EXAMPLES / "running-shoes"))
    assert len(view.parties) == 9
    assert view.customers == ("Noor de Wit", "André Smits")
    assert Relation(2, 3, "orders stock from") in view.relations


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_than_three_parties_are_no_chart(count: int) -> None:
    parties = "".join(f"  s{i}: {{title: S, kind: team}}\n" for i in range(count))
    text = f"cxmap: 1\nstakeholders:\n{parties}" if count else "cxmap: 1\npersonas: {p: {name: P}}\n"
    with pytest.raises(NothingToShow, match="fewer than 3 stakeholders are defined"):
        stakeholders_view(project({"p.cxmap.yaml": text}))


def all_tied(count: int) -> StakeholdersView:
    parties = tuple(Party(f"Party {i}", KINDS[i % len(KINDS)], "Pays", "Delivers") for i in range(count))
    pairs = itertools.permutations(range(count), 2)
    return StakeholdersView(parties, tuple(Relation(a, b, f"sends {a} to {b}") for a, b in pairs))


class TestWhoForWhom:
    def made(self, view: StakeholdersView) -> Scene:
        return scene(view, ChartOptions(who_for_whom=True))

    def test_each_relation_is_in_the_row_of_who_and_the_column_of_for_whom(self) -> None:
        view = StakeholdersView(
            (Party("Brand", "supplier", "Pays", "Delivers"), Party("Shop", "team"), Party("Stock", "department")),
            (Relation(1, 2, "orders from"), Relation(2, 1, "delivers to")),
        )
        made = self.made(view)
        texts = {item.name: item.line.text for item in made.words}
        at = {text: (item.x, item.y) for item in made.words for text in [item.line.text]}
        order = [texts[f"who-{i}"] for i in range(4)]
        assert order == ["Our organisation", "Shop", "Stock", "Brand"]
        assert texts["relation-1-2"] == "orders from"
        assert texts["relation-2-1"] == "delivers to"
        assert (texts["relation-0-3"], texts["relation-3-0"]) == ("Pays", "Delivers")
        rows = {item.line.text: item.y for item in made.words if item.name.startswith("who-")}
        columns = {item.line.text: item.x for item in made.words if item.name.startswith("for-")}
        assert at["orders from"][1] == pytest.approx(rows["Shop"], abs=3)
        assert at["orders from"][0] == pytest.approx(columns["Stock"], abs=1)

    def test_who_has_no_relation_is_named_below(self) -> None:
        view = StakeholdersView(
            (Party("A", "team"), Party("B", "team"), Party("C", "team")), (Relation(0, 1, "helps"),)
        )
        assert "Without a relation: C." in said(self.made(view), "note")

    def test_texts_too_long_for_a_cell_are_numbered(self) -> None:
        view = StakeholdersView(
            tuple(Party(f"P{i}", "team") for i in range(6)),
            tuple(Relation(0, i, TEXTS["long text"][0]) for i in range(1, 6)),
        )
        made = self.made(view)
        assert_legible(made)
        assert said(made, "relation-") == "1 2 3 4 5"
        assert not made.shortened

    def test_of_very_many_relations_only_marks_are_drawn_and_that_is_said(self) -> None:
        view = all_tied(25)
        made = scene(view)
        assert_legible(made)
        marks = {item.name for item in made.outlines if item.name.startswith("relation-")}
        assert len(marks) == len(view.relations) + 2 * 25
        assert "What each of the 650 relations is about is in the description" in said(made, "note")
        assert "Party 24 → Party 23: sends 24 to 23." in made.alt

    @pytest.mark.parametrize("texts", sorted(TEXTS))
    def test_any_text(self, texts: str) -> None:
        made = scene(any_view(12, texts, relations=30), ChartOptions(theme="dark", lang="nl"))
        assert_legible(made)

    @pytest.mark.parametrize("count", [3, 12, 25, 60, 100])
    def test_any_number(self, count: int) -> None:
        assert_legible(self.made(any_view(count, relations=3 * count)))

    def test_a_page_that_is_too_small_is_refused(self) -> None:
        with pytest.raises(ChartError, match="too narrow: this matrix takes"):
            scene(all_tied(25), ChartOptions(width=4))
        with pytest.raises(ChartError, match="too low: this matrix takes"):
            scene(all_tied(25), ChartOptions(height=4))


def test_work_grows_with_the_relations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text is measured once a relation, and nothing looks for a way or a place: 25 parties as 600 relations are."""
    from cxmap.output.charts.stakeholders import ties

    monkeypatch.setattr(ties, "courses", None)
    monkeypatch.setattr(ties, "draw", None)
    items = {count: len(scene(all_tied(count)).items) / (count * (count - 1)) for count in (14, 28)}
    assert items[28] < 2 * items[14]
