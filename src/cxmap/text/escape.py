r"""Foreign text made safe, one function a target: the only way by which text from a file leaves cxmap.

The model keeps the truth; escaping happens at output. What a target cannot hold or would obey is shown as an escape
(``\x1b``, ``\u202e``), never dropped, so that a reader sees that it is there. Every function takes any ``str``, lone
surrogates included, and text of plain letters comes back unchanged.

Escaped everywhere: control characters (C0, DEL and C1), line and paragraph separators, the bidirectional embeddings,
overrides and isolates (which can show text in another order than it is stored in), lone surrogates, and the two
non-characters that XML cannot hold. The implicit marks LRM, RLM and ALM stay: right-to-left prose needs them, and they
reorder nothing but their neighbours.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

# Patterns stand here as text: most runs use few of them, and compiling all takes longer than importing this module.
_UNSAFE_ANYWHERE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
_UNSAFE_IN_A_MESSAGE = f"[{_UNSAFE_ANYWHERE}]"
_UNSAFE = f"[{_UNSAFE_ANYWHERE}\r]"
_UNSAFE_IN_A_LINE = f"[{_UNSAFE_ANYWHERE}\r\n\t]"
_SHORT_ESCAPES = {"\n": r"\n", "\t": r"\t", "\r": r"\r"}

# CI runners read commands from what is printed: GitHub's from a line that starts with `::` after blanks, and from `##[`
# anywhere in a line; Azure's and TeamCity's from `##vso[` and `##teamcity[`.
_COMMAND_AT_LINE_START = r"(?m)^([^\S\n]*):(?=:)"
_COMMAND_ANYWHERE = r"##(?=(?:vso|teamcity)?\[)"
_BROKEN = r"#\\x23"


def terminal(text: str) -> str:
    """Text of several lines for a terminal, a pipe or a CI log: line feeds and tabs stay.

    Also breaks what a CI runner would take for a command.
    """
    return text if _is_plain(text) else _no_commands(re.sub(_UNSAFE, _visible, text))


def terminal_line(text: str) -> str:
    """Text of one line for a terminal, a pipe or a CI log: line feeds and tabs are escaped as well."""
    return text if _is_plain(text) else _no_commands(re.sub(_UNSAFE_IN_A_LINE, _visible, text))


def terminal_lines(texts: Sequence[str]) -> list[str]:
    """Texts of one line each, such as the cells of a table; whether nothing needs escaping is seen at a glance."""
    return [*texts] if _is_plain(" ".join(texts)) else [*map(terminal_line, texts)]


def one_line(text: str) -> str:
    """Text of one line for an editor's list of problems and menus, which show it as it is."""
    return text if text.isprintable() else re.sub(_UNSAFE_IN_A_LINE, _visible, text)


def path_name(path: str | PurePath) -> str:
    r"""A file's name to show to people, in one line; a byte that is not UTF-8 shows as ``\xff``."""
    return terminal_line(path.as_posix() if isinstance(path, PurePath) else path)


def github_message(text: str) -> str:
    """The message of a GitHub annotation (``::error …::MESSAGE``); line breaks come back as such."""
    text = re.sub(_COMMAND_ANYWHERE, _BROKEN, re.sub(_UNSAFE_IN_A_MESSAGE, _visible, text))
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def github_property(text: str) -> str:
    """The value of a property of a GitHub annotation (``::error title=VALUE,…::``)."""
    return github_message(text).replace(":", "%3A").replace(",", "%2C")


def uri_path(path: str) -> str:
    """A relative path with ``/`` as a URI reference, percent-encoded from the bytes that the file system holds."""
    try:
        raw = os.fsencode(path)
    except UnicodeEncodeError:  # not a name that the file system gave: a surrogate that stands for no byte
        raw = path.encode("utf-8", "surrogatepass")
    return quote(raw, safe="/")


