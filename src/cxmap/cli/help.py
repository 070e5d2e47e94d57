"""How the help of commands is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Command(TyperCommand):
    """A command whose arguments are called the same everywhere: ``FILE``, not ``{FILE}`` and ``FILE <str>``."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What stands behind the command in its usage line."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and the options."""
        shown = [(param.param_type_name, param.get_help_record(ctx)) for param in self.get_params(ctx)]
        arguments = [
            (record[0].partition(" <")[0], record[1].removesuffix("  [required]"))
            for kind, record in shown
            if record and kind == "argument"
        ]
        _write(formatter, "Arguments", arguments)
        _write(formatter, "Options", [record for kind, record in shown if record and kind == "option"])


def overview(sections: Mapping[str, Sequence[str]]) -> type[TyperGroup]:
    """A group of commands whose help shows them by what they are for.

    Args:
        sections: The names of the commands by the title that they stand under.
    """
    width = max(len(name) for names in sections.values() for name in names)

    class Overview(TyperGroup):
        def format_commands(self, ctx: Any, formatter: Any) -> None:
            for title, names in sections.items():
                commands = [(name, self.get_command(ctx, name)) for name in names]
                rows = [(name.ljust(width), one.get_short_help_str(limit=100)) for name, one in commands if one]
                _write(formatter, title, rows)

    return Overview


def _write(formatter: Any, title: str, rows: Iterable[tuple[str, str]]) -> None:
    found = list(rows)
    if found:
        with formatter.section(title):
            formatter.write_dl(found)
