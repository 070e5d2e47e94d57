"""What editors show and type for each part of a file is right as it stands."""

from __future__ import annotations

import json
import re

import pytest
from jsonschema import Draft202012Validator

from cxmap.model.examples import EXAMPLES
from cxmap.model.json_schema import schema

SCHEMA = schema()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_one(name):
    (example,) = SCHEMA["$defs"][name]["examples"]
    Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]}).validate(example)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_snippet_types_the_example(name):
    (snippet,) = SCHEMA["$defs"][name]["defaultSnippets"]
    assert snippet["label"] == name.lower()
    typed = json.dumps(snippet["body"], ensure_ascii=False)
    numbers = [int(number) for number in re.findall(r"\$\{(\d+):", typed)]
    assert numbers == list(range(1, len(numbers) + 1))
    untouched = re.sub(r'"\$\{\d+:([\d.]+)\}"', r"\1", typed)
    assert json.loads(re.sub(r"\$\{\d+:([^}]*)\}", r"\1", untouched)) == EXAMPLES[name]
