"""A rule's explanation: one text for ``cxmap rule``, for the rule reference and for code hosts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.lint.example import FILE_NAME, example_files
from cxmap.text.escape import terminal_line
from cxmap.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.diagnostic import Span
    from cxmap.lint.example import ExampleFile
    from cxmap.lint.rule import Rule


@dataclass(frozen=True, slots=True)
class _Markup:
    """How the parts of an explanation are written, as templates."""

    title: str
    heading: str
    strong: str
    code: str
    before_block: str
    line: str
    after_block: str


_MARKDOWN = _Markup("# {}", "## {}", "**{}**", "`{}`", before_block="```yaml\n", line="{}\n", after_block="```")
_PLAIN = _Markup("{}", "{}:", "{}", "{}", before_block="", line="    {}\n", after_block="")


def markdown(rule: Rule) -> str:
    """The explanation in Markdown, with a line break at its end."""
    return _document(rule, _MARKDOWN)


def plain(rule: Rule) -> str:
    """The explanation without markup, with a line break at its end."""
    return _document(rule, _PLAIN)


def sentence(rule: Rule) -> str:
    """What the rule finds, as a sentence."""
    return f"{rule.summary[:1].upper()}{rule.summary[1:]}."


def _document(rule: Rule, markup: _Markup) -> str:
    parts = [
        markup.title.format(f"{rule.code} {rule.name}"),
        _standing(rule, markup),
        markup.heading.format("What it finds"),
        sentence(rule),
        markup.heading.format("Why it matters"),
        rule.why,
        markup.heading.format("Example"),
        *_example(rule.bad, markup),
        markup.heading.format("Use instead"),
        *_example(rule.good, markup),
    ]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _standing(rule: Rule, markup: _Markup) -> str:
    sentences = [f"Severity: {markup.strong.format(rule.severity)}."]
    if rule.fixable:
        sentences.append(f"{markup.code.format('cxmap validate --fix')} fixes it where that is safe.")
    if rule.mandatory:
        sentences.append("It can neither be suppressed, re-graded nor put in a baseline.")
    return " ".join(sentences)


def _example(example: str, markup: _Markup) -> Iterator[str]:
    files = example_files(example)
    for file in files:
        name = markup.code.format(file.name)
        if file.content is None:
            yield f"{name}, a link to a file that is gone."
            continue
        if file.content != file.text.encode():
            yield f"{name}, saved in another encoding than UTF-8:"
        elif len(files) > 1 or file.name != FILE_NAME:
            yield f"{name}:"
        lines = "".join(markup.line.format(line) for line in _marked(file))
        yield f"{markup.before_block}{lines}{markup.after_block}"


def _marked(file: ExampleFile) -> list[str]:
    """The lines of a file, with carets below the marked place in a comment."""
    lines = re.split(r"\r\n?|\n", file.text.rstrip("\r\n"))
    shown = [terminal_line(line) for line in lines]
    if file.mark is not None and file.mark.line <= len(lines):
        shown.insert(file.mark.line, _carets(lines[file.mark.line - 1], file.mark))
    return shown


def _carets(line: str, mark: Span) -> str:
    end = mark.end_column - 1 if mark.end_line == mark.line else len(line)
    lead = columns(terminal_line(line[: mark.column - 1]))
    width = max(1, columns(terminal_line(line[mark.column - 1 : end])))
    # The # of the comment takes the first column, and so the first caret of a place that starts there.
    return f"#{' ' * (lead - 1)}{'^' * width}" if lead else f"#{'^' * max(1, width - 1)}"