def json(value: object, *, indent: int | None = 2) -> str:
    r"""A JSON document without a line break at its end, safe to print.

    All text survives exactly, as ``\u`` escapes where needed, save lone surrogates, which many parsers refuse: they
    become visible text. Mappings keep their order.

    Args:
        value: Dicts with text keys, lists, tuples, text, numbers, booleans and ``None``.
        indent: Blanks a level, or ``None`` for one line without blanks between the parts.

    Raises:
        ValueError: For NaN and infinities, which JSON does not have.
    """
    import json

    separators = (",", ":") if indent is None else None
    document = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    if document.isascii() and "\x7f" not in document and "##" not in document:
        return document
    # Outside strings a document holds nothing but ASCII, and line feeds stand only there.
    document = re.sub(_UNSAFE, _json_escape, document)
    return re.sub(_COMMAND_ANYWHERE, r"#\\u0023", document)


def sarif_message(text: str) -> str:
    """A plain message of SARIF 2.1.0, in which braces would be placeholders and ``[text](target)`` a link.

    It goes into the document through ``json``, which does the rest.
    """
    text = text.replace("{", "{{").replace("}", "}}")
    return re.sub(r"[\\\[\]]", r"\\\g<0>", text) if "](" in text else text


def html(text: str) -> str:
    """Text for an HTML element or a quoted attribute; line feeds and tabs stay."""
    return _escaped(re.sub(_UNSAFE, _visible, text))


def page(document: str) -> str:
    """A finished HTML page, in which text is escaped already: whatever else is unsafe in it is made visible.

    The one door for all text of a page. Its own markup has none of these characters.
    """
    return re.sub(_UNSAFE, _visible, document)


def xml(text: str) -> str:
    """Text for an XML 1.0 element or a quoted attribute, written by hand; line feeds and tabs survive in both."""
    return _escaped(xml_characters(text)).replace("\n", "&#10;").replace("\t", "&#9;")


def _escaped(text: str) -> str:
    from html import escape

    return escape(text, quote=True)


def xml_characters(text: str) -> str:
    """Text to hand to a library that writes XML: only characters that XML 1.0 can hold, markup not escaped."""
    return re.sub(_UNSAFE, _visible, text)


_MARKDOWN_SPECIAL = r"[\\`*_\[\]<>|~&$]"
# A heading, a list or a rule, and what a CI runner would take for a command.
_MARKDOWN_BLOCK_START = r"^(\d{0,9})([#+=-]|:(?=:)|(?<=\d)[.)](?=\s|$))"


def markdown_cell(text: str) -> str:
    """Text for a cell of a Markdown table, or inside a line: it becomes no markup, HTML, formula, link or mention.

    Line breaks and tabs become blanks.
    """
    text = re.sub(_UNSAFE_IN_A_LINE, _visible, re.sub(r"\r\n|[\r\n\t]", " ", text).strip())
    text = re.sub(_MARKDOWN_SPECIAL, r"\\\g<0>", text).replace("://", r"\://")
    text = re.sub(r"\b(www)\.", r"\1\.", text, flags=re.IGNORECASE)
    return re.sub(r"(?<![\w.+-])@(?=\w)", "@\u200b", text)  # an e-mail address is no mention


def markdown_line(text: str) -> str:
    """Text for a line of its own in Markdown: like a cell, and it begins no heading, list or rule."""
    return re.sub(_MARKDOWN_BLOCK_START, r"\1\\\2", markdown_cell(text))


def markdown_link(url: str, title: str) -> str:
    """A link to an address of the web, in Markdown; what would end it early is percent-encoded."""
    destination = web_address(url).replace("&", "&amp;")  # of which `&copy=1` would become a sign
    return f"[{markdown_cell(title)}](<{destination}>)"


def web_address(url: str) -> str:
    """An address of the web, percent-encoded as far as it needs to be where text is around it."""
    return quote(url.encode("utf-8", "surrogatepass"), safe="/:?#@!$&*+,;=%~")


