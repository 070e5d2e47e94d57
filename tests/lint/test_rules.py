"""Every rule has a module of tests with its own name, in the folder of its group."""

from __future__ import annotations

from pathlib import Path

import cxmap.lint.rules

RULES = Path(cxmap.lint.rules.__file__).parent
TESTS = Path(__file__).with_name("rules")


def test_every_rule_has_a_module_of_tests_and_every_such_module_a_rule():
    rules = {path.relative_to(RULES).with_suffix("") for path in RULES.glob("*/cx*.py")}
    assert rules  # found at all
    tested = {path.relative_to(TESTS).with_suffix("") for path in TESTS.glob("*/test_cx*.py")}
    named = {path.with_name(path.name.removeprefix("test_")) for path in tested}
    assert sorted(rules - named) == [], "rules without tests/lint/rules/GROUP/test_RULE.py"
    assert sorted(named - rules) == [], "tests of rules that are not there"


def test_every_module_of_tests_of_a_rule_holds_a_test():
    empty = [path.name for path in TESTS.glob("*/test_cx*.py") if "def test_" not in path.read_text(encoding="utf-8")]
    assert empty == []
