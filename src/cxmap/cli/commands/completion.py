"""``cxmap completion``: what a shell needs to complete commands, options and ids."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import emit

if TYPE_CHECKING:
    from cxmap.choices import Shell

SCRIPTS = Path(__file__).parents[1] / "shells"


def command(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]...", help="What is typed so far; the script asks by itself.")
    ] = None,
) -> None:
    """Complete commands, options and the ids of your project with Tab.

    Prints the script of a shell, whose first line says where to put it. With words it prints what can stand where the
    last one is.

    Examples:
      cxmap completion bash >> ~/.bashrc
      cxmap completion zsh -- gaps --persona ""
    """
    from cxmap.cli.completing import lines

    emit((SCRIPTS / shell).read_text(encoding="utf-8") if words is None else lines(shell, words))
