"""CX001: the text is not YAML."""

from __future__ import annotations

import pytest

from tests.support import WITHOUT_ADVICE, diagnose_files, diagnose_text


@pytest.mark.parametrize(
    ("text", "line", "message", "help_"),
    [
        ("segments:\n  a: {title: Step 1: search}\n", 3, None, "quotes"),
        ("segments:\n  a:\n    title: Stap 1: zoeken\n", 4, None, "quotes"),
        ("segments:\n\ta: {title: A}\n", 3, "tab", "spaces"),
        ("segments:\n  a: {title: A\n", 4, None, None),
        ('segments:\n  a: {title: "A}\n', 4, None, None),
        ("segments:\n  a: {title: *nowhere}\n", 3, None, None),
    ],
)
def test_what_people_type_that_is_not_yaml(text, line, message, help_):
    found = diagnose_text(f"cxmap: 1\n{text}")
    assert [one.code for one in found] == ["CX001"]
    assert found[0].span.line <= line
    said = f"{found[0].message} {found[0].help}"
    assert message is None or message in said
    assert help_ is None or help_ in said


def test_a_file_that_cannot_be_read_gets_no_other_findings():
    text = "cxmap: 1  # cxmap: ignore[CX304]\nstakeholders: {a: {nonsense: 1}}\nsegments: [\n"
    assert [one.code for one in diagnose_text(text)] == ["CX001"]


def test_the_summary_says_what_could_not_be_looked_for():
    loaded_files = {"cxmap.toml": WITHOUT_ADVICE, "a.cxmap.yaml": "cxmap: 1\n[", "b.cxmap.yaml": "cxmap: 1\n"}
    assert [one.code for one in diagnose_files(loaded_files)] == ["CX001"]
