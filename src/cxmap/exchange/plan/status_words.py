"""What trackers call how far something is, in English and Dutch, and what that makes of an action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from cxmap.analysis.plan import ENDED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.choices import ActionStatus

Meaning = Literal["idea", "planned", "in-progress", "done", "dropped", "not-started", "not-ended"]
"""What a word means: a status, or that something has not been started, or not been ended, which is all that it says."""

_WORDS: Final[Mapping[Meaning, str]] = {
    "idea": "idea, idee",
    "planned": "planned, gepland",
    "not-ended": "open, reopened, heropend",
    "not-started": "new, to do, todo, to-do, backlog, selected for development, ready, proposed, nieuw, te doen, "
    "voorgesteld, klaar om te starten",
    "in-progress": "in progress, in-progress, active, doing, started, committed, in review, review, testing, blocked, "
    "on hold, in uitvoering, in behandeling, onderhanden, bezig, gestart, actief, in beoordeling, geblokkeerd",
    "done": "done, closed, resolved, completed, complete, finished, fixed, released, merged, klaar, gereed, afgerond, "
    "gesloten, voltooid, opgelost, afgesloten",
    "dropped": "dropped, removed, cancelled, canceled, won't do, wont do, won't fix, wontfix, rejected, declined, "
    "not planned, not_planned, abandoned, duplicate, obsolete, cannot reproduce, gestopt, verwijderd, geannuleerd, "
    "vervallen, afgewezen, wordt niet uitgevoerd, dubbel",
}
_KNOWN: Final[Mapping[str, Meaning]] = {
    word: meaning for meaning, words in _WORDS.items() for word in words.split(", ")
}


def meaning(word: str, own: Mapping[str, ActionStatus]) -> Meaning | None:
    """What a word of a tracker means; ``None``: nobody knows.

    Args:
        word: As the tracker writes it.
        own: The project's own words, which come first.
    """
    folded = _folded(word)
    return {_folded(given): status for given, status in own.items()}.get(folded) or _KNOWN.get(folded)


def status_after(said: Meaning, now: ActionStatus) -> ActionStatus:
    """The status of an action of which a tracker says something; what fits is kept as it is.

    Args:
        said: What the tracker says.
        now: The status that it has.
    """
    if said == "not-started":
        return now if now in {"idea", "planned"} else "planned"
    if said == "not-ended":
        return "in-progress" if now in ENDED else now
    return said


def _folded(word: str) -> str:
    return " ".join(word.replace("’", "'").casefold().split())
