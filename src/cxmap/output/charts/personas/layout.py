"""The page of persona cards: side by side, in rows of three where there are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.charts import CardWords, ChartWords
from cxmap.output.charts import sentences as say
from cxmap.output.charts.personas.card import CardSetter, place
from cxmap.output.drawing import page
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_HEIGHT, SLIDE_WIDTH, ChartError, ChartOptions
from cxmap.output.drawing.scene import Item, Scene
from cxmap.output.drawing.theme import THEMES
from cxmap.output.drawing.typesetting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.output.charts.personas.card import Placed
    from cxmap.output.charts.personas.view import Card, PersonasView

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
    theme = THEMES[options.theme]
    width = options.width * 72 if options.width else SLIDE_WIDTH if len(view.cards) <= _IN_A_ROW else _WIDE
    inner = width - 2 * look.MARGIN
    title = options.title or view.title
    wanted = width * SLIDE_HEIGHT / SLIDE_WIDTH if options.height is None else options.height * 72
    for scale in _SCALES:
        setter = Typesetter()
        head, top = page.header(setter, title, own.who, look.MARGIN, look.MARGIN - 4, inner, theme)
        top += 12
        rows = _rows(view, width, CardSetter(setter, words, own, theme, scale))
        foot = page.footer(setter, [], _notes(view, words, own), inner, theme)
        least = sum(max(placed.least for placed in row) + _BETWEEN for row in rows) - _BETWEEN
        fixed = top + foot.height + look.MARGIN
        if fixed + least <= wanted:
            break
    height = wanted if options.height is not None else max(wanted, fixed + least)
    if fixed + least > height:
        raise ChartError(
            f"a page {height / 72:g} inches high is too low: these cards take {(fixed + least) / 72:.1f} at this width"
        )
    spare = min((height - fixed - least) / len(rows), _STRETCH)
    items: list[Item] = [*head]
    for row in rows:
        bottom = top + max(placed.least for placed in row) + spare
        for placed in row:
            items += placed.draw(top, bottom)
        top = bottom + _BETWEEN
    items += foot.draw(height - look.MARGIN + 8 - foot.height)
    return Scene.set_by(
        setter,
        items,
        width=width,
        height=height,
        paper=theme.paper,
        title=title,
        alt=_alt(view, words, own, title),
        lang=words.lang,
        remarks=view.remarks,
    )


def _rows(view: PersonasView, width: float, hand: CardSetter) -> list[list[Placed]]:
    """The cards side by side: three in a row, or two of two."""
    inner = width - 2 * look.MARGIN
    count = len(view.cards)
    most = 2 if count == 4 else _IN_A_ROW
    most = min(most, count, max(1, int((inner + _BETWEEN) / (_NARROWEST + _BETWEEN))))
    wide = (inner - (most - 1) * _BETWEEN) / most
    if wide < _NARROWEST:
        needed = (width - inner + _NARROWEST) / 72
        raise ChartError(f"a page {width / 72:g} inches wide is too narrow: it takes {needed:.1f} at least")
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
    known = [part for part in (card.segment, share) if part]
    if known:
        yield f"{', '.join(known)}."
    if card.quote:
        yield own.quoted.format(card.quote)
    for name, entries in (
        (own.goals, card.goals),
        (own.ambitions, card.ambitions),
        (own.needs, card.needs),
        (own.frustrations, card.frustrations),
        (own.drivers, card.drivers),
    ):
        if entries:
            yield own.alt_card.format(name, "; ".join(entries))