_FORMULA_SIGNS = "=+\\-@＝＋－＠"
_FORMULA_START = f"^(?=[{_FORMULA_SIGNS}\t\n])"
# Where commas are decimal signs, a spreadsheet takes semicolons for the ends of cells, and so line breaks for the ends
# of rows, since it then sees no quote at a cell's start: a formula may begin behind either.
_FORMULA_WITHIN = f"([;\t\n][\\s\"';]*)([{_FORMULA_SIGNS}]?)"


def csv_cell(text: str) -> str:
    """Text for a CSV cell, to be quoted by ``csv.writer``; numbers do not pass through here.

    A ``'`` before ``=``, ``+``, ``-`` or ``@`` (also full-width) keeps spreadsheets from taking the text for a formula.
    """
    text = re.sub(_FORMULA_START, "'", terminal(text))
    return re.sub(_FORMULA_WITHIN, lambda found: f"{found[1]}'{found[2]}" if found[2] else found[0], text)


_XLSX_CELL_LIMIT = 32_767  # UTF-16 units


def spreadsheet(text: str) -> str:
    """Text for an XLSX cell, cut to what a cell can hold. The writer must store it as text, never as a formula."""
    text = xml_characters(text)
    if text.startswith("<r>"):  # XlsxWriter would write it as the markup of a rich text
        text = f"\u200b{text}"
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _XLSX_CELL_LIMIT:
        return text
    return units[: 2 * (_XLSX_CELL_LIMIT - 1)].decode("utf-16-le", "ignore") + "…"


_MERMAID_FIELD_ENDS = str.maketrans({":": "：", ";": "；", "#": "＃"})


def mermaid(text: str) -> str:
    """Text for a field of a mermaid journey: what would end the field becomes its full-width form.

    Line breaks become blanks. Never empty: a dash stands for nothing.
    """
    text = re.sub(_UNSAFE_IN_A_LINE, _visible, " ".join(text.split())).translate(_MERMAID_FIELD_ENDS)
    text = text.replace("%%", "%％")
    # A word of the grammar at a field's start would be read as such; a zero-width space is none of its blanks.
    return re.sub(r"^(?=journey|title|section|acctitle|accdescr)", "\u200b", text, flags=re.IGNORECASE) or "–"


def mermaid_actor(text: str) -> str:
    """The name of an actor of a mermaid journey: a field in which a comma ends a name."""
    return mermaid(text).replace(",", "，")


_PLAIN_FILE_NAME = r"[a-z0-9][a-z0-9_-]{0,79}"
# Names that Windows keeps for devices, with any ending.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def file_name(identifier: str) -> str:
    """A file name, without an ending, for an id: ``a-z``, ``0-9``, ``-`` and ``_``, at most 80 characters.

    An id of the format is its own name. Any other text gets a short hash of itself, so that two never share a name.
    """
    from hashlib import sha256

    if re.fullmatch(_PLAIN_FILE_NAME, identifier) and identifier not in _DEVICES:
        return identifier
    folded = unicodedata.normalize("NFKD", identifier).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:60].rstrip("-") or "untitled"
    digest = sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{stem}-{digest[:12]}"


def _is_plain(text: str) -> bool:
    """Whether nothing needs escaping on a terminal: the case of nearly all text, decided fast.

    Nothing that is escaped is printable in the sense of ``str``.
    """
    return text.isprintable() and "##" not in text and "::" not in text


def _no_commands(text: str) -> str:
    return re.sub(_COMMAND_ANYWHERE, _BROKEN, re.sub(_COMMAND_AT_LINE_START, r"\1\\x3a", text))


def _visible(match: re.Match[str]) -> str:
    char = match[0]
    point = ord(char)
    if 0xDC80 <= point <= 0xDCFF:  # how Python carries a byte of a file name that is not UTF-8
        point -= 0xDC00
    return _SHORT_ESCAPES.get(char) or (f"\\x{point:02x}" if point <= 0xFF else f"\\u{point:04x}")


def _json_escape(match: re.Match[str]) -> str:
    escape = _visible(match)
    return f"\\{escape}" if "\ud800" <= match[0] <= "\udfff" else f"\\u{ord(match[0]):04x}"
