"""The report in a real browser: accessible, silent, alone, complete without script, and printed decently."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from cxmap.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

PRINTED = 718
"""CSS pixels that a sheet of A4 leaves between its margins."""


def opened(browser: Browser, report: Path, *, width: int = 1280, **more: Any) -> tuple[Page, list[str], list[str]]:
    """The report in a tab, with what its console said and what it asked for."""
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce", **more)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    return page, said, [url for url in asked if not url.startswith("data:")]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light")])
def test_nothing_keeps_anybody_out(browser: Browser, report: Path, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # which other tests do without

    page, _, _ = opened(browser, report, width=width, color_scheme=scheme)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    assert [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_words_that_no_line_holds_are_broken(browser: Browser, tmp_path: Path, width: int) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    stops = [
        {"id": f"t{i}", "title": f"{word} {i}", "scores": {"importance": 9 - i, "experience": 3 + i}} for i in range(4)
    ]
    stages = [{"id": "s", "title": word, "touchpoints": stops}]
    trip = {"id": "j", "title": word, "goal": word, "personas": ["a"], "stages": stages}
    data = {"cxmap": 1, "personas": {"a": {"name": word}}, "journey": trip}
    (tmp_path / "j.cxmap.yaml").write_text(json.dumps(data), encoding="utf-8")
    target = tmp_path / "report.html"
    leave_out = "map,blueprint"  # which are folded, and take long to draw
    assert run(["report", str(tmp_path), "-o", str(target), "--leave-out", leave_out, "--today", "2026-07-01"]) == 0
    page, _, _ = opened(browser, target, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_it_asks_for_nothing_and_says_nothing(browser: Browser, report: Path) -> None:
    page, said, asked = opened(browser, report)
    page.wait_for_load_state("networkidle")
    assert said == []
    assert asked == [report.as_uri()]
    page.close()


def test_without_script_all_is_there(browser: Browser, report: Path) -> None:
    """The script adds buttons and a picker of colours, and no content."""
    texts = []
    for on in (True, False):
        page, _, _ = opened(browser, report, java_script_enabled=on)
        texts.append(re.sub(r"\s+", " ", page.locator("main").inner_text()))
        assert page.locator("details.touchpoint[open]").count() == 4
        page.close()
    assert texts[0] == texts[1]


def test_a_script_that_is_put_in_is_refused(browser: Browser, report: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.html"
    text = report.read_text(encoding="utf-8")
    changed.write_text(text.replace("</main>", "<script>document.title='taken'</script></main>"), encoding="utf-8")
    page, said, _ = opened(browser, changed)
    assert page.title() != "taken"
    assert any("Content Security Policy" in line for line in said)
    page.close()


def test_tables_can_be_sorted_and_colours_picked(browser: Browser, report: Path) -> None:
    page, _, _ = opened(browser, report)
    table = page.locator("#evidence table").first
    cells = table.locator("tbody tr > :first-child")
    table.locator("th button").first.click()
    up = cells.all_inner_texts()
    table.locator("th button").first.click()
    assert cells.all_inner_texts() != up or len(set(up)) == 1
    assert table.locator("th").first.get_attribute("aria-sort") == "descending"
    page.locator(".picker select").select_option("dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 29)"
    page.close()


def test_links_in_charts_lead_to_touchpoints(browser: Browser, report: Path) -> None:
    page, _, _ = opened(browser, report)
    page.locator('svg a[href="#touchpoint.trip.look"]').first.click(force=True)
    assert page.url.endswith("#touchpoint.trip.look")
    page.close()


def test_printed_no_heading_is_alone_at_the_foot_of_a_page(browser: Browser, report: Path) -> None:
    """In a PDF of the page, no heading is the last text of a sheet."""
    page, _, _ = opened(browser, report)
    page.evaluate("document.querySelectorAll('h2, h3, h4, h5').forEach(heading => heading.append('§'))")
    pages = page_texts(page.pdf(prefer_css_page_size=True, print_background=True))
    page.close()
    assert len(pages) > 3
    assert any("§" in line for lines in pages for line in lines)
    assert [lines[-1] for lines in pages if lines and "§" in lines[-1]] == []


def test_running_shoes_is_printed_on_20_pages_in_8_points(browser: Browser, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    assert run(["report", "examples/running-shoes", "-o", str(target), "--today", "2026-07-01"]) == 0
    page, _, _ = opened(browser, target, width=PRINTED)
    page.emulate_media(media="print")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize) * 72 / 96") >= 8
    # A browser makes a whole PDF smaller for something that is wider than the paper.
    assert page.evaluate("document.documentElement.scrollWidth") <= PRINTED
    assert len(page_texts(page.pdf(prefer_css_page_size=True, print_background=True))) <= 20
    page.close()


def page_texts(pdf: bytes) -> list[list[str]]:
    """The lines of text of each page of a PDF."""
    from pypdf import PdfReader

    return [
        [" ".join(line.split()) for line in page.extract_text().splitlines() if line.strip()]
        for page in PdfReader(io.BytesIO(pdf)).pages
    ]
