"""``JOURNEY.answers.json``: how the scores of a survey vary together, and what drives the overall mark.

It holds figures of all respondents, and no answer of anybody. ``cxmap.analysis.dependence`` reads it.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxmap.analysis.dependence import KEY, MOST_BYTES, MOST_TOUCHPOINTS, VERSION, beside, name_of
from cxmap.analysis.drivers.drivers import TooFewError
from cxmap.analysis.intervals import TOO_FEW
from cxmap.analysis.ranking.options import DEFAULT_SEED
from cxmap.exchange.survey.drivers import asked_about, of_marks
from cxmap.exchange.survey.into import wave_day
from cxmap.exchange.survey.respondent_marks import correlation_influence, covariance, mean_influence
from cxmap.io.files import Output, create, write
from cxmap.yaml.reader.disk import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cxmap.analysis.drivers.drivers import Driver
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.respondent_marks import Influence, RespondentMarks
    from cxmap.exchange.survey.respondents import Respondents
    from cxmap.exchange.survey.scores import Summed
    from cxmap.project.document import Document

_DIGITS = 6
_FIGURES = (
    *("r", "weight", "weight_low", "weight_high", "driver"),
    *("slope", "slope_low", "slope_high", "slope_se", "penalty", "reward"),
)


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """The file beside a journey's, as it is to become.

    Attributes:
        path: The file.
        name: What it is called to people.
        before: What it holds; ``None``: it is not there.
        content: What it is to hold; ``None``: it stays as it is.
        foreign: Whether it is there and not what cxmap writes, and so stays as it is.
    """

    path: Path
    name: str
    before: bytes | None
    content: bytes | None
    foreign: bool = False

    def write(self, *, dry_run: bool) -> tuple[str, ...]:
        """Write it, where there is something to write; what to say of it.

        Raises:
            WriteError: It cannot be written.
        """
        if self.foreign:
            return (f"{self.name} stays as it is: it is not what cxmap writes; move it away, and import again",)
        if self.content is None or self.content == self.before:
            return ()
        if len(self.content) > MOST_BYTES:
            return (f"{self.name} stays as it is: how so many scores vary together does not fit in 1 MiB",)
        holds = "how the scores vary together, and no answer of anybody"
        if dry_run:
            return (f"{self.name} would change: {holds}",)
        if self.before is None:
            create(self.path, self.content)
        else:
            write(self.path, self.content, expected=self.before)
        return (f"{self.name} changed: {holds}; keep it beside the journey",)


def answers_file(file: MappingFile, summed: Summed, respondents: Respondents, document: Document) -> AnswersFile:
    """What becomes of the file beside a journey's; nothing is written yet.

    Args:
        file: The mapping.
        summed: What the survey says.
        respondents: Whose scores are kept apart.
        document: The journey's file.
    """
    path, name = Path(beside(document.location)), beside(document.name)
    Output(path)  # whoever can put a link beside a journey must not choose what is written over
    before = read_file(path) if os.path.lexists(path) else b""
    if not isinstance(before, bytes) or (others := _others(before)) is None:
        return AnswersFile(path, name, None, None, foreign=True)
    content = answers_json(file, summed, respondents, others)
    return AnswersFile(path, name, before or None, content)


def answers_json(
    file: MappingFile, summed: Summed, respondents: Respondents, others: Mapping[str, Any]
) -> bytes | None:
    """What the file is to hold: the survey's figures in place of its earlier ones, and those of other surveys.

    Args:
        file: The mapping.
        summed: What the survey says.
        respondents: Whose scores are kept apart.
        others: What the file holds of surveys.

    Returns:
        The file; ``None`` where there is nothing to say: fewer than two scores that five people or more gave, more
        touchpoints than a file may name, or more answers than can be looked at one by one.
    """
    entry = _entry(file, summed, respondents)
    if entry is None:
        return None
    data = {KEY: VERSION, "sources": {**others, file.mapping.source.id: entry}}
    return _written(data).encode()


def _entry(file: MappingFile, summed: Summed, respondents: Respondents) -> dict[str, Any] | None:
    if summed.marks is None or len(file.mapping.touchpoints) > MOST_TOUCHPOINTS:
        return None
    influences = dict(_influences(file, summed, summed.marks, respondents))
    if len(influences) < 2:
        return None
    together = covariance(list(influences.values()), summed.marks.parts())
    day = wave_day(file, summed)
    entry: dict[str, Any] = {"date": day.isoformat() if day else None, "n": summed.respondents}
    entry["means"] = list(influences)
    entry["covariance"] = [[_short(value) for value in row[: place + 1]] for place, row in enumerate(together)]
    return {**entry, **_overall(file, summed.marks)}


def _influences(
    file: MappingFile, summed: Summed, marks: RespondentMarks, respondents: Respondents
) -> Iterator[tuple[str, Influence]]:
    """By name of a score, what each respondent has of its error."""
    mapping = file.mapping
    for (group, touchpoint), scores in summed.scores.items():
        asked = mapping.touchpoints[touchpoint]
        for kind in ("importance", "experience"):
            score = scores.get(kind)
            if score is None:
                continue
            question = getattr(asked, kind) or asked.experience or ""
            if ((marks.codes_of(question) > 0) & (marks.groups == group)).sum() < TOO_FEW:
                continue  # of so few there is no interval, and who they are might be told
            if not score.get("derived"):
                influence = mean_influence(marks, question, group)
            elif mapping.derive == "correlation":
                influence = correlation_influence(marks, question, mapping.overall or "", group)
            else:
                influence = summed.weight_influences[group, touchpoint].__getitem__
            for persona in respondents.groups[group] or ("",):
                yield name_of(touchpoint, kind, persona), influence


def _overall(file: MappingFile, marks: RespondentMarks) -> dict[str, Any]:
    """The drivers of the overall mark; nothing where there is none, or too few answered all questions."""
    names = asked_about(file.mapping)
    if file.mapping.overall is None or not names:
        return {}
    try:
        found = of_marks(file.mapping, marks, names, DEFAULT_SEED)
    except TooFewError:
        return {}
    overall = {row.touchpoint: _driver(row) for row in found.rows}
    model = {"r2": _short(found.r2), "n_complete": found.n_complete, "samples": found.samples, "seed": found.seed}
    return {**model, "overall": overall}


def _driver(row: Driver) -> dict[str, Any]:
    figures = {name: getattr(row, name) for name in _FIGURES}
    return {name: _short(value) if isinstance(value, float) else value for name, value in figures.items()} | {
        "class": row.kind,
        "n": row.n,
    }


def _others(before: bytes) -> dict[str, Any] | None:
    """The surveys of the file; ``None`` where it is not what cxmap writes."""
    try:
        data: dict[str, Any] = json.loads(before) if before else {KEY: VERSION, "sources": {}}
        return dict(data["sources"]) if data.get(KEY) == VERSION else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _written(data: dict[str, Any]) -> str:
    """The text: a line for each row of a matrix and each driver, so that changes are seen line by line."""
    text = [f'{{"{KEY}": {VERSION}, "sources": {{']
    sources = list(data["sources"].items())
    for number, (source, entry) in enumerate(sources):
        text.append(f" {json.dumps(source)}: {{")
        lines = []
        for key, value in entry.items():
            if key == "covariance":
                rows = ",\n".join(f"   {json.dumps(row)}" for row in value)
                lines.append(f'  "covariance": [\n{rows}\n  ]')
            elif key == "overall":
                rows = ",\n".join(f"   {json.dumps(name)}: {json.dumps(figures)}" for name, figures in value.items())
                lines.append(f'  "overall": {{\n{rows}\n  }}')
            else:
                lines.append(f"  {json.dumps(key)}: {json.dumps(value)}")
        text.append(",\n".join(lines))
        text.append(" }" + ("," if number + 1 < len(sources) else ""))
    return "\n".join([*text, "}}", ""])


def _short(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")
