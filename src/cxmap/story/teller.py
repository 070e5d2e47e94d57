"""What sentences of a story are made with: the project, its journeys, their ranking and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.focus import in_focus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.i18n.story import StoryWords
    from cxmap.project.project import Project
    from cxmap.project.titles import Names
    from cxmap.story.journeys import JourneyStory


class Teller(NamedTuple):
    """What sentences are made with.

    Attributes:
        project: The project.
        journeys: The journeys to tell of.
        ranking: The ranking of all current ones; ``None`` where they cannot be ranked together.
        names: What things are called.
        words: The language.
    """

    project: Project
    journeys: Sequence[JourneyStory]
    ranking: Ranking | None
    names: Names
    words: StoryWords

    @property
    def current(self) -> list[JourneyStory]:
        """The journeys as they are now."""
        return [told for told in self.journeys if told.current]

    @property
    def focus(self) -> tuple[str, ...]:
        """The personas whom sentences are about: those of target segments, where there are any."""
        return in_focus(self.project, {name for told in self.current for name in told.ways})[1]
