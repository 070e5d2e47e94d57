"""A comparison for a terminal or a pipe: in full, grouped by journey and stage, or a line a change."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cxmap.i18n.diff import DiffWords
from cxmap.output.diff.lines import conclusion, findings_line, lines
from cxmap.output.tables.signs import IN_ASCII
from cxmap.text.escape import terminal_line
from cxmap.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.diff.result import Diff
    from cxmap.choices import Lang
    from cxmap.output.diff.lines import Findings, Line
    from cxmap.output.tables.signs import Screen
    from cxmap.project.project import Project

BOLD, DIM, RED, GREEN = "1", "2", "31", "32"
_WIDEST = 28
"""Columns that names take at most, so that one long id does not push all else aside."""
_ASCII = {**IN_ASCII, ord("→"): "->", ord("▲"): "^", ord("▼"): "v", ord("”"): '"'}


def full(
    before: Project, after: Project, found: Diff, findings: Findings, screen: Screen, lang: Lang, *, quiet: bool = False
) -> str:
    """The changes by journey and stage, what they do to the checks, and how much changed in all."""
    words = DiffWords(lang)
    made = lines(before, after, found, words)
    text = "".join(f"{line}\n" for line in _body(after, made, words, screen))
    last = findings_line(findings, words)
    text += f"{terminal_line(last)}\n" if last else ""
    text += f"{terminal_line(' '.join(conclusion(found, words)))}\n" if made else f"{words.nothing}\n"
    text = "" if quiet and not made else text
    return text if screen.unicode else text.translate(_ASCII)


def _body(after: Project, made: list[Line], words: DiffWords, screen: Screen) -> Iterator[str]:
    posts = [line for line in made if line.entry.goalpost]
    if posts:
        yield _painted(words.goalposts, BOLD, screen)
        yield from _block(posts, screen, full_name=True)
    rest = [line for line in made if not line.entry.goalpost]
    for group, inside in groupby(rest, key=lambda line: line.group):
        of_group = list(inside)
        title = after.journeys[group].title if group in after.journeys else ""
        yield _painted(group, BOLD, screen) + (f"  {terminal_line(title)}" if title else "")
        stages = list(dict.fromkeys(line.stage for line in of_group))
        for stage in stages:
            if stage:
                yield f"  {_painted(stage, DIM, screen)}"
            yield from _block([line for line in of_group if line.stage == stage], screen)


def _block(made: list[Line], screen: Screen, *, full_name: bool = False) -> Iterator[str]:
    names = [terminal_line(line.entry.id if full_name else line.name) for line in made]
    width = min(_WIDEST, max(columns(name) for name in names))
    told = ""
    for line, name in zip(made, names, strict=True):
        shown = "" if name == told else name
        told = name
        blank = " " * max(0, width - columns(shown))
        text = f"  {line.mark or ' '} {shown}{blank}  {terminal_line(line.text)}"
        if line.verdict:
            color = RED if line.entry.severity == "worse" else GREEN
            text += f"  {_painted(line.verdict, color, screen)}"
        yield text.rstrip()
        yield from (f"    {' ' * width}  {terminal_line(more)}" for more in line.more)


def _painted(text: str, style: str, screen: Screen) -> str:
    safe = terminal_line(text)
    return f"\x1b[{style}m{safe}\x1b[0m" if screen.color and safe else safe


def concise(before: Project, after: Project, found: Diff, lang: Lang) -> str:
    """A line a change: its place, how it is judged, what it is of, and what happened."""
    words = DiffWords(lang)
    made = []
    for line in lines(before, after, found, words):
        entry = line.entry
        span = entry.place
        judged = f"{entry.severity}: " if entry.severity != "neutral" else ""
        text = f"{entry.path}:{span.line}:{span.column}: {judged}{entry.id}: {line.text}"
        made.append(
            terminal_line(
                f"{text} ({line.verdict})" if line.verdict not in {"", words.severity[entry.severity]} else text
            )
        )
    return "".join(f"{line}\n" for line in made)
