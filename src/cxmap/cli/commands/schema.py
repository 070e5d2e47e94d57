"""``cxmap schema``: the JSON Schemas of the format, the configuration and the outputs."""

from __future__ import annotations

from typing import Annotated

import typer

from cxmap.choices import JSON_OUTPUTS, JsonOutput
from cxmap.cli.console import Stop, destination, emit


def command(
    config: Annotated[bool, typer.Option("--config", help="Of cxmap.toml instead of journey files.")] = False,
    of: Annotated[
        JsonOutput | None,
        typer.Option("--of", metavar="COMMAND", help=f"Of what a command writes as JSON: {', '.join(JSON_OUTPUTS)}."),
    ] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
) -> None:
    """Print the JSON Schema of files, the configuration or an output.

    For editors and other tools; without an option, of journey files.

    Examples:
      cxmap schema > cxmap-v1.schema.json
      cxmap schema --config -o schemas/cxmap-config.schema.json
      cxmap schema --of gaps
    """
    from cxmap.model.json_schema import schema_text

    if config and of:
        raise Stop("--config and --of are two schemas; give one of them")
    target = destination(output, "json")
    if of:
        from cxmap.output.contract.schemas import output_schema_text

        emit(output_schema_text(of), target)
    elif config:
        from cxmap.project.config_schema import config_schema_text

        emit(config_schema_text(), target)
    else:
        emit(schema_text(), target)
