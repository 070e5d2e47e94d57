"""Texts that act in careless output, and a sound project that says nothing else."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import yaml
from tests.lint.test_robustness import DATA
from tests.reliability.generated import NAMES

if TYPE_CHECKING:
    from pathlib import Path

TERMINAL = "\x1b]0;owned\x07\x1b[2J\x9b31m\x00\x7f\u202egnp\u2066\u2028"
RUNNER = "\r\n::error file=a,line=1::forged\r::stop-commands::x\n##[error]y ##vso[task.z] %0A::warning::z"
MARKUP = '<script>alert(1)</script><img src=x onerror="alert(1)"> & &lt; ]]> --> <!-- _x0041_ \ufffe'
MARKDOWN = "| [a](javascript:x) ![b](http://127.0.0.1/) `c` **d** @someone https://127.0.0.1/ www.example.org"
FORMAT = "$\\frac{$ costs $5 [/][red]e[/red] :smile: {0} %s %(x)s {{f}} ${HOME} ../../x"
SHAPES = "\u200b\u200d\ufeff👩‍👩‍👧‍👦 עברית مرحبا e" + "\u0301" * 40
HOSTILE = f"{TERMINAL}{RUNNER}{MARKUP}{FORMAT} {MARKDOWN}{SHAPES}"
LINE = HOSTILE.translate({ord(char): None for char in "\r\n\u2028\0"})
"""The same for what holds one line only."""
STARTS = ("=HYPERLINK(1)", "+1+cmd", "@SUM(1)", "-2+3", "\t=1", "＝1", "a;=cmd", "<r><t>rich</t></r>")
LONG = "x" * 100_000

TEXT_KEYS = {
    *("title", "name", "story", "goals", "starts_with", "ends_with", "quote", "note", "thinking", "doing", "feeling"),
    *("opportunities", "organisation", "description", "expects", "pains"),
    *("hypothesis", "learned"),
}


def hostile_data() -> dict[str, Any]:
    """A project without errors but for what it says."""
    data = copy.deepcopy(DATA)
    data["sources"].pop("bent")  # the only mistake
    data["journey"]["stages"][0]["touchpoints"][1]["scores"]["importance"].pop("derived")
    data["actions"]["x"] |= {"description": "D", "effort": 2}
    data["actions"]["y"] |= {"hypothesis": "H", "learned": "L"}
    starts = iter(STARTS * 100)

    def poison(value: Any, key: str) -> Any:
        if isinstance(value, dict):
            return {name: poison(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [poison(item, key) for item in value]
        return _text(next(starts)) if key in TEXT_KEYS else value

    poisoned: dict[str, Any] = poison(data, "")
    poisoned["journey"]["description"] = LONG
    return poisoned


def _text(start: str) -> str:
    return f"{start[:3]}{HOSTILE}{start[3:]}" if start.startswith("<r>") else f"{start} {HOSTILE}"


def sound(folder: Path) -> Path:
    """Write that project into a folder, with a file name that acts as well; the file."""
    path = folder / f"{NAMES[0].removesuffix('.cxmap.yaml')}\x1b[31m.cxmap.yaml"
    path.write_text(yaml.safe_dump(hostile_data(), sort_keys=False))
    return path


def wrong(folder: Path) -> None:
    """Write files with findings of all kinds: hostile keys, ids and values, in files of hostile names."""
    data = {
        "cxmap": 1,
        HOSTILE: 1,
        "channels": {HOSTILE: {"title": HOSTILE, "kind": HOSTILE}},
        "journey": {"id": HOSTILE, "titel": "x"},
    }
    for name in NAMES:
        (folder / name).write_text(yaml.safe_dump(data) + f"x-a:   1  # cxmap: ignore[{FORMAT[-40:]}]\n")
