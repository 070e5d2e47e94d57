"""By what means the actions improve the experience: each lever with the letters of the actions that use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.grid import Strip
from cxmap.output.charts.roadmap import describe
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Item, block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.choices import Lever
    from cxmap.i18n.roadmap import RoadmapWords
    from cxmap.output.charts.roadmap.view import RoadmapView
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

_NAMES = 0.46  # the share of the width for the names of levers
_APART = 3.0
_ABOVE = 16.0


def levers(view: RoadmapView, setter: Typesetter, theme: Theme, own: RoadmapWords, left: float, width: float) -> Strip:
    """The list under its heading, the most used lever first; no height where no action names one."""
    used: dict[Lever, list[str]] = {}
    for place, action in enumerate(view.actions):
        for lever in action.levers:
            used.setdefault(lever, []).append(describe.letter(view.first + place))
    if not used:
        return Strip(0.0, lambda _: [])
    heading = setter.fit(own.by_what_means, look.STAGE, width=width, lines=2)
    lines = [
        (
            setter.fit(own.levers[lever], look.LABEL, width=_NAMES * width - look.GAP, lines=2),
            setter.fit(", ".join(letters), look.STRONG, width=(1 - _NAMES) * width, lines=4),
        )
        for lever, letters in sorted(used.items(), key=lambda each: -len(each[1]))
    ]

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = [*block(heading, left, top + _ABOVE, theme.ink, name="levers")]
        below = top + _ABOVE + heading.height + _APART
        for name, letters in lines:
            items += block(name, left, below, theme.muted, name="lever")
            items += block(letters, left + _NAMES * width, below, theme.ink, name="lever-actions")
            below += max(name.height, letters.height) + _APART
        return items

    height = sum(max(name.height, letters.height) + _APART for name, letters in lines)
    return Strip(_ABOVE + heading.height + _APART + height, draw)
