"""What a row of a ranking shows, cell by cell, as text; how it is laid out is not known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.intervals import TOO_FEW
from cxmap.i18n.language import decimals
from cxmap.output.tables.gaps_sentences import on_points, words_of
from cxmap.output.tables.signs import Glyphs, bar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.model.scale import Range
    from cxmap.project.project import Project


class GapCells:
    """The cells of one ranking. It remembers which signs were used, so that a legend can explain those alone."""

    def __init__(self, project: Project, ranking: Ranking, marks: Range | None, signs: Glyphs) -> None:
        self.words = words_of(ranking)
        self._project = project
        self._ranking = ranking
        self._marks = marks
        self._signs = signs
        self._digits = decimals(marks) if marks else 1
        self._several = len({row.journey for row in ranking.rows}) > 1
        self._ties = any(row.tied for row in ranking.rows)
        self._used: set[str] = set()
        self.figure = self.words.gap_on_ten if ranking.by == "gap" else self.words.ranking[ranking.by]
        self.gaps = ranking.by == "improvement" or any(row.gap10 is not None for row in ranking.rows)
        self.shares = ranking.options.shares

    def heading(self, persona: str | None) -> str:
        """Whose ranking it is."""
        weights = self._ranking.weights
        if persona is None:
            some = ", ".join(weights.shares) if weights and weights.focus in {"target", "not-none"} else ""
            targets = weights is not None and weights.focus == "target"
            of = self.words.targets_together if targets else self.words.focus_together
            return of.format(some) if some else self.words.together
        found = self._project.personas.get(persona)
        name = f"{found.name} ({persona})" if found and found.name else persona
        return self.words.not_in_focus.format(name) if persona in self._ranking.aside else name

    def legend(self, bars: dict[str, str]) -> Iterator[str]:
        """What the signs mean: those of the bars, by their names in the catalogue, and those that were used."""
        signs = self._signs
        for name, sign in list(bars.items())[: None if self.gaps else 1]:
            yield self.words.legend[name].format(sign)
        drawn = {"truth": signs.truth, "wow": signs.wow, "weak": signs.weak, "guess": signs.guess}
        for name in ("=", "*", "c", "~", "band", *drawn):
            if name in self._used:
                yield self.words.legend[name].format(drawn.get(name))

    def one_bar(self, row: Row, width: int = 20) -> str:
        """Experience as a bar, with what is missing or beyond: both scores on one line."""
        signs = self._signs
        if row.importance10 is None or row.experience10 is None:
            return ""
        if row.gap10 is None:
            return bar(row.experience10, width, signs)[0]
        low, high = (round(min(10.0, v) / 10 * width) for v in sorted((row.importance10, row.experience10)))
        return signs.full * low + (signs.missing if row.gap10 > 0 else signs.beyond) * (high - low)

    def rank(self, row: Row) -> str:
        """The rank, with ``=`` where it is shared."""
        if row.rank is None:
            return "–"
        self._used |= {"="} if row.tied else set()
        beside = " " if self._ties else ""
        return f"{row.rank}{'=' if row.tied else beside}"

    def title(self, row: Row) -> str:
        """The touchpoint's title, with an arrow for the step into it."""
        return f"{self._signs.arrow} {row.title}" if row.kind == "handover" else row.title

    def where(self, row: Row) -> str:
        """The stage, with the journey where there are several."""
        step = [self.words.handover] if row.kind == "handover" else []
        journey = [row.journey] if self._several else []
        return f" {self._signs.dot} ".join([*step, *journey, row.stage_title])

    def mark(self, value: float | None, value10: float | None) -> str:
        """A score on the common scale of the marks, else on 0-10."""
        return self.words.fixed(value if self._marks else value10, self._digits)

    def gap(self, row: Row) -> str:
        """The gap in points of that scale: the difference of the two scores that are printed."""
        first, second = (row.importance, row.experience) if self._marks else (row.importance10, row.experience10)
        if row.gap10 is None or first is None or second is None:
            return self.words.fixed(None)
        ends = row.interval and (on_points(row.interval.low, self._marks), on_points(row.interval.high, self._marks))
        return self.words.changed_by(second, first, self._digits, ends)[0].removeprefix("+")

    def interval(self, row: Row) -> str:
        """The interval around it; by ``improvement`` the negative share with its own."""
        if row.negative_share and self._ranking.by == "improvement":
            share, low, high = row.negative_share
            ends = self.words.percent(low).removesuffix(" %"), self.words.percent(high)
            return self.words.negative.format(self.words.percent(share), *ends)
        if row.interval is None:
            few = row.n is not None and row.n < TOO_FEW
            return (self.words.too_few if few else self.words.all_alike) if row.sample == "too-few" else ""
        low, high = (on_points(end, self._marks) for end in (row.interval.low, row.interval.high))
        sign = ("*" if row.sample == "small" else "") + ("c" if row.interval.conservative else "")
        self._used |= set(sign)
        between = self._signs.between.join(self.words.fixed(end, self._digits) for end in (low, high))
        return f"{between}{sign}"

    def top_two(self, row: Row, place: int) -> str:
        """The share of top-two answers of importance (0) or of experience (1), with its interval."""
        top = row.top_two[place]
        if top is None:
            return ""
        said = self.words.percent(top.share)
        if top.interval is None:
            return said
        low, high = (self.words.percent(end).removesuffix(" %") for end in top.interval)
        return f"{said} ({low}{self._signs.between}{high})"

    def certainty(self, row: Row) -> str:
        """The chance of being in the top five, or the range of ranks."""
        if row.rank_set:
            return self.words.ranks.format(*row.rank_set)
        return "" if row.p_top5 is None else self.words.percent(row.p_top5)

    def key(self, row: Row) -> str:
        """The figure that is ranked by, with Ulwick's band where it has one."""
        said = self.words.fixed(row.key, 2)
        if row.band is None:
            return said
        self._used.add("band")
        return f"{said} {self.words.bands[row.band]}"

    def quadrant(self, row: Row) -> str:
        """The quadrant, with ``~`` where it is borderline."""
        self._used |= {"~"} if row.borderline else set()
        return f"{self.words.quadrants[row.quadrant]}{'~' if row.borderline else ''}" if row.quadrant else ""

    def marks(self, row: Row) -> list[str]:
        """The signs for moment of truth, wow, weakest link and the team's own guess."""
        given = {
            "truth": (row.moment_of_truth, self._signs.truth),
            "wow": (row.wow, self._signs.wow),
            "weak": (row.weakest_link, self._signs.weak),
            "guess": (row.guess, self._signs.guess),
        }
        self._used |= {name for name, (is_so, _) in given.items() if is_so}
        return [sign for is_so, sign in given.values() if is_so]

    def action(self, row: Row) -> str:
        """The actions that name it, or that none does."""
        titles = [self._project.actions[name].title if name in self._project.actions else name for name in row.actions]
        return f"{self._signs.arrow} {'; '.join(titles)}" if titles else self.words.no_action
