"""Lists that are cut, counts, and hints: said in one way everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cxmap
from cxmap.text import wording

SOURCE = Path(cxmap.__file__).parent


@pytest.mark.parametrize(
    ("count", "most", "said"),
    [
        (0, None, ""),
        (1, None, "a"),
        (2, None, "a and b"),
        (3, 3, "a, b and c"),
        (4, 3, "a, b, c and 1 more"),
        (5, 1, "a and 4 more"),
    ],
)
def test_a_list(count: int, most: int | None, said: str) -> None:
    assert wording.listed(list("abcdefg"[:count]), most) == said


def test_names_to_choose_from() -> None:
    assert wording.some_of("abc", 3) == "a, b, c"
    assert wording.some_of("abcd", 3) == "a, b, c and 1 more"
    assert wording.some_of(map(str, range(2000)), 1) == "0 and 1,999 more"


def test_lines() -> None:
    assert wording.first_of(["x", "y"], 2) == ["x", "y"]
    assert wording.first_of(["x", "y", "z"], 1) == ["x", "and 2 more"]


def test_counts() -> None:
    assert [wording.counted(count, "row") for count in (0, 1, 2046)] == ["0 rows", "1 row", "2,046 rows"]


def test_hints() -> None:
    assert wording.hint("web") == "; did you mean 'web'?"
    assert wording.hint("web", "there is one") == "; did you mean 'web'?"
    assert wording.hint(None, "there is one") == "; there is one"
    assert wording.hint(None) == ""


def test_nothing_else_words_them() -> None:
    own = re.compile(r"did you mean '|and \{[^}]*\} more\b")
    elsewhere = (path for path in SOURCE.rglob("*.py") if path.parent.name != "i18n")
    found = [path.name for path in elsewhere if own.search(path.read_text(encoding="utf-8"))]
    assert found == ["wording.py"]
