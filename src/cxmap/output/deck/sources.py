"""The slide of what all rests on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cxmap.output.deck.making import MOST_ROWS, capital, cell
from cxmap.output.deck.wording import Column, Run

if TYPE_CHECKING:
    from cxmap.output.deck.making import Making


def sources(making: Making) -> None:
    """The sources, those that most scores rest on first."""
    words = making.words
    scores = Counter(
        backing.source for row in making.story.evidence for backing in (row.importance, row.experience) if backing
    )
    used = [use for use in making.story.sources if scores[use.id] or use.evidence or use.personas]
    if not used:
        return
    basis = [headline.text for headline in making.story.headlines if headline.kind == "basis"]
    title = basis[0] if basis else words.sources
    columns = [
        Column(capital(words.source), 40),
        Column(capital(words.kind), 22),
        Column(words.n, 8, "r"),
        Column(capital(words.dated), 14),
        Column(capital(words.scores), 8, "r"),
        Column(capital(words.findings), 12, "r"),
    ]
    order = sorted(used, key=lambda use: (-scores[use.id], -use.evidence))
    table = [
        (
            (Run(use.source.title, bold=True),),
            cell(words.kinds[use.source.kind]),
            cell("–" if use.source.n is None else words.whole(use.source.n)),
            cell(words.short_date(use.source.date) if use.source.date else "–"),
            cell(_count(scores[use.id])),
            cell(_count(use.evidence)),
        )
        for use in order[: MOST_ROWS + 2]
    ]
    more = words.rest.format(len(order) - len(table)) + "." if len(order) > len(table) else ""
    making.tables(title, columns, table, (more, words.method), about=words.sources, spoken=(words.sources,))


def _count(number: int) -> str:
    return str(number) if number else "–"
