"""``cxmap schema``: the JSON Schema of the format."""

from __future__ import annotations

from typing import Annotated

import typer

from cxmap.cli.console import destination, emit


def command(
    config: Annotated[bool, typer.Option("--config", help="Of cxmap.toml instead of journey files.")] = False,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
) -> None:
    """Print the JSON Schema of files or of the configuration.

    Examples:
      cxmap schema > cxmap-v1.schema.json
      cxmap schema --config -o schemas/cxmap-config.schema.json
    """
    from cxmap.model.json_schema import schema_text

    target = destination(output)
    if config:
        from cxmap.project.config_schema import config_schema_text

        emit(config_schema_text(), target)
    else:
        emit(schema_text(), target)
