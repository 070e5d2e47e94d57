"""What it all rests on: the coverage of evidence, every score with its waves, the sources; and how figures are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.about import DOCS_URL
from cxmap.analysis.scores import KINDS, each_wave, resolve, scales
from cxmap.i18n.gaps import GapsWords
from cxmap.i18n.summary import SummaryWords
from cxmap.model.types import Counts, Mean, Scores
from cxmap.output.report.content import Badge, Cell, Chapter, Column, DataTable, Jump, Panel, Paragraph, rich, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.scores import GivenScores, Kind, Scales, Score
    from cxmap.model.journey import Journey, Touchpoint
    from cxmap.model.score import HandoverScores
    from cxmap.output.report.content import BadgeKind, ReportBlock, Rich
    from cxmap.output.report.writer import Writer
    from cxmap.story.evidence import Backing, EvidenceRow, SourceUse
    from cxmap.story.journeys import JourneyStory, Voice


def evidence_chapter(writer: Writer) -> Chapter:
    """The coverage of evidence and the sources."""
    words, story = writer.words, writer.story
    blocks: list[ReportBlock] = []
    if story.evidence:
        blocks.append(_coverage(writer))
    if story.sources and "sources" not in writer.leave_out:
        blocks.append(_sources(writer))
    scores = _all_scores(writer)
    if scores.rows:
        blocks.append(Panel("details", (scores,), (words.all_scores,), 3, fold="closed"))
    return Chapter("evidence", words.chapters["evidence"], "evidence", tuple(blocks), kicker=words.kickers["evidence"])


def _coverage(writer: Writer) -> DataTable:
    """What is known of each touchpoint for each persona, and from whom."""
    words = writer.words
    columns = (
        Column(words.touchpoint),
        Column(words.per_persona),
        Column(words.importance),
        Column(words.experience),
        Column(words.source_fields["evidence"], numeric=True),
        Column(words.own_voice),
    )
    rows = tuple(_coverage_row(writer, row) for row in writer.story.evidence)
    return DataTable(words.coverage, columns, rows, sortable=True)


def _coverage_row(writer: Writer, row: EvidenceRow) -> tuple[Cell, ...]:
    words = writer.words
    return (
        Cell((writer.touchpoint(row.journey, row.touchpoint),)),
        Cell((writer.story.names.persona(row.persona),)),
        Cell(_backing(writer, row.importance)),
        Cell(_backing(writer, row.experience)),
        Cell((str(row.evidence),), row.evidence),
        Cell((words.yes_no["yes" if row.customers else "no"],)),
    )


_KINDS: dict[Voice, BadgeKind] = {"customers": "good", "observed": "plain", "team": "team"}


def _backing(writer: Writer, backing: Backing | None) -> Rich:
    """Who is behind a score, how many, when."""
    if backing is None:
        return ("–",)
    words = writer.words
    said = [words.n.format(words.whole(backing.n))] if backing.n is not None else []
    said += [words.short_date(backing.date)] if backing.date else []
    about = f" {', '.join(said)}" if said else ""
    return rich(Badge(words.voices[backing.voice], _KINDS[backing.voice]), about)


def _sources(writer: Writer) -> DataTable:
    words = writer.words
    fields = words.source_fields
    columns = (
        Column(words.source),
        Column(words.kind),
        Column(words.day),
        Column(fields["n"], numeric=True),
        Column(fields["scale"]),
        Column(fields["scores"], numeric=True),
        Column(fields["evidence"], numeric=True),
        Column(fields["rests"]),
    )
    rows = tuple(_source(writer, use) for use in writer.story.sources)
    names = tuple(f"source.{use.id}" for use in writer.story.sources)
    return table(words.sources_title, columns, rows, sortable=True, anchors=names)


def _source(writer: Writer, use: SourceUse) -> tuple[Cell, ...]:
    words, source = writer.words, use.source
    title = rich(source.title, *([f": {source.description}"] if source.description else []))
    if source.series:
        title = (*title, f" ({words.source_fields['series']} {source.series})")
    if source.url:
        title = (*title, " ", web(source.url))
    n = words.whole(source.n) if source.n is not None else ""
    if source.population is not None:
        n = words.source_fields["population"].format(n or "?", words.whole(source.population))
    resting = [*writer.touchpoints(use.touchpoints), *((writer.persona(name),) for name in use.personas)]
    mark = ", " if len(writer.story.journeys) < 2 else "; "
    rests = [part for each in resting for part in (mark, *each)][1:]
    return (
        Cell(title),
        Cell((words.source_kinds[source.kind],)),
        Cell(
            (words.short_date(source.date) if source.date else "–",), source.date.toordinal() if source.date else None
        ),
        Cell((n,), source.n),
        Cell((writer.answer_scale(source.scale) if source.scale else "",)),
        Cell((str(use.scores),), use.scores),
        Cell((str(use.evidence),), use.evidence),
        Cell(tuple(rests)),
    )


def web(url: str) -> Jump | str:
    """An address: a link where it is one of the web, else text."""
    return Jump(url, url=url) if url.startswith(("https://", "http://")) else url


def _all_scores(writer: Writer) -> DataTable:
    """Every score as the file gives it, wave by wave."""
    words = writer.words
    columns = (
        Column(words.touchpoint),
        Column(words.per_persona),
        Column(words.kind),
        Column(words.given_as),
        Column(words.value, numeric=True),
        Column(words.n_column, numeric=True),
        Column(words.sd, numeric=True),
        Column(words.source),
        Column(words.day),
    )
    rows = tuple(row for told in writer.story.journeys for row in _rows(writer, told))
    return table(words.all_scores, columns, rows)


def _rows(writer: Writer, told: JourneyStory) -> Iterator[tuple[Cell, ...]]:
    """The scores of a journey's touchpoints and handovers: those of all, then what differs for a persona."""
    words, journey = writer.words, told.journey
    for placed in told.document.touchpoints():
        touchpoint = placed.touchpoint
        for owner, name in ((touchpoint, ""), *((one, name) for name, one in touchpoint.by_persona.items() if one)):
            if name and name not in told.ways:
                continue
            persona = writer.story.names.persona(name) if name else words.everybody
            if owner.scores:
                yield from _of(writer, journey, touchpoint, persona, owner.scores, handover=False)
            if owner.handover and owner.handover.scores:
                yield from _of(writer, journey, touchpoint, persona, owner.handover.scores, handover=True)
        if touchpoint.importance_to_us is not None:
            label = words.fields["importance_to_us"]
            yield from _score(
                writer,
                journey,
                touchpoint,
                words.everybody,
                label,
                "importance",
                touchpoint.importance_to_us,
            )


