"""What is worked out once and asked for often.

Most rules and charts look at the same few things of a file (who passes where, what was measured) or of the project
(which scale a source is on). A function that works out such a thing is a ``memoized``: whoever asks first pays for it.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    Subject = TypeVar("Subject")
    Fact = TypeVar("Fact")

_UNKNOWN: Any = object()


def memoized(work_out: Callable[[Subject], Fact]) -> Callable[[Subject], Fact]:
    """A function of a document or of a project, called once for each; neither changes once it is there.

    Args:
        work_out: Gives the fact: something that nobody changes either.

    Returns:
        The function, which keeps what it gave with what it was given.
    """
    name = f"{work_out.__module__}.{work_out.__qualname__}"

    @wraps(work_out)
    def known(subject: Subject) -> Fact:
        facts = vars(subject)
        found: Fact = facts.get(name, _UNKNOWN)
        if found is _UNKNOWN:
            found = facts[name] = work_out(subject)
        return found

    return known
