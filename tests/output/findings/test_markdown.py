"""``markdown``: a table that a renderer sees as one, within GitHub's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt
from tests.output.findings.golden import assert_golden
from tests.output.findings.reports import EVERY_REPORT, HOSTILE, NOTHING, ORDINARY, RULES, finding, report

from cxmap.output.findings.registry import render

if TYPE_CHECKING:
    from markdown_it.token import Token


def parsed(document: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(document)


@pytest.mark.parametrize("one", EVERY_REPORT.values(), ids=EVERY_REPORT)
def test_one_row_a_finding_and_nothing_but_text_links_and_breaks(one):
    tokens = parsed(render("markdown", one, RULES))
    head = 1 if one.diagnostics else 0
    assert sum(token.type == "tr_open" for token in tokens) == len(one.diagnostics) + head
    inline = [child for token in tokens for child in token.children or []]
    kinds = {child.type for child in inline}
    assert kinds <= {"text", "text_special", "link_open", "link_close", "html_inline"}
    assert {child.content for child in inline if child.type == "html_inline"} <= {"<br>"}
    links = {child.attrs["href"] for child in inline if child.type == "link_open"}
    assert links <= {rule.url for rule in RULES.values()}


def test_errors_come_first():
    rows = [line for line in render("markdown", ORDINARY, RULES).splitlines() if line.startswith("| ")][2:]
    assert [row.split()[2] for row in rows] == ["error", "error", "error", "warning", "advice"]


def test_a_long_report_is_cut_and_says_so():
    message = "漢字 " * 30
    findings = [finding("CX201", f"{message}{number}", (1, 1, 1, 2)) for number in range(5000)]
    document = render("markdown", report(*findings), RULES)
    rows = document.count("❌")
    assert 50_000 < len(document.encode()) < 60_000
    assert document.endswith(
        f"\n\n{5000 - rows} more, which would make this too long: run `cxmap validate` to see every one.\n"
    )


@pytest.mark.parametrize(("name", "one"), [("nothing", NOTHING), ("ordinary", ORDINARY), ("hostile", HOSTILE)])
def test_golden(name, one):
    assert_golden(f"{name}.md", render("markdown", one, RULES))
