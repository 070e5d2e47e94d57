"""The page of JSON outputs, made from their schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.choices import JSON_OUTPUTS
from cxmap.output.contract.schemas import output_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = """\
# JSON outputs

Every key of every output in JSON. Keys and values are the same in every language, and figures are unrounded. A key is
always there, unless it says that it may be absent. What a new version may change: [versions](versions.md).

Each output has a JSON Schema, in `schemas/output/` of the repository and on the command line:

```
cxmap schema --of gaps > gaps.schema.json
cxmap gaps --format json | check-jsonschema --schemafile gaps.schema.json -
```

`cxmap schema --of COMMAND` takes `-o FILE` too; `--output` is the file, as everywhere. The whole project as JSON is
`cxmap export json`, whose keys are those of [the file format](format.md).
"""


def json_page() -> str:
    """The page, in Markdown."""
    return HEAD + "".join(f"\n## {name}\n\n{''.join(_output(output_schema(name)))}" for name in JSON_OUTPUTS)


def _output(schema: dict[str, Any]) -> Iterator[str]:
    yield f"{schema['description'].replace('``', '`')}\n"
    if "properties" in schema:
        yield from _keys(schema)
    for name, part in schema.get("$defs", {}).items():
        yield f"\n**{name}**: {part['description']}\n"
        yield from _keys(part)


def _keys(schema: dict[str, Any]) -> Iterator[str]:
    yield "\n| key | holds | meaning |\n|---|---|---|\n"
    for name, value in schema["properties"].items():
        meaning = value.get("description", "").replace("\n", " ").replace("``", "`")
        absent = "" if name in schema.get("required", ()) else "*may be absent* "
        yield f"| `{name}` | {absent}{_kind(value)} | {meaning} |\n".replace("|  |", "| |")


def _kind(schema: dict[str, Any]) -> str:
    """What a value may be, in words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(map(_kind, schema["anyOf"]))
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    match schema.get("type"):
        case "array" if "prefixItems" in schema:
            return f"[{', '.join(map(_kind, schema['prefixItems']))}]"
        case "array":
            return f"list of {_kind(schema['items'])}"
        case "object":
            return f"{_kind(schema['additionalProperties'])} by name"
        case None:
            return "any value"
        case kind:
            return str(kind)