def _of(
    writer: Writer, journey: Journey, touchpoint: Touchpoint, persona: str, scores: HandoverScores, *, handover: bool
) -> Iterator[tuple[Cell, ...]]:
    words = writer.words
    source = getattr(scores, "source", None)
    for name in (*KINDS, "desired"):
        label = words.desired_word if name == "desired" else words.score_kind[name]
        label = f"{words.handover}: {label}" if handover else label
        kind: Kind = "importance" if name == "importance" else "experience"
        yield from _score(writer, journey, touchpoint, persona, label, kind, getattr(scores, name), source)
    if isinstance(scores, Scores) and scores.gap_sd is not None:
        yield _differences(writer, touchpoint, persona, scores)


def _score(
    writer: Writer,
    journey: Journey,
    touchpoint: Touchpoint,
    persona: str,
    label: str,
    kind: Kind,
    given: GivenScores,
    source: str | None = None,
) -> Iterator[tuple[Cell, ...]]:
    words, project = writer.words, writer.story.project
    on: Scales = scales(project, journey)
    for wave in each_wave(given):
        found: Score | None = None if wave is None else resolve(project, journey, wave, kind, source)
        if wave is None or found is None:
            continue
        scale = on.of(kind)
        n = words.whole(found.n) if found.n is not None else ""
        if found.answers is not None:
            n = words.answers.format(n, words.whole(found.answers))
        sd = wave.sd if isinstance(wave, Mean) else None
        if isinstance(wave, Counts) and found.sd10 is not None:
            sd = found.sd10 * (scale.max - scale.min) / 10
        yield (
            Cell((touchpoint.title,)),  # the tables above have the links
            Cell((persona,)),
            Cell((label,)),
            Cell((writer.given(wave),)),
            Cell((words.in_full(found.value, scale),), found.value),
            Cell((n,), found.n),
            Cell((words.general(round(sd, 4)) if sd is not None else "",), sd),
            Cell(
                (writer.story.names.source(found.source),) if found.source else (Badge(words.voices["team"], "team"),)
            ),
            Cell(
                (words.short_date(found.date) if found.date else "–",), found.date.toordinal() if found.date else None
            ),
        )


def _differences(writer: Writer, touchpoint: Touchpoint, persona: str, scores: Scores) -> tuple[Cell, ...]:
    """What is known of the differences between importance and experience of the same people."""
    words = writer.words
    sd = words.general(scores.gap_sd or 0.0)
    said = words.gap_sd.format(sd) if scores.gap_n is None else words.gap_n.format(sd, words.whole(scores.gap_n))
    empty = Cell(("",))
    return Cell((touchpoint.title,)), Cell((persona,)), Cell((words.gap,)), Cell((said,)), *([empty] * 5)


def method_chapter(writer: Writer) -> Chapter:
    """How figures are made, in three paragraphs."""
    words, story = writer.words, writer.story
    by = story.rankings[0].by if story.rankings else "priority"
    blocks = (
        Paragraph((words.method_ranking.format(words.ranking[by], GapsWords(words.lang).formulas[by]),)),
        Paragraph((" ".join(SummaryWords(words.lang).notes),)),
        Paragraph((words.method_chance,)),
        Paragraph((words.method_more.format(f"{DOCS_URL}/method.md"),)),
    )
    return Chapter("method", words.chapters["method"], "method", blocks, kicker=words.kickers["method"])
