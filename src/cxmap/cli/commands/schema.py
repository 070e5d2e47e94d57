"""``cxmap schema``: the JSON Schema of the format."""

from __future__ import annotations

from typing import Annotated

import typer

from cxmap.cli.console import destination, emit


def command(
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
) -> None:
    """Print the JSON Schema of files, for editors and other tools.

    Examples:
      cxmap schema > cxmap-v1.schema.json
      cxmap schema -o schemas/cxmap-v1.schema.json
    """
    from cxmap.model.json_schema import schema_text

    target = destination(output)
    emit(schema_text(), target)
