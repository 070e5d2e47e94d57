"""What sets the text of a card, and how large."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.drawing.typesetting import TextStyle

if TYPE_CHECKING:
    from cxmap.i18n.cards import CardWords
    from cxmap.i18n.charts import ChartWords
    from cxmap.output.drawing.fonts import Weight
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter


@dataclass(frozen=True, slots=True)
class CardSetter:
    """What sets a card. ``scale`` is 1 on a full page, and more where there is room."""

    setter: Typesetter
    words: ChartWords
    own: CardWords
    theme: Theme
    scale: float

    @property
    def face(self) -> float:
        """The width of a portrait."""
        return 68 * self.scale

    @property
    def column(self) -> float:
        """About the width of a column of lists."""
        return 200 * self.scale

    def style(self, size: float, weight: Weight = "regular") -> TextStyle:
        """A style of this size on a full page."""
        return TextStyle(size * self.scale, weight)
