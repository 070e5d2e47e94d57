"""The JSON Schema of ``cxmap.toml``, made from the model, for editors (Even Better TOML) and other tools."""

from __future__ import annotations

import json
from typing import Any

from cxmap.about import CONFIG_SCHEMA_URL
from cxmap.model.json_schema import DIALECT, OWN_KEYS, schema_of
from cxmap.project.config_model import Config


def config_schema() -> dict[str, Any]:
    """The schema, as plain data; ``extend`` is no key of the model, as it is gone once it was followed."""
    made = schema_of(Config)
    del made["patternProperties"][OWN_KEYS]  # a configuration has no keys of one's own
    description = (
        "Another configuration file in this repository; what stands here takes the place of what stands there."
    )
    properties = {"extend": {"type": "string", "description": description}, **made.pop("properties")}
    return {"$schema": DIALECT, "$id": CONFIG_SCHEMA_URL, **made, "properties": properties}


def config_schema_text() -> str:
    """The schema as text, the same each time."""
    return json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n"
