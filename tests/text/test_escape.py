"""Foreign text is safe in every target: the target's own reader gets back the text, or the visible form of it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cxmap.text import escape
from tests.output.findings.github_runner import commands

# Any code point, lone surrogates included, with what is dangerous made frequent.
_CONTROLS = ["\x1b[31m", "\x9b2J", "\x00", "\x7f", "\r", "\n", "\r\n", "\t", "\u2028", "\u202e", "\udcff", "\ud800"]
_COMMANDS = ["::error::x", "\n ::add-mask::x", "##[group]", "##vso[a.b]", "###[", "%0A", "%", ",", ":", ";", "#"]
_MARKUP = ["<b>", "&amp;", "'", "`", "|", "\\", "=1+1", "＝1", "$x$", "[a](http://b.c)", "@someone", "%%{init: {}}%%"]
_nasty = st.sampled_from([*_CONTROLS, *_COMMANDS, *_MARKUP, '"', "\ufffe"])
anything = st.lists(st.one_of(st.text(st.characters(codec=None), max_size=8), _nasty), max_size=8).map("".join)

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")

EVERY_FUNCTION = [
    escape.terminal,
    escape.terminal_line,
    escape.one_line,
    escape.path_name,
    escape.github_message,
    escape.github_property,
    escape.uri_path,
    escape.json,
    escape.html,
    escape.xml,
    escape.xml_characters,
    escape.markdown_cell,
    escape.markdown_line,
    escape.web_address,
    escape.csv_cell,
    escape.spreadsheet,
    escape.mermaid,
    escape.mermaid_actor,
    escape.file_name,
]


@pytest.mark.parametrize("function", EVERY_FUNCTION, ids=lambda function: function.__name__)
@given(foreign=anything)
def test_no_target_gets_a_control_character(function, foreign):
    safe = function(foreign)
    assert not CONTROL.search(safe)
    safe.encode()  # no lone surrogate: every stream can take it


@pytest.mark.parametrize("function", EVERY_FUNCTION, ids=lambda function: function.__name__)
def test_plain_words_come_back_unchanged(function):
    assert function("try-on").strip('"') == "try-on"


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("Looks for shoes: 9/10, #1!", "Looks for shoes: 9/10, #1!"),
        ("café – 漢字 👟 שלום", "café – 漢字 👟 שלום"),
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("C1 \x9b2J, DEL \x7f, BEL \x07", r"C1 \x9b2J, DEL \x7f, BEL \x07"),
        ("one\ntwo\tthree\rfour", "one\\ntwo\\tthree\\rfour"),
        ("admin\u202egnp.exe", r"admin\u202egnp.exe"),
        ("a\u2028b\u2029c", r"a\u2028b\u2029c"),
        ("caf\udce9", r"caf\xe9"),
        ("half \ud83d", r"half \ud83d"),
        ("\udc7f\udc80\udcff\udd00", r"\udc7f\x80\xff\udd00"),  # in the middle bytes of a file name
        ("::error::forged", r"\x3a:error::forged"),
        ("  ::stop-commands::x", r"  \x3a:stop-commands::x"),
        ("a::b is an address", "a::b is an address"),
        ("see ##[error]x and ###[x]", r"see #\x23[error]x and ##\x23[x]"),
        ("##vso[task.x]", r"#\x23vso[task.x]"),
        ("## a heading", "## a heading"),
        ("\u200erechts\u200f", "\u200erechts\u200f"),
    ],
)
def test_terminal_line(foreign, shown):
    assert escape.terminal_line(foreign) == shown


def test_terminal_keeps_line_feeds_and_tabs():
    assert escape.terminal("a\n\tb\r\n") == "a\n\tb\\r\n"
    assert escape.terminal("a\n ::error::x\n::group::") == "a\n \\x3a:error::x\n\\x3a:group::"


@given(anything)
def test_a_ci_runner_reads_no_command_from_what_is_printed(foreign):
    for printed in (
        escape.terminal(foreign),
        escape.terminal_line(foreign),
        escape.path_name(foreign),
        escape.json([foreign]),
        escape.csv_cell(foreign),
    ):
        assert commands(printed) == []


def test_path_name_takes_paths():
    assert escape.path_name(PurePosixPath("journeys/a\nb.cxmap.yaml")) == "journeys/a\\nb.cxmap.yaml"
    assert escape.path_name(os.fsdecode(b"caf\xe9\x1b.yaml")) == r"caf\xe9\x1b.yaml"


@pytest.mark.parametrize(
    ("foreign", "message", "value"),
    [
        ("Done: 50%, at last", "Done: 50%25, at last", "Done%3A 50%25%2C at last"),
        ("%0A\r\n", "%250A%0D%0A", "%250A%0D%0A"),
        ("a\tb\x1b", "a\tb\\x1b", "a\tb\\x1b"),
        ("##[error]x, ##vso[y]", r"#\x23[error]x, #\x23vso[y]", r"#\x23[error]x%2C #\x23vso[y]"),
    ],
)
def test_github(foreign, message, value):
    assert (escape.github_message(foreign), escape.github_property(foreign)) == (message, value)


@given(anything, anything)
@example("100%, or 25%2C", "a:b,c=d")
def test_the_github_runner_decodes_message_and_property(message, title):
    line = f"::error title={escape.github_property(title)},line=1::{escape.github_message(message)}"
    (command,) = commands(line)
    title, message = (re.sub(r"##(?=(vso|teamcity)?\[)", r"#\\x23", _visible(one)) for one in (title, message))
    assert command == {"name": "error", "line": "1", "data": message} | ({"title": title} if title else {})
    assert "##[" not in line


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), min_size=1))
@example("a b%#?:[x].yaml")
def test_a_uri_path_decodes_to_the_bytes_of_the_name(name):
    uri = escape.uri_path(name)
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    assert unquote_to_bytes(uri) == os.fsencode(name)


def test_a_uri_path_carries_bytes_that_are_not_utf8():
    assert escape.uri_path(os.fsdecode(b"caf\xe9/x.yaml")) == "caf%E9/x.yaml"


@given(st.recursive(anything, lambda inner: st.lists(inner) | st.dictionaries(anything, inner), max_leaves=6))
def test_json_reads_back_exactly_save_lone_surrogates(value):
    for document in (escape.json(value), escape.json(value, indent=None)):
        assert json.loads(document) == _without_surrogates(value)


def test_json_is_readable_and_refuses_what_json_does_not_have():
    assert escape.json({"b": "café", "a": [1.5, None]}) == '{\n  "b": "café",\n  "a": [\n    1.5,\n    null\n  ]\n}'
    assert escape.json({"a": [1, 2]}, indent=None) == '{"a":[1,2]}'
    assert escape.json("\x1b\x7f\x9b\u202e##[x]") == r'"\u001b\u007f\u009b\u202e#\u0023[x]"'
    with pytest.raises(ValueError, match="not JSON compliant"):
        escape.json(float("nan"))


@pytest.mark.parametrize(
    ("foreign", "document"),
    [
        ("\x7f", r'"\u007f"'),
        ("##[x]", r'"#\u0023[x]"'),
        ("## x", '"## x"'),
        ("\ud800 \udfff", r'"\\ud800 \\udfff"'),  # halves of characters, as text
        ("\udcff", r'"\\xff"'),
        ("\ufffe", r'"\ufffe"'),
    ],
)
def test_json_shows_what_could_act(foreign, document):
    assert escape.json(foreign) == document


@pytest.mark.parametrize(
    ("foreign", "message"),
    [
        ("no id {x} is known", "no id {{x}} is known"),
        ("a list [a, b] (two)", "a list [a, b] (two)"),
        (r"[text](http://x.y) \ ]", r"\[text\](http://x.y) \\ \]"),
    ],
)
def test_sarif_message(foreign, message):
    assert escape.sarif_message(foreign) == message


def test_xml_keeps_line_feeds_and_tabs_in_attributes():
    assert escape.xml("a\tb\n<'&\">") == "a&#9;b&#10;&lt;&#x27;&amp;&quot;&gt;"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.data = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))

    def handle_data(self, data):
        self.data += data


@given(anything)
def test_an_html_parser_reads_text_and_attribute(foreign):
    safe = escape.html(foreign)
    reader = _Reader()
    reader.feed(f'<p title="{safe}">{safe}</p>')
    reader.close()
    assert reader.tags == [("p", [("title", _visible(foreign, keep="\n\t"))])]
    assert reader.data == _visible(foreign, keep="\n\t")


@given(anything)
def test_an_xml_parser_reads_text_and_attribute(foreign):
    shown = _visible(foreign, keep="\n\t")
    element = ET.fromstring(f'<p title="{escape.xml(foreign)}">{escape.xml(foreign)}</p>')
    assert (element.get("title"), element.text or "") == (shown, shown)
    built = ET.Element("p")
    built.text = escape.xml_characters(foreign)
    assert (ET.fromstring(ET.tostring(built)).text or "") == shown


def _markdown_texts(source: str) -> tuple[set[str], str]:
    """The kinds of token in a document of one table, and the text of its one cell."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    inline = [token for token in tokens if token.type == "inline"]
    children = [child for token in inline[1:] for child in token.children or []]
    return {child.type for child in children}, "".join(child.content for child in children)


