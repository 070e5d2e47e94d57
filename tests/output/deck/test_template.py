"""Templates: any is used or refused in one line; none brings its slides, links or macros along."""

from __future__ import annotations

import io
import zipfile

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from tests.output.deck import templates

from cxmap.output.deck import template as module
from cxmap.output.deck.fit import theme_on
from cxmap.output.deck.template import TemplateError, open_template, own_template, title_of
from cxmap.output.drawing.pptx import default_template


def test_our_own_is_light_and_has_room() -> None:
    own = own_template()
    assert (own.opening.name, own.page.name, own.ground, own.ink) == ("Title Slide", "Title Only", "#FFFFFF", "#1B1F24")
    assert (own.width, own.height, own.font, own.remarks) == (960, 540, "Arial", ())
    assert own.body.width > 0.9 * own.width
    assert own.body.height > 0.7 * own.height


@pytest.mark.parametrize("kind", ["presentation", "template", "slideshow"])
def test_each_kind_of_file_is_opened(kind: str) -> None:
    data = templates.as_kind(default_template(), f"presentationml.{kind}.main+xml")
    assert open_template(data, "house").page.name == "Title Only"


def test_sample_slides_and_what_lists_them_are_dropped() -> None:
    found = open_template(templates.dark(), "house.potx")
    assert len(found.deck.slides) == 0
    file = io.BytesIO()
    found.deck.save(file)
    assert not [name for name in zipfile.ZipFile(file).namelist() if name.startswith("ppt/slides/")]


@pytest.mark.parametrize(
    ("names", "opening", "page"),
    [
        ({}, "Title Slide", "Title Only"),
        ({"Title Slide": "Titeldia", "Title Only": "Alleen titel"}, "Titeldia", "Alleen titel"),
        ({"Title Slide": "Opening", "Title Only": "Chapter 7"}, "Opening", "Chapter 7"),  # by placeholders
    ],
)
def test_layouts_are_found_by_name_else_by_placeholders(names: dict[str, str], opening: str, page: str) -> None:
    found = open_template(templates.named(names), "house")
    assert (found.opening.name, found.page.name) == (opening, page)


def test_the_ground_decides_the_theme() -> None:
    dark = open_template(templates.dark(), "house")
    assert (dark.ground, dark.ink) == ("#0B2545", "#FFFFFF")
    assert theme_on(dark.ground) == ("dark", "#0B2545")
    assert theme_on(open_template(templates.dark(b"777777"), "house").ground) == (
        "light",
        None,
    )  # nothing is seen on it
    patterned = open_template(templates.patterned(), "house")
    assert (patterned.ground, patterned.ink) == (None, None)
    assert theme_on(None) == ("light", None)
    assert theme_on("#FFFFFF") == ("light", "#FFFFFF")


@pytest.mark.parametrize(
    "data",
    [
        templates.of_size(9_144_000, 6_858_000),
        templates.of_size(6_858_000, 12_192_000),
        templates.with_layouts(1),
        templates.without_titles(),
        templates.patterned(),
    ],
    ids=["4:3", "portrait", "one layout", "no title", "gradient"],
)
def test_any_proportions_and_layouts_leave_room_on_the_slide(data: bytes) -> None:
    found = open_template(data, "house")
    body = found.body
    assert 0 <= body.left < body.right <= found.width
    assert 0 <= body.top < body.bottom <= found.height
    assert body.height >= 0.39 * found.height


def test_without_a_title_it_says_so() -> None:
    found = open_template(templates.without_titles(), "house.potx")
    assert title_of(found.page) is None
    assert found.remarks == (
        "house.potx: no layout has a title, which readers with a screen reader need; text boxes have them",
    )


def test_links_to_elsewhere_are_not_carried_over() -> None:
    deck = templates.deck_of()
    part = deck.slide_master.part
    part.relate_to("https://example.org/logo.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    rid = part.relate_to("https://example.org/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    about = deck.slide_master.shapes[0]._element.nvSpPr.cNvPr
    about.get_or_add_hlinkClick().rId = rid
    found = open_template(templates.saved(deck), "house.pptx")
    assert found.remarks == ("house.pptx: 2 links to elsewhere not carried over",)
    file = io.BytesIO()
    found.deck.save(file)
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            assert b"example.org" not in archive.read(name)
            assert b"hlinkClick" not in archive.read(name)
    Presentation(io.BytesIO(file.getvalue()))


BOMB = b"<x>" + b" " * (17 << 20) + b"</x>"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "house is no presentation, a damaged one, or one with a password; save it again as .pptx or .potx"),
        (b"PK\x03\x04" + b"x" * 99, "house is no presentation, a damaged one, or one with a password"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "house is no presentation, a damaged one, or one with a password"),
        (default_template()[:-400], "house is no presentation, a damaged one, or one with a password"),
        (
            templates.as_kind(default_template(), "presentationml.nothing+xml"),
            "house is no PowerPoint presentation; save it as .pptx or .potx",
        ),
        (
            templates.changed(
                default_template(),
                {
                    templates.TYPES: lambda types: types.replace(
                        b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                        b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
                    )
                },
            ),
            "house holds macros, which are not carried over; save it as .pptx or .potx without them",
        ),
        (
            templates.changed(default_template(), {"ppt/bomb.xml": BOMB}),
            "house: a template that unpacks to more than 16 MiB of XML is not opened; remove slides and pictures",
        ),
        (templates.changed(default_template(), {"ppt/presentation.xml": b"<no"}), "house cannot be read as a presen"),
        (templates.changed(default_template(), {"_rels/.rels": b"<a/>"}), "house cannot be read as a presentation"),
        (
            templates.with_layouts(0),
            "house has no slide layouts; add one in PowerPoint: View, Slide Master",
        ),
    ],
    ids=[
        "empty",
        "damaged",
        "password",
        "cut",
        "no presentation",
        "macros",
        "bomb",
        "bad xml",
        "no parts",
        "no layouts",
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(TemplateError) as refused:
        open_template(data, "house")
    assert str(refused.value).startswith(message)
    assert "\n" not in str(refused.value)


def test_pictures_may_be_large_but_not_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    data = templates.changed(default_template(), {"ppt/media/film.bin": b"\0" * (2 << 20)})
    assert open_template(data, "house")
    monkeypatch.setattr(module, "MAX_UNPACKED", 1 << 20)
    with pytest.raises(TemplateError, match="unpacks to more than 1 MiB is not opened"):
        open_template(data, "house")


def test_entities_are_not_resolved() -> None:
    secret = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'

    def with_entity(old: bytes) -> bytes:
        return old.replace(b"?>\n", b"?>\n" + secret, 1).replace(b'name="Title Only"', b'name="Title Only" title="&e;"')

    data = templates.changed(default_template(), {"ppt/slideLayouts/slideLayout3.xml": with_entity})
    with pytest.raises(TemplateError, match="cannot be read as a presentation"):
        open_template(data, "house")
