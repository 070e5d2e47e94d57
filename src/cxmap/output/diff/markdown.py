"""A comparison as a comment on a pull request: what matters open, the rest folded, and never too long to be posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.diff import DiffWords
from cxmap.output.diff.lines import conclusion, findings_line, lines
from cxmap.output.tables.markdown import table
from cxmap.text.escape import markdown_cell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cxmap.analysis.diff.result import Diff
    from cxmap.choices import Lang
    from cxmap.output.diff.lines import Findings, Line
    from cxmap.project.project import Project

MARKER = "<!-- cxmap-diff -->"
OPEN, FOLDED = 5, 50
"""How many changes are open, and how many more are folded."""
LONGEST = 60_000
"""Characters; GitHub takes 65,536 in a comment."""
_SIGNS = {"worse": "▼", "better": "▲", "neutral": ""}


def markdown(
    before: Project, after: Project, found: Diff, findings: Findings, lang: Lang, charts: Sequence[Path] = ()
) -> str:
    """The comment, with a marker first by which it is found again to be kept up to date.

    Args:
        before: The earlier state.
        after: The later.
        found: What changed.
        findings: What ``validate`` says besides now, and no longer.
        lang: The language of what is said.
        charts: Pictures of before and after; named, as a comment cannot show what is not uploaded.
    """
    words = DiffWords(lang)
    made = sorted(lines(before, after, found, words), key=_order)
    parts = [MARKER, f"### {words.title}"]
    if not made:
        parts.append(words.nothing)
    parts += [markdown_cell(text) for text in conclusion(found, words)] if made else []
    checks = findings_line(findings, words)
    parts += [markdown_cell(checks)] if checks else []
    if charts:
        names = [markdown_cell(path.name) for path in charts[:FOLDED]]
        left = [words.more_charts.format(len(charts) - FOLDED)] if len(charts) > FOLDED else []
        parts.append(words.drawn.format(", ".join([*names, *left])))
    shown, folded = made[:OPEN], made[OPEN : OPEN + FOLDED]
    while len(text := _assembled(parts, shown, folded, len(made), words)) > LONGEST and (folded or shown):
        folded, shown = (folded[: len(folded) // 2], shown) if folded else ([], shown[:-1])
    return text


def _order(line: Line) -> tuple[bool, int]:
    """Goalposts, worse, better, and the rest as it comes."""
    return not line.entry.goalpost, ("worse", "better", "neutral").index(line.entry.severity)


def _assembled(parts: list[str], shown: list[Line], folded: list[Line], count: int, words: DiffWords) -> str:
    rows = [*parts]
    if shown:
        rows.append(_rows(shown, words))
    if folded:
        summary = words.show_rest.format(len(folded))
        rows.append(f"<details><summary>{summary}</summary>\n\n{_rows(folded, words)}\n\n</details>")
    left = count - len(shown) - len(folded)
    if left:
        rows.append(words.fewer_rows.format(words.whole(left)))
    return "\n\n".join(rows) + "\n"


def _rows(made: list[Line], words: DiffWords) -> str:
    return table(
        words.headings,
        (
            (
                _SIGNS[line.entry.severity],
                line.entry.id,
                "; ".join([line.text, *([line.verdict] if line.verdict else []), *line.more]),
            )
            for line in made
        ),
    )
