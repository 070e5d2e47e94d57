"""A rule's explanation: one text for ``cxmap rule``, for the rule reference and for code hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.boundary.text import terminal
from cxmap.boundary.width import columns
from cxmap.rules.example import FILE_NAME, example_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.diagnostics.record import Span
    from cxmap.rules.example import ExampleFile
    from cxmap.rules.rule import Rule


def markdown(rule: Rule) -> str:
    """The explanation in Markdown, with a line break at its end."""
    parts = [f"# {rule.code} {rule.name}", _standing(rule, f"**{rule.severity}**", "`cxmap validate --fix`")]
    for heading, text, files in _sections(rule):
        parts.append(f"## {heading}")
        parts += [text] if text else []
        for caption, code in files:
            parts += [f"`{caption}`:"] if caption else []
            parts += [f"```yaml\n{code}```"] if code else []
    return "\n\n".join(parts) + "\n"


def plain(rule: Rule) -> str:
    """The explanation without markup, with a line break at its end."""
    parts = [f"{rule.code} {rule.name}", _standing(rule, str(rule.severity), "cxmap validate --fix")]
    for heading, text, files in _sections(rule):
        parts.append(f"{heading}:")
        parts += [text] if text else []
        for caption, code in files:
            parts += [f"{caption}:"] if caption else []
            parts += ["".join(f"    {line}\n" for line in code.splitlines()).rstrip("\n")] if code else []
    return "\n\n".join(parts) + "\n"


_Files = list[tuple[str, str]]


def _sections(rule: Rule) -> Iterator[tuple[str, str, _Files]]:
    yield "What it finds", sentence(rule), []
    yield "Why it matters", rule.why, []
    yield "Example", "", _files(rule.bad)
    yield "Use instead", "", _files(rule.good)


def sentence(rule: Rule) -> str:
    """What the rule finds, as a sentence."""
    return f"{rule.summary[:1].upper()}{rule.summary[1:]}."


def _standing(rule: Rule, severity: str, command: str) -> str:
    sentences = [f"Severity: {severity}."]
    if rule.fixable:
        sentences.append(f"{command} mends it where that is safe.")
    if rule.immovable:
        sentences.append("It can neither be suppressed, re-graded nor put in a baseline.")
    return " ".join(sentences)


def _files(example: str) -> _Files:
    """A caption and what to show of each file; no caption for the only file."""
    files = example_files(example)
    alone = len(files) == 1 and files[0].name == FILE_NAME
    return [(_caption(file, alone=alone), "" if file.content is None else _marked(file)) for file in files]


def _caption(file: ExampleFile, *, alone: bool) -> str:
    if file.content is None:
        return f"{file.name} is a link to a file that is gone"
    if file.content != file.text.encode():
        return f"{file.name}, saved in another encoding than UTF-8"
    return "" if alone else file.name


def _marked(file: ExampleFile) -> str:
    """The text with carets below the marked place, in a comment."""
    lines = file.text.splitlines()
    if file.mark is not None and file.mark.line <= len(lines):
        lines.insert(file.mark.line, _carets(lines[file.mark.line - 1], file.mark))
    return "".join(f"{terminal(line)}\n" for line in lines)


def _carets(line: str, mark: Span) -> str:
    end = mark.end_column - 1 if mark.end_line == mark.line else len(line)
    lead = columns(line[: mark.column - 1])
    width = max(1, columns(line[mark.column - 1 : end]))
    # The # of the comment takes the first column, and so the first caret of a place that starts there.
    return f"#{' ' * (lead - 1)}{'^' * width}" if lead else f"#{'^' * max(1, width - 1)}"
