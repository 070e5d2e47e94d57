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
from cxmap.output.drawing.options import ChartError, ChartOptions
from cxmap.output.drawing.scene import Box
from cxmap.project.load import load

if TYPE_CHECKING:
    from cxmap.choices import StakeholderKind
    from cxmap.output.drawing.scene import Shape

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


@pytest.mark.parametrize("count", [1, 2, 3, 8, 16, 25])
def test_any_number(count: int) -> None:
    made = scene(any_view(count))
    assert_legible(made)
    assert sum(item.name == "party" for item in made.outlines) == count


@pytest.mark.parametrize("kind", ["customer", "department", "partner"])
def test_all_of_one_kind(kind: StakeholderKind) -> None:
    assert_legible(scene(StakeholdersView(tuple(Party(f"Party {i}", kind, "This", "That") for i in range(12)))))


@pytest.mark.parametrize("texts", sorted(TEXTS))
def test_any_text(texts: str) -> None:
    assert_legible(scene(any_view(9, texts), ChartOptions(theme="dark", lang="nl")))


@pytest.mark.parametrize("seed", range(4))
def test_many_relations(seed: int) -> None:
    view = any_view(12, relations=30, seed=seed)
    made = scene(view)
    assert_legible(made)
    titles = sum(bool(relation.title) for relation in view.relations)
    labels = sum(item.name == "label-ground" for item in made.outlines)
    numbers = len({item.name for item in made.outlines if item.name.startswith("number-")})
    assert labels + numbers == titles


BUSY = (
    *((0, 9), (1, 15), (1, 2), (3, 17), (3, 1), (4, 8), (7, 8), (8, 9), (9, 2), (10, 16)),
    *((10, 5), (11, 8), (11, 17), (13, 9), (14, 13), (14, 13), (15, 7), (16, 1)),
)


def test_on_a_busy_map_relations_run_under_no_card() -> None:
    inside = tuple(Party(f"Department {i}", "department") for i in range(8))
    outside = tuple(Party(f"Partner {i}", "partner", "Pays", "Delivers every morning before nine") for i in range(10))
    ties = tuple(Relation(start, end, "sends customers to") for start, end in BUSY)
    made = scene(StakeholdersView((*inside, *outside), ties))
    cards = [extent(item).grown(-1) for item in made.outlines if item.name == "party"]
    for item in made.outlines:
        if item.name.startswith("relation-"):
            steps = itertools.pairwise((numbers[0], numbers[1]) for _, numbers in item.segments if numbers)
            assert not any(crosses(card, start, end) for start, end in steps for card in cards), item.name


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
        scene(any_view(25), ChartOptions(width=8))
    with pytest.raises(ChartError, match="too low: this map takes"):
        scene(any_view(25), ChartOptions(height=4))
    assert_legible(scene(any_view(16), ChartOptions(width=30, height=18)))


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_same_bytes(form: str) -> None:
    assert render(any_view(8), form).data == render(any_view(8), form).data  # type: ignore[arg-type]  # one of the three


def test_the_example() -> None:
    view = stakeholders_view(load(["."], today=TODAY, cwd=EXAMPLES / "running-shoes"))
    assert len(view.parties) == 9
    assert view.customers == ("Noor de Wit", "André Smits")
    assert Relation(2, 3, "orders stock from") in view.relations


def test_without_stakeholders_there_is_a_message() -> None:
    with pytest.raises(ChartError, match="no stakeholder is defined"):
        stakeholders_view(project({"p.cxmap.yaml": "cxmap: 1\npersonas: {p: {name: P}}\n"}))


def all_tied(count: int) -> StakeholdersView:
    parties = tuple(Party(f"Party {i}", KINDS[i % len(KINDS)], "Pays", "Delivers") for i in range(count))
    pairs = itertools.permutations(range(count), 2)
    return StakeholdersView(parties, tuple(Relation(a, b, f"sends {a} to {b}") for a, b in pairs))


def test_of_very_many_relations_only_the_lines_are_drawn_and_that_is_said() -> None:
    view = all_tied(26)
    made = scene(view)
    assert_legible(made)
    assert len({item.name for item in made.outlines if item.name.startswith("relation-")}) == len(view.relations)
    assert not said(made, "relation-title")
    assert "More than 600 relations" in said(made, "note")
    assert "Party 25 → Party 24: sends 25 to 24." in made.alt


def test_relations_are_compared_with_what_is_near_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """A relation that is tried in 43 ways of 25 pieces is compared with few of the cards and of the other relations."""
    from cxmap.output.charts.stakeholders import ties

    def compared(count: int) -> int:
        calls = itertools.count()
        with monkeypatch.context() as watched:
            watched.setattr(ties, "crosses", lambda *where: (next(calls), crosses(*where))[1])
            scene(all_tied(count))
        return next(calls)

    assert compared(16) < 1000 * 16 * 15
