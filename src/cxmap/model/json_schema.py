"""The JSON Schema of a file, made from the models, for editors and other tools.

It says what the models say, but for what JSON Schema has no words for: the ends of a scale have an order, ``pass`` lies
between them, a date exists, and at least one person answered. References are the rules' business.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from cxmap.about import SCHEMA_URL
from cxmap.model.examples import EXAMPLES, snippet
from cxmap.model.file import File

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
OWN_KEYS = "^x-"
NPS_KEYS = r"^([0-9]|10)(\.0)?$"
NUMBER_KEYS = r"^[-+]?[0-9]+(\.[0-9]+)?$"  # in JSON the marks of counts are text


def schema() -> dict[str, Any]:
    """The JSON Schema of a file, as plain data."""
    made = schema_of(File)
    definitions = made.pop("$defs")
    return {"$schema": DIALECT, "$id": SCHEMA_URL, **made, "$defs": dict(sorted(definitions.items()))}


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a model, without the heading that says what it is a schema of."""
    return model.model_json_schema(by_alias=True, mode="validation", schema_generator=_Generator)


def schema_text() -> str:
    """The JSON Schema as text, the same each time."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


class _Generator(GenerateJsonSchema):
    """Pydantic's schema as an editor shows it while a person types.

    No ``null`` where a key may be absent, so that no editor offers ``owner: null``; no titles made from names; required
    keys first, as an editor fills them in; the user's own keys allowed; choices without OpenAPI's ``discriminator``.
    """

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return {**made, "default": default} if isinstance(default, str) else made

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        return {"anyOf": [self.generate_inner(choice) for choice in schema["choices"].values()]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        keys = self.generate_inner(schema["keys_schema"])
        values = self.generate_inner(schema["values_schema"])
        if keys["type"] == "number":
            pattern = NPS_KEYS if "multipleOf" in keys else NUMBER_KEYS
            return {"type": "object", "patternProperties": {pattern: values}, "additionalProperties": False}
        names = {} if keys == {"type": "string"} else {"propertyNames": keys}
        return {"type": "object", **names, "additionalProperties": values}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        properties, required = made["properties"], made.get("required", [])
        made["properties"] = {
            name: properties[name] for name in sorted(properties, key=lambda key: key not in required)
        }
        name = made.pop("title")
        head = {"title": _words(name), "description": made.pop("description")}
        shown = {"examples": [EXAMPLES[name]], "defaultSnippets": [snippet(name)]} if name in EXAMPLES else {}
        return {**head, **made, "patternProperties": {OWN_KEYS: {}}, **shown}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the signature is pydantic's
        return False

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002 - as above
        return value


def _words(name: str) -> str:
    """``HandoverScores`` as ``Handover scores``; a title that is words already as it is."""
    return re.sub(r"(?<=[a-z])[A-Z]", lambda match: f" {match[0].lower()}", name)