@given(anything)
def test_a_markdown_link_leads_to_its_address_alone(foreign):
    url = f"https://example.org/{''.join(foreign.split())}"
    tokens = MarkdownIt("commonmark").parse(f"- {escape.markdown_link(url, foreign)} x\n")
    (inline,) = [token for token in tokens if token.type == "inline"]
    links = [token.attrs["href"] for token in inline.children or [] if token.type == "link_open"]
    given = unquote_to_bytes(url.encode("utf-8", "surrogatepass"))
    assert [unquote_to_bytes(str(link)) for link in links] == [given]
    assert unquote_to_bytes(escape.web_address(url)) == given


@given(anything)
@example("a | b \\| c | d")
@example("<script>alert(1)</script> & &amp; &#35;")
def test_a_markdown_cell_is_one_cell_of_text(foreign):
    kinds, content = _markdown_texts(f"| head |\n| --- |\n| {escape.markdown_cell(foreign)} |\n")
    assert kinds <= {"text", "text_special"}
    expected = _visible(re.sub(r"\r\n|[\r\n\t]", " ", foreign).strip())
    assert " ".join(content.replace("@\u200b", "@").split()) == " ".join(expected.replace("@\u200b", "@").split())


@given(anything)
@example("# no heading")
@example("- no item")
@example("1. no item")
@example("---")
@example("===")
def test_a_markdown_line_is_a_paragraph(foreign):
    tokens = MarkdownIt("commonmark").enable("table").parse(f"before\n{escape.markdown_line(foreign)}\n")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]


