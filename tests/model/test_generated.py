"""What is generated from the models says what the models say.

That it is up to date is for ``tests/test_generated.py``.
"""

import copy
import datetime as dt
import json
import random
import re
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, BaseModel, BeforeValidator, Discriminator, Field, Tag, ValidationError
from pydantic_core import SchemaValidator
from tools.compile_models import as_text, compile_model

from cxmap.lint.example import example_files
from cxmap.lint.registry import RULES
from cxmap.model import validators
from cxmap.model.base import Entity
from cxmap.model.check import VALIDATOR
from cxmap.model.file import File
from cxmap.model.generated import RECORDS
from cxmap.model.records import NAMES, Record, read
from cxmap.model.types import Counts, ImportanceMean, Mean
from cxmap.project.config import VALIDATOR as CONFIG_VALIDATOR
from cxmap.project.config_model import Config
from cxmap.yaml.reader.read import read as read_yaml

EXAMPLES = [read_yaml(path.read_bytes(), "a").data for path in Path("examples").rglob("*.cxmap.yaml")]
RULE_EXAMPLES = [
    read_yaml(file.text.encode(), "a").data
    for rule in RULES
    for example in (rule.bad, rule.good)
    for file in example_files(example)
]
FILES = [data for data in (*EXAMPLES, *RULE_EXAMPLES) if isinstance(data, dict)]
WRONG = ["", "x y", 0, -1, 1.5, 1e300, True, [], {}, ["a"], {"x": 1}, "2026-02-30", "../up", {1: 2}, {"counts": {5: 1}}]


def verdict(check, data):
    try:
        return plain(check(data))
    except ValidationError as error:
        return error.errors(include_url=False, include_input=False)


def plain(value):
    if isinstance(value, (BaseModel, Record)):
        return type(value).__name__, value.model_fields_set, {name: plain(field) for name, field in vars(value).items()}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def changed(data, chance):
    """A copy in which something is missing, surplus or wrong."""
    data = copy.deepcopy(data)
    place = data
    while True:
        inner = [
            item
            for item in (place.values() if isinstance(place, dict) else place)
            if item and type(item) in {dict, list}
        ]
        if not inner or chance.random() < 0.2:
            break
        place = chance.choice(inner)
    key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
    if chance.random() < 0.3:
        del place[key]
    elif isinstance(place, dict) and chance.random() < 0.3:
        place["surplus"] = 1
    else:
        place[key] = chance.choice(WRONG)
    return data


def test_same_verdicts():
    check = VALIDATOR.validate_python
    chance = random.Random(7)
    for data in FILES:
        assert verdict(check, data) == verdict(File.model_validate, data)
    for _ in range(1500):
        data = changed(chance.choice(FILES), chance)
        assert verdict(check, data) == verdict(File.model_validate, data)


@pytest.mark.parametrize("data", [{}, {"scale": {"min": 1, "max": 5}}, {"scale": {"min": 5, "max": 1}}, {"x": 1}])
def test_same_verdicts_on_configurations(data):
    assert verdict(CONFIG_VALIDATOR.validate_python, data) == verdict(Config.model_validate, data)


def test_records_have_the_models_classes():
    mean: Any = (
        VALIDATOR.validate_python(
            {"cxmap": 1, "journey": {**JOURNEY, "stages": [{**STAGE, "touchpoints": [TOUCHPOINT]}]}}
        )
        .journey.stages[0]
        .touchpoints[0]
        .scores.importance
    )
    assert type(mean).__mro__[:2] == (ImportanceMean, Mean)
    assert not issubclass(type(mean), Counts)


JOURNEY = {"id": "a", "title": "A", "personas": ["noor"]}
STAGE = {"id": "b", "title": "B"}
TOUCHPOINT = {"id": "c", "title": "C", "channel": "shop", "scores": {"importance": {"mean": 8}}}


def test_every_name_in_the_table_is_used():
    texts = [text_of(package) for package in ("model", "project", "exchange/survey")]
    named = {name for text in texts for name in re.findall(r'"@(\w+)"', text)}
    made = {name for text in texts for name in json.loads(text)["records"]}
    bases = {base.__name__ for kind in RECORDS.values() for base in kind.__bases__}
    assert set(NAMES) == (named | bases) - made


def text_of(package):
    return Path("src/cxmap", package, "generated.json").read_text(encoding="utf-8")


def not_in_the_table(value):
    return value


def date(value):
    """Another function with a name that is in the table."""
    return value


@pytest.mark.parametrize("function", [not_in_the_table, date, lambda value: value])
def test_a_function_that_is_not_in_the_table_is_refused(function):
    class Model(Entity):
        key: Annotated[str, AfterValidator(function)]

    with pytest.raises(TypeError, match=r"is not in cxmap\.model\.records\.NAMES; add it"):
        compile_model(Model)


@pytest.mark.parametrize("default", [object(), {1: 2}, "@date", (1, object())])
def test_what_json_cannot_hold_is_refused(default):
    class Model(Entity):
        key: Any = default

    with pytest.raises(TypeError):
        compile_model(Model)


def test_two_models_of_one_name_are_refused():
    class Model(Entity):
        first: inner("Same")  # type: ignore[valid-type]  # made anew each time
        second: inner("Same")  # type: ignore[valid-type]  # made anew each time

    with pytest.raises(TypeError, match="two things are called 'Same'"):
        compile_model(Model)


def inner(name):
    return type(name, (Entity,), {"__annotations__": {"key": str}, "__module__": __name__})


def test_a_name_that_is_not_in_the_table_is_not_read(tmp_path):
    (tmp_path / "generated.json").write_text('{"records": {}, "schema": {"function": "@system"}}', encoding="utf-8")
    with pytest.raises(KeyError, match="system"):
        read(tmp_path / "generated.json")


def many_or_single(value):
    return "<many>" if isinstance(value, list) else "<single>"


@pytest.mark.parametrize(
    "data",
    [
        {"score": 8},
        {"score": [1, 2.5]},
        {"score": ["a"]},
        {"score": [{"mark": 3, "date": "2026-01-02"}]},
        {"score": [{"mark": 3, "date": "2026-02-30"}]},
        {"names": {"a": ["x", None]}, "pair": [1, "b"]},
        {"names": {"A": []}},
        {"pair": [1]},
        {"other": 1},
    ],
)
def test_any_kind_of_field_is_compiled(data, tmp_path, monkeypatch):
    """Lists among alternatives, tuples, literals, constraints, nested models: what a format may come to need."""

    class Mark(Entity):
        mark: Annotated[int, Field(ge=1), BeforeValidator(validators.whole_number)]
        date: Annotated[dt.date, BeforeValidator(validators.date)] | None = None

    class Model(Entity):
        score: (
            Annotated[
                Annotated[float, Tag("<single>")]
                | Annotated[list[float | Mark] | list[Literal["x", "y"]], Tag("<many>")],
                Discriminator(many_or_single),
            ]
            | None
        ) = None
        names: dict[Annotated[str, Field(pattern="^[a-z]+$")], list[str | None]] | None = None
        pair: tuple[int, str] | None = None

    monkeypatch.setitem(NAMES, many_or_single.__name__, many_or_single)
    (tmp_path / "generated.json").write_text(as_text(compile_model(Model)), encoding="utf-8")
    check = SchemaValidator(read(tmp_path / "generated.json").schema).validate_python
    assert verdict(check, data) == verdict(Model.model_validate, data)
