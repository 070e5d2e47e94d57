"""``full`` and ``concise``: what a person reads."""

from __future__ import annotations

import re

import pytest
from tests.output.findings.golden import assert_golden
from tests.output.findings.reports import EVERY_REPORT, HOSTILE, MANY, NOTHING, ORDINARY, RULES, finding, report

from cxmap.output.findings.registry import render
from cxmap.output.findings.style import ReportStyle
from cxmap.text.width import columns


@pytest.mark.parametrize("form", ["full", "concise"])
@pytest.mark.parametrize("name", EVERY_REPORT)
def test_golden(form, name):
    assert_golden(f"{name}.{form}.txt", render(form, EVERY_REPORT[name], RULES))


def test_colours_golden():
    assert_golden("ordinary.full.ansi", render("full", ORDINARY, RULES, ReportStyle(color=True, links=True)))


def test_concise_has_a_line_for_every_finding():
    for one in (HOSTILE, MANY, ORDINARY):
        lines = render("concise", one, RULES, ReportStyle(quiet=True)).splitlines()
        assert len(lines) == len(one.diagnostics)
        assert all(re.fullmatch(r".+:\d+:\d+: CX\d{3} \[(error|warning|advice)\] .+", line) for line in lines)


def test_concise_line():
    line = "journeys/a.yaml:8:20: CX201 [error] no channel is called 'serach'; did you mean 'search'?\n"
    assert line in render("concise", ORDINARY, RULES)


def test_nothing_found_is_the_summary_alone():
    for form in ("full", "concise"):
        assert render(form, NOTHING, RULES) == "Checked 12 files (3 skipped): 0 errors, 0 warnings, 0 advice.\n"


def marked(line: str, place: tuple[int, int, int, int], *, width: int = 120) -> tuple[str, str]:
    """The excerpt's line and what its carets stand below, by columns of a terminal."""
    one = report(finding("CX201", "m", place, "x.yaml"), texts={"x.yaml": line})
    shown = render("full", one, RULES, ReportStyle(width=width)).splitlines()
    (at,) = (number for number, text in enumerate(shown) if re.fullmatch(r" *\| *\^+", text))
    source, carets = shown[at - 1], shown[at]
    start, end = carets.index("^"), len(carets)
    below = ""
    for number in range(len(source)):
        if start <= columns(source[:number]) < end:
            below += source[number]
    return source.split(" | ", 1)[1], below


@pytest.mark.parametrize(
    ("line", "place", "below"),
    [
        ("channel: serach", (1, 10, 1, 16), "serach"),
        ("漢字: serach", (1, 5, 1, 11), "serach"),
        ("- {id: 漢字, x: 1}", (1, 8, 1, 10), "漢字"),
        ("👟👟 x: y", (1, 4, 1, 5), "x"),
        ("e\u0301e\u0301: bad", (1, 7, 1, 10), "bad"),
        ("\tbad: x", (1, 2, 1, 5), "bad"),
        ("\tbad", (1, 1, 1, 2), "→   "),
        ("a: \x1b[31m bad", (1, 10, 1, 13), "bad"),
        ("a: \x1b", (1, 4, 1, 5), r"\x1b"),
        ("key:", (1, 5, 1, 5), ""),
        ("key: value\n  more: x", (1, 6, 2, 5), "value"),
        ("##[group] bad", (1, 11, 1, 14), "bad"),
    ],
)
def test_carets_stand_below_the_place(line, place, below):
    assert marked(line, place)[1] == below


@pytest.mark.parametrize("letter", ["x", "漢", "\x1b"])
@pytest.mark.parametrize(("before", "after"), [(0, 5000), (5000, 0), (5000, 5000), (160, 5), (5, 160)])
def test_a_long_line_is_cut_around_the_place(letter, before, after):
    shown, below = marked(f"{letter * before}MARK{letter * after}", (1, before + 1, 1, before + 5))
    assert below == "MARK"
    assert 110 <= columns(shown) <= 120
    assert shown.startswith("…") == (before > 5)
    assert shown.endswith("…") == (after > 5)


def test_a_long_mark_is_cut_too():
    shown, below = marked(f"text: {'x' * 400}", (1, 7, 1, 407), width=80)
    assert columns(shown) <= 80
    assert shown.endswith("x…")
    assert set(below) == {"x"}


def test_a_million_letters_are_cut_fast():
    shown, _ = marked("\u0301" * 1_000_000 + "MARK", (1, 1_000_001, 1, 1_000_005))
    assert shown.endswith("MARK")


def test_a_place_that_the_file_does_not_have_shows_no_lines():
    one = report(finding("CX006", "cannot be read", (9, 1, 9, 1), "x.yaml"), texts={"x.yaml": "a: 1\n"})
    assert "|" not in render("full", one, RULES)


def test_a_file_whose_text_is_not_known_shows_no_lines():
    one = report(finding("CX006", "cannot be read", (1, 1, 1, 1), "gone.yaml"))
    assert render("full", one, RULES, ReportStyle(quiet=True)) == (
        f"error[CX006 unreadable-file]: cannot be read\n --> gone.yaml:1:1\n  = docs: {RULES['CX006'].url}\n"
    )


def test_a_remark_may_hold_a_hostile_name():
    one = report(remarks=("a\n::error::b.yaml cannot be read",))
    assert render("concise", one, RULES).splitlines()[0] == r"a\n::error::b.yaml cannot be read"


class TestHundredsOfFindings:
    """The same mistake over and over stays readable, and nothing is left out in silence."""

    output = render("full", MANY, RULES)

    def test_three_of_a_rule_and_file_are_shown_with_their_lines(self):
        assert self.output.count("error[CX101 unknown-key]: unknown key '") == 6
        assert self.output.count("warning[CX302 unscored-touchpoint]: no experience for '") == 6

    def test_the_rest_is_listed_and_counted(self):
        assert self.output.count("error[CX101 unknown-key]: 37 more in journeys/one.yaml\n") == 1
        assert self.output.count("  and 27 more; --format concise shows every one\n") == 4

    def test_the_counts_of_all_rules_stand_at_the_end(self):
        assert self.output.endswith(
            "\nFindings of each rule:\n"
            "  80  CX101  unknown-key          error    80 fixable with --fix\n"
            "  80  CX302  unscored-touchpoint  warning\n"
            "   1  CX201  unknown-reference    error\n"
            "\nChecked 12 files (3 skipped): 81 errors, 80 warnings, 0 advice. 80 fixable with --fix.\n"
        )

    def test_it_fits_on_a_few_screens(self):
        assert len(self.output.splitlines()) < 200

    def test_what_is_rare_is_shown_whole(self):
        assert "channel: serach" in self.output

    def test_twenty_findings_are_all_shown(self):
        few = report(*MANY.diagnostics[:20], texts=MANY.texts)
        output = render("full", few, RULES)
        assert output.count("-->") == 20
        assert "more in" not in output
        assert "Findings of each rule" not in output
