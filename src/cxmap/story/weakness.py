"""Where a journey is weak: its weakest links, and the handovers in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.arithmetic import rounded
from cxmap.analysis.handovers import steps
from cxmap.analysis.summary import is_below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.scores import Score
    from cxmap.analysis.stops import Visit
    from cxmap.model.scale import Scale
    from cxmap.model.score import HandoverScores
    from cxmap.story.journeys import JourneyStory
    from cxmap.story.teller import Teller


class Weakness(NamedTuple):
    """A link of a journey, or a handover in it, that is weak for a persona.

    Attributes:
        told: The journey.
        visit: The touchpoint, or the one that the handover leads to.
        experience: How it is experienced.
        handover: What stands of the handover in the file; ``None``: it is the touchpoint itself.
        lost: What does not come along in the handover.
    """

    told: JourneyStory
    visit: Visit
    experience: Score
    handover: HandoverScores | None
    lost: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[str, str, bool]:
        """Where it is."""
        return self.told.journey.id, self.visit.id, self.handover is not None

    @property
    def scale(self) -> Scale:
        """What its experience is measured on."""
        return next(iter(self.told.figures.values())).scales.experience


def weaknesses(teller: Teller) -> Iterator[Weakness]:
    """The weakest link of each journey for each persona in focus, and its rated handovers."""
    for told in teller.current:
        for persona, way in told.ways.items():
            figures = told.figures[persona]
            if persona not in teller.focus or figures.weakest_link is None or figures.below_pass == ():
                continue
            for visit in way:
                if visit.id == figures.weakest_link and visit.experience:
                    yield Weakness(told, visit, visit.experience, None)
            for step in steps(teller.project, way):
                given = step.into.passage.experience.handover
                if step.rated and step.scores.experience and given and given.scores:
                    yield Weakness(told, step.into, step.scores.experience, given.scores, tuple(given.loses))


def weakest(teller: Teller) -> tuple[Weakness, tuple[str, ...]] | None:
    """The weakest of all links and handovers, with whom it is weak for; ``None`` where that is good enough."""
    found = list(weaknesses(teller))
    if not found:
        return None
    first = min(found, key=lambda one: (rounded(one.experience.value10), one.handover is not None))
    pass_mark = first.scale.pass_
    if pass_mark is not None and not is_below(first.experience, pass_mark):
        return None
    return first, tuple(dict.fromkeys(one.visit.passage.persona for one in found if one.place == first.place))
