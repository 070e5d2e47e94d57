"""The page of the stakeholder map."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords, StakeholderWords
from cxmap.output.charts import sentences as say
from cxmap.output.charts.grid import Strip
from cxmap.output.charts.stakeholders import cards, rings, ties
from cxmap.output.drawing import page as frame
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_HEIGHT, SLIDE_WIDTH, ChartError, ChartOptions
from cxmap.output.drawing.scene import Box, Item, Scene, Shape, block, rectangle
from cxmap.output.drawing.theme import THEMES
from cxmap.output.drawing.typesetting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.output.charts.stakeholders.rings import Ellipse
    from cxmap.output.charts.stakeholders.view import StakeholdersView
    from cxmap.output.drawing.theme import Theme

_ABOUT = 12.0  # white space above and below the map
_NUMBERED_COLUMN = 250.0
_NUMBERED_LINES = 2
_TRIES = 3  # to leave the room that the list takes which the tries make


def layout(view: StakeholdersView, options: ChartOptions) -> Scene:
    """The stakeholder map as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    words = ChartWords(options.lang or view.lang)
    own = StakeholderWords(words.lang)
    theme = THEMES[options.theme]
    setter = Typesetter()
    title = options.title or own.title
    fitted = {i: cards.fit(party, setter, own) for i, party in enumerate(view.parties) if party.ring != "customer"}
    heart = cards.heart(view, setter, own)
    width = options.width * 72 if options.width else SLIDE_WIDTH
    height = options.height * 72 if options.height else width * SLIDE_HEIGHT / SLIDE_WIDTH
    # The rings tell how wide the page must be; head and foot, fitted to that width, how high.
    placed = _placed(view, fitted, heart, (width - 2 * look.MARGIN, 0.0))
    if options.width is None:
        width = max(width, 2 * (placed.reach[0] + look.MARGIN))
        height = options.height * 72 if options.height else width * SLIDE_HEIGHT / SLIDE_WIDTH
    elif 2 * (placed.reach[0] + look.MARGIN) > width:
        needed = 2 * (placed.reach[0] + look.MARGIN) / 72
        raise ChartError(f"a page {width / 72:g} inches wide is too narrow: this map takes {needed:.1f}")
    inner = width - 2 * look.MARGIN
    head, top = frame.header(setter, title, _subtitle(view, words, own), look.MARGIN, look.MARGIN - 4, inner, theme)
    foot = frame.footer(setter, _entries(view, theme, own), list(_notes(view, own)), inner, theme)
    below = foot.height + look.MARGIN
    listed, tried = Strip(0.0, lambda _: []), None
    for _ in range(_TRIES):
        reserved = listed.height
        free = height - top - below - reserved - 2 * _ABOUT
        placed = _placed(view, fitted, heart, (inner, free))
        centre = (width / 2, top + _ABOUT + max(placed.reach[1], free / 2))
        bottom = centre[1] + placed.reach[1] + _ABOUT
        page = Box(look.MARGIN, top, width - look.MARGIN, bottom)
        if (placed, centre) == tried:
            break
        tried = placed, centre
        drawn, numbered = _map(view, placed, fitted, heart, centre, page, setter, theme)
        listed = _numbered(numbered, inner, setter, theme)
        if listed.height <= reserved:
            break
    needed = bottom + listed.height + below
    if options.height is None:
        height = max(height, needed)
    elif needed > height + 0.5:
        raise ChartError(
            f"a page {height / 72:g} inches high is too low: this map takes {needed / 72:.1f} at this width"
        )
    return Scene.set_by(
        setter,
        (*head, *drawn, *listed.draw(height - below - listed.height), *foot.draw(height - below + 8)),
        width=width,
        height=height,
        paper=theme.paper,
        title=title,
        alt=_alt(view, words, own),
        lang=words.lang,
    )


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
) -> tuple[list[Item], list[str]]:  # fmt: skip
    """Everything between head and foot, and the texts of relations that only a number stands for."""
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
    ways = ties.courses(view, boxes, [middle], [ties.around_middle(arrow) for arrow in arrows if arrow.name])
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


def _subtitle(view: StakeholdersView, words: ChartWords, own: StakeholderWords) -> str:
    counts = {ring: sum(party.ring == ring for party in view.parties) for ring in own.counts}
    return ", ".join(words.counted(own.counts[ring], count) for ring, count in counts.items() if count)


def _notes(view: StakeholdersView, own: StakeholderWords) -> Iterator[str]:
    yield own.note
    if len(view.relations) > rings.MANY:
        yield own.many.format(rings.MANY)


def _entries(view: StakeholdersView, theme: Theme, own: StakeholderWords) -> list[frame.Entry]:
    """The key: only what is on the map."""
    entries = [frame.Entry(partial(_swatch, theme), own.organisation)]
    if any(party.we_do for party in view.parties):
        entries.append(frame.Entry(lambda x, y: cards.arrow_icon(x, y, theme, outward=True), own.we_do))
    if any(party.they_do for party in view.parties):
        entries.append(frame.Entry(lambda x, y: cards.arrow_icon(x, y, theme, outward=False), own.they_do))
    if view.relations:
        entries.append(frame.Entry(partial(_relation, theme), own.relation))
    return entries


def _swatch(theme: Theme, x: float, y: float) -> list[Item]:
    return [rectangle(Box(x - 8, y - 5, x + 8, y + 5), fill=theme.band, stroke=theme.rule, width=look.HAIRLINE)]


def _relation(theme: Theme, x: float, y: float) -> list[Item]:
    return list(cards.arrow([(x - 9, y), (x + 9, y)], theme.rule, 1.1, dash=ties.DASH, name=""))


def _alt(view: StakeholdersView, words: ChartWords, own: StakeholderWords) -> str:
    return say.alt([own.alt.format(_subtitle(view, words, own))], _said(view, own))


def _said(view: StakeholdersView, own: StakeholderWords) -> Iterator[str]:
    for party in view.parties:
        done = [f"{name}: {text}" for name, text in ((own.we_do, party.we_do), (own.they_do, party.they_do)) if text]
        if done:
            yield own.alt_party.format(party.title, own.kinds[party.kind], "; ".join(done))
        else:
            yield f"{party.title} ({own.kinds[party.kind]})."
    for relation in view.relations:
        if relation.title:
            start, end = view.parties[relation.start].title, view.parties[relation.end].title
            yield own.alt_relation.format(start, end, relation.title)
