"""The nearest known word: what was most likely meant."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CURLY_QUOTES = "“”„‟‘’‚‛«»"

_NEAR = 0.6  # shares of letters in common, as difflib counts them
_CLEAR = 0.8
_LEAD = 0.1
_COMPARED = 40  # words in one search
_COUNTED = 2000  # words that share a pair of letters, in one search
_SEARCHES = 300


class Vocabulary:
    """Known words, ready to be searched for the one that is nearest to another.

    Letters are compared with difflib, which takes its time; so of many words only those are compared that share most
    pairs of letters with the other, the rare pairs first.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._by_folded: dict[str, str] = {}
        for name in known:
            self._by_folded.setdefault(fold(name), name)

        self._found: dict[str, list[str]] = {}
        self._asked: set[str] = set()

    def again(self) -> Vocabulary:
        """The same words, used elsewhere: what was found stays known, how much was looked for does not count."""
        other = Vocabulary(())
        if len(self._by_folded) > _COMPARED:
            _ = self._by_pair  # so that it is worked out once
        vars(other).update(vars(self), _asked=set())
        return other

    def near(self, word: str) -> list[str]:
        """Up to three words, the nearest first: the same but for case and hyphens, or alike in their letters.

        After some hundred words nothing more is looked for: so many are not misspelt.
        """
        folded = fold(word)
        if folded in self._by_folded:
            return [self._by_folded[folded]]
        if folded not in self._asked and len(self._asked) >= _SEARCHES:
            return []
        self._asked.add(folded)
        if folded not in self._found:
            import difflib  # here, because a sound file has nothing misspelt

            near = difflib.get_close_matches(folded, self._likely(folded), n=3, cutoff=_NEAR)
            self._found[folded] = [self._by_folded[name] for name in near]
        return self._found[folded]

    def nearest(self, word: str) -> str | None:
        """The nearest word, or ``None`` where none is near."""
        return next(iter(self.near(word)), None)

    def clear(self, word: str) -> str | None:
        """The one word that is so near that nothing else can be meant, or ``None``.

        Words that differ in a number (``survey-2025``, ``survey-2026``) are two things, however near.
        """
        found = self.near(word)
        if not found or _numbers(found[0]) != _numbers(word):
            return None
        import difflib

        likeness = [difflib.SequenceMatcher(None, fold(word), fold(name)).ratio() for name in found]
        leads = len(found) == 1 or likeness[0] - likeness[1] >= _LEAD
        return found[0] if leads and (likeness[0] >= _CLEAR or _swapped(fold(word), fold(found[0]))) else None

    def _likely(self, folded: str) -> list[str]:
        if len(self._by_folded) <= _COMPARED:
            return list(self._by_folded)
        shared: Counter[str] = Counter()
        for words in sorted((self._by_pair.get(pair, []) for pair in _pairs(folded)), key=len):
            shared.update(words)
            if shared.total() > _COUNTED:
                break
        return [name for name, _ in shared.most_common(_COMPARED)]

    @cached_property
    def _by_pair(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for folded_name in self._by_folded:
            for pair in _pairs(folded_name):
                found.setdefault(pair, []).append(folded_name)
        return found


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to one that is not, or ``None`` where nothing is near."""
    return Vocabulary(known).nearest(word)


def fold(word: str) -> str:
    """A word without case, hyphens, blanks and quotes."""
    return re.sub(rf"[-_ '\"{CURLY_QUOTES}]", "", word.casefold())


def _swapped(word: str, other: str) -> bool:
    """Whether two neighbouring letters changed places, which in a short word makes more difference than it should."""
    return len(word) == len(other) and any(
        word[:at] + word[at + 1] + word[at] + word[at + 2 :] == other for at in range(len(word) - 1)
    )


def _pairs(word: str) -> list[str]:
    ends_marked = f"^{word}$"
    return list(dict.fromkeys(ends_marked[at : at + 2] for at in range(len(ends_marked) - 1)))


def _numbers(word: str) -> list[str]:
    return re.findall(r"\d+", word)
