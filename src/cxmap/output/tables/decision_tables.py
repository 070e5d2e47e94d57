"""What a ranking is asked besides, as tables to read: what if, and how many more answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cxmap.analysis.ranking.answers import TOO_MANY
from cxmap.i18n.decisions import AnswersWords, WhatIfWords
from cxmap.i18n.language import decimals
from cxmap.output.tables.render import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.ranking.answers import AnswerPlan, AnswersNeeded
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.what_if import Effect
    from cxmap.output.tables.signs import Glyphs


def tables(ranking: Ranking, signs: Glyphs) -> Iterator[Table]:
    """The tables that were asked for."""
    if ranking.effects:
        yield _what_if(ranking, signs)
    if ranking.answers and (rows := _shown(ranking)):
        yield _answers(ranking, rows, signs)


def notes(ranking: Ranking) -> Iterator[str]:
    """How to read them, and what could not be said, a sentence each."""
    yield from _what_if_notes(ranking)
    yield from _answer_notes(ranking)


def _what_if(ranking: Ranking, signs: Glyphs) -> Table:
    words, effects = WhatIfWords(ranking.options.lang), ranking.effects
    several = len({effect.journey for effect in effects}) > 1

    def before_after(now: float, after: float, digits: int) -> str:
        return f"{words.fixed(now, digits)} {signs.arrow} {words.fixed(after, digits)}"

    def experience(effect: Effect) -> str:
        now, digits = effect.experience, decimals(effect.scale)
        return before_after(now, now + effect.change, digits)

    def index(effect: Effect) -> str:
        return before_after(*effect.indexes, 2) if effect.indexes else ""

    def interval(ends: tuple[float, float] | None) -> str:
        return signs.between.join(words.fixed(end, 2) for end in ends or ())

    at_most = any(effect.index_at_most for effect in effects)
    alone = Counter((effect.journey, effect.persona) for effect in effects)

    def moved(effect: Effect) -> tuple[str, str]:
        """What a change does to the index; where it is the only one, the difference of the two that are printed."""
        if effect.indexes and alone[effect.journey, effect.persona] == 1:
            said, *ends = words.changed_by(*effect.indexes, 2, effect.index_interval)
            return said, signs.between.join(end.removeprefix("+") for end in ends)
        return _signed(words, effect.index_change), interval(effect.index_interval)

    index_moves = [moved(effect) for effect in effects]
    columns = [
        Column(
            words.touchpoint,
            [f"{e.journey}: {e.title}" if several else e.title for e in effects],
            too_wide="fold",
            ratio=3,
        ),
        Column(words.persona, [effect.persona or words.everybody for effect in effects]),
        Column(words.experience, [experience(effect) for effect in effects], right=True),
        Column(words.ranking[ranking.by], [before_after(*effect.key, 2) for effect in effects], right=True),
        Column(words.rank, [before_after(*effect.rank, 0) for effect in effects], right=True),
        Column(words.index_change, [said for said, _ in index_moves], right=True),
        Column(words.interval_at_most if at_most else words.interval, [ends for _, ends in index_moves], right=True),
        Column(words.index, [index(effect) for effect in effects], right=True),
        Column(words.overall, [_signed(words, effect.overall_change) for effect in effects], right=True),
        Column(words.overall_interval, [interval(effect.overall_interval) for effect in effects], right=True),
    ]
    return Table(words.title, [column for column in columns if any(column.cells)])


def _signed(words: WhatIfWords, value: float | None) -> str:
    if value is None:
        return ""
    said = words.fixed(value, 2)
    return f"+{said}" if float(f"{value:.2f}") > 0 else said


def _what_if_notes(ranking: Ranking) -> Iterator[str]:
    words, effects = WhatIfWords(ranking.options.lang), ranking.effects
    if not effects:
        return
    for effect in effects:
        if effect.clipped and effect.persona is not None:
            ends = words.general(effect.scale.min), words.general(effect.scale.max)
            place = f"{effect.touchpoint} ({effect.persona})"
            yield words.clipped.format(words.digits(f"{effect.asked:+g}"), place, *ends)
    yield words.how
    if any(effect.index_interval for effect in effects):
        yield words.how_at_most if any(effect.index_at_most for effect in effects) else words.how_interval
    if any(effect.overall_change is not None for effect in effects):
        yield words.how_overall
    if (changes := len({(effect.journey, effect.touchpoint) for effect in effects})) > 1:
        yield words.together.format(changes)


def _shown(ranking: Ranking) -> list[AnswersNeeded]:
    """Those that need more answers, or all where an interval of a width was wished for."""
    found = ranking.answers.rows if ranking.answers else ()
    return [row for row in found if row.verdict != "told-apart" or row.n_within is not None]


def _answers(ranking: Ranking, rows: list[AnswersNeeded], signs: Glyphs) -> Table:
    words = AnswersWords(ranking.options.lang)
    titles = {(row.journey, row.touchpoint): row.title for row in ranking.answers.rows} if ranking.answers else {}

    def whole(count: int | None) -> str:
        return words.no_end if count is None else words.whole(count)

    def needed(row: AnswersNeeded) -> str:
        return whole(row.n_needed) if row.verdict == "more" else words.verdicts[row.verdict]

    def may_be(row: AnswersNeeded) -> str:
        return (
            "" if row.verdict in {"told-apart", "enough"} else f"{whole(row.n_low)}{signs.between}{whole(row.n_high)}"
        )

    def within(row: AnswersNeeded) -> str:
        return words.whole(row.n_within) if row.n_within is not None else words.too_many

    wish = ranking.options.within
    columns = [
        Column(words.rank, [str(row.rank) for row in rows], right=True),
        Column(
            words.touchpoint,
            [f"{signs.arrow} {r.title}" if r.kind == "handover" else r.title for r in rows],
            too_wide="fold",
            ratio=3,
        ),
        Column(words.persona, [row.persona or "" for row in rows]),
        Column(words.now, [whole(row.n_now) for row in rows], right=True),
        Column(words.needed, [needed(row) for row in rows], right=True),
        Column(words.range, [may_be(row) for row in rows], right=True),
        Column(
            words.against,
            ["" if r.verdict == "told-apart" else titles[r.against] for r in rows],
            too_wide="fold",
            ratio=3,
        ),
    ]
    if wish is not None:
        columns.append(Column(words.within.format(words.general(wish)), [within(row) for row in rows], right=True))
    return Table(words.title, [column for column in columns if any(column.cells)])


def _answer_notes(ranking: Ranking) -> Iterator[str]:
    if ranking.answers is not None:
        words = AnswersWords(ranking.options.lang)
        yield from _cuts(ranking.answers, words)
        yield from _how_many(ranking.answers, words)


def _cuts(found: AnswerPlan, words: AnswersWords) -> Iterator[str]:
    """What is told apart already."""
    for persona, top in found.cuts.items():
        first = [row for row in found.rows if row.persona == persona][:top]
        apart = sum(row.verdict == "told-apart" for row in first)
        if top == 1:
            yield (words.first_settled if apart else words.first_open).format(persona)
        elif apart == top:
            yield words.settled.format(top, persona)
        else:
            yield words.open.format(top, persona, apart, top)


def _how_many(found: AnswerPlan, words: AnswersWords) -> Iterator[str]:
    """How the numbers are meant, and of whom there are none."""
    if any(row.verdict == "equal" for row in found.rows):
        yield words.choose.format(TOO_MANY)
    if any(row.verdict != "told-apart" for row in found.rows):
        yield words.how
        if len(found.dependent) < len(found.cuts):
            yield words.independent
        if found.dependent:
            yield words.dependent
    if found.within is not None and any(row.n_within is not None for row in found.rows):
        yield words.how_within.format(words.general(found.within))
    if found.unknown:
        yield words.unknown.format(words.listed(list(found.unknown)))
    if found.alone:
        yield words.alone.format(words.listed(list(found.alone)))
