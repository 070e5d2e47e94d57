"""What is still open: new needs, contradictions, questions, gaps in the files, and what the checks find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.rules import RuleWords
from cxmap.output.report.content import Chapter, Fact, Panel, Paragraph, rich

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxmap.model.source import Evidence
    from cxmap.output.report.content import ReportBlock, Rich
    from cxmap.output.report.writer import Writer
    from cxmap.story.needs import Found, Lacking, NeedGroup, Subject

OF_OWNERS = frozenset({"CX303", "CX319", "CX402"})
"""Rules about owners: left out with them."""


def needs_chapter(writer: Writer) -> Chapter:
    """Everything that is open."""
    words, needs = writer.words, writer.story.needs
    blocks: list[ReportBlock] = []
    blocks += _found(writer, words.no_new, needs.new)
    blocks += _found(writer, words.contradictions, needs.contradictions)
    if needs.questions:
        items = writer.bullets([rich(*writer.subject(one.subject), f": {one.text}") for one in needs.questions])
        blocks.append(Panel("plain", tuple(items), (words.open_questions,)))
    gaps = [
        *writer.fact(words.unscored_touchpoints, *_lacking(writer, needs.unscored)),
        *writer.fact(words.without_evidence, *_lacking(writer, needs.without_evidence)),
        *([] if "owners" in writer.leave_out else writer.fact(words.ownerless, *_lacking(writer, needs.ownerless))),
    ]
    blocks += writer.facts(gaps)
    checks = _checks(writer)
    if checks:
        blocks.append(Panel("plain", tuple(writer.facts(checks)), (words.checks,)))
    return Chapter(
        "needs",
        words.chapters["needs"],
        "needs",
        tuple(blocks or [Paragraph((words.nothing_open,))]),
        kicker=words.kickers["needs"],
    )


def _found(writer: Writer, title: str, found: Iterable[Found]) -> list[ReportBlock]:
    """Evidence by what it is about; what it found is the title, so that it is not said of each."""
    grouped: dict[Subject, list[Evidence]] = {}
    for one in found:
        grouped.setdefault(one.subject, []).append(one.evidence.model_copy(update={"finding": None}))
    if not grouped:
        return []
    panels = tuple(
        Panel("card", tuple(writer.quotes(each)), writer.subject(subject), 4) for subject, each in grouped.items()
    )
    return [Panel("plain", panels, (title,))]


def _lacking(writer: Writer, lacking: Iterable[Lacking]) -> list[Rich]:
    """Touchpoints that lack something, with the personas where it is not all of the journey's."""
    words, story = writer.words, writer.story
    found: list[Rich] = []
    whole: list[tuple[str, str]] = []
    for one in lacking:
        told = next(told for told in story.journeys if told.journey.id == one.subject.journey)
        passing = [name for name, way in told.ways.items() if any(visit.id == one.subject.id for visit in way)]
        if list(one.personas) == passing:
            whole.append((one.subject.journey, one.subject.id))
        else:
            names = words.listed([story.names.persona(name) for name in one.personas])
            found.append(rich(*writer.subject(one.subject), words.for_personas.format("", names)))
    return [*writer.touchpoints(whole), *found]


def _checks(writer: Writer) -> list[Fact]:
    words, titles = writer.words, RuleWords(writer.words.lang).findings
    return [
        Fact(
            words.group_title.format(titles[group.code], words.severities[group.severity.value]),
            tuple(writer.subject(subject) for subject in group.subjects),
        )
        for group in writer.story.needs.groups
        if not ("owners" in writer.leave_out and group.code in OF_OWNERS) and not _listed(writer, group)
    ]


def _listed(writer: Writer, group: NeedGroup) -> bool:
    """Whether all that a rule found stands in a list of its own in this chapter."""
    needs = writer.story.needs
    own = {"CX302": needs.unscored, "CX319": needs.ownerless}.get(group.code, ())
    return {*group.subjects} <= {one.subject for one in own}
