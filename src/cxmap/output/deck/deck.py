"""A project as a deck for those who decide: the message first, then what it rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.analysis.changes import score_changes
from cxmap.analysis.roadmap import roadmap
from cxmap.analysis.scores import from_ten
from cxmap.i18n.deck import DeckWords
from cxmap.i18n.plan import PlanWords
from cxmap.output.charts.catalogue import JOURNEY_CHARTS, PROJECT_CHARTS, Wish
from cxmap.output.charts.roadmap.view import RoadmapView
from cxmap.output.deck.fit import Fitted, fitted
from cxmap.output.deck.native import add_line_chart
from cxmap.output.deck.slides import Cell, Column, Paragraph, Run, Slides, Tone
from cxmap.output.deck.template import layouts_used
from cxmap.output.drawing import pptx
from cxmap.output.drawing.options import ChartError
from cxmap.output.drawing.scene import Box
from cxmap.output.tables import gaps_sentences as sentences
from cxmap.output.tables.gaps_cells import GapCells
from cxmap.output.tables.plan_cells import hope_sentence
from cxmap.output.tables.signs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cxmap.analysis.changes import ScoreChange
    from cxmap.analysis.difference import Change
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.analysis.scores import Score
    from cxmap.choices import Chart, DeckSlide
    from cxmap.model.action import Action
    from cxmap.output.charts.view import View
    from cxmap.output.deck.template import Template
    from cxmap.output.drawing.scene import Scene
    from cxmap.story.journeys import JourneyStory
    from cxmap.story.opportunities import OpportunitySheet
    from cxmap.story.story import Story

MOST_ROWS = 10
"""Rows of a native table; a board reads no more."""
TITLE_LINE = 16.0
_TEXT = 18.0
_TABLE = 12.0
_SHEET = 14.0
_GAP = 18.0
_NOTE = 10.0
_BELOW = 12.0
_APART = 6.0
_MOST_PERSONAS = 4  # side by side
_FIRST = 5  # of each persona's ranking
_MOST_QUOTES = 4
_MOST_POINTS = 5


@dataclass(frozen=True, slots=True)
class Deck:
    """A finished deck.

    Attributes:
        data: The bytes of the file.
        slides: How many slides it has.
        layouts: The names of the layouts that they are on, for a message.
        remarks: What whoever asked for it should know.
    """

    data: bytes
    slides: int
    layouts: str
    remarks: tuple[str, ...]


def make_deck(
    story: Story,
    template: Template,
    wanted: Sequence[DeckSlide],
    *,
    command: str,
    font: str | None = None,
) -> Deck:
    """Make a deck. The same story and template give the same bytes.

    Args:
        story: The project, told with as many sheets as are wanted.
        template: What the slides are put on; it is used up.
        wanted: The kinds of slides, in order.
        command: The command that made it, for the notes.
        font: The name of the font of the text of charts; ``None``: the template's.
    """
    making = _Making(story, Slides(template, story.lang, font), command)
    for kind in wanted:
        making.add(kind)
    about = " ".join(headline.text for headline in story.headlines)
    pptx.describe(template.deck, title=making.title, about=about, lang=story.lang)
    return Deck(
        pptx.saved(template.deck),
        making.slides.count,
        layouts_used(template),
        (*template.remarks, *dict.fromkeys(making.slides.remarks)),
    )


class _Changed(NamedTuple):
    """A score that was measured before: itself, what changed, the wave before, and the personas who share it."""

    score: ScoreChange
    change: Change
    before: Score
    personas: list[str]


class _Making:
    """A deck in the making: a method for each kind of slide."""

    def __init__(self, story: Story, slides: Slides, command: str) -> None:
        self.story = story
        self.slides = slides
        self.words = DeckWords(story.lang)
        self._made_by = self.words.made_by.format(self.words.date(story.project.today), command)

    @property
    def current(self) -> list[JourneyStory]:
        """The journeys as they are now."""
        return [told for told in self.story.journeys if told.current]

    @cached_property
    def hoped(self) -> list[str]:
        """What owners hope for, a sentence for each journey, as ``cxmap roadmap`` says it."""
        words = PlanWords(self.story.lang)
        return [hope_sentence(hope, words) for hope in roadmap(self.story.project).expects.journeys]

    @property
    def title(self) -> str:
        """What the deck is about: its journeys as they are now, else its plans."""
        told = self.current or list(self.story.journeys)
        return self.words.listed([journey.journey.title for journey in told], 3)

    def add(self, kind: DeckSlide) -> None:
        """Add the slides of one kind; none, where the project says nothing of it."""
        make: Mapping[DeckSlide, Callable[[], None]] = {
            "title": self._opening,
            "message": self._message,
            "changes": self._changes,
            "journey": self._journeys,
            "ranking": self._rankings,
            "sheets": self._sheets,
            "roadmap": lambda: self._project_chart("roadmap"),
            "dashboard": lambda: self._project_chart("dashboard"),
            "personas": self._personas,
            "sources": self._sources,
        }
        make[kind]()

    def _opening(self) -> None:
        told = self.current or list(self.story.journeys)
        personas = dict.fromkeys(self.story.names.persona(name) for journey in told for name in journey.ways)
        day = self.words.date(self.story.project.today)
        if len(told) > 1:
            below = self.words.subtitle_several.format(len(told), day)
        else:
            below = self.words.subtitle.format(self.words.listed(list(personas), 4), day)
        self._notes(self.slides.opening(self.title, below))

    def _message(self) -> None:
        if not self.story.headlines:
            return
        slide = self.slides.page(self.words.message)
        paragraphs = [
            Paragraph((Run(headline.text, bold=i == 0),), size=1.15 if i == 0 else 1.0, before=0.9)
            for i, headline in enumerate(self.story.headlines)
        ]
        paragraphs += [Paragraph((Run(text, tone="muted"),), before=0.9) for text in self.hoped]
        body = self.slides.body
        self.slides.text(slide, Box(body.left, body.top + _APART, body.right, body.bottom), paragraphs, _TEXT)
        self._notes(slide)

    def _journeys(self) -> None:
        """Each journey as it is now, with its figures behind it, then the plans."""
        for told in sorted(self.story.journeys, key=lambda journey: not journey.current):
            scenes, bare = self._journey_chart("emotion", told)
            if not scenes:
                continue
            title = self.story.journey_findings.get((told.journey.id, "emotion")) or told.journey.title
            alt = self._charts(scenes, title, self.words.no_channels if bare else "")
            if told.current and any(visit.experience for visit in told.visits):
                slide = self.slides.page(self.words.figures.format(told.journey.title))
                add_line_chart(self.slides, slide, told, self.story, alt)
                self._notes(slide, self.words.backup)

    def _personas(self) -> None:
        shown: list[tuple[str, ...]] = []
        for told in self.current or self.story.journeys:
            if tuple(told.ways) in shown:
                continue
            shown.append(tuple(told.ways))
            title = self.story.journey_findings.get((told.journey.id, "personas")) or told.journey.title
            self._charts(self._journey_chart("personas", told).scenes, title)

    def _project_chart(self, chart: Chart) -> None:
        project = replace(self.story.project, reported=tuple(told.document for told in self.story.journeys))
        try:
            view = PROJECT_CHARTS[chart](project, Wish())
        except ChartError:  # nothing to show: no slide
            return
        below = self.hoped if chart == "roadmap" else []
        scenes = self._fitted(chart, view, below).scenes
        folded = ""
        if len(scenes) > 1 and isinstance(view, RoadmapView) and any(action.steps for action in view.actions):
            # A board looks at actions; to-dos go before actions are cut into several slides.
            actions = tuple(replace(one, steps=(), levers=()) for one in view.actions)
            scenes = self._fitted(chart, replace(view, actions=actions), below).scenes
            folded = self.words.no_steps
        self._charts(scenes, self.story.findings.get(chart, ""), folded, below)

    def _journey_chart(self, chart: Chart, told: JourneyStory) -> Fitted:
        wish = Wish(tuple(told.ways))
        try:
            view = JOURNEY_CHARTS[chart](self.story.project, told.document, wish)
        except ChartError as error:
            self.slides.remarks.append(f"{told.journey.id}: {error}")
            return Fitted([])
        return self._fitted(told.journey.id, view)

    def _fitted(self, what: str, view: View, below: Sequence[str] = ()) -> Fitted:
        """A chart in scenes of which each leaves room for some sentences below it."""
        body = self.slides.body
        height = body.height - self._height_below(below)
        try:
            return fitted(view, body.width, height, theme=self.slides.theme_name, lang=self.story.lang)
        except ChartError as error:
            self.slides.remarks.append(f"{what}: {error}")
            return Fitted([])

    def _height_below(self, texts: Sequence[str]) -> float:
        said = [Paragraph((Run(text),)) for text in texts]
        return self.slides.height(said, self.slides.body.width, _BELOW) + _APART if said else 0.0

    def _charts(self, scenes: Sequence[Scene], title: str, note: str = "", below: Sequence[str] = ()) -> str:
        """A slide a scene; what the first shows, in sentences. What they show together is the first one's title."""
        for i, drawn in enumerate(scenes, 1):
            named = title if title and i == 1 else drawn.title
            if len(scenes) > 1 and named != title:
                named = self._part(named, i, len(scenes))
            slide = self.slides.page(named)
            self.slides.chart(slide, drawn)
            if below:
                body, said = self.slides.body, [Paragraph((Run(text, tone="muted"),)) for text in below]
                top = body.bottom - self._height_below(below) + _APART
                self.slides.text(slide, Box(body.left, top, body.right, body.bottom + 1), said, _BELOW)
            self._notes(slide, drawn.alt, *below, note)
            smallest = min((words.size for words in drawn.words), default=9.0)
            if smallest < 6:
                self.slides.remarks.append(
                    f"slide {self.slides.count}: the smallest text of the chart is {smallest:.1f} points; "
                    "--journey and cxmap render make larger ones"
                )
        return scenes[0].alt if scenes else ""

    def _rankings(self) -> None:
        for ranking in self.story.rankings:
            if ranking.rows:
                self._ranking(ranking)
                self._by_persona(ranking)

    def _ranking(self, ranking: Ranking) -> None:
        words, project = self.words, self.story.project
        cells = GapCells(project, ranking, sentences.common_scale(ranking), UNICODE)
        first = [row for row in ranking.rows if row.persona == ranking.rows[0].persona and row.rank is not None]
        rows = first[:MOST_ROWS]
        certain = any(row.p_top5 is not None for row in rows)
        columns = [
            Column("#", 3, "r"),
            Column(_capital(words.touchpoint), 26),
            Column(_capital(words.importance), 9, "r"),
            Column(_capital(words.experience), 9, "r"),
            *([Column(_capital(words.gap), 7, "r")] if cells.gaps else []),
            Column(_capital(cells.figure), 9, "r"),
            *([Column(_capital(words.chance), 8, "r")] if certain else []),
            Column(_capital(words.action), 29),
        ]
        table = [
            (
                _cell(cells.rank(row).strip()),
                (
                    Run(" ".join([cells.title(row), *cells.marks(row)]), bold=True),
                    Run(f"  {cells.where(row)}", tone="muted"),
                ),
                _cell(cells.mark(row.importance, row.importance10)),
                _cell(cells.mark(row.experience, row.experience10)),
                *([_cell(cells.gap(row))] if cells.gaps else []),
                (Run(cells.key(row), bold=True),),
                *([_cell(cells.certainty(row))] if certain else []),
                self._actions(row),
            )
            for row in rows
        ]
        marks = sentences.common_scale(ranking)
        heading = cells.heading(first[0].persona) if first else cells.heading(None)
        said = list(sentences.header(ranking, marks))
        notes = (
            f"{heading}. {said[0]} {said[-1]}",
            words.first_of.format(len(rows), len(first)) if len(first) > len(rows) else "",
            "; ".join(cells.legend({})),
        )
        about = f"{heading}. {' '.join(said)}"
        spoken = (about, *ranking.remarks)
        self._tables(sentences.conclusion(ranking), columns, table, notes, about=about, spoken=spoken)

    def _by_persona(self, ranking: Ranking) -> None:
        """Where the ranking of each persona starts, side by side; nothing where there is one ranking."""
        words = self.words
        groups: dict[str, list[Row]] = {}
        for row in ranking.rows:
            if row.persona is not None and row.rank is not None:
                groups.setdefault(row.persona, []).append(row)
        if len(groups) < 2:
            return
        cells = GapCells(self.story.project, ranking, sentences.common_scale(ranking), UNICODE)
        shown, others = list(groups)[:_MOST_PERSONAS], list(groups)[_MOST_PERSONAS:]
        columns: list[Column] = []
        for name in shown:
            columns += [Column(self.story.names.persona(name), 30), Column(_capital(cells.figure), 10, "r")]
        longest = min(_FIRST, max(len(groups[name]) for name in shown))
        table = [
            [cell for name in shown for cell in self._ranked(groups[name][place : place + 1], cells)]
            for place in range(longest)
        ]
        marks = sentences.common_scale(ranking)
        said = list(sentences.header(ranking, marks))
        notes = (
            " ".join(
                words.of_persona.format(self.story.names.persona(name), min(_FIRST, len(rows)), len(rows))
                for name, rows in groups.items()
                if name in shown and len(rows) > _FIRST
            ),
            words.also_ranked.format(words.listed([self.story.names.persona(name) for name in others]))
            if others
            else "",
            f"{said[0]} {said[-1]}",
            "; ".join(cells.legend({})),
        )
        self._tables(words.by_persona, columns, table, notes, about=words.by_persona, spoken=notes)

    def _ranked(self, rows: Sequence[Row], cells: GapCells) -> tuple[Cell, Cell]:
        """A row in a table of several rankings: what it is, and its figure; empty where a ranking is shorter."""
        for row in rows:
            title = Run(" ".join([cells.title(row), *cells.marks(row)]), bold=True)
            return (Run(f"{cells.rank(row).strip()}  "), title), _cell(cells.key(row))
        return (), ()

    def _tables(
        self,
        title: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        notes: Sequence[str],
        *,
        about: str,
        spoken: Sequence[str],
    ) -> None:
        """A table that fills a slide, or more than one, and below it what is to be known to read it."""
        body = self.slides.body
        said = [Paragraph((Run(text, tone="muted"),)) for text in notes if text]
        below = self.slides.height_in_any_font(said, body.width, _NOTE) + _APART
        free = Box(body.left, body.top, body.right, body.bottom - below)
        parts = self.slides.parts(free, columns, rows)
        for i, part in enumerate(parts, 1):
            slide = self.slides.page(title if len(parts) == 1 else self._part(title, i, len(parts)))
            ended = self.slides.table(slide, free, columns, part, _TABLE, about)
            if said:
                self.slides.text(slide, Box(body.left, ended + _APART, body.right, ended + below + 1), said, _NOTE)
            self._notes(slide, *spoken)

    def _part(self, title: str, number: int, whole: int) -> str:
        return self.words.part.format(title.removesuffix("."), number, whole)

    def _actions(self, row: Row) -> Cell:
        """The actions for a row, each with how far it is, who answers for it and when it is due."""
        if not row.actions:
            return (Run(self.words.no_action, bold=True, tone="short"),)
        return (Run("; ".join(self._action(name) for name in row.actions)),)

    def _action(self, name: str, sheet: OpportunitySheet | None = None) -> str:
        action = self.story.project.actions.get(name)
        if action is None:
            return name
        said = [self._status(action.status)]
        if action.status == "done" and action.finished:
            said[0] += f" {self.words.short_date(action.finished)}"
        elif action.due and action.status != "done":
            said.append(self.words.due.format(self.words.short_date(action.due)))
        if action.owner:
            said.append(self.story.names.party(action.owner))
        hopes = self._hopes(action, sheet) if sheet else ""
        return f"{action.title} ({', '.join(said)}){hopes}"

    def _hopes(self, action: Action, sheet: OpportunitySheet) -> str:
        """What the owner of an action hopes that a touchpoint gains by it."""
        journey, touchpoint = sheet.told.journey.id, sheet.touchpoint.id
        gain = action.expects.get(f"{journey}/{touchpoint}", action.expects.get(touchpoint))
        if gain is None or action.status == "done":
            return ""
        gains = gain if isinstance(gain, dict) else {"": gain}
        said = [
            " ".join(
                [self.words.gain.format(self.words.general(value)), *([self.story.names.persona(name)] if name else [])]
            )
            for name, value in gains.items()
        ]
        return f"; {self.words.hopes.format(self.words.listed(said))}"

    def _status(self, status: str) -> str:
        from cxmap.i18n.story import StoryWords

        return StoryWords(self.story.lang).statuses[status]

    def _sheets(self) -> None:
        for ranking in self.story.rankings:
            cells = GapCells(self.story.project, ranking, sentences.common_scale(ranking), UNICODE)
            for sheet in self.story.sheets:
                if sheet.row not in ranking.rows:
                    continue
                if _described(sheet):
                    self._sheet(sheet, ranking, cells)
                else:
                    self.slides.remarks.append(
                        f"{sheet.touchpoint.id}: no slide, as nothing but scores is described; add what customers live "
                        "through, a quote, an idea or an action"
                    )

    def _marks_on(self, ranking: Ranking) -> str:
        """On what scale the marks of a ranking are shown."""
        return list(sentences.header(ranking, sentences.common_scale(ranking)))[-1]

    def _sheet(self, sheet: OpportunitySheet, ranking: Ranking, cells: GapCells) -> None:
        """One opportunity: the figures above; what is and what is wanted at the left, what is done at the right."""
        words, row, body = self.words, sheet.row, self.slides.body
        slide = self.slides.page(words.sheet.format(cells.rank(row).strip(), row.title))
        columns = [
            Column(sheet.stage.title, 30),
            Column(_capital(words.importance), 10, "r"),
            Column(_capital(words.experience), 10, "r"),
            *([Column(_capital(words.gap), 10, "r"), Column(words.interval, 14, "r")] if cells.gaps else []),
            Column(_capital(cells.figure), 12, "r"),
            Column(words.n, 8, "r"),
        ]
        shown = [row, *(found for found in sheet.each if found is not row)]
        table = [
            (
                _cell(self._whose(found, cells)),
                _cell(cells.mark(found.importance, found.importance10)),
                _cell(cells.mark(found.experience, found.experience10)),
                *([_cell(cells.gap(found)), _cell(cells.interval(found) or "–")] if cells.gaps else []),
                (Run(cells.key(found), bold=found is row),),
                _cell("–" if found.n is None else words.digits(f"{found.n:,}")),
            )
            for found in shown[:_MOST_POINTS]
        ]
        about = f"{row.title}: {cells.figure} {cells.key(row)}"
        top = self.slides.table(
            slide, Box(body.left, body.top, body.right, body.top + body.height * 0.35), columns, table, 11, about
        )
        legend = ". ".join(text for text in ("; ".join(cells.legend({})), self._marks_on(ranking)) if text)
        said = [Paragraph((Run(legend, tone="muted"),))]
        top = self.slides.text(slide, Box(body.left, top + 3, body.right, top + 30), said, 9) + _GAP
        half = (body.width - _GAP) / 2
        left = [
            *self._section(words.now, sheet.now, words.nothing_said),
            *self._section(words.quotes, self._quotes(sheet, of_customers=True)),
            *self._section(words.other_quotes, self._quotes(sheet, of_customers=False)),
        ]
        right = [
            *self._section(words.wanted, sheet.wanted, words.nothing_said),
            *self._section(words.plan, [self._action(name, sheet) for name in sheet.actions], words.none_planned),
            *self._section(words.ideas, sheet.ideas),
            *self._section(words.measured, [self.story.names.metric(name) for name in sheet.metrics]),
            *self._section(
                words.parties,
                [words.listed([self.story.names.party(name) for name in (*sheet.internal, *sheet.external)])],
            ),
        ]
        size = min(
            self._size(left, half, body.bottom - top),
            self._size(right, half, body.bottom - top),
        )
        self.slides.text(slide, Box(body.left, top, body.left + half, body.bottom), left, size)
        self.slides.text(slide, Box(body.left + half + _GAP, top, body.right, body.bottom), right, size)
        self._notes(slide, words.sheet_in.format(sheet.told.journey.title, sheet.stage.title, row.title))

    def _size(self, paragraphs: Sequence[Paragraph], width: float, height: float) -> float:
        size = _SHEET
        while size > 9 and self.slides.height(paragraphs, width, size) > height:
            size -= 0.5
        return size

    def _whose(self, row: Row, cells: GapCells) -> str:
        return cells.heading(None) if row.persona is None else self.story.names.persona(row.persona)

    def _section(self, head: str, texts: Sequence[str], nothing: str = "") -> list[Paragraph]:
        """A heading and its points; nothing where there are none and nothing is said of that."""
        found = [text for text in texts if text]
        if not found and not nothing:
            return []
        points = [Paragraph((Run(text),), before=0.15, bullet=True) for text in found[:_MOST_POINTS]]
        more = len(found) - _MOST_POINTS
        if more > 0:
            points.append(Paragraph((Run(self.words.rest.format(more), tone="muted"),), before=0.15))
        empty = [] if found else [Paragraph((Run(nothing, tone="muted"),), before=0.15)]
        return [Paragraph((Run(head, bold=True, tone="muted"),), size=0.92, before=0.7), *points, *empty]

    def _quotes(self, sheet: OpportunitySheet, *, of_customers: bool) -> list[str]:
        quoted = self.words.quoted
        customers = {name for name, source in self.story.project.sources.items() if source.customer_voice}
        return [
            f"{quoted.format(found.quote)} ({self.story.names.source(found.source)})"
            for found in sheet.evidence
            if found.quote and (found.source in customers) == of_customers
        ][:_MOST_QUOTES]

    def _changes(self) -> None:
        """What changed between the last two waves; nothing where no score has two."""
        told = {journey.journey.id for journey in self.current}
        alike: dict[tuple[object, ...], _Changed] = {}
        for key, score in score_changes(self.story.project).items():
            if score.change is None or score.before is None or key.journey not in told:
                continue
            # A score that personas share is one score.
            same = (key.journey, key.touchpoint, key.kind, key.handover, score.before, score.after)
            alike.setdefault(same, _Changed(score, score.change, score.before, [])).personas.append(key.persona)
        found = list(alike.values())
        if not found:
            return
        words = self.words
        columns = [
            Column(_capital(words.touchpoint), 32),
            Column(_capital(words.score), 12),
            Column(_capital(words.persona), 18),
            Column(_capital(words.before), 9, "r"),
            Column(_capital(words.after), 8, "r"),
            Column(_capital(words.change), 10, "r"),
            Column(words.interval, 15, "r"),
            Column(_capital(words.verdict), 20),
        ]
        order = sorted(found, key=_by_weight)
        clear = sum(one.change.clear for one in found)
        title = words.changed.format(len(found), clear) if clear else words.unchanged.format(len(found))
        rows = order[:MOST_ROWS]
        notes = (
            words.first_of.format(len(rows), len(found)) if len(found) > len(rows) else "",
            words.waves.format(*(self._waves(found, after=after) for after in (False, True))),
            words.no_cause,
        )
        table = [self._changed(change) for change in rows]
        self._tables(title, columns, table, notes, about=words.changes, spoken=(words.changes, *notes))

    def _waves(self, found: Sequence[_Changed], *, after: bool) -> str:
        """The sources that were compared, or that they were compared with."""
        scores = [one.score.after if after else one.before for one in found]
        names = dict.fromkeys(self.story.names.source(score.source) for score in scores if score.source)
        return self.words.listed(list(names), 3)

    def _changed(self, found: _Changed) -> tuple[Cell, ...]:
        words, on, score = self.words, found.score.scale, found.score
        change = found.change
        low_high = "–"
        if change.interval:
            low_high = words.between.format(*(words.signed(end, on) for end in change.interval))
        tones: dict[str, Tone] = {"better": "good", "worse": "short"}
        verdict = words.verdicts[change.verdict]
        if change.clear_alone and change.family > 1:
            verdict = words.among.format(change.family)
        title = self.story.names.touchpoint(score.key.journey, score.key.touchpoint)
        handover = f"  {words.handover}" if score.key.handover else ""
        before, after = (from_ten(one.value10, on) for one in (found.before, score.after))
        return (
            (Run(title, bold=True), Run(handover, tone="muted")),
            _cell(words.missing[score.key.kind]),
            _cell(words.listed([self.story.names.persona(name) for name in found.personas], 2)),
            _cell(words.in_full(before, on)),
            _cell(words.in_full(after, on)),
            _cell(words.signed(change.difference, on)),
            _cell(low_high),
            (Run(verdict, bold=change.clear, tone=tones.get(change.verdict, "ink")),),
        )

    def _sources(self) -> None:
        words = self.words
        scores = Counter(
            backing.source for row in self.story.evidence for backing in (row.importance, row.experience) if backing
        )
        used = [use for use in self.story.sources if scores[use.id] or use.evidence or use.personas]
        if not used:
            return
        basis = [headline.text for headline in self.story.headlines if headline.kind == "basis"]
        title = basis[0] if basis else words.sources
        columns = [
            Column(_capital(words.source), 40),
            Column(_capital(words.kind), 22),
            Column(words.n, 8, "r"),
            Column(_capital(words.dated), 14),
            Column(_capital(words.scores), 8, "r"),
            Column(_capital(words.findings), 12, "r"),
        ]
        order = sorted(used, key=lambda use: (-scores[use.id], -use.evidence))
        table = [
            (
                (Run(use.source.title, bold=True),),
                _cell(words.kinds[use.source.kind]),
                _cell("–" if use.source.n is None else words.digits(f"{use.source.n:,}")),
                _cell(words.short_date(use.source.date) if use.source.date else "–"),
                _cell(_count(scores[use.id])),
                _cell(_count(use.evidence)),
            )
            for use in order[: MOST_ROWS + 2]
        ]
        more = words.rest.format(len(order) - len(table)) + "." if len(order) > len(table) else ""
        self._tables(title, columns, table, (more, words.method), about=words.sources, spoken=(words.sources,))

    def _notes(self, slide: Any, *texts: str) -> None:
        self.slides.notes(slide, *texts, self._made_by)


def _by_weight(found: _Changed) -> tuple[bool, bool, float]:
    """What is more than chance first, experience before importance, then by size in parts of its scale."""
    scale = found.score.scale
    size = abs(found.change.difference) / (scale.max - scale.min)
    return not found.change.clear, found.score.key.kind != "experience", -size


def _described(sheet: OpportunitySheet) -> bool:
    """Whether more than scores is known of an opportunity."""
    return bool(sheet.now or sheet.wanted or sheet.evidence or sheet.actions or sheet.ideas)


def _count(number: int) -> str:
    return str(number) if number else "–"


def _cell(text: str) -> Cell:
    return (Run(text),)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
