"""Answers in words, and in codes such as ``A1``: the marks that they seem to stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cxmap.text.suggestions import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Scales of five, a line each, from low to high; words with a bar between them mean the same.
_SCALES: Final = """
very dissatisfied, dissatisfied, neutral|neither satisfied nor dissatisfied, satisfied, very satisfied
very unsatisfied, unsatisfied, neutral, satisfied, very satisfied
extremely dissatisfied, somewhat dissatisfied, neither satisfied nor dissatisfied, somewhat satisfied, \
extremely satisfied
strongly disagree, disagree|somewhat disagree, neutral|neither agree nor disagree, agree|somewhat agree, strongly agree
very poor|very bad|terrible, poor|bad, fair|average|okay, good, very good|excellent
not at all important, slightly important, moderately important, very important, extremely important
very unimportant, unimportant, neutral, important, very important
never, rarely|seldom, sometimes, often, always
very difficult, difficult, neutral, easy, very easy
zeer ontevreden|heel ontevreden, ontevreden, neutraal|niet tevreden en niet ontevreden, tevreden, \
zeer tevreden|heel tevreden
helemaal mee oneens|zeer oneens|helemaal oneens, mee oneens|oneens, neutraal, mee eens|eens, helemaal mee eens|zeer eens
zeer slecht|heel slecht, slecht, matig|voldoende|gemiddeld|redelijk, goed, zeer goed|heel goed|uitstekend
zeer onbelangrijk|heel onbelangrijk, onbelangrijk, neutraal, belangrijk, zeer belangrijk|heel belangrijk
nooit, zelden, soms, vaak, altijd
zeer moeilijk, moeilijk, neutraal, makkelijk|gemakkelijk, zeer makkelijk|zeer gemakkelijk
"""
_NO_ANSWERS: Final = """
n/a|na|not applicable|don't know|dont know|no opinion|did not use|prefer not to say
n.v.t.|nvt|niet van toepassing|weet niet|weet ik niet|geen mening|niet gebruikt|wil ik niet zeggen
"""
_CODE: Final = re.compile(r"(?P<letters>[A-Z]{1,2})(?P<mark>\d{1,2})")
HIGHEST: Final = 5


def marks_of(words: Iterable[str]) -> dict[str, int] | None:
    """The marks from 1 to 5 that words stand for, those without one aside; ``None``: they are no answers of a scale.

    Codes such as ``A1`` to ``A5`` stand for their numbers.
    """
    left = [word for word in words if fold(word) not in _UNSAID]
    if len(left) < 2:
        return None
    codes = [_CODE.fullmatch(word) for word in left]
    if all(codes):
        found = {code[0]: int(code["mark"]) for code in codes if code}
        letters = {code["letters"] for code in codes if code}
        return found if len(letters) == 1 and min(found.values()) >= 1 and max(found.values()) <= HIGHEST else None
    for scale in _MARKS:
        if all(fold(word) in scale for word in left):
            return {word: scale[fold(word)] for word in left}
    return None


def whole_scale(marks: dict[str, int]) -> dict[str, int]:
    """Codes with all of their scale, since nobody may have given one of the marks; words as they are."""
    first = next(iter(marks), "")
    if code := _CODE.fullmatch(first):
        return {f"{code['letters']}{mark}": mark for mark in range(1, HIGHEST + 1)}
    return marks


_MARKS: Final = [
    {fold(word): mark for mark, words in enumerate(scale.split(", "), 1) for word in words.split("|")}
    for scale in _SCALES.strip().splitlines()
]
_UNSAID: Final = {fold(word) for line in _NO_ANSWERS.strip().splitlines() for word in line.split("|")}
