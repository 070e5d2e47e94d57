"""The words after a command, read without typer where they are right.

Importing typer takes as long as checking a file. ``options.json`` has what it needs to know of the options, generated
from their declaration; whatever is no right spelling of them, ``--help`` included, is left to typer.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: typing is not imported
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    Option = Mapping[str, Any]

COMMANDS = {
    **dict.fromkeys(("validate", "fmt", "gaps", "summary", "render", "report", "trend", "roadmap"), "paths"),
    "diff": "states",
    "import survey": "answers",
}
"""The commands that are worth it: those that hooks, editors and scripts start all day, and what they call the words
that are no options: any number of ``paths`` or ``states``, or one word."""

_MANY_DIGITS = 10


def plain_options(command: str, words: Sequence[str]) -> dict[str, Any] | None:
    """What some words ask of a command, by the names of its arguments; ``None``: that is for typer to say.

    Args:
        command: One of ``COMMANDS``.
        words: What was typed after it.
    """
    options = _options(command) if any(word[:1] == "-" != word for word in words) else {}
    found: dict[str, Any] = {}
    paths: list[str] = []
    left = list(reversed(words))
    while left:
        word = left.pop()
        if word == "--":
            if command == "diff":  # what follows are paths there, and the words before are not
                return None
            paths += reversed(left)
            break
        if word[:1] != "-" or word == "-":
            paths.append(word)
            continue
        for option, attached in _spelled(word, options):
            takes_value = option is not None and option["kind"] != "flag"
            value = left.pop() if takes_value and attached is None and left else attached
            if option is None or takes_value is (value is None):
                return None
            try:
                given = _value(option, value)
            except ValueError:
                return None
            if option["repeatable"]:
                found.setdefault(option["name"], []).append(given)
            else:
                found[option["name"]] = given
    if not paths:
        return found
    argument = COMMANDS[command]
    if argument != "answers":
        return {argument: paths, **found}
    return {argument: paths[0], **found} if len(paths) == 1 else None


def _options(command: str) -> Mapping[str, Option]:
    """The options of a command by their spellings."""
    import json
    from pathlib import Path

    table: dict[str, dict[str, Option]] = json.loads(Path(__file__).with_name("options.json").read_bytes())
    return table[command]


def _spelled(word: str, options: Mapping[str, Option]) -> Iterator[tuple[Option | None, str | None]]:
    """The options in a word, each with the value attached to it: ``--format=json``, ``-qofile``.

    ``None`` is an unknown option, or no value.
    """
    if word[:2] == "--":
        name, equals, value = word.partition("=")
        yield options.get(name), value if equals else None
        return
    for end, letter in enumerate(word[1:], 2):
        option = options.get(f"-{letter}")
        if option is None or option["kind"] != "flag":
            yield option, word[end:] or None
            return
        yield option, None


def _value(option: Option, text: str | None) -> Any:
    """The value of an option, from its text; ``True`` for an option that takes none.

    Raises:
        ValueError: It is no such value, or a number written in a way that only typer knows.
    """
    match option["kind"]:
        case "flag":
            return True
        case "integer":
            return int(_digits(text or ""))
        case "number":
            whole, point, decimals = (text or "").partition(".")
            return float(_digits(whole) + point + (_digits(decimals, sign="") if point else ""))
        case "choice" if text not in option["choices"]:
            raise ValueError(text)
    return text


def _digits(text: str, sign: str = "-") -> str:
    """A text of a few plain digits.

    Raises:
        ValueError: It is another text.
    """
    digits = text.removeprefix(sign)
    if not (digits.isascii() and digits.isdigit() and len(digits) < _MANY_DIGITS):
        raise ValueError(text)
    return text
