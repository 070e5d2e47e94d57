"""Which entry of one state is which of the other: by id, else renamed; and which ones moved.

Everything is found alike in both directions, so that a comparison the other way round says the opposite.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cxmap.analysis.diff.entries import Entry

SAME_TITLE = 0.85
SHARED_WORDS = 0.5
PERHAPS = 0.6
MOST_LEFT = 200
"""With more entries left on either side nothing is looked for: it would take minutes."""
_EXACT_ORDER = 400
"""Among more entries one of several equally long runs is taken as it comes."""
_WORD = re.compile(r"\w+")


class Matched(NamedTuple):
    """Two groups of entries, matched.

    Attributes:
        pairs: The same entry before and after, in the order after.
        added: Only after.
        removed: Only before.
        renamed: Of the pairs, by the id after: how they were told, ``same`` or ``probably``.
        taken: The ids that an added entry took over from one that has another id now.
    """

    pairs: Sequence[tuple[Entry, Entry]]
    added: Sequence[Entry]
    removed: Sequence[Entry]
    renamed: Mapping[str, str]
    taken: frozenset[str] = frozenset()


def match(before: Sequence[Entry], after: Sequence[Entry]) -> Matched:
    """Match entries by id, then by what they are called and say."""
    old, new = {entry.name: entry for entry in before}, {entry.name: entry for entry in after}
    taken = _taken_over(old, new)
    pairs = {name: name for name in new if name in old and name not in taken}
    left = [entry for name, entry in old.items() if name not in pairs]
    fresh = [entry for name, entry in new.items() if name not in pairs]
    renamed: dict[str, str] = {}
    if left and fresh and len(left) <= MOST_LEFT and len(fresh) <= MOST_LEFT:
        neighbours = _neighbours(before), _neighbours(after)
        ranked = sorted(_likenesses(left, fresh, pairs, neighbours))
        for _, _, was, name, how in ranked:
            if was in pairs.values() or name in pairs:
                continue
            pairs[name], renamed[name] = was, how
    matched = set(pairs.values())
    return Matched(
        [(old[pairs[name]], entry) for name, entry in new.items() if name in pairs],
        [entry for name, entry in new.items() if name not in pairs],
        [entry for name, entry in old.items() if name not in matched],
        renamed,
        frozenset(taken),
    )


def _taken_over(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> set[str]:
    """The ids that belong to something else now, because what had one of them goes by another id."""

    def given_up(mine: Mapping[str, Entry], others: Mapping[str, Entry]) -> set[str]:
        free = Counter(entry.title for name, entry in others.items() if name not in mine)
        return {
            name
            for name, entry in mine.items()
            if name in others and free[entry.title] == 1 and _ratio(entry.title, others[name].title) < PERHAPS
        }

    return given_up(old, new) | given_up(new, old)


def _likenesses(
    left: Iterable[Entry],
    fresh: Sequence[Entry],
    pairs: Mapping[str, str],
    neighbours: tuple[Mapping[str, tuple[str, str]], Mapping[str, tuple[str, str]]],
) -> Iterator[tuple[float, tuple[str, str], str, str, str]]:
    """What each entry that is left may be called now, the likeliest first when sorted."""
    words = {id(entry): _words(entry) for entry in fresh}
    for old in left:
        own = _words(old)
        for new in fresh:
            alike = _ratio(old.title, new.title)
            shared = _shared(own, words[id(new)])
            ids = (min(old.name, new.name), max(old.name, new.name))
            if alike >= SAME_TITLE or shared >= SHARED_WORDS:
                yield -max(alike, shared) - 1, ids, old.name, new.name, "same"
            elif alike >= PERHAPS:
                around = neighbours[0].get(old.name), neighbours[1].get(new.name)
                was = tuple(pairs.get(name, name) for name in around[1]) if around[1] else None
                if was is not None and was == around[0]:
                    yield -alike, ids, old.name, new.name, "probably"


def _neighbours(entries: Sequence[Entry]) -> dict[str, tuple[str, str]]:
    names = ["", *(entry.name for entry in entries), ""]
    return {name: (names[place], names[place + 2]) for place, name in enumerate(names[1:-1])}


def _words(entry: Entry) -> frozenset[str]:
    def texts(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for item in value.values():
                yield from texts(item)
        elif isinstance(value, list):
            for item in value:
                yield from texts(item)

    return frozenset(word for text in texts(dict(entry.fields)) for word in _WORD.findall(text.lower()))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words in common; none where there are too few to tell."""
    together = len(one | other)
    return len(one & other) / together if together > 3 else 0.0


def _ratio(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1, the same in both directions."""
    if one == other:
        return 1.0
    first, second = sorted((one[:200], other[:200]))
    found = SequenceMatcher(None, first, second, autojunk=False)
    if found.real_quick_ratio() < PERHAPS or found.quick_ratio() < PERHAPS:
        return 0.0
    return found.ratio()


def near_pairs(removed: Sequence[str], added: Sequence[str]) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Texts that were changed rather than replaced, and those that are left on both sides."""
    if len(removed) > MOST_LEFT or len(added) > MOST_LEFT:
        return [], list(removed), list(added)
    ranked = sorted(
        (-alike, min(old, new), max(old, new), old, new)
        for old in removed
        for new in added
        if (alike := _ratio(old, new)) >= PERHAPS
    )
    pairs: dict[str, str] = {}
    for *_, old, new in ranked:
        if old not in pairs and new not in pairs.values():
            pairs[old] = new
    return (
        list(pairs.items()),
        [text for text in removed if text not in pairs],
        [text for text in added if text not in pairs.values()],
    )


def moved(pairs: Sequence[tuple[Entry, Entry]], before: Sequence[Entry], stages: Mapping[str, str]) -> set[str]:
    """The ids after of those that stand elsewhere now: in another stage, or out of the order of the others.

    The fewest that explain the new order, so that one move is one move.

    Args:
        pairs: The same entries before and after, in the order after.
        before: All entries before, in their order.
        stages: What the stages before are called now, where they were renamed.
    """
    elsewhere = {new.name for old, new in pairs if stages.get(old.parent, old.parent) != new.parent}
    places = {entry.name: place for place, entry in enumerate(before)}
    rest = [(old, new) for old, new in pairs if new.name not in elsewhere]
    order = [places[old.name] for old, _ in rest]
    if order == sorted(order):
        return elsewhere
    weights = _weights([min(old.name, new.name) for old, new in rest])
    kept = _heaviest_run(order, weights)
    return elsewhere | {new.name for place, (_, new) in enumerate(rest) if place not in kept}


def _weights(names: Sequence[str]) -> list[int]:
    """A weight for each name, so that the heaviest run is the longest, and one alone is the heaviest."""
    if len(names) > _EXACT_ORDER:
        return [1] * len(names)
    rank = {name: place for place, name in enumerate(sorted(names))}
    longest = 1 << (len(names) + 1)
    return [longest + (1 << rank[name]) for name in names]


def _heaviest_run(order: Sequence[int], weights: Sequence[int]) -> set[int]:
    """The places of the increasing run with the largest sum of weights."""
    best, back = list(weights), [-1] * len(order)
    for place, value in enumerate(order):
        for earlier in range(place):
            if order[earlier] < value and best[earlier] + weights[place] > best[place]:
                best[place], back[place] = best[earlier] + weights[place], earlier
    place = max(range(len(order)), key=best.__getitem__)
    kept = set()
    while place >= 0:
        kept.add(place)
        place = back[place]
    return kept
