"""That what reads an output finds data in it: no command, markup, formula, link or program. One check a target."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import zipfile
import zlib
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from icalendar import Calendar
from markdown_it import MarkdownIt
from PIL import Image

import yaml
from cxmap.yaml.reader.read import read
from tests.reliability.promises import ACTS, check_output

OUR_TAGS = set("h2 h3 p table thead tbody tr th td a br strong ul ol li em code pre details summary".split())  # noqa: SIM905 - shorter
FORMULA_STARTS = ("=", "+", "@", "\t", "＝", "＋", "＠")


def printed(data: bytes) -> str:
    """Text on a terminal, a pipe or a CI log."""
    text = data.decode().replace("\r\n", "\n")
    check_output("printed", text)
    return text


def github(data: bytes) -> None:
    """GitHub's: all that stands at a line's start is ours."""
    check_output("github", data.decode())


def json_object(data: bytes) -> None:
    """One JSON document."""
    json.loads(printed(data))


def json_lines(data: bytes) -> None:
    """A JSON document a line."""
    for line in printed(data).splitlines():
        json.loads(line)


def xml(data: bytes) -> None:
    """XML without elements of others."""
    assert "script" not in {element.tag for element in ET.fromstring(printed(data)).iter()}


def csv_table(data: bytes) -> None:
    """CSV, whatever a spreadsheet takes for its separator: no cell is a formula."""
    text = printed(data)
    for delimiter in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            for cell in row:
                bare = cell.strip().lstrip("\"'") if delimiter != "," and not cell.startswith("'") else cell
                assert not bare.startswith(FORMULA_STARTS), cell
                assert not bare.startswith("-") or re.fullmatch(r"-[\d.e+-]+.*", bare, re.DOTALL), cell


def calendar(data: bytes) -> None:
    """A calendar: every entry is ours, and nobody is invited."""
    text = printed(data.replace(b"\r\n", b"\n"))
    made = Calendar.from_ical(data)
    assert {entry.name for entry in made.subcomponents} <= {"VEVENT", "VTODO"}
    assert all(str(entry["uid"]).endswith("@cxmap") for entry in made.subcomponents)
    assert not re.search("^(ATTENDEE|ORGANIZER|ATTACH|BEGIN:VALARM)", text, re.MULTILINE)


def shell_script(data: bytes) -> None:
    """A script: run where nothing but a shell is, it calls ``gh`` and prints."""
    printed(data)
    traced = subprocess.run(
        ["sh", "-c", 'set -u; gh() { :; }; PATH=/nowhere; eval "$1"', "sh", data.decode()],
        capture_output=True, check=False, cwd="/",
    )  # fmt: skip
    assert (traced.returncode, traced.stderr) == (0, b"")


def markdown(data: bytes) -> None:
    """Markdown: no markup but ours."""
    page = _Page()
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(printed(data))
    page.feed(html)
    assert page.tags <= OUR_TAGS
    assert not {"<code>c</code>", "<strong>d</strong>"} & set(re.findall(r"<(?:code|strong)>.*?</[a-z]+>", html))
    assert all(link.startswith("https://github.com/cxmap/") for link in page.links)


class _Page(HTMLParser):
    """The tags of a page, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def page(data: bytes) -> None:
    """A web page: it runs its own script alone, loads nothing, and links lead into it or to the web."""
    text = data.decode()
    assert not ACTS.search(text)
    assert text.count("<script") == text.count("<style") == 1
    made = _Page()
    made.feed(text)
    assert not made.tags & {"iframe", "object", "embed", "form", "link", "base", "b"}
    assert all(re.match(r"#|https?://|data:image/jpeg;", link) for link in made.links), made.links
    assert not [name for name in made.attributes if name == "style" or name.startswith("on")]


def report(data: bytes) -> None:
    """A report as Markdown: no markup but ours."""
    made = _Page()
    made.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(printed(data)))
    assert made.tags <= OUR_TAGS | set("h1 h4 h5 h6 blockquote hr img".split()), made.tags  # noqa: SIM905 - shorter
    assert all(re.match(r"#|https?://", link) for link in made.links), made.links


