"""The studio in a real browser: whoever writes no YAML looks, scores, writes and arranges."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.studio import JOURNEY, NAME, PATIENCE, Open, returns, studio
from tests.browser.test_report import TAGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Route

pytestmark = pytest.mark.browser

EMOTION = "/journey/returns/emotion"
PRINTS = f"{EMOTION}~touchpoint/returns/prints"
FAILED = "Failed to load resource: the server responded with a status of"
REFUSED = (f"{FAILED} 409", f"{FAILED} 422")
"""What a browser says of its own accord of a change that is refused."""
BUSY = "main#main .waiting"


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """A studio that has drawn its journey."""
    with studio(browser, returns(tmp_path / "shop"), place=EMOTION) as made:
        expect(made.point("refund")).to_be_attached(timeout=PATIENCE)
        yield made
        assert [line for line in made.said if not line.startswith(REFUSED)] == []


def late(route: Route) -> None:
    """Hold an answer until all that is told of it has come."""
    answer = route.fetch()
    time.sleep(1)
    route.fulfill(response=answer)


def by_dragging(made: Open) -> None:
    made.drag("looks-it-up", -1.5)


def by_keys(made: Open) -> None:
    made.point("looks-it-up").focus()
    for _ in range(3):
        made.page.keyboard.press("ArrowDown")


def by_typing(made: Open) -> None:
    made.keyed("score-looks-it-up/ada/experience").fill("6.5")
    made.page.keyboard.press("Tab")


@pytest.mark.parametrize("way", [by_dragging, by_keys, by_typing])
def test_a_mark_is_one_number_of_one_line_however_it_is_changed(opened: Open, way: Callable[[Open], None]) -> None:
    way(opened)
    opened.saved("Looks up how it works, experience: 6.5")
    assert opened.text() == JOURNEY.replace("experience: 8", "experience: 6.5")
    expect(opened.point("looks-it-up")).to_have_attribute("aria-valuenow", "6.5")
    expect(opened.keyed("score-looks-it-up/ada/experience")).to_have_value("6.5")
    opened.page.locator("body").press("Control+z")
    opened.saved("Undone")
    assert opened.text() == JOURNEY


def test_the_focus_stays_on_a_mark(opened: Open) -> None:
    opened.point("looks-it-up").focus()
    opened.page.keyboard.press("ArrowUp")
    opened.saved("experience: 8.5")
    expect(opened.page.locator('text="8.5"').first).to_be_visible(timeout=PATIENCE)
    opened.page.keyboard.press("ArrowRight")
    expect(opened.point("prints")).to_be_focused()
    opened.page.keyboard.press("Enter")
    expect(opened.keyed("score-prints/ada/experience")).to_be_focused()


def test_a_measurement_says_why_it_stays(opened: Open) -> None:
    opened.drag("brings", 2)
    opened.saved("measured")
    opened.point("brings").press("ArrowUp")
    assert opened.text() == JOURNEY
    expect(opened.keyed("score-brings/ada/experience")).to_have_count(0)


def test_a_field_is_saved_when_it_is_left(opened: Open) -> None:
    opened.keyed("row-looks-it-up").click()
    opened.keyed("f-doing").fill("Reads: the page")
    opened.page.keyboard.press("Tab")
    opened.saved("Doing")
    assert opened.text() == JOURNEY.replace("doing: Reads the page", 'doing: "Reads: the page"')


def test_what_is_refused_says_so_beside_the_field_and_stays_typed(opened: Open) -> None:
    opened.keyed("row-prints").click()
    opened.keyed("f-scores-experience").fill("99")
    opened.page.keyboard.press("Tab")
    expect(opened.page.locator("#panel .beside.wrong").first).to_contain_text("10", timeout=PATIENCE)
    expect(opened.keyed("f-scores-experience")).to_have_value("99")
    assert opened.text() == JOURNEY


def test_a_quote_needs_its_source_before_it_is_written(opened: Open) -> None:
    opened.keyed("row-prints").click()
    opened.keyed("add-evidence").click()
    opened.keyed("f-evidence-0-quote").fill("I have no printer.")
    opened.page.keyboard.press("Tab")
    expect(opened.page.locator("#panel .lacks")).to_contain_text("Source")
    assert opened.text() == JOURNEY
    opened.keyed("f-evidence-0-source").select_option("survey")
    opened.saved("Evidence")
    assert "quote: I have no printer." in opened.text()


def test_touchpoints_are_added_moved_and_deleted(opened: Open) -> None:
    opened.keyed("add-touchpoint-bring").click()
    opened.page.keyboard.type("Keeps the receipt")
    opened.page.keyboard.press("Enter")
    opened.saved("Keeps the receipt: added")
    opened.page.keyboard.press("Escape")
    row = opened.page.locator('tr[data-touchpoint="keeps-the-receipt"]')
    expect(row).to_be_visible()
    opened.keyed("up-touchpoint-keeps-the-receipt").press("Enter")
    opened.saved("moved")
    expect(opened.keyed("up-touchpoint-keeps-the-receipt")).to_be_focused(timeout=PATIENCE)
    text = opened.text()
    assert text.index("id: brings") < text.index("id: keeps-the-receipt") < text.index("id: refund")
    opened.keyed("row-keeps-the-receipt").click()
    opened.keyed("panel-stage").select_option("find-out")
    expect(opened.page.locator('[data-stage="find-out"] [data-touchpoint="keeps-the-receipt"]')).to_be_visible()
    assert opened.text().index("id: keeps-the-receipt") < opened.text().index("id: bring\n")
    opened.keyed("panel-delete").click()
    opened.saved("deleted")
    assert opened.text() == JOURNEY


def test_nothing_asks_for_what_is_deleted_when_its_news_comes_before_the_answer(opened: Open) -> None:
    opened.keyed("row-brings").click()
    opened.page.route("**/api/edit", late)
    opened.keyed("panel-delete").click()
    opened.saved("deleted")
    expect(opened.page.locator('tr[data-touchpoint="brings"]')).to_have_count(0)
    expect(opened.page.locator("#panel")).to_be_hidden()


def test_what_could_not_be_deleted_is_shown_again(opened: Open) -> None:
    opened.keyed("row-brings").click()
    expect(opened.keyed("panel-delete")).to_be_visible()
    opened.page.route("**/api/edit", lambda route: route.abort())
    opened.keyed("panel-delete").click()
    expect(opened.keyed("panel-delete")).to_be_visible(timeout=PATIENCE)
    assert opened.text() == JOURNEY
    opened.said.clear()  # the browser says of its own accord that the request failed


def test_a_row_is_dragged_to_its_place(opened: Open) -> None:
    grip = opened.page.locator('tr[data-touchpoint="refund"] .grip')
    grip.drag_to(opened.page.locator('tr[data-touchpoint="looks-it-up"]'), target_position={"x": 80, "y": 3})
    opened.saved("moved")
    text = opened.text()
    assert text.index("id: refund") < text.index("id: looks-it-up")


def test_what_an_editor_writes_is_shown_and_a_half_typed_field_stays(opened: Open) -> None:
    opened.keyed("row-looks-it-up").click()
    opened.keyed("f-doing").fill("Half ty")
    changed = JOURNEY.replace("experience: 8", "experience: 2").replace("doing: Reads the page", "doing: Calls us")
    opened.write(changed)
    expect(opened.point("looks-it-up")).to_have_attribute("aria-valuenow", "2", timeout=PATIENCE)
    expect(opened.keyed("f-doing")).to_have_value("Half ty")
    expect(opened.keyed("f-doing")).to_be_focused()
    expect(opened.page.locator("#panel .beside.news")).to_contain_text("Calls us")


def test_what_is_half_typed_stays_while_the_file_cannot_be_read(opened: Open) -> None:
    opened.keyed("row-looks-it-up").click()
    opened.keyed("f-doing").fill("Half ty")
    opened.write(JOURNEY.replace("stages:", "stages: ]"))
    expect(opened.page.locator("#panel .stale")).to_be_visible(timeout=PATIENCE)
    expect(opened.keyed("f-doing")).to_have_value("Half ty")
    opened.write(JOURNEY)
    expect(opened.page.locator("#panel .stale")).to_have_count(0, timeout=PATIENCE)
    opened.page.keyboard.type("ped")
    opened.page.keyboard.press("Tab")
    opened.comes_to(JOURNEY.replace("Reads the page", "Half typed"))
    opened.forgive(404)


@pytest.mark.parametrize(("answer", "doing"), [("Keep the file's", "Calls us"), ("Write mine", "Mails us")])
def test_a_conflict_shows_both_and_offers_both(opened: Open, answer: str, doing: str) -> None:
    opened.keyed("row-looks-it-up").click()
    opened.keyed("f-doing").fill("Mails us")
    changed = JOURNEY.replace("doing: Reads the page", "doing: Calls us")
    opened.write(changed)
    expect(opened.page.locator("#panel .beside.news")).to_be_visible(timeout=PATIENCE)
    opened.page.keyboard.press("Tab")
    note = opened.page.locator("#panel .beside.conflict")
    expect(note).to_contain_text("Calls us", timeout=PATIENCE)
    expect(note).to_contain_text("Mails us")
    opened.saved("It was changed in the file meanwhile.")
    note.get_by_role("button", name=answer).click()
    expect(opened.keyed("f-doing")).to_have_value(doing)
    expect(note).to_have_count(0)
    assert opened.text() == JOURNEY.replace("Reads the page", doing)


def test_an_error_keeps_the_last_picture_and_says_where_it_is(opened: Open) -> None:
    opened.write(JOURNEY.replace("stages:", "stages: ]"))
    note = opened.page.locator("figure.old .stale")
    expect(note).to_contain_text(f"before the error in {NAME}:", timeout=PATIENCE)
    expect(opened.page.locator("figure svg")).to_be_visible()
    opened.go(f"/file/{NAME}")
    finding = opened.page.locator(".text .finding").first
    expect(finding).to_be_visible()
    numbered = "each => getComputedStyle(each, '::before').content"
    assert finding.evaluate(numbered) == "none"  # it is no line of the file
    assert opened.page.locator("#line-1").evaluate(numbered) != "none"
    opened.go(EMOTION)
    expect(note).to_be_visible(timeout=PATIENCE)
    opened.write(JOURNEY)
    expect(opened.page.locator("figure.old")).to_have_count(0, timeout=PATIENCE)


def test_a_project_that_cannot_be_read_says_why_and_comes_back(opened: Open) -> None:
    opened.write("nonsense = [", "cxmap.toml")
    expect(opened.page.locator("main .stale")).to_contain_text("cxmap.toml:1", timeout=PATIENCE)
    opened.write("", "cxmap.toml")
    expect(opened.point("refund")).to_be_attached(timeout=PATIENCE)
    opened.forgive(503)


def test_a_journey_from_nothing_to_a_chart(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "cxmap.toml").write_text("", encoding="utf-8")
    with studio(browser, folder) as made:
        page = made.page
        made.keyed("new-persona").click()
        page.locator("#new-title").fill("Ada")
        page.keyboard.press("Enter")
        made.saved("Ada: added")
        made.go("/")
        made.keyed("new-journey-first").click()
        page.locator("#new-title").fill("Sends a parcel back")
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Sends a parcel back", timeout=PATIENCE)
        first = page.locator("tr[data-touchpoint]").first
        name = first.get_attribute("data-touchpoint")
        for title in ("Prints the label", "Gets the money back"):
            if not page.locator("form.inline").count():
                page.locator('[data-key^="add-touchpoint-"]').first.click()
            page.locator("form.inline input").fill(title)
            page.keyboard.press("Enter")
            made.saved(f"{title}: added")
        page.keyboard.press("Escape")
        for touchpoint, importance, experience in (
            (name, 6, 7),
            ("prints-the-label", 8, 3),
            ("gets-the-money-back", 9, 6),
        ):
            for kind, value in (("importance", importance), ("experience", experience)):
                made.keyed(f"score-{touchpoint}/ada/{kind}").fill(str(value))
                page.keyboard.press("Tab")
                made.saved(f"{kind}: {value}")
        expect(page.locator('[role="slider"]')).to_have_count(3, timeout=PATIENCE)
        made.go("/ranking")
        expect(page.locator("table.ranking tbody tr:not(.whose)").first).to_contain_text(
            "Prints the label", timeout=PATIENCE
        )
        assert [line for line in made.said if "503" not in line] == []


def test_read_only_hides_what_writes(browser: Browser, tmp_path: Path) -> None:
    with studio(
        browser, returns(tmp_path / "shop"), "--read-only", place=f"{EMOTION}~touchpoint/returns/prints"
    ) as made:
        expect(made.page.locator("#panel h2")).to_have_text("Prints the label", timeout=PATIENCE)
        expect(made.page.locator("tr[data-touchpoint]").first).to_be_visible(timeout=PATIENCE)
        assert (
            made.page.locator("main input, #panel input:not([readonly]), #panel textarea:not([readonly])").count() == 0
        )
        expect(made.page.locator("#panel .row")).to_have_count(2)  # what is empty cannot be filled in: title and scores
        assert made.page.locator("#panel select:not([disabled]), .foot button, .chip, [data-key=undo]").count() == 0


HOSTILE = "<img src=x onerror=document.title='taken'> {} %s </script>"


def test_what_somebody_wrote_is_never_markup(browser: Browser, tmp_path: Path) -> None:
    folder = returns(tmp_path / "shop")
    text = JOURNEY.replace("Looks up how it works", HOSTILE).replace("Sends a parcel back", HOSTILE)
    (folder / NAME).write_text(text, encoding="utf-8")
    with studio(browser, folder, place=f"{EMOTION}~touchpoint/returns/looks-it-up") as made:
        expect(made.page.locator("#panel h2")).to_have_text(HOSTILE, timeout=PATIENCE)
        for place in (EMOTION, "/ranking", "/needs", f"/file/{NAME}"):
            made.go(place)
            expect(made.page.locator(f'text="{HOSTILE}"').first).to_be_attached(timeout=PATIENCE)
        assert made.page.locator("img").count() == 0
        assert "taken" not in made.page.title().replace(HOSTILE, "")


PLACES = {
    EMOTION: "[role=slider]",
    PRINTS: "#panel .form",
    "/journey/returns/matrix": "figure svg",
    "/ranking": "table.ranking",
    "/people": "ul.cards",
    "/needs": "main section",
    f"/file/{NAME}": ".text li",
}
AXE = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
SMALL = """() => [...document.querySelectorAll('button, select, input, textarea, [role=slider], nav a, a.card, .grip')]
  .filter(each => each.checkVisibility({visibilityProperty: true}))
  .map(each => [each.getBoundingClientRect(), each.outerHTML.slice(0, 120)])
  .filter(([box]) => box.width && (box.width < 24 || box.height < 24))
  .map(([box, html]) => [Math.round(box.width), Math.round(box.height), html])"""


@pytest.mark.parametrize(
    ("width", "scheme", "places"),
    [(1440, "light", 7), (1440, "dark", 2), (320, "light", 2)],
    ids=["light", "dark", "narrow"],
)
def test_nothing_keeps_anybody_out(browser: Browser, tmp_path: Path, width: int, scheme: Any, places: int) -> None:
    from axe_playwright_python.sync_playwright import Axe  # which other tests do without

    look = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    with studio(browser, returns(tmp_path / "shop"), place=EMOTION, **look) as made:
        for place, sign in list(PLACES.items())[:places]:
            made.go(place)
            expect(made.page.locator(sign).first).to_be_attached(timeout=PATIENCE)
            expect(made.page.locator(BUSY)).to_have_count(0, timeout=PATIENCE)
            found = Axe().run(
                made.page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
            )
            assert [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]] == [], place
            assert made.page.evaluate("document.documentElement.scrollWidth") == width, place
            assert made.page.evaluate(SMALL) == [], place
        made.go(PRINTS)
        made.keyed("panel-delete").click()  # however small the window, all of the panel can be reached
        made.saved("deleted")
        assert made.said == []


def test_dutch_has_no_english_of_ours(browser: Browser, tmp_path: Path) -> None:
    with studio(
        browser, returns(tmp_path / "shop"), "--lang", "nl", place=f"{EMOTION}~touchpoint/returns/prints"
    ) as made:
        expect(made.page.locator("#panel .form")).to_be_attached(timeout=PATIENCE)
        expect(made.page.locator("html")).to_have_attribute("lang", "nl")
        text = made.page.locator("body").inner_text()
        for word in ("Importance", "Experience", "Touchpoint", "Scores and order", "Delete", "Undo", "Add", "Doing"):
            assert word not in text


@pytest.mark.parametrize(("answer", "value"), [("Keep the file's", "2"), ("Write mine", "6.5")])
def test_a_conflict_over_a_mark_shows_both_and_offers_both(opened: Open, answer: str, value: str) -> None:
    page, handle = opened.page, opened.point("looks-it-up")
    opened.drag("looks-it-up", -1.5, let_go=False)
    opened.write(JOURNEY.replace("experience: 8", "experience: 2"))
    page.mouse.up()
    question = page.locator("dialog[open]")
    expect(question).to_contain_text("changed in the file meanwhile", timeout=PATIENCE)
    assert question.locator("dd").all_inner_texts() == ["2", "6.5"]
    question.get_by_role("button", name=answer).click()
    expect(handle).to_have_attribute("aria-valuenow", value, timeout=PATIENCE)
    opened.comes_to(JOURNEY.replace("experience: 8", f"experience: {value}"))


def test_what_others_refer_to_is_deleted_with_what_refers_to_it_or_stays(opened: Open) -> None:
    refers = JOURNEY.replace("Gets the money back\n", "Gets the money back\n          returns_to: prints\n")
    opened.write(refers)
    question, row = opened.page.locator("dialog[open]"), opened.keyed("row-prints")
    for answer in ("Keep it", "Delete, and take it out of them"):
        if not opened.keyed("panel-delete").count():
            row.click()
        opened.keyed("panel-delete").click()
        expect(question).to_contain_text("returns_to: prints", timeout=PATIENCE)
        expect(question).to_contain_text(f"{NAME}, line 31")
        assert opened.text() == refers
        question.get_by_role("button", name=answer, exact=True).click()
    opened.saved("deleted")
    assert "prints" not in opened.text()
    opened.page.locator("body").press("Control+z")
    opened.saved("Undone")
    assert opened.text() == refers


def tab_to(made: Open, key: str, back: bool = False) -> None:
    """Press Tab until what has a key has the focus."""
    sought = f'[data-key="{key}"], [data-point="{key}"]'
    for _ in range(150):
        if made.page.evaluate("sought => document.activeElement.matches(sought)", sought):
            return
        made.page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"Tab never comes to {key}")


def test_the_keyboard_alone_is_enough(opened: Open) -> None:
    keyboard = opened.page.keyboard
    keyboard.press("Tab")
    expect(opened.page.locator("#skip")).to_be_focused()
    keyboard.press("Enter")
    expect(opened.page.locator("main")).to_be_focused()
    tab_to(opened, "returns/looks-it-up/ada/experience")
    keyboard.press("ArrowRight")
    keyboard.press("PageUp")
    opened.saved("Prints the label, experience: 5")
    keyboard.press("Enter")
    expect(opened.keyed("score-prints/ada/experience")).to_be_focused()
    keyboard.press("Control+a")
    keyboard.type("5.5")
    keyboard.press("Enter")
    opened.saved("Prints the label, experience: 5.5")
    tab_to(opened, "row-prints", back=True)
    keyboard.press("Enter")
    expect(opened.page.locator("#panel h2")).to_have_text("Prints the label")
    tab_to(opened, "f-doing")
    keyboard.type("Looks for a printer")
    keyboard.press("Tab")
    opened.saved("Doing")
    tab_to(opened, "panel-later")
    keyboard.press("Enter")
    opened.saved("moved")
    keyboard.press("Escape")
    expect(opened.keyed("row-prints")).to_be_focused(timeout=PATIENCE)
    tab_to(opened, "add-touchpoint-bring")
    keyboard.press("Enter")
    keyboard.type("Keeps the receipt")
    keyboard.press("Enter")
    opened.saved("Keeps the receipt: added")
    keyboard.press("Escape")
    tab_to(opened, "row-keeps-the-receipt", back=True)
    keyboard.press("Enter")
    expect(opened.page.locator("#panel h2")).to_have_text("Keeps the receipt")
    tab_to(opened, "panel-delete")
    keyboard.press("Enter")
    opened.saved("deleted")
    text = opened.text()
    assert text.index("id: bring\n") < text.index("id: prints") < text.index("id: brings\n")
    assert "experience: 5.5" in text
    assert "doing: Looks for a printer" in text
    for undone in range(5, -1, -1):
        keyboard.press("Control+z")
        expect(opened.keyed("undo")).to_be_enabled() if undone else expect(opened.keyed("undo")).to_be_disabled()
        opened.page.wait_for_timeout(100)
    assert opened.text() == JOURNEY
