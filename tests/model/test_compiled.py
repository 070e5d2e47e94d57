"""The compiled models say what the pydantic models say."""

import copy
import random
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import SchemaValidator

from cxmap.lint.example import example_files
from cxmap.lint.registry import RULES
from cxmap.model import compiled
from cxmap.model.compiling import compile_model
from cxmap.model.file import File
from cxmap.model.record import Record
from cxmap.project import compiled as compiled_config
from cxmap.project.config_model import Config
from cxmap.yaml.reader.read import read

EXAMPLES = [read(path.read_bytes(), "a").data for path in Path("examples").rglob("*.cxmap.yaml")]
RULE_EXAMPLES = [
    read(file.text.encode(), "a").data
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
        return type(value).__name__, value.model_fields_set, {name: plain(one) for name, one in vars(value).items()}
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


def changed(data, chance):
    """A copy in which something is missing, surplus or wrong."""
    data = copy.deepcopy(data)
    place = data
    while True:
        inner = [
            one for one in (place.values() if isinstance(place, dict) else place) if one and type(one) in {dict, list}
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


@pytest.mark.parametrize(
    ("module", "model"), [(compiled, File), (compiled_config, Config)], ids=lambda one: getattr(one, "__name__", None)
)
def test_is_up_to_date(module, model):
    text = Path(module.__file__).read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix('"""')
    assert compile_model(model, module.__name__, title) == text, "make generate"


def test_same_verdicts():
    check = SchemaValidator(compiled.SCHEMA).validate_python
    chance = random.Random(7)
    for data in FILES:
        assert verdict(check, data) == verdict(File.model_validate, data)
    for _ in range(1500):
        data = changed(chance.choice(FILES), chance)
        assert verdict(check, data) == verdict(File.model_validate, data)


@pytest.mark.parametrize("data", [{}, {"scale": {"min": 1, "max": 5}}, {"scale": {"min": 5, "max": 1}}, {"x": 1}])
def test_same_verdicts_on_configurations(data):
    check = SchemaValidator(compiled_config.SCHEMA).validate_python
    assert verdict(check, data) == verdict(Config.model_validate, data)
