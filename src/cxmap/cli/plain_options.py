"""The words behind a command, read without an option parser where they can mean one thing only.

Importing typer takes as long as checking a file. It still has the last word on what an option is: whatever is not in
these tables, or is written in another way (``--format=json``, ``-qh``, a value that starts with ``-``), is left to it,
and so is every mistake. A test compares the tables with typer's options, and what both make of many words.
"""

from __future__ import annotations

from cxmap.cli.console import Color

TYPE_CHECKING = False  # as type checkers know it: typing is not imported
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    Option = tuple[str, Callable[[str], Any]]


def whole(text: str) -> int:
    """A number without a sign.

    Raises:
        ValueError: It is written in another way than with a few plain digits.
    """
    if not (text.isascii() and text.isdigit() and len(text) < _MANY_DIGITS):
        raise ValueError(text)
    return int(text)


def number(text: str) -> float:
    """A number without a sign, which may have decimals.

    Raises:
        ValueError: It is written in another way than with a few plain digits.
    """
    before, point, after = text.partition(".")
    for digits in (before, after) if point else (before,):
        whole(digits)
    return float(text)


_MANY_DIGITS = 10

# By command: each option with the argument of the command's function that it gives, and what makes a value of a word.
# ``bool``: the option takes no word. ``list``: it may be repeated.
_STDIN: Mapping[str, Option] = {"--stdin-filename": ("stdin_filename", str)}
_QUIET: Mapping[str, Option] = {"--quiet": ("quiet", bool), "-q": ("quiet", bool)}
_COMMON: Mapping[str, Option] = {**_STDIN, **_QUIET, "--color": ("color", Color)}
_OUTPUT: Mapping[str, Option] = {"--output": ("output", str), "-o": ("output", str)}
TABLES: Mapping[str, Mapping[str, Option]] = {
    "validate": {
        **_COMMON,
        "--select": ("select", list),
        "--ignore": ("ignore", list),
        "--strict": ("strict", bool),
        "--fail-on": ("fail_on", str),
        "--fix": ("fix", bool),
        "--diff": ("diff", bool),
        "--format": ("formats", list),
        "--baseline": ("baseline", str),
        "--update-baseline": ("update_baseline", bool),
        "--statistics": ("statistics", bool),
        "--exit-zero": ("exit_zero", bool),
        "--watch": ("watch", bool),
        "--today": ("today", str),
        "--show-files": ("show_files", bool),
        "--no-cache": ("no_cache", bool),
    },
    "render": {
        **_COMMON,
        **_OUTPUT,
        "--chart": ("chart", list),
        "--format": ("form", str),
        "--persona": ("persona", list),
        "--compare": ("compare", str),
        "--curve": ("curve", str),
        "--alt": ("alt", bool),
        "--theme": ("theme", str),
        "--lang": ("lang", str),
        "--width": ("width", number),
        "--height": ("height", number),
        "--dpi": ("dpi", number),
        "--title": ("title", str),
        "--rows": ("rows", str),
        "--blank": ("blank", bool),
        "--paper": ("paper", str),
        "--open": ("open_", bool),
        "--today": ("today", str),
    },
    "gaps": {
        **_COMMON,
        **_OUTPUT,
        "--persona": ("persona", str),
        "--segment": ("segment", str),
        "--journey": ("journey", str),
        "--stage": ("stage", str),
        "--owner": ("owner", str),
        "--channel": ("channel", str),
        "--tag": ("tag", str),
        "--quadrant": ("quadrant", str),
        "--moments-of-truth": ("moments_of_truth", bool),
        "--min-importance": ("min_importance", number),
        "--top": ("top", whole),
        "--by": ("by", str),
        "--crosshair": ("crosshair", str),
        "--our-weight": ("our_weight", number),
        "--reach": ("reach", bool),
        "--handovers": ("handovers", bool),
        "--rank-sets": ("rank_sets", bool),
        "--seed": ("seed", whole),
        "--format": ("format_", str),
        "--fail-above": ("fail_above", number),
        "--fail-unscored": ("fail_unscored", bool),
        "--lang": ("lang", str),
    },
    "summary": {
        **_COMMON,
        **_OUTPUT,
        "--journey": ("journey", str),
        "--persona": ("persona", str),
        "--format": ("format_", str),
        "--lang": ("lang", str),
    },
    "fmt": {**_STDIN, **_QUIET, "--check": ("check", bool), "--diff": ("diff", bool)},
}


def plain_options(command: str, words: Sequence[str]) -> dict[str, Any] | None:
    """What some words ask of a command, by the names of its arguments; ``None``: that is for typer to say."""
    table = TABLES[command]
    found: dict[str, Any] = {}
    paths: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            paths += left
        elif word == "-" or word[:1] != "-":
            paths.append(word)
        elif word in table:
            argument, kind = table[word]
            if kind is bool:
                found[argument] = True
                continue
            value = next(left, "-")
            if value[:1] == "-":
                return None
            if kind is list:
                found.setdefault(argument, []).append(value)
                continue
            try:
                found[argument] = kind(value)
            except ValueError:
                return None
        else:
            return None
    return {"paths": paths, **found} if paths else found
