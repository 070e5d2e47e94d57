"""What of the road map is late: one list for its words and its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt

ENDED = frozenset({"done", "dropped"})


class Dated(Protocol):
    """What may be late: an action, or one of its steps."""

    @property
    def due(self) -> dt.date | None:
        """The day it is to be ready."""


class WithStatus(Dated, Protocol):
    """An action."""

    @property
    def status(self) -> str:
        """How far it is."""


class WithDone(Dated, Protocol):
    """A step."""

    @property
    def done(self) -> bool | None:
        """Whether it is done."""


def is_late(action: WithStatus, today: dt.date) -> bool:
    """Whether an action was due before a day, and is neither done nor dropped."""
    return action.status not in ENDED and action.due is not None and action.due < today


def is_overdue(step: WithDone, action: WithStatus, today: dt.date) -> bool:
    """Whether a step was due before a day and is not done, of an action that is neither done nor dropped."""
    return action.status not in ENDED and not step.done and step.due is not None and step.due < today
