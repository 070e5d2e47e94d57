"""The plan as tickets: a script that creates issues on GitHub, tables for Jira and Azure DevOps.

Only what is still to be done becomes a ticket. Each has a label by which ``cxmap import status`` knows it again.
"""

from __future__ import annotations

import csv
import io
import re
import shlex
from typing import TYPE_CHECKING, Final

from cxmap.exchange.plan.names import label
from cxmap.exchange.plan.texts import ItemTexts
from cxmap.text.escape import csv_cell, html, markdown_line, markdown_link, terminal, terminal_line, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.analysis.roadmap import Item, Roadmap
    from cxmap.i18n.plan import PlanWords
    from cxmap.project.project import Project

AZURE_LIMIT: Final = 1_000
"""Rows that Azure DevOps takes at once."""

JIRA_COLUMNS: Final = ("Summary", "Issue Type", "Description", "Due Date", "Labels", "Work item ID", "Parent")
AZURE_COLUMNS: Final = ("Work Item Type", "Title 1", "Title 2", "Description", "Tags")

_SCRIPT: Final = """\
#!/bin/sh
# Made by `cxmap roadmap --format gh`. Creates an issue for each action and step that has none yet; run it again
# whenever the plan has changed. It takes gh (https://cli.github.com), in a clone of the repository or with GH_REPO set.
# shellcheck disable=SC1003,SC2016 # what people wrote is text, and nothing in it is to be expanded
set -eu

# issue LABEL TITLE: creates it with standard input as its text, unless an issue has the label, open or closed.
issue() {
  found=$(gh issue list --state all --limit 1 --label "$1" --json number --jq '.[].number' </dev/null)
  if [ -n "$found" ]; then
    printf '%s\\n' "$1: issue $found is there"
    return
  fi
  gh label create "$1" --force --description 'An action or a step of the road map' </dev/null
  gh issue create --title="$2" --label "$1" --body-file -
}
"""


def open_items(plan: Roadmap) -> list[Item]:
    """What becomes a ticket: actions and steps that are still to be done."""
    return [item for item in plan.items if item.open]


def gh_script(project: Project, plan: Roadmap, words: PlanWords) -> str:
    """A POSIX script for GitHub's ``gh`` that creates each issue once, however often it is run."""
    texts = ItemTexts(project, words)
    calls = [
        f"printf '%s\\n' {_quoted(_markdown(texts, item))} |\n"
        f"  issue {_quoted(label(item))} {_quoted(terminal_line(texts.title(item)))}\n"
        for item in open_items(plan)
    ]
    return "\n".join([_SCRIPT, *calls])


def jira_csv(project: Project, plan: Roadmap, words: PlanWords) -> str:
    """A table for Jira's import: actions are tasks, steps sub-tasks of them."""
    texts = ItemTexts(project, words)
    items = open_items(plan)
    numbers = {item.path: number for number, item in enumerate(items, 1)}
    return _csv(
        JIRA_COLUMNS,
        (
            (
                texts.title(item),
                "Sub-task" if parent else "Task",
                "\n".join([*map(_jira, texts.lines(item, due=False)), *_addresses(texts, item)]),
                item.due.isoformat() if item.due else "",
                label(item),
                str(numbers[item.path]),
                parent,
            )
            for item in items
            for parent in (str(numbers.get(item.action, "")) if item.kind == "step" else "",)
        ),
    )


def azure_csv(project: Project, plan: Roadmap, words: PlanWords) -> str:
    """A table for Azure DevOps' import: actions are epics, steps tasks below them."""
    texts = ItemTexts(project, words)
    items = open_items(plan)
    actions = {item.path for item in items if item.kind == "action"}
    return _csv(
        AZURE_COLUMNS,
        (
            (
                "Epic" if item.kind == "action" else "Task",
                "" if below else texts.title(item),
                texts.title(item) if below else "",
                "<br>".join([html(line) for line in [*texts.lines(item, due=True), *_addresses(texts, item)]]),
                label(item),
            )
            for item in items
            for below in (item.kind == "step" and item.action in actions,)
        ),
    )


def _markdown(texts: ItemTexts, item: Item) -> str:
    links = [markdown_link(*link) for link in texts.links(item)]
    return "\n\n".join([*(markdown_line(line) for line in texts.lines(item, due=True)), *links])


def _addresses(texts: ItemTexts, item: Item) -> list[str]:
    """Addresses as they are, of which a tracker makes links by itself."""
    return [web_address(link.url) for link in texts.links(item)]


def _quoted(text: str) -> str:
    """Text for a shell, whatever it holds, and for the terminal that the script is shown on."""
    return shlex.quote(terminal(text))


def _jira(line: str) -> str:
    """A line in which nothing is markup of Jira: no macro, link, mention, image, list or heading."""
    line = re.sub(r"[\\{}\[\]!|*_~^+?]", r"\\\g<0>", line)
    return re.sub(r"^(#|-|h[1-6]\.|bq\.)", r"\\\1", line)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([csv_cell(cell) for cell in row] for row in rows)
    return out.getvalue()
