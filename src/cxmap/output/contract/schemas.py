"""The JSON Schemas of JSON outputs, made from their shapes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cxmap.about import output_schema_url
from cxmap.model.json_schema import DIALECT
from cxmap.output.contract.diff import DiffOutput
from cxmap.output.contract.drivers import DriversOutput
from cxmap.output.contract.findings import RuleOutput, ValidateOutput
from cxmap.output.contract.gaps import GapsOutput
from cxmap.output.contract.report import ReportOutput
from cxmap.output.contract.roadmap import RoadmapOutput
from cxmap.output.contract.summary import SummaryOutput
from cxmap.output.contract.trend import TrendOutput

if TYPE_CHECKING:
    from pydantic import BaseModel

    from cxmap.choices import JsonOutput

OUTPUTS: dict[JsonOutput, type[BaseModel]] = {
    "validate": ValidateOutput,
    "rule": RuleOutput,
    "gaps": GapsOutput,
    "summary": SummaryOutput,
    "diff": DiffOutput,
    "trend": TrendOutput,
    "roadmap": RoadmapOutput,
    "report": ReportOutput,
    "drivers": DriversOutput,
}


def output_schema(name: JsonOutput) -> dict[str, Any]:
    """The JSON Schema of an output, as plain data."""
    made = OUTPUTS[name].model_json_schema(by_alias=True)
    _plain(made)
    return {"$schema": DIALECT, "$id": output_schema_url(name), **made}


def output_schema_text(name: JsonOutput) -> str:
    """The schema as text, the same each time."""
    return json.dumps(output_schema(name), indent=2, ensure_ascii=False) + "\n"


def _plain(schema: Any) -> None:
    """Take away the titles that pydantic makes of names, and defaults: a key is there or it is not."""
    if isinstance(schema, list):
        for part in schema:
            _plain(part)
    elif isinstance(schema, dict):
        for name in ("title", "default"):
            if not isinstance(schema.get(name), dict):  # a property may have that name
                schema.pop(name, None)
        for part in schema.values():
            _plain(part)
