"""A story as a report: its chapters in the order in which a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap._version import __version__
from cxmap.i18n.report import ReportWords
from cxmap.output.report.content import ReportContent
from cxmap.output.report.evidence import evidence_chapter, method_chapter
from cxmap.output.report.improve import ranking_chapter, sheets_chapter
from cxmap.output.report.journey import journey_chapter
from cxmap.output.report.open_needs import needs_chapter
from cxmap.output.report.opening import changes_chapter, message_chapter
from cxmap.output.report.people import people_chapter, stakeholders_chapter
from cxmap.output.report.plan import dashboard_chapter, roadmap_chapter
from cxmap.output.report.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from cxmap.choices import Lang
    from cxmap.output.report.content import Chapter
    from cxmap.story.story import Story


def compose(
    story: Story,
    *,
    title: str | None = None,
    leave_out: Collection[str] = (),
    lang_of: Mapping[str, Lang] | None = None,
) -> ReportContent:
    """A report of a story.

    Args:
        story: The story.
        title: In place of the journey's own.
        leave_out: Names of chapters and charts to leave out, from ``cxmap.choices.REPORT_PARTS``. What else is in that
            list is left out of the story's project, before it is told.
        lang_of: The language of each journey's chapter, by its id, where it is not the story's.
    """
    writer = Writer(story, ReportWords(story.lang), frozenset(leave_out))
    return ReportContent(
        title=title or _title(writer),
        about=_about(writer),
        lang=story.lang,
        contents=writer.words.contents,
        chapters=tuple(chapter for chapter in _chapters(writer, lang_of or {}) if chapter.blocks),
        foot=writer.words.foot.format(__version__),
    )


def _title(writer: Writer) -> str:
    """The title of the one current journey, where there is one."""
    current = [told.journey.title for told in writer.story.journeys if told.current]
    every = [told.journey.title for told in writer.story.journeys]
    one = current if len(current) == 1 else every
    return one[0] if len(one) == 1 else writer.words.customer_journeys


def _about(writer: Writer) -> tuple[str, ...]:
    """The day, and how much there is: touchpoints are those of the journeys as they are, where there are any."""
    words, story = writer.words, writer.story
    current = [told for told in story.journeys if told.current]
    desired = len(story.journeys) - len(current)
    said = [words.as_of.format(words.date(story.project.today))]
    said += [words.counted(words.journeys, len(current))] if current or not desired else []
    said += [
        words.counted(words.touchpoints, sum(len(told.document.touchpoints()) for told in current or story.journeys))
    ]
    said += [words.counted(words.desired_journeys, desired)] if desired else []
    return tuple(said)


_MAKERS: dict[str, Callable[[Writer], Chapter | None]] = {
    "message": message_chapter,
    "changes": changes_chapter,
    "ranking": ranking_chapter,
    "sheets": sheets_chapter,
    "people": people_chapter,
    "stakeholders": stakeholders_chapter,
    "roadmap": roadmap_chapter,
    "dashboard": dashboard_chapter,
    "needs": needs_chapter,
    "evidence": evidence_chapter,
    "method": method_chapter,
}
"""The chapters in order, by their names; those of the journeys come before the ranking."""


def _chapters(writer: Writer, lang_of: Mapping[str, Lang]) -> Iterator[Chapter]:
    for name, make in _MAKERS.items():
        if name == "ranking" and "journeys" not in writer.leave_out:
            for told in writer.story.journeys:
                yield journey_chapter(writer.in_language(lang_of.get(told.journey.id, writer.words.lang)), told)
        chapter = make(writer) if name not in writer.leave_out else None
        if chapter is not None:
            yield chapter
