"""What messages say in one way: lists that are cut, counts, and what was most likely meant. Diagnostics are English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ENGLISH = Language("en")


def did_you_mean(near: str) -> str:
    """The question whether a name was meant."""
    return f"did you mean '{near}'?"


def hint(near: str | None, otherwise: str = "") -> str:
    """The remedy at the end of a message about an unknown name, with the semicolon before it.

    Args:
        near: The known name that is nearest, if there is one.
        otherwise: What to say where there is none; ``""``: nothing.
    """
    remedy = otherwise if near is None else did_you_mean(near)
    return f"; {remedy}" if remedy else ""


def listed(parts: Sequence[str], most: int | None = None, conjunction: str = "and") -> str:
    """Parts of a sentence in a row: ``a``, ``a and b``, ``a, b and 3 more``."""
    return _ENGLISH.listed(parts, most, conjunction)


def some_of(names: Iterable[str], most: int) -> str:
    """Names to choose from, the first of them where there are many: ``a, b, c``, ``a, b and 3 more``."""
    known = list(names)
    return ", ".join(known[:most]) + and_more(len(known) - most)


def and_more(count: int) -> str:
    """How many were not named: `` and 3 more``; ``""`` for none."""
    return f" and {count:,} more" if count > 0 else ""


def first_of(lines: Sequence[str], most: int) -> list[str]:
    """The first of many lines, and a line that counts the rest."""
    more = and_more(len(lines) - most).strip()
    return [*lines[:most], *([more] if more else [])]


def counted(count: int, noun: str) -> str:
    """``1 row``, ``2,046 rows``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
