"""A project as a deck for those who decide: the message first, then what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.deck.changes import changes
from cxmap.output.deck.charts import dashboard, journeys, personas, road_map
from cxmap.output.deck.making import APART, Making
from cxmap.output.deck.rankings import rankings
from cxmap.output.deck.sheets import sheets
from cxmap.output.deck.slides import Slides
from cxmap.output.deck.sources import sources
from cxmap.output.deck.template import layouts_used
from cxmap.output.deck.wording import Paragraph, Run
from cxmap.output.drawing import pptx
from cxmap.output.drawing.scene import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cxmap.choices import DeckSlide
    from cxmap.output.deck.template import Template
    from cxmap.story.story import Story

_TEXT = 18.0


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
    making = Making(story, Slides(template, story.lang, font), command)
    for kind in wanted:
        _SLIDES[kind](making)
    about = " ".join(headline.text for headline in story.headlines)
    pptx.describe(template.deck, title=making.title, about=about, lang=story.lang)
    return Deck(
        pptx.saved(template.deck),
        making.slides.count,
        layouts_used(template),
        (*template.remarks, *dict.fromkeys(making.slides.remarks)),
    )


def _opening(making: Making) -> None:
    told = making.current or list(making.story.journeys)
    personas = dict.fromkeys(making.story.names.persona(name) for journey in told for name in journey.ways)
    day = making.words.date(making.story.project.today)
    if len(told) > 1:
        below = making.words.subtitle_several.format(len(told), day)
    else:
        below = making.words.subtitle.format(making.words.listed(list(personas), 4), day)
    making.notes(making.slides.opening(making.title, below))


def _message(making: Making) -> None:
    if not making.story.headlines:
        return
    slide = making.slides.page(making.words.message)
    paragraphs = [
        Paragraph((Run(headline.text, bold=i == 0),), size=1.15 if i == 0 else 1.0, before=0.9)
        for i, headline in enumerate(making.story.headlines)
    ]
    paragraphs += [Paragraph((Run(text, tone="muted"),), before=0.9) for text in making.hoped]
    body = making.slides.body
    making.slides.text(slide, Box(body.left, body.top + APART, body.right, body.bottom), paragraphs, _TEXT)
    making.notes(slide)


_SLIDES: Mapping[DeckSlide, Callable[[Making], None]] = {
    "title": _opening,
    "message": _message,
    "changes": changes,
    "journey": journeys,
    "ranking": rankings,
    "sheets": sheets,
    "roadmap": road_map,
    "dashboard": dashboard,
    "personas": personas,
    "sources": sources,
}
"""What adds the slides of each kind; none, where the project says nothing of it."""
