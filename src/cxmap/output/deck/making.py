"""What all kinds of slides are made with: the story, the slides, their words, and tables that may fill several."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from cxmap.analysis.roadmap import roadmap
from cxmap.i18n.deck import DeckWords
from cxmap.i18n.plan import PlanWords
from cxmap.output.deck.wording import Paragraph, Run
from cxmap.output.drawing.scene import Box
from cxmap.output.tables.plan_cells import hope_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.deck.slides import Slides
    from cxmap.output.deck.wording import Cell, Column
    from cxmap.story.journeys import JourneyStory
    from cxmap.story.story import Story

MOST_ROWS = 10
"""Rows of a native table; a board reads no more."""
APART = 6.0
"""Between what stands below each other, in points."""
_TABLE = 12.0
_NOTE = 10.0


class Making:
    """A deck in the making: what is told, on what slides, and what all kinds of slides need."""

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

    def action(self, name: str) -> str:
        """An action, with how far it is, who answers for it and when it is due."""
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
        return f"{action.title} ({', '.join(said)})"

    def _status(self, status: str) -> str:
        from cxmap.i18n.story import StoryWords

        return StoryWords(self.story.lang).statuses[status]

    def tables(
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
        below = self.slides.height_in_any_font(said, body.width, _NOTE) + APART
        free = Box(body.left, body.top, body.right, body.bottom - below)
        parts = self.slides.parts(free, columns, rows)
        for i, part in enumerate(parts, 1):
            slide = self.slides.page(title if len(parts) == 1 else self.part(title, i, len(parts)))
            ended = self.slides.table(slide, free, columns, part, _TABLE, about)
            if said:
                self.slides.text(slide, Box(body.left, ended + APART, body.right, ended + below + 1), said, _NOTE)
            self.notes(slide, *spoken)

    def part(self, title: str, number: int, whole: int) -> str:
        """The title of one of several slides that belong together."""
        return self.words.part.format(title.removesuffix("."), number, whole)

    def notes(self, slide: Any, *texts: str) -> None:
        """Write a slide's notes, which end with what made the deck."""
        self.slides.notes(slide, *texts, self._made_by)


def cell(text: str) -> Cell:
    """A cell of plain text."""
    return (Run(text),)


def capital(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]