@pytest.mark.parametrize(
    ("foreign", "line"),
    [
        ("Looks up shoes", "Looks up shoes"),
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("12. no item", r"12\. no item"),
        ("1.5 hours", "1.5 hours"),
        ("::error::x", r"\::error::x"),
    ],
)
def test_markdown_line(foreign, line):
    assert escape.markdown_line(foreign) == line


@pytest.mark.parametrize(
    ("foreign", "cell"),
    [
        ("Looks up shoes online", "Looks up shoes online"),
        ("a|b", r"a\|b"),
        ("costs $5 or $6", r"costs \$5 or \$6"),
        ("ask @noor, mail a@b.nl", "ask @\u200bnoor, mail a@b.nl"),
        ("http://x.nl www.y.nl WWW.Z.nl", r"http\://x.nl www\.y.nl WWW\.Z.nl"),
        ("-2", "-2"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_cell(foreign, cell):
    assert escape.markdown_cell(foreign) == cell


@given(st.lists(anything, min_size=1))
def test_a_csv_reader_gets_one_row_without_formulas(cells):
    out = io.StringIO(newline="")
    csv.writer(out).writerow([escape.csv_cell(cell) for cell in cells])
    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert len(row) == len(cells)
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")) for cell in row
    )


@pytest.mark.parametrize(
    ("foreign", "cell"),
    [
        *[("=1+1", "'=1+1"), ("-2", "'-2"), ("＝1", "'＝1"), ("\tx", "'\tx"), ("5 - 2", "5 - 2"), ("a\nb", "a\nb")],
        # Behind what a spreadsheet may take for the end of a cell or of a row
        *[("a;=cmd", "a;'=cmd"), ('a; ";"-2', 'a; ";"\'-2'), ("a\n=cmd", "a\n'=cmd"), ("a;b - c, =d", "a;b - c, =d")],
    ],
)
def test_csv_cell(foreign, cell):
    assert escape.csv_cell(foreign) == cell


@given(anything)
def test_a_spreadsheet_cell_fits_and_holds_xml_text(foreign):
    safe = escape.spreadsheet(foreign)
    assert safe.removeprefix("\u200b" if foreign.startswith("<r>") else "") == escape.xml_characters(foreign)
    assert ET.fromstring(f"<t>{escape.xml(safe)}</t>") is not None


@pytest.mark.parametrize(
    ("foreign", "cell"),
    [
        ("x" * 32_767, "x" * 32_767),
        ("x" * 32_768, "x" * 32_766 + "…"),
        ("漢" * 40_000, "漢" * 32_766 + "…"),
        ("👟" * 20_000, "👟" * 16_383 + "…"),
        ("x" + "👟" * 20_000, "x" + "👟" * 16_382 + "…"),  # not half an emoji
        ("<r>bold</r>", "\u200b<r>bold</r>"),  # markup of a library's own
    ],
    ids=["fits", "one too many", "40,000", "two units each", "a pair that would be cut", "rich text"],
)
def test_a_spreadsheet_cell_is_cut_at_excels_limit(foreign, cell):
    assert escape.spreadsheet(foreign) == cell


@given(anything)
def test_a_mermaid_field_ends_nowhere_but_at_its_end(foreign):
    field = escape.mermaid(foreign)
    assert re.fullmatch(r"[^:;#\n]+", field)
    assert not re.match(r"\s|journey|title|section|acctitle|accdescr|%%", field, re.IGNORECASE)
    assert "%%" not in field
    assert "," not in escape.mermaid_actor(foreign)


@pytest.mark.parametrize(
    ("foreign", "field"),
    [
        ("Opens at 9:30; #1", "Opens at 9：30； ＃1"),
        ("two\n lines", "two lines"),
        ("Section 5", "\u200bSection 5"),
        ("", "–"),
        ("%%{init: {}}%%", "%％{init： {}}%％"),
    ],
)
def test_mermaid(foreign, field):
    assert escape.mermaid(foreign) == field


def test_mermaid_actor():
    assert escape.mermaid_actor("Noor, from Utrecht: a runner") == "Noor， from Utrecht： a runner"


@given(anything)
def test_a_file_name_is_one_on_every_system(identifier):
    name = escape.file_name(identifier)
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,79}", name)
    assert name not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
    assert escape.file_name(name) == name


@given(anything, anything)
def test_two_ids_never_share_a_file_name(one, other):
    assert (escape.file_name(one) == escape.file_name(other)) == (one == other)


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("first-shoes", "first-shoes"),
        ("a_b", "a_b"),
        ("a" * 80, "a" * 80),
        ("a" * 81, f"{'a' * 60}-8c48280d57fb"),
        (f"{'a' * 59} b", f"{'a' * 59}-9d2d51827fed"),
        ("-a-", "a-a75a468f2ce5"),
        ("A", "a-559aead08264"),
        ("../etc/passwd", "etc-passwd-7fef78f53440"),
        ("Één dag", "een-dag-17ef43e824ad"),
        ("ﬁets", "fiets-1ac8b049bf4b"),
        ("con", "con-1143da2bc54c"),
        ("..", "untitled-5ec1f7e700f3"),
        ("", "untitled-e3b0c44298fc"),
        ("\ud800", "untitled-91a681b99855"),
    ],
)
def test_file_name_is_the_same_today_and_tomorrow(identifier, name):
    assert escape.file_name(identifier) == name


