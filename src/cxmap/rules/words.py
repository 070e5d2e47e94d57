"""The nearest known word: what somebody most likely meant to type."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What people write for a key on the first day, and what the format calls it.
KEY_SYNONYMS = {
    "desc": ("description",),
    "name": ("title", "name"),
    "title": ("title", "name"),
    "label": ("title",),
    "heading": ("title",),
    "emotion": ("experience", "feeling"),
    "emotions": ("experience", "feeling"),
    "sentiment": ("experience", "feeling"),
    "satisfaction": ("experience",),
    "performance": ("experience",),
    "rating": ("experience", "scores"),
    "score": ("scores", "experience"),
    "weight": ("importance",),
    "target_score": ("desired",),
    "pain_points": ("negatives",),
    "painpoints": ("negatives",),
    "pains": ("negatives",),
    "lows": ("negatives",),
    "gains": ("positives",),
    "highs": ("positives",),
    "thoughts": ("thinking",),
    "thought": ("thinking",),
    "think": ("thinking",),
    "action": ("doing", "actions"),
    "activity": ("doing",),
    "feelings": ("feeling",),
    "feel": ("feeling",),
    "expectations": ("expectation",),
    "steps": ("touchpoints", "steps"),
    "moments": ("touchpoints",),
    "phases": ("stages",),
    "persona": ("personas", "persona"),
    "actor": ("personas",),
    "start": ("starts_with", "start"),
    "end": ("ends_with",),
    "responsible": ("owner",),
    "responsible_party": ("owner",),
    "department": ("owner",),
    "deadline": ("due",),
    "std": ("sd",),
    "stdev": ("sd",),
    "respondents": ("n",),
    "average": ("mean",),
    "kpi": ("metrics",),
    "kpis": ("metrics",),
    "mot": ("moment_of_truth",),
    "ideas": ("opportunities",),
    "bio": ("story",),
    "image": ("portrait",),
    "photo": ("portrait",),
    "type": ("kind",),
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to one that is not, or ``None`` where nothing is near."""
    found = candidates(word, known)
    return found[0] if found else None


def candidates(word: str, known: Iterable[str]) -> list[str]:
    """Known words that are near, the nearest first: the same but for case and hyphens, or alike in their letters."""
    by_folded = {_fold(one): one for one in known}
    folded = _fold(word)
    if folded in by_folded:
        return [by_folded[folded]]
    return [by_folded[match] for match in difflib.get_close_matches(folded, by_folded, n=3, cutoff=0.6)]


def clear_candidate(word: str, known: Iterable[str]) -> str | None:
    """The one known word that is so near that nothing else can be meant, or ``None``."""
    found = candidates(word, known)
    if not found:
        return None
    ratios = [difflib.SequenceMatcher(None, _fold(word), _fold(one)).ratio() for one in found]
    alone = len(found) == 1 or ratios[0] - ratios[1] >= 0.1
    return found[0] if alone and ratios[0] >= 0.75 else None


def nearest_key(word: str, known: Iterable[str]) -> str | None:
    """The key that somebody meant: a known synonym, or the nearest in letters."""
    keys = list(known)
    synonyms = KEY_SYNONYMS.get(word.lower().replace("-", "_").replace(" ", "_"), ())
    return next((one for one in synonyms if one in keys), None) or nearest(word, keys)


def _fold(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")
