"""The page of persona cards: side by side, in rows of three where there are many."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cxmap.i18n.cards import CardWords
from cxmap.i18n.charts import ChartWords
from cxmap.output.charts import sentences as say
from cxmap.output.charts.personas import course
from cxmap.output.charts.personas.card import place
from cxmap.output.charts.personas.setting import CardSetter
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_WIDTH
from cxmap.output.drawing.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.output.charts.personas.card import Placed
    from cxmap.output.charts.personas.view import Card, PersonasView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Item, Scene

_IN_A_ROW = 3
_WIDE = 1280.0  # the width of the page for more cards than stand in one row
_BETWEEN = 14.0
_NARROWEST = 190.0
_SCALES = (1.6, 1.45, 1.3, 1.15, 1.0)  # the largest at which all cards fit the page; the last makes the page grow
_STRETCH = 40.0  # a card is at most so much higher than what is on it


def layout(view: PersonasView, options: ChartOptions) -> Scene:
    """Persona cards as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    own = CardWords(words.lang)
    width = SLIDE_WIDTH if len(view.cards) <= _IN_A_ROW else _WIDE
    narrowest = _NARROWEST + 2 * look.MARGIN
    # On a page whose height was asked for, the lines at the foot go before the page is too low.
    bare = replace(view, cards=tuple(replace(card, course=None) for card in view.cards))
    tries = [(view, scale) for scale in _SCALES] + ([(bare, _SCALES[-1])] if options.height else [])
    for shown, scale in tries:
        page = Page.asked(options, view.lang, "chart", view.title, width=width, narrowest=narrowest)
        head, top = page.head(own.who)
        rows = _rows(shown, page.inner, CardSetter(page.setter, words, own, page.theme, scale))
        foot = page.foot([], _notes(view, words, own))
        least = sum(max(placed.least for placed in row) + _BETWEEN for row in rows) - _BETWEEN
        fixed = top + 8 + foot.height
        if fixed + least <= (options.height * 72 if options.height else page.height(0)):
            break
    height = page.height(fixed + least)
    spare = min((height - fixed - least) / len(rows), _STRETCH)
    items: list[Item] = [*head]
    for row in rows:
        bottom = top + max(placed.least for placed in row) + spare
        for placed in row:
            items += placed.draw(top, bottom)
        top = bottom + _BETWEEN
    return page.scene(items, foot, height, _alt(shown, words, own, page.title), view.remarks)


def _rows(view: PersonasView, inner: float, hand: CardSetter) -> list[list[Placed]]:
    """The cards side by side: three in a row, or two of two."""
    count = len(view.cards)
    most = 2 if count == 4 else _IN_A_ROW
    most = min(most, count, max(1, int((inner + _BETWEEN) / (_NARROWEST + _BETWEEN))))
    wide = (inner - (most - 1) * _BETWEEN) / most
    placed = [
        place(card, look.MARGIN + (i % most) * (wide + _BETWEEN), wide, hand, hand.theme.series[i % 4])
        for i, card in enumerate(view.cards)
    ]
    return [placed[i : i + most] for i in range(0, count, most)]


def _notes(view: PersonasView, words: ChartWords, own: CardWords) -> Iterator[str]:
    """What each persona rests on; those without evidence are assumptions."""
    yield " ".join(
        own.rests_on.format(card.name, "; ".join(say.named_sources(card.sources, words)))
        for card in view.cards
        if card.sources
    )
    without = [card.name for card in view.cards if not card.sources]
    if without:
        yield own.rests_on_nothing.format(words.listed(without))


def _alt(view: PersonasView, words: ChartWords, own: CardWords, title: str) -> str:
    finding = own.alt.format(title, words.listed([card.name for card in view.cards]))
    lines = [f"{card.name}: {' '.join(_said(card, words, own))}" for card in view.cards]
    return say.alt([finding], [*lines, *_notes(view, words, own)])


def _said(card: Card, words: ChartWords, own: CardWords) -> Iterator[str]:
    share = own.share.format(words.number(card.share * 100)) if card.share is not None else ""
    known = [part for part in (card.segment, share, own.priorities[card.priority] if card.priority else "") if part]
    if known:
        yield f"{', '.join(known)}."
    if card.quote:
        yield own.quoted.format(card.quote)
    if card.course and (figures := course.said(card.course, words, own)):
        yield f"{'; '.join(figures)}."
    for name, entries in (
        (own.goals, card.goals),
        (own.ambitions, card.ambitions),
        (own.needs, card.needs),
        (own.frustrations, card.frustrations),
        (own.drivers, card.drivers),
    ):
        if entries:
            yield own.alt_card.format(name, "; ".join(entries))