def _visible(foreign: str, *, keep: str = "\r\n\t") -> str:
    """The text as people see it, said again in another way than the code says it."""
    shown = ""
    for char in foreign:
        point = ord(char)
        if char in keep or not (CONTROL.match(char) or char in "\n\t"):
            shown += char
        elif char in "\r\n\t":
            shown += {"\r": r"\r", "\n": r"\n", "\t": r"\t"}[char]
        elif 0xDC80 <= point <= 0xDCFF:
            shown += f"\\x{point - 0xDC00:x}"
        else:
            shown += f"\\x{point:02x}" if point < 256 else f"\\u{point:x}"
    return shown


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return re.sub("[\ud800-\udfff]", lambda match: _visible(match[0]), value)
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    assert isinstance(value, dict)
    return {_without_surrogates(key): _without_surrogates(item) for key, item in value.items()}


@pytest.mark.parametrize("start", "=+-@\t\n＝＋－＠")
def test_csv_cell_guards_every_start_of_a_formula(start):
    assert escape.csv_cell(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize(
    ("path", "uri"),
    [("a b/c#d?.yaml", "a%20b/c%23d%3F.yaml"), ("caf\udce9", "caf%E9"), ("half \ud83d", "half%20%ED%A0%BD")],
)
def test_uri_path_is_made_of_the_bytes(path, uri):
    assert escape.uri_path(path) == uri


@pytest.mark.parametrize("device", ["con", "prn", "aux", "nul", "com0", "com9", "lpt0", "lpt9"])
def test_file_name_is_no_device(device):
    assert escape.file_name(device) != device
    assert escape.file_name(device).startswith(device)
