"""The page of the stakeholder map."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.i18n.stakeholders import StakeholderWords
from cxmap.output.charts.grid import Strip
from cxmap.output.charts.stakeholders import cards, describe, matrix, rings, ties
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_HEIGHT, SLIDE_WIDTH, ChartError
from cxmap.output.drawing.page import Entry, Page
from cxmap.output.drawing.scene import Box, Item, Shape, block, rectangle
from cxmap.output.drawing.typesetting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.stakeholders.rings import Ellipse
    from cxmap.output.charts.stakeholders.view import StakeholdersView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Scene
    from cxmap.output.drawing.theme import Theme

MOST = 12
"""Of more relations than this the matrix is drawn: on a map nobody could follow them."""

_ABOUT = 12.0  # white space above and below the map
_NUMBERED_COLUMN = 250.0
_NUMBERED_LINES = 2
_LISTED_BELOW = 8.0  # white space below the list
_TRIES = 3  # to leave the room that the list takes which the tries make


def layout(view: StakeholdersView, options: ChartOptions) -> Scene:
    """The map as a scene; of many relations, or where one would run through a card, the matrix of who for whom.

    So it is on a slide that the map is too wide for.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    made = None
    if not options.who_for_whom and len(view.relations) <= MOST:
        try:
            made = _map_page(view, options)
        except ChartError:
            if not options.slide:
                raise
    return made or matrix.layout(view, options)


