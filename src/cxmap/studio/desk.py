"""What the server asks of the project: a session, its language, and the answers that are kept until it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from cxmap.choices import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from cxmap.choices import Lang
    from cxmap.session.session import Session

T = TypeVar("T")
MOST_KEPT = 40
"""Answers; charts of two hundred touchpoints have about a megabyte each."""


class Problem(Exception):
    """Why there is no answer.

    Attributes:
        status: Of HTTP.
        code: One word for the page.
        help: What to do; ``None``: nothing.
        more: What else there is to say, by its key.
    """

    def __init__(self, status: int, code: str, message: str, help_: str | None = None, **more: Any) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.help = help_
        self.more = more


class Asked(NamedTuple):
    """A request that was let in.

    Attributes:
        path: The names in the path.
        query: The options behind it, each with its values.
        body: What was sent; nothing for what only reads.
    """

    path: Mapping[str, str]
    query: Mapping[str, Sequence[str]]
    body: Mapping[str, Any]

    def one(self, name: str) -> str | None:
        """The last value of an option."""
        values = self.query.get(name)
        return values[-1] if values else None


def no_file(name: str) -> Problem:
    """What is told of a file that the project has not found."""
    return Problem(
        404, "not-found", f"there is no file '{name}' in the project", "it was removed or renamed; look again"
    )


def lang_asked(asked: Asked) -> Lang | None:
    """The language that a request asks for, if it does.

    Raises:
        Problem: There is no such language.
    """
    name = asked.one("lang")
    found = next((lang for lang in LANGUAGES if lang == name), None)
    if name is not None and found is None:
        raise Problem(400, "bad-request", f"there is no language '{name}'")
    return found


class Picture(NamedTuple):
    """A chart.

    Attributes:
        svg: Its text.
        as_of: The place of the error since which it stands; ``""``: it is up to date.
    """

    svg: str
    as_of: str = ""


class Desk:
    """A session as the server sees it; for the session's thread alone.

    Attributes:
        session: The project.
        lang: The language of what the tool says; ``None``: each journey's own, else the configuration's.
        git: Whether the project is in a git repository.
    """

    def __init__(self, session: Session, lang: Lang | None = None, *, git: bool = False) -> None:
        self.session = session
        self.lang = lang
        self.git = git
        self._version = -1
        self._kept: dict[Hashable, Any] = {}

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for this version, or is made now."""
        if self._version != self.session.version or len(self._kept) >= MOST_KEPT:
            self._kept.clear()
            self._version = self.session.version
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found
