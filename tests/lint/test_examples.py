"""Every rule's examples are run: the bad one gives the rule once, at its mark and alone; the good one nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cxmap.diagnostic import START
from cxmap.lint.example import example_files
from cxmap.lint.fix import apply_fixes
from cxmap.lint.registry import RULES
from tests.support import brief, diagnose_files

if TYPE_CHECKING:
    from cxmap.diagnostic import Diagnostic

BY_CODE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def run(example: str) -> list[Diagnostic]:
    files: dict[str, str | bytes | None] = {one.name: one.content for one in example_files(example)}
    return diagnose_files({"cxmap.toml": "", **files})


@BY_CODE
def test_the_bad_example_gives_the_rule_once_at_the_mark(rule):
    found = run(rule.bad)
    marked = [one for one in example_files(rule.bad) if one.mark]
    path = marked[0].name if marked else example_files(rule.bad)[0].name
    span = marked[0].mark if marked else START
    assert [(one.code, one.path, one.span) for one in found] == [(rule.code, path, span)], [
        f"{place}: {one.message}" for place, one in zip(brief(found), found, strict=True)
    ]
    assert found[0].severity is rule.severity


@BY_CODE
def test_the_good_example_gives_nothing(rule):
    found = run(rule.good)
    assert [f"{place}: {one.message}" for place, one in zip(brief(found), found, strict=True)] == []


@BY_CODE
def test_a_fix_of_the_bad_example_leaves_nothing_to_find(rule):
    fixes = [one.fix for one in run(rule.bad) if one.fix]
    if not fixes:
        return
    assert rule.fixable == all(fix.safe for fix in fixes)
    texts = {one.name: one.text for one in example_files(rule.bad)}
    marked = next(one.name for one in example_files(rule.bad) if one.mark)
    texts[marked], count = apply_fixes(texts[marked], fixes)
    assert count == 1
    assert diagnose_files({"cxmap.toml": "", **texts}) == []


@BY_CODE
def test_an_example_has_one_mark_at_most(rule):
    assert rule.bad.count("⟦") == rule.bad.count("⟧") <= 1
    assert "⟦" not in rule.good
    assert "⟧" not in rule.good


@BY_CODE
def test_what_a_rule_says_of_itself(rule):
    assert rule.summary[0].islower() or rule.summary.startswith(("'", "YAML"))
    assert not rule.summary.endswith(".")
    assert rule.why.endswith((".", "?"))
    assert "\n" not in rule.summary + rule.why


def test_the_registry_is_sorted_and_nothing_is_there_twice():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