def _map_page(view: StakeholdersView, options: ChartOptions) -> Scene | None:
    """The stakeholder map; ``None`` where a relation would have to run through a card.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    own = StakeholderWords(words.lang)
    setter = Typesetter()
    fitted = {i: cards.fit(party, setter, own) for i, party in enumerate(view.parties) if party.ring != "customer"}
    heart = cards.heart(view, setter, own)
    # The rings tell how wide the page must be; head and foot, fitted to that width, how high.
    width = options.width * 72 if options.width else SLIDE_WIDTH
    needed = 2 * (_placed(view, fitted, heart, (width - 2 * look.MARGIN, 0.0)).reach[0] + look.MARGIN)
    page = Page.asked(options, view.lang, "map", own.title, width=max(width, needed), narrowest=needed)
    page = replace(page, setter=setter)
    theme, inner = page.theme, page.inner
    height = options.height * 72 if options.height else page.width * SLIDE_HEIGHT / SLIDE_WIDTH
    head, top = page.head(describe.subtitle(view, words, own))
    foot = page.foot(_entries(view, theme, own), [own.note])
    listed, tried = Strip(0.0, lambda _: []), None
    for _ in range(_TRIES):
        reserved = listed.height
        free = height - top - foot.height - _LISTED_BELOW - reserved - 2 * _ABOUT
        placed = _placed(view, fitted, heart, (inner, free))
        centre = (page.width / 2, top + _ABOUT + max(placed.reach[1], free / 2))
        bottom = centre[1] + placed.reach[1] + _ABOUT
        room = Box(look.MARGIN, top, page.right, bottom)
        if (placed, centre) == tried:
            break
        tried = placed, centre
        made = _map(view, placed, fitted, heart, centre, room, setter, theme)
        if made is None:
            return None
        drawn, numbered = made
        listed = _numbered(numbered, inner, setter, theme)
        if listed.height <= reserved:
            break
    height = page.height(bottom + listed.height + _LISTED_BELOW + foot.height)
    at = height - foot.height - _LISTED_BELOW - listed.height
    return page.scene((*head, *drawn, *listed.draw(at)), foot, height, describe.alt(view, words, own))


def _placed(
    view: StakeholdersView, fitted: dict[int, cards.Fitted], heart: cards.Heart, room: tuple[float, float]
) -> rings.Rings:
    sizes = {i: card.size for i, card in fitted.items()}
    return rings.places(
        heart.size,
        {i: size for i, size in sizes.items() if view.parties[i].ring == "internal"},
        {i: size for i, size in sizes.items() if view.parties[i].ring == "outside"},
        [(relation.start, relation.end) for relation in view.relations],
        (room[0] / 2, room[1] / 2),
    )


def _map(
    view: StakeholdersView, placed: rings.Rings, fitted: dict[int, cards.Fitted], heart: cards.Heart,
    centre: tuple[float, float], page: Box, setter: Typesetter, theme: Theme,
) -> tuple[list[Item], list[str]] | None:  # fmt: skip
    """Everything between head and foot, and the texts of relations that only a number stands for.

    ``None`` where a relation would have to run through a card.
    """
    boxes = {
        party: Box(box.left + centre[0], box.top + centre[1], box.right + centre[0], box.bottom + centre[1])
        for party, box in {**placed.boxes, **heart.boxes()}.items()
    }
    middle = Box(
        centre[0] - heart.size[0] / 2,
        centre[1] - heart.size[1] / 2,
        centre[0] + heart.size[0] / 2,
        centre[1] - heart.size[1] / 2 + heart.heading.height + heart.names.height,
    )
    items: list[Item] = [
        _zone(placed.organisation, centre, theme.band, None, "organisation"),
        _zone(placed.customers, centre, theme.paper, theme.ink, "customers-ground"),
    ]
    arrows = [
        arrow
        for i, party in enumerate(view.parties)
        if party.ring == "outside"
        for arrow in ties.exchange(
            boxes[i], placed.organisation, centre, theme, out=bool(party.we_do), back=bool(party.they_do)
        )
    ]
    items += arrows
    ground = [(placed.organisation, centre, theme.band), (placed.customers, centre, theme.paper)]
    ways = ties.courses(view, boxes, [middle], [ties.around_middle(arrow) for arrow in arrows if arrow.name], page)
    if ways is None:
        return None
    lines, labels, numbered = ties.draw(ways, arrows, [*boxes.values(), middle], page, ground, setter, theme)
    items += lines
    items += heart.draw(*centre, theme)
    for i, party in enumerate(view.parties):
        card = fitted.get(i) or heart.cards[i]
        items += cards.draw(card, boxes[i], theme, internal=party.ring == "internal")
    return [*items, *labels], numbered


def _zone(ellipse: Ellipse, centre: tuple[float, float], fill: str, stroke: str | None, name: str) -> Shape:
    circle = symbols.circle(0, 0, 1, fill=fill, stroke=stroke, width=1.2, name=name)
    segments = tuple(
        (
            kind,
            tuple(centre[i % 2] + number * (ellipse.b if i % 2 else ellipse.a) for i, number in enumerate(numbers)),
        )
        for kind, numbers in circle.segments
    )
    return Shape(segments, fill=fill, stroke=stroke, width=1.2, name=name)


def _numbered(texts: Sequence[str], inner: float, setter: Typesetter, theme: Theme) -> Strip:
    """What the numbers on relations stand for, in columns."""
    if not texts:
        return Strip(0.0, lambda _: [])
    count = max(1, int(inner / _NUMBERED_COLUMN))
    wide = inner / count
    indent = 2 * ties.NUMBER + 5
    fitted = [setter.fit(text, look.SMALL, width=wide - indent - 8, lines=_NUMBERED_LINES) for text in texts]
    each = max(2 * ties.NUMBER, *(text.height for text in fitted)) + 2
    per_column = math.ceil(len(fitted) / count)

    def draw(top: float) -> list[Item]:
        items: list[Item] = []
        for i, text in enumerate(fitted):
            left = look.MARGIN + i // per_column * wide
            middle = top + (i % per_column + 0.5) * each
            items += ties.number(left + ties.NUMBER, middle, i + 1, setter, theme)
            items += block(text, left + indent, middle - text.height / 2, theme.ink, name="numbered")
        return items

    return Strip(per_column * each + 6, draw)


def _entries(view: StakeholdersView, theme: Theme, own: StakeholderWords) -> list[Entry]:
    """The key: only what is on the map."""
    entries = [Entry(partial(_swatch, theme), own.organisation)]
    if any(party.we_do for party in view.parties):
        entries.append(Entry(lambda x, y: cards.arrow_icon(x, y, theme, outward=True), own.we_do))
    if any(party.they_do for party in view.parties):
        entries.append(Entry(lambda x, y: cards.arrow_icon(x, y, theme, outward=False), own.they_do))
    if view.relations:
        entries.append(Entry(partial(_relation, theme), own.relation))
    return entries


def _swatch(theme: Theme, x: float, y: float) -> list[Item]:
    return [rectangle(Box(x - 8, y - 5, x + 8, y + 5), fill=theme.band, stroke=theme.rule, width=look.HAIRLINE)]


def _relation(theme: Theme, x: float, y: float) -> list[Item]:
    return list(cards.arrow([(x - 9, y), (x + 9, y)], theme.rule, 1.1, dash=ties.DASH, name=""))
