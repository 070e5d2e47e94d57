"""What text is made of, for setting it in lines: safe characters, clusters, places where a line may break."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from cxmap.text import escape as boundary

if TYPE_CHECKING:
    from collections.abc import Iterator

# No cell of a chart can show more than this; the rest would only cost time.
LONGEST = 2_000
# Stacks of combining marks higher than any script needs would run over their neighbours.
MARKS_PER_CLUSTER = 5

_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # all white space but the blanks that hold two words together
_ZERO_WIDTH_SPACE = "\u200b"
_JOINERS = "\u200c\u200d"
# Asks a font for another form of the character before it, or marks a place: nothing that can be drawn by itself.
_INVISIBLE = re.compile(r"[\u00ad\u061c\u180e\u200e\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]")

# Vowels of Thai and Lao that are letters to Unicode: written before the consonant they are spoken behind, or behind it.
_LEADING_VOWELS = "เแโใไເແໂໃໄ"
_TRAILING_VOWELS = "ำຳ"

_OTHER_SCRIPTS = re.compile("[^ -\u024f\u2010-\u2bff]")

_NOT_FIRST_IN_A_LINE = frozenset(
    "、。，．・：；？！」』）］｝〉》】〕〗’”…‥ーヽヾゝゞ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;!?)]}%°"
)
_NOT_LAST_IN_A_LINE = frozenset("「『（［｛〈《【〔〖‘“([{$€£¥＄￥")
_BREAK_BEHIND = frozenset("-/‐–—\\|&_.@")


def safe(text: str) -> str:
    """Text as it is drawn: one line, single blanks, nothing that a font or an SVG cannot hold.

    Control characters and the like become visible escapes; invisible marks, which mean nothing once the text is
    drawn, go; joiners stay between letters, where scripts such as Persian and Hindi need them.
    """
    text = text[:LONGEST]
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    text = boundary.xml_characters(_BLANKS.sub(" ", _INVISIBLE.sub("", text)))
    text = _tame(unicodedata.normalize("NFC", text))
    return _BLANKS.sub(" ", text).strip(" ")  # again: a joiner may have stood between two


def _tame(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for i, char in enumerate(text):
        category = unicodedata.category(char)
        if char in _JOINERS and not (kept and _is_letter(kept[-1]) and i + 1 < len(text) and _is_letter(text[i + 1])):
            continue
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if marks <= MARKS_PER_CLUSTER:
            kept.append(char)
    return "".join(kept)


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"


def clusters(text: str) -> list[str]:
    """The text in user-perceived characters, near enough for not cutting one in two."""
    found: list[str] = []
    for char in text:
        if found and _continues(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _continues(before: str, char: str) -> bool:
    if char in _JOINERS or before[-1] in _JOINERS:
        return True
    if char in _TRAILING_VOWELS or (before[-1] in _LEADING_VOWELS and char.isalpha()):
        return True
    if unicodedata.category(char)[0] == "M" or "\U0001f3fb" <= char <= "\U0001f3ff":  # marks; skin tones
        return True
    return len(before) == 1 and _is_flag_letter(before) and _is_flag_letter(char)


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def pieces(word: str) -> Iterator[str]:
    """The parts of a word behind each of which a line may end: at hyphens and slashes, between ideographs."""
    if word.isascii() and word.isalnum():
        yield word
        return
    piece = ""
    previous = ""
    for cluster in clusters(word):
        if cluster == _ZERO_WIDTH_SPACE:
            if piece:
                yield piece
            piece = previous = ""
            continue
        if piece and _may_break(previous, cluster):
            yield piece
            piece = ""
        piece += cluster
        previous = cluster
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after[0] in _NOT_FIRST_IN_A_LINE or before[0] in _NOT_LAST_IN_A_LINE:
        return False
    if _is_wide(before[0]) or _is_wide(after[0]):
        return True
    return before[0] in _BREAK_BEHIND and after[0].isalpha()


def _is_wide(char: str) -> bool:
    """Whether a line may end before and behind it: Chinese, Japanese and emoji, but not Korean, which has blanks."""
    if "\uac00" <= char <= "\ud7a3":
        return False
    return char > "\u2e7f" and (unicodedata.east_asian_width(char) in "WF" or _is_flag_letter(char))


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph starts at the right: its first letter with a direction has that one (UAX #9, rule P2)."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((way != "L" for way in directions if way in {"L", "R", "AL"}), False)


def each_word_alone(text: str) -> bool:
    """Whether the words of a line are set as each would be alone: Latin letters and signs, all from left to right.

    In other scripts, a letter may choose the direction of a word further on. Two signs at the start of a word may be
    kerned in a line and not alone, by a hundredth of their size.
    """
    return text.isascii() or not _OTHER_SCRIPTS.search(text)


def takes_hyphen(before: str, after: str) -> bool:
    """Whether a word cut between these two gets a hyphen: in scripts with capitals, where a cut must be shown."""
    return before[-1:].isalpha() and after[:1].isalpha() and before[-1:].lower() != before[-1:].upper()
