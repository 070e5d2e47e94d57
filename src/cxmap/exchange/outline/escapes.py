r"""Characters that mean themselves: ``\#`` and ``&#35;``, as Markdown has them.

While an outline is read, such a character is another one, which no sign of the grammar is; ``plain`` brings it back.
"""

from __future__ import annotations

import html
import re
from typing import Final

_PUNCTUATION: Final = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])|&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# The last plane is for private use: nobody's text has these, but for what is read from escapes.
_FIRST: Final = 0x10_0000
_HIDDEN: Final = re.compile("[\U00100000-\U0010fffd]")
_BEYOND: Final = 0xFFFD


def hidden(line: str) -> str:
    """A line in which what is escaped is no sign of the grammar."""
    return _ESCAPE.sub(_hide, line) if "\\" in line or "&" in line else line


def _hide(found: re.Match[str]) -> str:
    if found[1]:
        return chr(_FIRST + ord(found[1]))
    text = html.unescape(found[0])
    if text == found[0]:
        return text
    return "".join(chr(_FIRST + ord(char)) if ord(char) <= _BEYOND else char for char in text)


def plain(text: str) -> str:
    """A text as it is meant, without blanks too many."""
    shown = _HIDDEN.sub(lambda found: chr(ord(found[0]) - _FIRST), " ".join(text.split()))
    return shown.strip()


def marked(found: re.Match[str]) -> str:
    """Have all characters of a match, but for blanks, mean themselves; ``spelt`` writes them so."""
    return "".join(char if char == " " else chr(_FIRST + ord(char)) for char in found[0])


def marked_blank(found: re.Match[str]) -> str:
    """Have a blank mean itself: it separates nothing."""
    return found[0].replace(" ", chr(_FIRST + ord(" ")))


def guarded(text: str) -> str:
    """A text in which nothing is an escape, emphasis, a link, HTML or code."""
    text = re.sub("[\U00100000-\U0010fffd]", "\N{REPLACEMENT CHARACTER}", text)
    return re.sub(r"\\|&(?=#|[A-Za-z])|[*_`<]|\[\[|\]\]|~~", marked, text)


def spelt(text: str) -> str:
    """A text with escapes for the characters that mean themselves."""
    return _HIDDEN.sub(lambda found: _escape(chr(ord(found[0]) - _FIRST)), text)


def _escape(char: str) -> str:
    return f"\\{char}" if char in _PUNCTUATION else f"&#{ord(char)};"
