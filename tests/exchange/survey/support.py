"""What the tests of the survey import share: a journey, a mapping, and what comes of some answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.survey.answers import open_answers
from cxmap.exchange.survey.into import write_scores
from cxmap.exchange.survey.mapping import MappingFile
from cxmap.exchange.survey.respondents import EVERYBODY, Respondents, respondents
from cxmap.exchange.survey.scores import Summed, sum_up
from cxmap.yaml.editor.changes import edited
from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path

FILE = "journey.cxmap.yaml"
JOURNEY = """cxmap: 1
segments:
  new: {title: New clients}
personas:
  noor: {name: Noor, segment: new}
  andre: {name: André}
journey:
  id: shoes
  title: Shoes
  personas: [noor, andre]
  scale: {min: 1, max: 5}
  stages:
    - id: s
      title: S
      touchpoints:
        - id: a   # first
          title: A
          scores: {importance: 4, gap_sd: 1}   # typed
        - {id: b, title: B, personas: [andre]}
        - {id: c, title: C}
"""
HEAD = "source: {id: survey, title: A survey}\nanswers: {scale: {min: 1, max: 5}, not_answers: [9, n.a.]}\n"
ONE = "touchpoints: {a: E}\n"
WIDE = "id,I,E\n1,5,1\n2,4,2\n3,9,3\n4,,2\n5,n.a.,5\n"
BOTH = "touchpoints: {a: {importance: I, experience: E}}\n"


def summed(
    folder: Path, answers: str | bytes, mapping: str, groups: Respondents = EVERYBODY, name: str = "answers.csv"
) -> Summed:
    """What a file of answers says; a mapping without a source begins with ``HEAD``."""
    path = folder / name
    path.write_bytes(answers if isinstance(answers, bytes) else answers.encode())
    file = MappingFile((mapping if "source:" in mapping else HEAD + mapping).encode(), "m.yaml")
    codes = file.mapping.answers
    with open_answers(path, separated_by=codes.separator, skip_rows=codes.skip_rows) as opened:
        return sum_up(file, opened, groups)


def scores(folder: Path, answers: str | bytes, mapping: str, **options: Any) -> dict[tuple[int, str], dict[str, Any]]:
    """The scores in a file of answers, by number of the group and touchpoint."""
    return summed(folder, answers, mapping, **options).scores


def problems(folder: Path, answers: str | bytes, mapping: str, **options: Any) -> list[str]:
    """What is wrong with a file of answers."""
    with pytest.raises(ForeignError) as refused:
        summed(folder, answers, mapping, **options)
    return list(refused.value.problems)


def written(folder: Path, answers: str, mapping: str, journey: str = JOURNEY) -> tuple[str, list[str]]:
    """The journey's file with the scores in it, and what was said about it."""
    loaded = project({FILE: journey})
    ((document, found),) = loaded.journey_documents()
    file = MappingFile((mapping if "source:" in mapping else HEAD + mapping).encode(), "m.yaml")
    groups = respondents(file, loaded, found)
    result = summed(folder, answers, mapping, groups)
    put = write_scores(file, result, groups, loaded, document, found)
    return edited(document.source, put.data), [*result.remarks, *put.remarks]


def all_start_with(found: list[str], expected: list[str]) -> bool:
    """Whether each message starts as expected."""
    return len(found) == len(expected) and all(map(str.startswith, found, expected))
