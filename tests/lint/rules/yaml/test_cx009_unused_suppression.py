"""CX009, and what suppressing comments do."""

from __future__ import annotations

import pytest

from cxmap.lint.fix import apply_fixes
from tests.support import assert_marks, brief, diagnose_text

CONFIG = 'ignore = ["CX3", "CX4"]\n'


@pytest.mark.parametrize(
    "text",
    [
        "channels:\n  fax: {title: Fax, kind: digital}  # cxmap: ignore[CX203]\n",
        "channels:\n  fax: {title: Fax, kind: digital}  # cxmap: ignore[unused-definition]\n",
        "channels:\n  fax: {title: Fax, kind: digital}  # cxmap: ignore[cx203] we still have one\n",
        "channels:\n  fax: {title: Fax, kind: digital}  #cxmap:ignore[ CX203 ]\n",
        "# cxmap: ignore-file[CX203]\nchannels:\n  fax: {title: Fax, kind: digital}\n",
        "channels:\n  # cxmap: ignore-file[CX203]\n  fax: {title: Fax, kind: digital}\n  p: {title: P, kind: human}\n",
        "channels:\n  ⟦CX009 # cxmap: ignore[CX203]⟧\n  ⟦CX203 fax⟧: {title: Fax, kind: digital}\n",
        "channels:\n  ⟦CX203 fax⟧: {title: Fax, kind: digital}  ⟦CX009 # cxmap: ignore-file[CX203]⟧\n",
        "channels:\n  ⟦CX203 fax⟧: {title: Fax, kind: digital}  ⟦CX009 # cxmap: ignore CX203⟧\n",
        "channels:\n  ⟦CX203 fax⟧: {title: Fax, kind: digital}  ⟦CX009 # cxmap: ignore[CX203⟧\n",
        "⟦CX009 # cxmap: ignore-file⟧\nchannels:\n  ⟦CX203 fax⟧: {title: Fax, kind: digital}\n",
        "channels: {}  # cxmap: ignored on purpose\n",
        "channels:\n  ⟦CX203 fax⟧:  ⟦CX009 # cxmap: ignore[CX204]⟧\n    {title: Fax, kind: digital}\n",
        "channels:\n  ⟦CX203 fax⟧: {title: '# cxmap: ignore[CX203]', kind: digital}\n",
        "channels: {}  ⟦CX009 # cxmap: ignore[CX203]⟧\n",
        "channels: {}  ⟦CX009 CX009 # cxmap: ignore[CX203, CX202]⟧\n",
        "channels: {}  ⟦CX009 CX009 # cxmap: ignore[CX203, CX203]⟧\n",
        "channels:\n  fax: {title: Fax, kind: digital}  ⟦CX009 # cxmap: ignore[CX203, CX203]⟧\n",
        "channels: {}  # cxmap: ignore[CX203, CX009]\n",
        "# cxmap: ignore-file[CX009]\nchannels: {}  # cxmap: ignore[CX203, CX999]\n",
        "⟦CX009 # cxmap: ignore-file[CX009]⟧\nchannels: {}\n",
        "channels: {}  ⟦CX009 # cxmap: ignore[CX999]⟧\n",
        "channels: {}  ⟦CX009 # cxmap: ignore[]⟧\n",
        "channels: {}  # cxmap: ignore[CX304]\n",
        "⟦CX009 # cxmap: ignore-file[CX203]⟧\nchannels: {}\n",
        "stakeholders: {a: ⟦CX102 CX102 {}⟧}  ⟦CX009 # cxmap: ignore[CX102]⟧\n",
    ],
)
def test_what_is_silenced(text):
    assert_marks(f"cxmap: 1\n{text}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("segments: {}  # cxmap: ignore[CX203]\n", "segments: {}\n"),
        ("segments: {}  # cxmap: ignore[CX203] because\n", "segments: {}  # because\n"),
        ("  # cxmap: ignore-file[CX203]\nsegments: {}\n", "segments: {}\n"),
        ("segments: {}\n# cxmap: ignore-file[CX203]", "segments: {}\n"),
        ("segments: {}\r\n# cxmap: ignore-file[CX203]\r\nx-a: 1\r\n", "segments: {}\r\nx-a: 1\r\n"),
        (
            "channels: {a: {title: A, kind: human}}  # cxmap: ignore[CX202, CX203]\n",
            "channels: {a: {title: A, kind: human}}  # cxmap: ignore[CX203]\n",
        ),
        (
            "channels: {a: {title: A, kind: human}}  # cxmap: ignore[ CX203,CX204 , no such rule,, CX202 ]\n",
            "channels: {a: {title: A, kind: human}}  # cxmap: ignore[ CX203,CX202 ]\n",
        ),
    ],
)
def test_fixes(before, after):
    text = f"cxmap: 1\n{before}"
    fixed, _ = apply_fixes(text, [one.fix for one in diagnose_text(text, CONFIG) if one.fix])
    assert fixed == f"cxmap: 1\n{after}"


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("CX203", "'CX203' silences nothing here"),
        ("CX101", "'CX101' cannot be silenced"),
        ("nonsense", "unknown rule 'nonsense'"),
    ],
)
def test_messages(word, message):
    found = diagnose_text(f"cxmap: 1  # cxmap: ignore[{word}]\n")
    assert [(one.name, one.message) for one in found] == [("unused-suppression", message)]


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("# cxmap: ignore[CX203]\nchannels: {fax: {title: Fax, kind: digital}}\n", "at the end of the line"),
        ("channels: {fax: {title: Fax, kind: digital}}  # cxmap: ignore-file[CX203]\n", "on a line of its own"),
        ("channels: {fax: {title: Fax, kind: digital}}  # cxmap: ignore CX203\n", "# cxmap: ignore[CX304]"),
        ("# cxmap: ignore-file\nchannels: {fax: {title: Fax, kind: digital}}\n", "# cxmap: ignore-file[CX304]"),
    ],
)
def test_a_suppression_that_cannot_work_is_told_how_it_could_and_not_taken_away(text, help_):
    (found,) = (one for one in diagnose_text(f"cxmap: 1\n{text}") if one.code == "CX009")
    assert help_ in (found.help or "")
    assert found.fix is None


def test_a_suppression_of_a_rule_that_is_not_selected_is_left_alone():
    text = "cxmap: 1  # cxmap: ignore[CX203]\n"
    assert brief(diagnose_text(text, 'ignore = ["CX203"]\n')) == []
    assert brief(diagnose_text(text, '[per-file-ignores]\n"*.yaml" = ["CX203"]\n')) == []
    assert brief(diagnose_text(text, 'ignore = ["CX009"]\n')) == []


def test_a_file_of_another_version_is_not_looked_into():
    assert_marks("cxmap: ⟦CX106 2⟧\nchannels: {}  # cxmap: ignore[CX203]\n")


def test_a_bracket_that_never_closes_names_no_rule():
    assert_marks("cxmap: 1  ⟦CX009 # cxmap: ignore[CX203⟧\nx-a: 1  # ]\n")


def test_many_words_that_silence_nothing_go_in_one_run_of_fixes():
    text = f"cxmap: 1  # cxmap: ignore[{', '.join(f'CX{number}' for number in range(500, 700))}]\n"
    for _ in range(10):
        text, _ = apply_fixes(text, [one.fix for one in diagnose_text(text, CONFIG) if one.fix])
    assert text == "cxmap: 1\n"
