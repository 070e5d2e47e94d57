"""Questions to a person at a terminal, for what was not said by options."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cxmap.cli.console import Stop, is_terminal, remark
from cxmap.text import wording

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cxmap.choices import Lang

_MOST_LISTED: Final = 20
_UNDECODED = re.compile("[\ud800-\udfff]")  # bytes that Python could not decode, as it cannot UTF-8 without a locale

NoInput = Annotated[bool, typer.Option("--no-input", help="Ask nothing, in a terminal either.")]


class Asking:
    """Asks a person at a terminal for what the options do not say.

    Args:
        no_input: Ask nothing at all.
        lang: The language of what is said beside the questions.
    """

    def __init__(self, *, no_input: bool, lang: Lang = "en") -> None:
        from cxmap.i18n.samples import QuestionWords

        self._words = QuestionWords(lang)
        self.possible = not no_input and is_terminal(sys.stdin) and is_terminal(sys.stdout)
        if self.possible:
            with contextlib.suppress(ImportError):
                import readline  # noqa: F401 - from here on arrow keys work in what is typed
            remark(self._words.later)

    def text(self, given: str | None, option: str, question: str) -> str | None:
        """A text that was given, else the answer to a question; ``None`` where there is none.

        Args:
            given: The value of the option.
            option: What it is called.
            question: What to ask.

        Raises:
            Stop: It is no text that a file could hold.
            EOFError: The person has left; with Ctrl-C it is a KeyboardInterrupt.
        """
        if given is None and self.possible:
            from cxmap.text.escape import terminal_line

            try:
                given = input(f"{terminal_line(question)} ")
            except (EOFError, KeyboardInterrupt):
                sys.stderr.write("\n")
                raise
        return as_text(given, option)

    def texts(self, given: Sequence[str] | None, option: str, question: str) -> list[str]:
        """Several texts that were given, else an answer with commas between them; see ``text``."""
        if given:
            return [text for part in given if (text := as_text(part, option))]
        answer = self.text(None, option, f"{question} ({self._words.several})")
        return [text for part in (answer or "").split(",") if (text := part.strip())]

    def title(self, name: str | None, title: str | None, option: str, question: str) -> tuple[str, str | None]:
        """An id, and the title that it was made from or that goes with it.

        Args:
            name: The command's argument: an id, or a title to make one from.
            title: The value of the option.
            option: What it is called.
            question: What to ask for a title.

        Raises:
            Stop: Neither was said, or a title as argument and another one as option.
        """
        from cxmap.model.ids import as_id, is_id

        name = as_text(name, option)
        if name is not None and not is_id(name):
            if title is not None:
                raise Stop(f"with {option} the argument is an id (lower-case letters, digits, - and _), not '{name}'")
            title, name = name, None
        title = self.text(title, option, question)
        identifier = name or as_id(title or "")
        if identifier is None:
            without = f"no id can be made from '{title}'" if title else "it has no name yet"
            raise Stop(f"{without}; give an id: lower-case letters, digits, - and _")
        return identifier, title


def some_of(names: Collection[str]) -> str:
    """Names to choose from, the first of them where there are many."""
    return wording.some_of(names, _MOST_LISTED)


def as_text(given: str | None, option: str) -> str | None:
    """A text without blanks around it; ``None`` where nothing is left.

    Raises:
        Stop: It holds bytes that are not UTF-8.
    """
    text = (given or "").strip()
    if _UNDECODED.search(text):
        try:
            return os.fsencode(text).decode()
        except UnicodeError:
            raise Stop(f"{option} takes text in UTF-8, not '{text}'") from None
    return text or None
