"""A rule's explanation, in Markdown and without markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from cxmap.diagnostic import Severity
from cxmap.lint.example import example_files
from cxmap.lint.explain import markdown, plain, sentence
from cxmap.lint.registry import RULES
from cxmap.lint.rule import Rule

RULE = Rule(
    code="CX201",
    name="unknown-reference",
    severity=Severity.ERROR,
    summary="an id that no file of the project defines",
    why="It leads nowhere.",
    bad="cxmap: 1\njourney:\n  channel: ⟦serach⟧\n",
    good="cxmap: 1\njourney:\n  channel: search\n",
    check=None,
    fixable=True,
)


def test_markdown():
    assert markdown(RULE) == (
        "# CX201 unknown-reference\n\n"
        "Severity: **error**. `cxmap validate --fix` fixes it where that is safe.\n\n"
        "## What it finds\n\nAn id that no file of the project defines.\n\n"
        "## Why it matters\n\nIt leads nowhere.\n\n"
        "## Example\n\n```yaml\ncxmap: 1\njourney:\n  channel: serach\n#          ^^^^^^\n```\n\n"
        "## Use instead\n\n```yaml\ncxmap: 1\njourney:\n  channel: search\n```\n"
    )


def test_plain():
    assert plain(replace(RULE, code="CX101", fixable=False)) == (
        "CX101 unknown-reference\n\n"
        "Severity: error. It can neither be suppressed, re-graded nor put in a baseline.\n\n"
        "What it finds:\n\nAn id that no file of the project defines.\n\n"
        "Why it matters:\n\nIt leads nowhere.\n\n"
        "Example:\n\n    cxmap: 1\n    journey:\n      channel: serach\n    #          ^^^^^^\n\n"
        "Use instead:\n\n    cxmap: 1\n    journey:\n      channel: search\n"
    )


@pytest.mark.parametrize(
    ("bad", "shown"),
    [
        ("⟦cxmap⟧: 2\n", "cxmap: 2\n#^^^^\n"),
        ("⟦x⟧: 2\n", "x: 2\n#^\n"),
        ("a: ⟦bcd\n  e⟧\n", "a: bcd\n#  ^^^\n  e\n"),
        ("漢字: ⟦x⟧\n", "漢字: x\n#     ^\n"),
        ("x: 1\n", "x: 1\n"),
        ("a: ⟦⟧\n", "a: \n#  ^\n"),
        ("a: \x07⟦b⟧\n", "a: \\x07b\n#      ^\n"),
    ],
)
def test_the_marked_place_has_carets_below_it(bad, shown):
    assert f"## Example\n\n```yaml\n{shown}```\n" in markdown(replace(RULE, bad=bad))


def test_a_link_to_a_file_that_is_gone_holds_nothing():
    (gone,) = example_files("--- b.yaml (a link to a file that is gone)\n")
    assert (gone.name, gone.text, gone.mark, gone.content) == ("b.yaml", "", None, None)


def test_several_files_are_named():
    gone, encoded = "--- b.yaml (a link to a file that is gone)\n", "--- c.yaml (saved as cp1252)\né: 1\n"
    text = markdown(replace(RULE, bad=f"--- a.yaml\na: ⟦1⟧\n{gone}{encoded}"))
    assert "`a.yaml`:\n\n```yaml\na: 1\n#  ^\n```\n\n" in text
    assert (
        "`b.yaml`, a link to a file that is gone.\n\n`c.yaml`, saved in another encoding than UTF-8:\n\n```yaml" in text
    )


@pytest.mark.parametrize(
    ("bad", "named"),
    [
        ("a: ⟦1⟧\n", False),
        ("--- journey.cxmap.yaml\na: ⟦1⟧\n", False),
        ("--- journey.cxmap.yaml\na: ⟦1⟧\n--- b.yaml\nb: 1\n", True),
        ("--- b.yaml\na: ⟦1⟧\n", True),
    ],
)
def test_a_file_is_named_unless_it_is_the_one_journey(bad, named):
    example = markdown(replace(RULE, bad=bad)).partition("## Example\n\n")[2].partition("## Use")[0]
    assert example.startswith("`" if named else "```yaml")
    assert example.count(".yaml`:") == (bad.count("---") if named else 0)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_explains_itself_under_the_same_headings(rule):
    tokens = MarkdownIt().parse(markdown(rule))
    headings = [tokens[i + 1].content for i, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings == [f"{rule.code} {rule.name}", "What it finds", "Why it matters", "Example", "Use instead"]
    assert "⟦" not in markdown(rule) + plain(rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_plain_text_of_a_rule_is_no_markup(rule):
    for text in (rule.why, sentence(rule)):
        (inline,) = (token for token in MarkdownIt().parse(text) if token.type == "inline")
        assert [child.content for child in inline.children or []] == [text]
