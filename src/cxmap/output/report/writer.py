"""What all chapters are written with: links, scores, durations, evidence and values in the words of a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.i18n.report import ReportWords
from cxmap.i18n.sheets import SheetWords
from cxmap.model.types import Counts, Mark, Mean, TwoScales
from cxmap.output import anchors
from cxmap.output.report.content import Badge, Bullets, Fact, Facts, Jump, Quotation, Quotes, rich

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.analysis.scores import GivenWave, Score
    from cxmap.choices import Lang
    from cxmap.model.scale import AnswerScale, AnyScale, Range, Scale
    from cxmap.model.source import AnyLink, Evidence
    from cxmap.output.report.content import BadgeKind, Inline, ReportBlock, Rich
    from cxmap.story.needs import Subject
    from cxmap.story.story import Story


MANY = 4
"""Touchpoints that are counted instead of named, where they are all of a journey's."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A story, the language that it is written in, and what is left out.

    Attributes:
        story: The story.
        words: The language.
        leave_out: Names of what is left out.
    """

    story: Story
    words: ReportWords
    leave_out: frozenset[str] = frozenset()

    def in_language(self, lang: Lang) -> Writer:
        """The same in another language."""
        return self if lang == self.words.lang else Writer(self.story, ReportWords(lang), self.leave_out)

    # What things are called, as links to where they stand.

    def touchpoint(self, journey: str, name: str) -> Jump:
        """A touchpoint."""
        return Jump(self.story.names.touchpoint(journey, name), anchors.touchpoint(journey, name))

    def touchpoints(self, places: Iterable[tuple[str, str]]) -> tuple[Rich, ...]:
        """Touchpoints, by journey and id: each, or those of each journey where the report tells of several."""
        named: dict[str, list[str]] = {}
        for journey, name in places:
            named.setdefault(journey, []).append(name)
        of = {journey: self._all_or_each(journey, names) for journey, names in named.items()}
        if len(self.story.journeys) < 2:
            return tuple((jump,) for jumps in of.values() for jump in jumps)
        return tuple(
            rich(f"{self.story.names.journey(journey)}: ", *[part for jump in jumps for part in (", ", jump)][1:])
            for journey, jumps in of.items()
        )

    def _all_or_each(self, journey: str, names: Sequence[str]) -> list[Jump]:
        """Touchpoints of a journey; where they are many and all that it has, how many."""
        told = next((told for told in self.story.journeys if told.journey.id == journey), None)
        every = {placed.touchpoint.id for placed in told.document.touchpoints()} if told else set()
        if len(every) < MANY or not every.issubset(names):
            return [self.touchpoint(journey, name) for name in names]
        return [Jump(self.words.all_touchpoints.format(len(every)), anchors.journey(journey))]

    def journey(self, name: str) -> Jump:
        """A journey."""
        return Jump(self.story.names.journey(name), anchors.journey(name))

    def persona(self, name: str) -> Jump:
        """A persona."""
        return Jump(self.story.names.persona(name), anchors.persona(name))

    def party(self, name: str) -> Jump:
        """A stakeholder."""
        return Jump(self.story.names.party(name), f"stakeholder.{name}")

    def channel(self, name: str) -> Jump:
        """A channel."""
        return Jump(self.story.names.channel(name), f"channel.{name}")

    def source(self, name: str) -> Jump:
        """A source."""
        return Jump(self.story.names.source(name), f"source.{name}")

    def metric(self, name: str) -> Jump:
        """A metric."""
        return Jump(self.story.names.metric(name), anchors.metric(name))

    def action(self, name: str) -> Rich:
        """An action, with how far it is."""
        action = self.story.project.actions.get(name)
        jump = Jump(self.story.names.action(name), anchors.action(name))
        return (jump, f" ({self.words.statuses[action.status]})") if action else (jump,)

    def subject(self, subject: Subject) -> Rich:
        """Whatever something is about."""
        story, name = self.story, subject.id
        match subject.kind:
            case "touchpoint":
                found: Inline = self.touchpoint(subject.journey, name)
            case "journey":
                found = self.journey(name)
            case "stage":
                told = next((told for told in story.journeys if told.journey.id == subject.journey), None)
                stages = {stage.id: stage.title for stage, _ in told.document.stages()} if told else {}
                found = Jump(stages.get(name, name), anchors.stage(subject.journey, name))
            case "persona":
                found = self.persona(name)
            case "segment":
                found = Jump(story.names.segment(name), f"segment.{name}")
            case "stakeholder":
                found = self.party(name)
            case "channel":
                found = self.channel(name)
            case "source":
                found = self.source(name)
            case "metric":
                found = self.metric(name)
            case "action":
                found = Jump(story.names.action(name), anchors.action(name))
            case _:
                found = name
        return (found,)

    def quoted(self, text: str) -> str:
        """A text in quotation marks."""
        return self.words.quoted.format(text)

    # Facts: nothing where there is nothing to say.

    def fact(self, label: str, *values: Inline | Rich | None) -> list[Fact]:
        """A label and what stands under it; nothing where none of the values says anything."""
        found = tuple(value if isinstance(value, tuple) else (value,) for value in values if value)
        return [Fact(label, found)] if found else []

    def field(self, name: str, *values: Inline | Rich | None) -> list[Fact]:
        """A field of a journey or a touchpoint by its name in the format."""
        return self.fact(self.words.fields[name], *values)

    def links(self, given: Iterable[AnyLink]) -> list[Fact]:
        """Addresses, with a title or without."""
        return self.field("links", *map(link, given))

    def facts(self, facts: Iterable[Fact], *, wide: bool = False) -> list[ReportBlock]:
        """Facts as a block; nothing where there are none."""
        found = tuple(facts)
        return [Facts(found, wide)] if found else []

    def bullets(self, texts: Sequence[Inline | Rich]) -> list[ReportBlock]:
        """A list; nothing where there is nothing in it."""
        return [Bullets(tuple(text if isinstance(text, tuple) else (text,) for text in texts))] if texts else []

    # Values.

    def duration(self, text: str | None) -> str:
        """A duration in words; ``""`` where there is none."""
        if text is None:
            return ""
        amount, _, unit = text.partition(" ")
        forms = SheetWords(self.words.lang).units[unit.removesuffix("s")]
        return f"{self.words.general(float(amount))} {forms[0 if float(amount) == 1 else 1]}"

    def ends(self, scale: Range) -> str:
        """The ends of a scale."""
        return self.words.scale_of.format(self.words.general(scale.min), self.words.general(scale.max))

    def scale(self, scale: AnyScale) -> str:
        """The scale of a journey, with what is good enough."""
        if isinstance(scale, TwoScales):
            return self.words.two_scales.format(self.ends(scale.importance), self.with_pass(scale.experience))
        return self.with_pass(scale)

    def with_pass(self, scale: Scale) -> str:
        """A scale with the mark that is good enough, where it has one."""
        said = self.ends(scale)
        return said if scale.pass_ is None else self.words.pass_mark.format(said, self.words.general(scale.pass_))

    def answer_scale(self, scale: AnswerScale) -> str:
        """The scale of a source's answers."""
        said = self.ends(scale)
        if scale.step is None:
            return said
        return self.words.source_fields["step"].format(said, self.words.general(scale.step))

    def mark(self, score: Score | None, scale: Range) -> Rich:
        """A score with all its decimals, and whether it is the team's own; ``–`` where there is none."""
        if score is None:
            return ("–",)
        n = f" ({self.words.n.format(self.words.digits(f'{score.people:,}'))})" if score.people is not None else ""
        return rich(f"{self.words.in_full(score.value, scale)}{n}", *self.team(score))

    def team(self, score: Score) -> list[Inline]:
        """That a score is the team's own estimate, where it is."""
        return [" ", Badge(self.words.team_badge, "team")] if score.guess else []

    def given(self, wave: GivenWave) -> str:
        """A wave of a score as the file gives it."""
        words = self.words
        if isinstance(wave, Counts):
            counts = sorted(wave.counts.items())
            return ", ".join(words.counts_mark.format(words.whole(n), words.general(mark)) for mark, n in counts)
        if isinstance(wave, Mean):
            said = words.mean_given.format(words.general(wave.mean))
            return f"{said} ({words.derived})" if getattr(wave, "derived", None) else said
        return words.mark_given.format(words.general(wave.mark if isinstance(wave, Mark) else wave))

    # Evidence.

    def quotes(self, evidence: Iterable[Evidence]) -> list[ReportBlock]:
        """What sources say: first what was said word for word, then what was noted."""
        found = [one for one in evidence if one is not None]
        made = [self._quotation(one, one.quote, spoken=True) for one in found if one.quote]
        made += [self._quotation(one, one.note, spoken=False, more=not one.quote) for one in found if one.note]
        made += [self._quotation(one, "", spoken=False) for one in found if not one.quote and not one.note]
        return [Quotes(tuple(made))] if made else []

    def _quotation(self, evidence: Evidence, text: str | None, *, spoken: bool, more: bool = True) -> Quotation:
        words, by = self.words, [self.source(evidence.source)]
        said: list[Inline] = [*by]
        if evidence.persona and more:
            said += [", ", words.about_persona.format(self.story.names.persona(evidence.persona))]
        if evidence.date and more:
            said += [", ", words.date(evidence.date)]
        for each in evidence.links if more else ():
            said += [", ", *link(each)]
        if evidence.finding and more:
            kind: BadgeKind = (
                "short" if evidence.finding == "contradicts" else "good" if evidence.finding == "new" else "plain"
            )
            said += [" ", Badge(words.findings_of[evidence.finding], kind)]
        return Quotation(text or "", tuple(said), spoken)


def link(given: AnyLink) -> Rich:
    """An address, with its title; it becomes a link only where it is one of the web."""
    if isinstance(given, str):
        return (Jump(given, url=given),)
    return (Jump(given.title or given.url, url=given.url),)