def journey_file(data: bytes) -> None:
    """A file of ours: it can be read, and shows nothing raw."""
    assert not ACTS.search(data.decode())
    source = read(data, "out.cxmap.yaml")
    assert not [one for one in source.problems if one.code < "CX008"]
    assert yaml.safe_load(data)


def mermaid(data: bytes) -> None:
    """A diagram: every line is of the grammar's."""
    ours = r"journey|%% from cxmap: [^:;#]*|\s+(?:title|section|accDescr:) [^:;#]*|\s+[^:;#]+: [\d.]+(?:: [^:;#]+)?|"
    for line in printed(data).splitlines():
        assert re.fullmatch(ours, line), line[:200]


def svg(data: bytes) -> None:
    """A picture: shapes, with nothing that is fetched or run."""
    text = data.decode()
    assert not ACTS.search(text)
    assert "$5" in text  # shown as it is, not set as a formula
    for element in ET.fromstring(text).iter():
        assert element.tag.rpartition("}")[2] not in {"script", "foreignObject", "a", "iframe", "animate", "set"}
        assert not [name for name in element.attrib if name.lower().startswith("on")]
        if element.tag.endswith("}image"):
            assert element.attrib["{http://www.w3.org/1999/xlink}href"].startswith("data:image/png;base64,")
    assert not re.search(r"(?:href|src)=.(?:http|javascript|//)|url\((?!#)|@import", text)


def png(data: bytes) -> None:
    """A picture: pixels and a description."""
    with Image.open(io.BytesIO(data)) as image:
        said = {str(name): str(value) for name, value in image.info.items() if isinstance(value, str)}
    assert {"Title", "Description"} <= set(said)
    assert "$5" in said["Description"] + said["Title"]
    assert not any(ACTS.search(value) for value in said.values())


def pdf(data: bytes) -> None:
    """Pages without actions, links and attachments."""
    bare = re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)
    outside = re.sub(rb"\((?:\\.|[^\\)])*\)", b"", bare, flags=re.DOTALL)  # texts: title and subject
    assert not re.search(rb"/(?:JS|JavaScript|OpenAction|AA|URI|Launch|EmbeddedFiles?|SubmitForm|GoToR|Link) ", outside)
    texts = re.findall(rb"/(?:Title|Subject) \(((?:\\.|[^\\)])*)\)", bare, re.DOTALL)
    assert len(texts) == 2
    for text in texts:
        raw = re.sub(rb"\\(.)", lambda found: {b"n": b"\n", b"r": b"\r", b"t": b"\t"}.get(found[1], found[1]), text)
        said = raw.removeprefix(b"\xfe\xff").decode("utf-16-be" if raw.startswith(b"\xfe\xff") else "latin-1")
        assert not ACTS.search(said)
    for stream in re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        assert b"/JS" not in zlib.decompressobj().decompress(stream)


def workbook(data: bytes) -> None:
    """XLSX: texts and numbers, no formula, link, macro or markup of others."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    assert not [name for name in names if re.search(r"vba|macro|external|embed|media|connection", name, re.IGNORECASE)]
    for name, part in parts.items():
        tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(part).iter()}
        assert not tags & {"f", "hyperlink", "hyperlinks", "r", "oleObject", "dde"}, name
        assert b'TargetMode="External"' not in part
        assert not ACTS.search(part.decode().replace("\r\n", "\n"))


def presentation(data: bytes) -> None:
    """PPTX: texts and shapes; workbooks behind its charts, and no link, macro, field of others or markup of theirs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if re.search(r"vba|macro|external|activeX|oleObject", name, re.IGNORECASE)]
    for name, part in parts.items():
        if name.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(part)) as book:
                sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
            assert not {element.tag.rpartition("}")[2] for element in sheet.iter()} & {"f", "hyperlink"}
        elif name.endswith((".xml", ".rels")):
            found = [element.tag.rpartition("}")[2] for element in ET.fromstring(part).iter()]
            assert not {"hlinkClick", "hlinkHover", "oleObj", "control"} & set(found), name
            assert b'TargetMode="External"' not in part
            assert not ACTS.search(part.decode().replace("\r\n", "\n"))


def anything(data: bytes) -> None:
    """Ours to keep: nothing acts where somebody looks at it."""
    assert not ACTS.search(data.decode().replace("\0", ""))
