"""What can be typed next after ``cxmap``: commands, options, their values, rules, and ids of the project at hand.

A shell asks at every press of Tab, so no option parser is imported: ``completion.json`` has what it knows, generated
from the declarations of the commands.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

IDS = {
    "--persona": "personas",
    "--segment": "segments",
    "--journey": "journeys",
    "--owner": "stakeholders",
    "--channel": "channels",
    "--into": "journeys",
}
"""The section whose ids an option takes, whatever the command."""
RULES = ("--select", "--ignore")


class Candidate(NamedTuple):
    """Something that can be typed, and what it is."""

    text: str
    help: str = ""


def candidates(words: Sequence[str]) -> list[Candidate]:
    """What can stand where the last word is; nothing where the shell knows better, as for files.

    Args:
        words: What was typed after ``cxmap``; the last word is the one at the cursor, which may be empty.
    """
    *before, current = words or [""]
    table: Mapping[str, Any] = json.loads(Path(__file__).with_name("completion.json").read_bytes())
    found = list(_next(table, before, current))
    return [candidate for candidate in found if candidate.text.startswith(current)]


def _next(table: Mapping[str, Any], before: Sequence[str], current: str) -> Iterator[Candidate]:
    node: Mapping[str, Any] = {"commands": table}
    left = list(before[1:] if before[:1] == ["help"] else before)
    while left and left[0] in node.get("commands", {}):
        node = node["commands"][left.pop(0)]
    if "commands" in node:
        if not left:
            yield from (Candidate(name, inner["help"]) for name, inner in node["commands"].items())
            if not before:
                yield Candidate("help", "Explain a command")
        return
    if "--" in left:
        return
    options: Mapping[str, Any] = node["options"]
    name, equals, _ = current.partition("=")
    if equals and name.startswith("--"):
        yield from (Candidate(f"{name}={each.text}", each.help) for each in _values(name, options.get(name, {})))
    elif left and options.get(left[-1], {}).get("takes_value"):
        yield from _values(left[-1], options[left[-1]])
    elif current.startswith("-"):
        yield from (Candidate(spelling, option["help"]) for spelling, option in options.items())
    elif before[:1] == ["rule"]:
        yield from _rules()
    else:
        yield from (Candidate(choice) for choice in node["choices"])


def _values(spelling: str, option: Mapping[str, Any]) -> Iterable[Candidate]:
    if spelling in IDS:
        return _ids(IDS[spelling])
    return _rules() if spelling in RULES else [Candidate(choice) for choice in option.get("choices", ())]


def _rules() -> Iterator[Candidate]:
    from cxmap.lint.registry import RULES as EVERY

    yield from (Candidate(rule.code, rule.name) for rule in EVERY)


def _ids(section: str) -> Iterator[Candidate]:
    """The ids of a section in the project at hand, with their titles; none where there is no project to read."""
    import datetime as dt

    from cxmap.errors import UsageError
    from cxmap.project.cache import Cache
    from cxmap.project.load import load_rest, project_files
    from cxmap.session.symbols import defined

    try:
        files = project_files(today=dt.datetime.now().astimezone().date())
        project = load_rest(files, Cache(files).known)
    except UsageError:
        return
    for symbol in defined(project, section, *project.definitions[section]):
        yield Candidate(symbol.id, symbol.title)


def lines(shell: str, words: Sequence[str]) -> str:
    """The candidates as a shell's script reads them: a line each, with what it is behind a tab for those that show it.

    The titles of a project are text in there, and no line of its own.
    """
    from cxmap.text.escape import terminal_line

    if shell == "bash":
        return "".join(f"{candidate.text}\n" for candidate in candidates(words))
    return "".join(f"{each.text}\t{terminal_line(each.help).replace(chr(9), ' ')}\n" for each in candidates(words))
