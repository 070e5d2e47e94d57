"""``cxmap rule``: what a rule means, why, a bad and a good example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cxmap.cli.console import Stop, emit, emit_file, is_terminal, wants_color
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from cxmap.choices import RuleFormat
    from cxmap.cli.options import ColorOption
    from cxmap.lint.rule import Rule


def command(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A code or name, such as CX201 or unknown-reference.")
    ] = None,
    format_: Annotated[RuleFormat, typer.Option("--format", help="How to show it.")] = "text",
    color: ColorOption = "auto",
) -> None:
    """Explain a rule; without a code, list them all.

    What it looks for, why that matters, and an example that breaks it beside one that does not.

    Examples:
      cxmap rule
      cxmap rule CX201
      cxmap rule open-need --format json
    """
    from cxmap.lint.explain import markdown
    from cxmap.lint.registry import RULES
    from cxmap.text.escape import json

    if format_ == "json":
        emit_file(json(_record(_find(code)) if code else [_record(rule) for rule in RULES]) + "\n")
    elif code:
        text = markdown(_find(code))
        colored = wants_color(color)
        if format_ == "text" and (colored or is_terminal()):
            _show_markdown(text, colored=colored)
        else:
            emit(text)
    else:
        width = max(len(rule.name) for rule in RULES)
        emit("".join(f"{rule.code}  {rule.name:{width}}  {rule.severity:7}  {rule.summary}\n" for rule in RULES))


def _find(word: str) -> Rule:
    from cxmap.lint.registry import BY_CODE, BY_NAME
    from cxmap.text.suggestions import nearest

    rule = BY_CODE.get(word.upper()) or BY_NAME.get(word.lower())
    if rule is None:
        raise Stop(f"unknown rule '{word}'{hint(nearest(word, BY_NAME), '`cxmap rule` lists all')}")
    return rule


def _record(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "fixable": rule.fixable,
        "summary": rule.summary,
        "why": rule.why,
        "bad": rule.bad,
        "good": rule.good,
        "url": rule.url,
    }


def _show_markdown(text: str, *, colored: bool) -> None:
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(
        color_system="auto" if colored else None, force_terminal=colored, no_color=not colored, highlight=False
    )
    console.print(Markdown(text))
