"""Who the customers are, and who else is involved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.scores import from_ten
from cxmap.output import anchors
from cxmap.output.report.content import Badge, Cell, Chapter, Column, DataTable, Image, Panel, Paragraph, rich, table
from cxmap.output.report.figures import project_chart
from cxmap.output.report.images import picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.output.report.content import Inline, ReportBlock, Rich
    from cxmap.output.report.writer import Writer
    from cxmap.story.people import PartyStory, PersonaStory

DISTRUSTED = "\N{EN DASH}"


def people_chapter(writer: Writer) -> Chapter | None:
    """The personas, each with the journeys that they make, and the segments they stand for; ``None`` without any."""
    words, story = writer.words, writer.story
    if not story.personas and not story.project.segments:
        return None
    blocks: list[ReportBlock] = [_persona(writer, told) for told in story.personas]
    if story.project.segments:
        blocks.append(_segments(writer))
    return Chapter("people", words.chapters["people"], "people", tuple(blocks), kicker=words.kickers["people"])


def _persona(writer: Writer, told: PersonaStory) -> Panel:
    words, persona = writer.words, told.persona
    labels = words.persona_fields
    blocks: list[ReportBlock] = list(_portrait(writer, told))
    blocks += [Paragraph((writer.quoted(persona.quote),), "lead")] if persona.quote else []
    blocks += [Paragraph((persona.story,))] if persona.story else []
    facts = [
        *writer.fact(
            labels["facts"],
            *(
                words.fact_pair.format(label, words.general(value) if isinstance(value, float | int) else value)
                for label, value in (persona.facts or {}).items()
            ),
        ),
        *writer.fact(labels["goals"], *persona.goals),
        *writer.fact(labels["ambitions"], *persona.ambitions),
        *writer.fact(labels["needs"], *persona.needs),
        *writer.fact(labels["frustrations"], *persona.frustrations),
        *writer.fact(labels["emotional_drivers"], *persona.emotional_drivers),
        *writer.fact(labels["journeys"], *_journeys(writer, told)),
    ]
    blocks += writer.facts(facts)
    answered = any(row.customers for row in writer.story.evidence if row.persona == told.id)
    blocks += writer.quotes(persona.evidence) or ([] if answered else [Paragraph((words.thin,), "note")])
    aside: Rich = ()
    if persona.segment:
        aside = (words.stands_for_segment.format(writer.story.names.segment(persona.segment)),)
    return Panel("card", tuple(blocks), (persona.name,), 3, anchors.persona(told.id), aside)


def _portrait(writer: Writer, told: PersonaStory) -> Iterator[Image]:
    definition = writer.story.project.definition("personas", told.id)
    if definition is not None and told.persona.portrait:
        data = picture(writer.story.project.root, definition.document.path.parent, told.persona.portrait)
        if data:
            yield Image(data, writer.words.portrait_of.format(told.persona.name), round=True)


def _journeys(writer: Writer, told: PersonaStory) -> list[Rich]:
    found: list[Rich] = []
    for figures in told.figures:
        on = figures.scales.experience
        journey, link = writer.journey(figures.journey), figures.weakest_link
        if figures.index10 is None:
            found.append((journey,))
            continue
        index = writer.words.on_scale(from_ten(figures.index10, on), on)
        current = any(one.current for one in writer.story.journeys if one.journey.id == figures.journey)
        said = writer.words.index_line if current else writer.words.desired_line
        weakest: list[Inline] = []
        if current and link:
            weakest = [writer.words.index_link, writer.touchpoint(figures.journey, link)]
        found.append(rich(journey, f": {said.format(index)}", *weakest))
    return found


def _segments(writer: Writer) -> DataTable:
    words, project = writer.words, writer.story.project
    columns = (
        Column(words.persona_fields["segment"]),
        Column(words.share_of_customers, numeric=True),
        Column(words.priority),
        Column(words.fields["personas"]),
    )
    rows = []
    for name, segment in project.segments.items():
        personas = [told for told in writer.story.personas if told.persona.segment == name]
        people: list[Inline] = []
        title = rich(segment.title, *([f": {segment.description}"] if segment.description else []))
        for told in personas:
            people += [", "] if people else []
            people.append(writer.persona(told.id))
        rows.append(
            (
                Cell(title),
                Cell((words.percent(segment.share),), segment.share),
                Cell((words.priorities[segment.priority] if segment.priority else "–",)),
                Cell(tuple(people)),
            )
        )
    return table(words.segments, columns, tuple(rows), anchors=tuple(f"segment.{name}" for name in project.segments))


def stakeholders_chapter(writer: Writer) -> Chapter | None:
    """The parties besides the customer, with the map, and the channels; ``None`` where there are neither."""
    words, story = writer.words, writer.story
    if not story.parties and not story.project.channels:
        return None
    blocks: list[ReportBlock] = [*project_chart(writer, "stakeholders", words.stakeholder_map)]
    blocks += [_party(writer, told) for told in story.parties]
    blocks += [_channels(writer)] if story.project.channels else []
    return Chapter(
        "stakeholders",
        words.chapters["stakeholders"],
        "stakeholders",
        tuple(blocks),
        kicker=words.kickers["stakeholders"],
    )


def _party(writer: Writer, told: PartyStory) -> Panel:
    words, party = writer.words, told.party
    labels = words.party_fields
    relations = [
        rich(relation.title or "", " " if relation.title else "", writer.party(relation.to))
        for relation in party.relations
    ]
    facts = [
        *writer.fact(labels["we_do_for_them"], party.we_do_for_them),
        *writer.fact(labels["they_do_for_us"], party.they_do_for_us),
        *writer.fact(labels["relations"], *relations),
        *writer.fact(labels["owns"], *writer.touchpoints(told.owns)),
        *writer.fact(labels["supports"], *writer.touchpoints(told.supports)),
        *writer.fact(labels["actions"], *(writer.action(name) for name in told.actions)),
        *writer.fact(labels["needed"], *(writer.action(name) for name in told.needed)),
        *writer.fact(labels["channels"], *((writer.channel(name),) for name in told.channels)),
    ]
    blocks: list[ReportBlock] = [Paragraph((party.description,))] if party.description else []
    blocks += writer.facts(facts)
    badge = Badge(words.party_kinds[party.kind])
    return Panel("card", tuple(blocks), (party.title,), 3, f"stakeholder.{told.id}", (badge,))


def _channels(writer: Writer) -> DataTable:
    words, project = writer.words, writer.story.project
    columns = (
        Column(words.fields["channel"]),
        Column(words.kind),
        Column(words.run_by),
        Column(words.fields["description"]),
    )
    rows = tuple(
        (
            Cell((channel.title,)),
            Cell((words.channel_kinds[channel.kind],)),
            Cell((writer.party(channel.run_by),) if channel.run_by else (words.ourselves,)),
            Cell((channel.description or "",)),
        )
        for channel in project.channels.values()
    )
    return table(words.channels, columns, rows, anchors=tuple(f"channel.{name}" for name in project.channels))
