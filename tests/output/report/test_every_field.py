"""Every field of the format has a place in the report: what somebody filled in is on the page."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.output.report.everything import everything, filled, loaded, unfilled

from cxmap.i18n.language import Phrases
from cxmap.i18n.report import ReportWords
from cxmap.i18n.sheets import SheetWords
from cxmap.output.html.page import page
from cxmap.output.report.compose import compose
from cxmap.output.report.markdown import markdown
from cxmap.story.story import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.output.report.content import ReportContent
    from cxmap.project.project import Project

PORTRAIT = Path(__file__).parents[3] / "examples/running-shoes/library/portraits/noor.png"
WORDS = ReportWords("en")
# What is no text of its own: the version of the format; an id is an anchor, and a picture is data.
ELSEWHERE = {"cxmap", "id", "portrait", "image"}


class Text(HTMLParser):
    """What a reader of a page can find in it, charts and scripts aside; addresses that links lead to as well."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipping += tag in {"svg", "style", "script"}
        self.parts += [str(value) for name, value in attrs if name in {"href", "alt", "id"} and not self.skipping]
        self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.skipping -= tag in {"svg", "style", "script"}
        self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.parts.append(data)


def text_of(html: str) -> str:
    found = Text()
    found.feed(html)
    return one_line("".join(found.parts))


def one_line(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def written(value: Any, field: str, project: Project) -> Iterator[str]:
    """The ways in which a report may write a value; one of them has to be there."""
    sections = ("personas", "segments", "stakeholders", "channels", "sources", "metrics", "actions", "journeys")
    match value:
        case bool():
            yield {
                "moment_of_truth": WORDS.truth if value else WORDS.no_moment,
                "done": WORDS.done,
                "derived": WORDS.derived if value else "",
            }[field]
        case dt.date():
            yield from (WORDS.date(value), one_line(WORDS.short_date(value)))
        case int() | float():
            yield from (WORDS.general(value), WORDS.percent(value), WORDS.digits(f"{value:,}"))
        case str():
            yield one_line(value)
            yield from (item.title if hasattr(item, "title") else item.name for item in named(value, sections, project))
            phrases = [found for found in vars(ReportWords).values() if isinstance(found, Phrases)]
            yield from (str(found.both["en"][value]) for found in phrases if value in found.both["en"])
            amount, _, unit = value.partition(" ")
            forms = SheetWords("en").units.get(unit.removesuffix("s"))
            yield from (f"{amount} {form}" for form in forms or ())


def named(name: str, sections: tuple[str, ...], project: Project) -> Iterator[Any]:
    for section in sections:
        found = project.section(section).get(name)
        yield from [found] if found is not None else []
    for journey in project.journeys.values():
        for stage in journey.stages:
            yield from (one for one in stage.touchpoints if name.partition("#")[0].rpartition("/")[2] == one.id)


def values(given: Any) -> Iterator[Any]:
    """The plain values in a field: of a list or a mapping its parts, with the keys."""
    if isinstance(given, dict):
        for key, inner in given.items():
            yield from (key, *values(inner))
    elif isinstance(given, list | tuple):
        for inner in given:
            yield from values(inner)
    elif not hasattr(given, "model_fields_set") and given is not None:
        yield given


@pytest.fixture(scope="module")
def project() -> Project:
    return loaded(everything())


@pytest.fixture(scope="module")
def content(project: Project) -> ReportContent:
    return compose(tell(project, "en"))


def test_the_example_fills_in_every_field_of_the_format(project: Project) -> None:
    assert unfilled(project) == set()


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_what_is_filled_in_is_there(project: Project, content: ReportContent, form: str) -> None:
    text = text_of(page(content, WORDS).html) if form == "html" else one_line(unescaped(markdown(content, WORDS)))
    missing = [
        f"{kind}.{field}: {value!r}"
        for document in project.documents
        for kind, field, given in filled(document.model)
        if field not in ELSEWHERE
        for value in values(given)
        if not any(way in text for way in written(value, field, project))
    ]
    assert missing == []


def unescaped(text: str) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", text)


def test_ids_are_anchors_and_pictures_are_in_the_page(tmp_path: Path) -> None:
    with_pictures = tmp_path / "project"
    with_pictures.mkdir()
    from tests.analysis.journeys import text as file_text

    for name, data in everything().items():
        (with_pictures / f"{name}.cxmap.yaml").write_text(file_text(data))
    for name in ("anna.png", "look.png"):
        (with_pictures / name).write_bytes(PORTRAIT.read_bytes())
    from cxmap.project.load import load

    story = tell(load((with_pictures,), today=dt.date(2026, 7, 1), cwd=with_pictures), "en")
    html = page(compose(story), WORDS).html
    assert html.count("data:image/jpeg") == 2
    anchors = (
        "journey.trip",
        "stage.trip.first",
        "touchpoint.trip.look",
        "sheet.trip.look",
        "persona.anna",
        "action.fix",
    )
    for anchor in (*anchors, "source.talks", "metric.nps", "stakeholder.shop", "channel.site", "segment.new"):
        assert attributes(html, "id").count(anchor) == 1


def test_every_link_on_the_page_leads_somewhere(content: ReportContent) -> None:
    html = page(content, WORDS).html
    there = attributes(html, "id")
    leading = {address[1:] for address in attributes(html, "href") if address.startswith("#")}
    assert len(leading) > 20
    assert leading <= set(there)
    assert len(there) == len(set(there))


def attributes(html: str, name: str) -> list[str]:
    """The values of an attribute, of all elements that have it."""
    found: list[str] = []

    class Parser(HTMLParser):
        def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(value or "" for key, value in attrs if key == name)

    Parser().feed(html)
    return found


@pytest.mark.parametrize(
    ("anchor", "labels", "fields"),
    [
        (
            "touchpoint.trip.look",
            WORDS.fields,
            ("also_through", "owner", "supported_by", "systems", "importance_to_us"),
        ),
        ("touchpoint.trip.look", WORDS.fields, ("metrics", "actions", "opportunities", "questions", "influences")),
        ("touchpoint.trip.end", WORDS.fields, ("passes",)),
        ("touchpoint.trip.aside", WORDS.fields, ("returns_to",)),
        ("journey.trip", WORDS.fields, ("personas", "owner", "variant_of", "scale", "scores_source", "language")),
        ("journey.other", WORDS.fields, ("redesigns",)),
        ("stage.trip.first", WORDS.fields, ("detailed_in",)),
        ("touchpoint.other.better", WORDS.fields, ("replaces",)),
        ("action.fix", WORDS.action_fields, tuple(WORDS.action_fields)),
        ("stakeholder.shop", WORDS.party_fields, ("we_do_for_them", "they_do_for_us", "relations", "owns", "actions")),
    ],
)
def test_each_has_it_in_its_own_place(
    content: ReportContent, anchor: str, labels: dict[str, str], fields: tuple[str, ...]
) -> None:
    """By their labels: a name or a small number is elsewhere on the page as well."""
    _, _, rest = page(content, WORDS).html.partition(f' id="{anchor}"')
    kind = anchor.partition(".")[0]
    own = re.split(rf' id="{kind}\.|<section', rest)[0]
    assert [name for name in fields if f"<dt>{labels[name]}<dd>" not in own] == []
