"""Mappings: what they may say, and the place of what makes no sense."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxmap.exchange.errors import PlacedError
from cxmap.exchange.survey.into import check_touchpoints
from cxmap.exchange.survey.mapping import MappingFile
from cxmap.exchange.survey.mapping_model import AnswersMapping, Long, Mapping, Origin, Questions, Who, Window
from cxmap.exchange.survey.respondents import respondents
from tests.exchange.survey.support import HEAD, JOURNEY, ONE, all_start_with
from tests.support import project

if TYPE_CHECKING:
    from cxmap.model.base import Entity

HOW_TO = Path(__file__).parents[3] / "docs" / "how-to" / "survey.md"


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ("", ["m.yaml:1:1: the file is empty"]),
        ("a: [\n", ["m.yaml:2:1: "]),
        ("- a\n", ["m.yaml:1:1: keys with values belong here"]),
        ("some;text\n1;2\n", ["m.yaml:1:1: keys with values belong here"]),
        (
            "source: {id: A b, title: ' '}\n",
            [
                "m.yaml:1:14: 'A b': not an id: lower-case letters, digits, - and _",
                "m.yaml:1:1: the key 'answers' is missing",
                "m.yaml:1:1: the key 'touchpoints' is missing",
                "m.yaml:1:26: blank",
            ],
        ),
        (
            HEAD + "touchponts: {a: E}\n",
            ["m.yaml:1:1: the key 'touchpoints' is missing", "m.yaml:3:1: unknown key 'touchponts'; did you mean 'tou"],
        ),
        (HEAD + "touchpoints: {}\n", ["m.yaml:3:14: at least one belongs here"]),
        (HEAD + "touchpoints: {a: {sat: E}}\n", ["m.yaml:3:19: unknown key 'sat'; known are importance, experience"]),
        (HEAD + "touchpoints: {a: [E]}\n", ["m.yaml:3:18: the name of a column belongs here, or 'importance' and"]),
        (HEAD + "touchpoints:\n  a:\n", ["m.yaml:4:3: 'a' is empty"]),
        (HEAD + ONE + "derive: regression\n", ["m.yaml:4:9: 'regression': choose 'correlation' or 'relative-weights'"]),
        (HEAD + ONE + "derive: correlation\n", ["m.yaml:4:1: 'derive' needs 'overall': the question about the whole"]),
        (
            HEAD + "touchpoints: {a: {importance: I}, b: E}\noverall: O\nderive: correlation\n",
            ["m.yaml:3:19: importance that was asked cannot be ranked with 'derive'"],
        ),
        (HEAD + ONE + "long: {question: q, answer: a}\n", ["m.yaml:4:1: 'long' needs 'respondent': "]),
        (HEAD + ONE + "weight: W\nfigures: counts\n", ["m.yaml:5:10: weighted answers are not counted by mark"]),
        (HEAD + ONE + "date: {column: D, format: '%Q'}\n", ["m.yaml:4:27: '%Q': not a format of dates"]),
        (
            HEAD + ONE + "date: {column: D, from: 2026-02-01, until: 2026-01-01}\n",
            ["m.yaml:4:44: '2026-01-01' is before 'from', 2026-02-01"],
        ),
        (HEAD + ONE + "date: {column: D, from: 1-2-2026}\n", ["m.yaml:4:25: '1-2-2026': "]),
        (HEAD.replace("min: 1, max: 5", "min: 5, max: 1") + ONE, ["m.yaml:2:18: min is not below max"]),
        (HEAD.replace("[9, n.a.]", "9") + ONE, ["m.yaml:2:49: '9': a list belongs here, such as [0, 6]"]),
        (HEAD.replace("[9, n.a.]", "[true]") + ONE, ["m.yaml:2:50: 'True': text or a number belongs here"]),
    ],
)
def test_mappings_that_make_no_sense(mapping, expected):
    with pytest.raises(PlacedError) as refused:
        MappingFile(mapping.encode(), "m.yaml")
    found = list(refused.value.problems)
    assert all_start_with(sorted(found), sorted(expected)), found


def test_numbers_are_names_too():
    mapping = "touchpoints: {a: 12, b: {importance: 7}}\npersona: {column: 3, values: {1: noor}}\n"
    read = MappingFile((HEAD.replace("[9, n.a.]", "[], labels: {1: 5}") + mapping).encode(), "m.yaml").mapping
    assert (read.touchpoints["a"].experience, read.touchpoints["b"].importance) == ("12", "7")
    assert read.persona
    assert (read.persona.column, read.persona.values, read.answers.labels) == ("3", {"1": "noor"}, {"1": 5})


def test_a_mapping_that_does_not_fit_the_journey():
    loaded = project({"journey.cxmap.yaml": JOURNEY.replace("id: a ", "id: search-online ")})
    ((document, journey),) = loaded.journey_documents()
    mapping = HEAD + "touchpoints: {serach-online: E}\npersona: {column: P, values: {x: nor}}\n"
    file = MappingFile(mapping.encode(), "m.yaml")
    with pytest.raises(PlacedError, match=r"^m.yaml:3:15: the journey has no touchpoint 'serach-online'; did you mean"):
        check_touchpoints(file, document)
    message = "m.yaml:4:34: 'nor' is no persona of the journey and no segment that one of them stands for; did you mean"
    with pytest.raises(PlacedError, match="^" + re.escape(message)):
        respondents(file, loaded, journey)


def test_the_how_to_guide_explains_every_key():
    text = HOW_TO.read_text(encoding="utf-8")
    inside: dict[str, type[Entity]] = {
        "source": Origin,
        "answers": AnswersMapping,
        "date": Window,
        "persona": Who,
        "long": Long,
    }
    keys = [info.alias or name for name, info in Mapping.model_fields.items()]
    for section, model in inside.items():
        keys += [f"{section}.{info.alias or name}" for name, info in model.model_fields.items()]
    keys += [f"touchpoints.ID.{name}" for name in Questions.model_fields]
    assert [key for key in keys if f"`{key}`" not in text] == []
