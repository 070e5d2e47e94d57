"""The chapter of a journey: its emotional journey, its figures, every stage and touchpoint with all that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.scores import resolve, scales, score_set
from cxmap.i18n.summary import SummaryWords
from cxmap.output import anchors
from cxmap.output.report.content import (
    Badge,
    Cell,
    Chapter,
    Column,
    DataTable,
    Fact,
    Image,
    Panel,
    Paragraph,
    Strong,
    rich,
    table,
)
from cxmap.output.report.figures import journey_chart
from cxmap.output.tables.summary_lines import journey_lines
from cxmap.story.opportunities import actions_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.scores import Scales
    from cxmap.analysis.stops import Visit
    from cxmap.model.journey import Experience, Handover, Journey, Stage, Touchpoint
    from cxmap.output.report.content import Inline, ReportBlock, Rich
    from cxmap.output.report.writer import Writer
    from cxmap.story.journeys import JourneyStory

VARYING = (
    *("channel", "reach", "doing", "thinking", "feeling", "emotional_drivers", "expectation", "choice"),
    *("positives", "negatives", "wait", "takes", "moment_of_truth", "wow", "handover"),
)
"""What of a touchpoint can differ from persona to persona, scores aside, in the order in which it is told."""


def journey_chapter(writer: Writer, told: JourneyStory) -> Chapter:
    """The chapter of a journey."""
    words, journey = writer.words, told.journey
    on = scales(writer.story.project, journey)
    blocks: list[ReportBlock] = []
    if journey.description:
        blocks.append(Paragraph((journey.description,), "lead"))
    blocks += writer.facts(_facts(writer, journey))
    blocks += journey_chart(writer, told, "emotion", words.emotion)
    blocks.append(_figures(writer, told))
    blocks += writer.quotes(journey.evidence)
    stages = [_stage(writer, told, stage, on) for stage, _ in told.document.stages()]
    blocks.append(Panel("plain", tuple(stages), (words.step_by_step,)))
    blocks += journey_chart(writer, told, "map", words.map_, folded=True)
    blocks += journey_chart(writer, told, "blueprint", words.blueprint, folded=True)
    return Chapter(
        "journey",
        journey.title,
        anchors.journey(journey.id),
        tuple(blocks),
        None if writer.words.lang == writer.story.lang else words.lang,
        words.journey_kicker[journey.state],
        desired=not told.current,
    )


def _facts(writer: Writer, journey: Journey) -> list[Fact]:
    words, field = writer.words, writer.field
    return [
        *field("goal", journey.goal),
        *field("personas", *((writer.persona(name),) for name in journey.personas if name)),
        *field("starts_with", journey.starts_with),
        *field("ends_with", journey.ends_with),
        *field("route", journey.route),
        *field("owner", journey.owner and writer.party(journey.owner)),
        *field("redesigns", journey.redesigns and writer.journey(journey.redesigns)),
        *field("variant_of", journey.variant_of and writer.journey(journey.variant_of)),
        *field("scale", writer.scale(journey.scale) if journey.scale else None),
        *field("scores_source", journey.scores_source and writer.source(journey.scores_source)),
        *field("language", words.languages[journey.lang] if journey.lang else None),
        *field("reviews", *(_review(writer, journey, place) for place in range(len(journey.reviews)))),
        *writer.links(journey.links),
    ]


def _review(writer: Writer, journey: Journey, place: int) -> Rich:
    review = journey.reviews[place]
    parts: list[Inline] = [Strong(writer.words.date(review.date))]
    if review.what:
        parts += [": ", review.what]
    names = [writer.story.names.party(name) for name in review.with_]
    return rich(*parts, *([f" ({writer.words.listed(names)})"] if names else []))


def _figures(writer: Writer, told: JourneyStory) -> DataTable:
    """The journey in figures, a column a persona, without what says nothing of any of them."""
    words = SummaryWords(writer.words.lang)
    titles = {placed.touchpoint.id: placed.touchpoint.title for placed in told.document.touchpoints()}
    lines = [journey_lines(figures, titles, words) for figures in told.figures.values()]
    nothing = [["–"], [words.no_pass], *([] if any(visit.experience for visit in told.visits) else [[words.none]])]
    names = [writer.story.names.persona(name) for name in told.figures]
    return DataTable(
        writer.words.in_figures,
        (Column(""), *(Column(name) for name in names)),
        tuple(
            (Cell((label,)), *(Cell(("; ".join(each[label]),)) for each in lines))
            for label in (lines[0] if lines else ())
            if any(each[label] not in nothing for each in lines)
        ),
    )


def _stage(writer: Writer, told: JourneyStory, stage: Stage, on: Scales) -> Panel:
    words, field = writer.words, writer.field
    facts = [
        *field("goal", stage.goal),
        *field("phase", words.phases[stage.phase] if stage.phase else None),
        *field("lasts", writer.duration(stage.takes)),
        *field("detailed_in", stage.detailed_in and writer.journey(stage.detailed_in)),
    ]
    blocks: list[ReportBlock] = [Paragraph((stage.description,))] if stage.description else []
    blocks += writer.facts(facts)
    blocks += writer.quotes(stage.evidence)
    blocks += [
        _touchpoint(writer, told, touchpoint, on)
        for touchpoint in stage.touchpoints
        if any(visit.id == touchpoint.id for visit in told.visits)
    ]
    return Panel("stage", tuple(blocks), (stage.title,), 4, anchors.stage(told.journey.id, stage.id))


def _touchpoint(writer: Writer, told: JourneyStory, touchpoint: Touchpoint, on: Scales) -> Panel:
    """A touchpoint: what the customer lives through, what the organisation does, and what sources say."""
    visits = [visit for visit in told.visits if visit.id == touchpoint.id]
    blocks: list[ReportBlock] = [Paragraph((touchpoint.description,))] if touchpoint.description else []
    blocks += _image(writer, told, touchpoint)
    blocks += [_scores(writer, visits, on)] if any(any(visit.scores) for visit in visits) else []
    customer = writer.facts(_experience(writer, touchpoint, told, touchpoint, VARYING))
    organisation = writer.facts(_organisation(writer, told, touchpoint, on))
    columns = [Panel("column", tuple(side)) for side in (customer, organisation) if side]
    blocks += [Panel("columns", tuple(columns))] if columns else []
    for name, differs in touchpoint.by_persona.items():
        if differs is not None and name in told.ways:
            given = [field for field in VARYING if field in differs.model_fields_set]
            facts = writer.facts(_experience(writer, differs, told, touchpoint, given))
            if facts:
                title = writer.words.for_persona_only.format(writer.story.names.persona(name))
                blocks.append(Panel("card", tuple(facts), (title,), 6))
    blocks += writer.quotes(
        one for one in touchpoint.evidence if one is not None and (one.persona is None or one.persona in told.ways)
    )
    return Panel(
        "touchpoint",
        tuple(blocks),
        (touchpoint.title,),
        5,
        anchors.touchpoint(told.journey.id, touchpoint.id),
        tuple(_badges(writer, told, visits)),
        "open",
    )


def _badges(writer: Writer, told: JourneyStory, visits: Sequence[Visit]) -> Iterator[Inline]:
    words = writer.words
    weak = {figures.weakest_link for figures in told.figures.values()} if told.current else set()
    if any(visit.passage.experience.moment_of_truth for visit in visits):
        yield Badge(words.truth, "truth")
    if any(visit.passage.experience.wow for visit in visits):
        yield Badge(words.wow, "wow")
    if any(visit.id in weak for visit in visits):
        yield Badge(words.weakest_badge, "weak")
    if any(visit.passage.detour for visit in visits):
        yield Badge(words.detour)


def _scores(writer: Writer, visits: Sequence[Visit], on: Scales) -> DataTable:
    """The scores that count, a row a persona."""
    words = writer.words
    columns = [
        Column(words.per_persona),
        Column(words.importance, numeric=True),
        Column(words.experience, numeric=True),
        Column(words.desired_word, numeric=True),
    ]
    rows = []
    for visit in visits:
        importance, experience, desired = visit.scores
        rows.append(
            (
                Cell((writer.persona(visit.passage.persona),)),
                Cell(writer.mark(importance, on.importance)),
                Cell(writer.mark(experience, on.experience)),
                Cell((words.in_full(desired.value, on.experience) if desired else "–",)),
            )
        )
    return table(words.scores_label, columns, rows)


def _experience(
    writer: Writer, told_of: Experience, told: JourneyStory, touchpoint: Touchpoint, fields: Sequence[str]
) -> list[Fact]:
    """What the customer lives through: of all, or what differs for one persona.

    Args:
        writer: For the words.
        told_of: The touchpoint, or what differs.
        told: The journey.
        touchpoint: The touchpoint.
        fields: The fields to tell. One that is emptied for a persona is told as such.
    """
    words, found = writer.words, []
    for name in fields:
        value = getattr(told_of, name)
        facts = _varying(writer, told_of, told, name)
        if not facts and told_of is not touchpoint and not value:
            label = {"choice": "between", "moment_of_truth": ""}.get(name, name)
            facts = writer.field(label, words.cleared) if label else writer.fact(words.truth, words.no_moment)
        found += facts
    return found


def _varying(writer: Writer, told_of: Experience, told: JourneyStory, name: str) -> list[Fact]:
    words, field = writer.words, writer.field
    match name:
        case "channel":
            return field(name, told_of.channel and writer.channel(told_of.channel))
        case "reach":
            return field(name, words.percent(told_of.reach) if told_of.reach is not None else None)
        case "thinking":
            return field(name, *map(writer.quoted, told_of.thinking))
        case "choice":
            if told_of.choice is None:
                return []
            return [*field("between", *told_of.choice.between), *field("based_on", *told_of.choice.based_on)]
        case "wait" | "takes":
            return field(name, writer.duration(getattr(told_of, name)))
        case "moment_of_truth":
            return writer.fact(words.truth, words.yes_no["yes"] if told_of.moment_of_truth else None)
        case "handover":
            return _handover(writer, told, told_of.handover)
    value = getattr(told_of, name)
    return field(name, *(value if isinstance(value, list | tuple) else [value]))


def _handover(writer: Writer, told: JourneyStory, handover: Handover | None) -> list[Fact]:
    if handover is None:
        return []
    words = writer.words
    parts: list[Inline] = []
    if handover.from_:
        parts = [writer.touchpoint(told.journey.id, handover.from_)]
    note: list[Rich] = [rich(words.from_to.format(""), *parts)] if parts else []
    note += [(handover.note,)] if handover.note else []
    note += [(text,) for text in _handover_scores(writer, told, handover)]
    return [*writer.field("handover", *note), *writer.field("loses", *handover.loses)]


def _handover_scores(writer: Writer, told: JourneyStory, handover: Handover) -> list[str]:
    words, project = writer.words, writer.story.project
    on = scales(project, told.journey)
    found = score_set(project, told.journey, handover.scores)
    pairs = (
        (words.importance, found.importance, on.importance),
        (words.experience, found.experience, on.experience),
        (words.desired_word, found.desired, on.experience),
    )
    return [words.score_tip.format(label, words.on_scale(score.value, scale)) for label, score, scale in pairs if score]


def _organisation(writer: Writer, told: JourneyStory, touchpoint: Touchpoint, on: Scales) -> list[Fact]:
    """What the organisation does and plans."""
    words, field, journey = writer.words, writer.field, told.journey.id
    project = writer.story.project
    ours = None
    if touchpoint.importance_to_us is not None:
        ours = resolve(project, told.journey, touchpoint.importance_to_us, "importance")
    return [
        *field("passes", *((writer.persona(name),) for name in touchpoint.personas or ())),
        *field("returns_to", touchpoint.returns_to and writer.touchpoint(journey, touchpoint.returns_to)),
        *field("also_through", *((writer.channel(name),) for name in touchpoint.also_through)),
        *field("owner", touchpoint.owner and writer.party(touchpoint.owner)),
        *field("supported_by", *((writer.party(name),) for name in touchpoint.supported_by)),
        *field("frontstage", touchpoint.frontstage),
        *field("backstage", touchpoint.backstage),
        *field("systems", *touchpoint.systems),
        *field("importance_to_us", words.on_scale(ours.value, on.importance) if ours else None),
        *field("metrics", *((writer.metric(name),) for name in touchpoint.metrics)),
        *field("actions", *(writer.action(name) for name in actions_for(project, journey, touchpoint.id))),
        *field("opportunities", *touchpoint.opportunities),
        *field("questions", *touchpoint.questions),
        *field("influences", *(_influence(writer, journey, one.to, one.note) for one in touchpoint.influences)),
        *field("replaces", *_replaced(writer, told.journey, touchpoint)),
        *field("tags", *touchpoint.tags),
        *writer.links(touchpoint.links),
    ]


def _influence(writer: Writer, journey: str, name: str, note: str | None) -> Rich:
    return rich(writer.touchpoint(journey, name), *([f": {note}"] if note else []))


def _replaced(writer: Writer, journey: Journey, touchpoint: Touchpoint) -> list[Rich]:
    return [(writer.touchpoint(journey.redesigns or journey.id, name),) for name in touchpoint.replaces]


def _image(writer: Writer, told: JourneyStory, touchpoint: Touchpoint) -> list[ReportBlock]:
    if not touchpoint.image:
        return []
    from cxmap.output.report.images import picture

    data = picture(writer.story.project.root, told.document.path.parent, touchpoint.image)
    alt = touchpoint.image_alt or ""
    return [Image(data, alt)] if data else [Paragraph((alt,), "note")] if alt else []
