"""What people write for a key on the first day, and what the format calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.text.suggestions import Vocabulary, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_SYNONYMS = {
    "desc": ("description",),
    "descr": ("description",),
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


class Meanings:
    """What the unknown keys of one file stand for."""

    def __init__(self) -> None:
        self._vocabularies: dict[tuple[str, ...], Vocabulary] = {}

    def clear(self, word: str, value: Any, known: tuple[str, ...]) -> tuple[str, ...] | None:
        """What a key stands for, where nothing else can be meant.

        Args:
            word: The unknown key.
            value: Its value.
            known: The keys that may stand in the same mapping.

        Returns:
            The key of the same mapping, or ``("scores", key)`` for a mark that belongs one level deeper.
        """
        inside = place_of_mark(word, value, known)
        if inside:
            return inside
        found = _synonym(word, known) or self._vocabulary(known).clear(word)
        return (found,) if found else None

    def nearest(self, word: str, known: tuple[str, ...]) -> str | None:
        """The key that was most likely meant, sure or not."""
        return _synonym(word, known) or self._vocabulary(known).nearest(word)

    def _vocabulary(self, known: tuple[str, ...]) -> Vocabulary:
        if known not in self._vocabularies:
            self._vocabularies[known] = Vocabulary(known)
        return self._vocabularies[known]


def place_of_mark(word: str, value: Any, known: Sequence[str]) -> tuple[str, str] | None:
    """``("scores", key)`` for a mark that stands beside ``scores`` instead of in it."""
    if "scores" not in known:
        return None
    inside = next((form for form in (word, *_FOLDED.get(fold(word), ())) if form in _SCORES), None)
    return ("scores", inside) if inside and (word == inside or _is_score(value)) else None


def _synonym(word: str, known: Sequence[str]) -> str | None:
    return next((key for key in _FOLDED.get(fold(word), ()) if key in known), None)


def _is_score(value: Any) -> bool:
    if isinstance(value, dict):
        return "mean" in value or "counts" in value
    return isinstance(value, int | float) and not isinstance(value, bool)
