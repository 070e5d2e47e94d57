"""What people write for a key on the first day, and what the format calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.model.spelling import Vocabulary, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_SYNONYMS = {
    "desc": ("description",),
    "name": ("title",),
    "title": ("name",),
    "label": ("title", "name"),
    "heading": ("title", "name"),
    "emotion": ("experience", "feeling"),
    "emotions": ("experience", "feeling"),
    "sentiment": ("experience", "feeling"),
    "experience": ("feeling",),
    "mood": ("feeling", "experience"),
    "satisfaction": ("experience",),
    "performance": ("experience",),
    "rating": ("experience", "scores"),
    "score": ("experience", "scores"),
    "weight": ("importance",),
    "pain_points": ("negatives",),
    "pain": ("negatives",),
    "pains": ("negatives",),
    "lows": ("negatives",),
    "gains": ("positives",),
    "highs": ("positives",),
    "thoughts": ("thinking",),
    "thought": ("thinking",),
    "thinks": ("thinking",),
    "think": ("thinking",),
    "action": ("doing", "actions"),
    "activity": ("doing",),
    "does": ("doing",),
    "feelings": ("feeling",),
    "feels": ("feeling",),
    "feel": ("feeling",),
    "expectations": ("expectation",),
    "expects": ("expectation",),
    "steps": ("touchpoints",),
    "moments": ("touchpoints",),
    "phases": ("stages",),
    "persona": ("personas",),
    "actor": ("personas",),
    "start": ("starts_with",),
    "end": ("ends_with",),
    "responsible": ("owner",),
    "responsible_party": ("owner",),
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
_FOLDED = {fold(word): meant for word, meant in _SYNONYMS.items()}
_SCORES = ("importance", "experience", "desired")


def meant_by(word: str, value: Any, known: Sequence[str]) -> tuple[str, ...] | None:
    """What a key stands for that the format does not have, where nothing else can be meant.

    Args:
        word: The unknown key.
        value: What stands behind it.
        known: The keys that may stand in the same mapping.

    Returns:
        The key of the same mapping, or ``("scores", key)`` for a mark that belongs one level deeper; ``None`` where it
        is not clear.
    """
    synonyms = _FOLDED.get(fold(word), ())
    if "scores" in known:
        inside = next((one for one in (word, *synonyms) if one in _SCORES), None)
        if inside and (word == inside or _is_score(value)):
            return "scores", inside
    found = next((one for one in synonyms if one in known), None) or Vocabulary(known).clear(word)
    return (found,) if found else None


def nearest_key(word: str, known: Sequence[str]) -> str | None:
    """The key that somebody most likely meant, sure or not; ``None`` where nothing is near."""
    synonyms = _FOLDED.get(fold(word), ())
    return next((one for one in synonyms if one in known), None) or Vocabulary(known).nearest(word)


def _is_score(value: Any) -> bool:
    if isinstance(value, dict):
        return "mean" in value or "counts" in value
    return isinstance(value, int | float) and not isinstance(value, bool)
