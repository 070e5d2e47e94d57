"""``--fix``: what is changed, what is left alone, and that it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cxmap.diagnostic import Edit, Fix, Span
from cxmap.lint.fix import apply_fixes, fix
from cxmap.lint.selection import select
from cxmap.project.load import load
from tests.support import TODAY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from cxmap.lint.fix import Fixed
    from cxmap.lint.selection import Selection
    from cxmap.project.project import Project


@pytest.mark.parametrize(
    ("fixes", "after", "count"),
    [
        ([[(1, 1, 1, 2, "A")]], "A one\r\ntwo\rthree\nfour", 1),
        ([[(2, 1, 2, 4, "2")], [(3, 1, 3, 6, "3")], [(4, 1, 4, 5, "4")]], "- one\r\n2\r3\n4", 3),
        ([[(2, 1, 3, 1, "")]], "- one\r\nthree\nfour", 1),
        ([[(4, 5, 4, 5, "!")]], "- one\r\ntwo\rthree\nfour!", 1),
        ([[(4, 1, 5, 1, "")]], "- one\r\ntwo\rthree\n", 1),
        ([[(1, 3, 1, 6, "uno"), (4, 1, 4, 5, "vier")]], "- uno\r\ntwo\rthree\nvier", 1),
        ([[(1, 3, 1, 6, "uno")], [(1, 4, 1, 5, "x"), (4, 1, 4, 5, "vier")]], "- uno\r\ntwo\rthree\nfour", 1),
        ([[(4, 1, 4, 5, "vier"), (1, 4, 1, 5, "x")], [(1, 3, 1, 6, "uno")]], "- uno\r\ntwo\rthree\nfour", 1),
        ([[(2, 1, 2, 2, "T")], [(2, 2, 2, 3, "W")]], "- one\r\nTwo\rthree\nfour", 1),
        ([[(2, 1, 2, 2, "T")], [(2, 3, 2, 4, "O")]], "- one\r\nTwO\rthree\nfour", 2),
        ([], "- one\r\ntwo\rthree\nfour", 0),
    ],
    ids=[
        "a word",
        "every kind of line break",
        "a line with its break",
        "at the end",
        "the last line, that does not end",
        "two edits of one fix",
        "whole or not at all",
        "the earlier one in the text, not in the list",
        "what touches waits",
        "what does not touch does not wait",
        "nothing",
    ],
)
def test_fixes_of_a_text(fixes, after, count):
    made = [Fix("", tuple(Edit(Span(*place), text) for *place, text in edits)) for edits in fixes]
    assert apply_fixes("- one\r\ntwo\rthree\nfour", made) == (after, count)


def test_a_fix_of_a_text_that_starts_with_a_line_break():
    made = Fix("", (Edit(Span(2, 1, 2, 4), "1"), Edit(Span(3, 1, 3, 4), "2")))
    assert apply_fixes("\none\ntwo", [made]) == ("\n1\n2", 1)


def fixed(
    root: Path, files: Mapping[str, str], ask: Sequence[str] = (".",), only: Sequence[str] = ()
) -> tuple[Fixed, dict[str, str]]:
    """What fixing a project comes to, and the new texts by name."""
    for name, text in {"cxmap.toml": "", **files}.items():
        (root / name).write_bytes(text.encode())

    def selection(project: Project) -> Selection:
        return select(project.config, only=only)

    done = fix(lambda contents: load(ask, today=TODAY, cwd=root, overlay=contents), selection if only else None)
    return done, {path.name: content.decode() for path, content in done.files.items()}


def test_only_what_is_wrong_changes(tmp_path):
    text = "\ufeffcxmap: 1\r\nsegments:\r\n    a :  {titel: 'A' ,share : .5}   # why\r\n\r\n\r\n"
    done, texts = fixed(tmp_path, {"a.yaml": text, "b.yaml": "cxmap: 1\n"})
    assert texts == {"a.yaml": text.replace("titel", "title")}
    assert done.count == 1
    assert (tmp_path / "a.yaml").read_bytes() == text.encode(), "nothing is written"


def test_a_fix_that_makes_room_for_another_takes_a_pass_more(tmp_path):
    stages = "stages: [{id: s, title: S, touchpoints: [{id: t, title: T}]}]"
    before = f"cxmap: 1\njourney: {{titel: First shoes, personas: [p], {stages}}}\npersonas: {{p: {{name: P}}}}\n"
    done, texts = fixed(tmp_path, {"a.yaml": before})
    assert texts == {"a.yaml": before.replace("titel:", "id: first-shoes, title:")}
    assert done.count == 2


@pytest.mark.parametrize(
    ("segments", "mended"),
    [
        ("{a: {titel: A}, b: {title: B, desc: 5}}", "{a: {title: A}, b: {title: B, desc: 5}}"),
        ("{a: {title: A, desc: 5}, b: {titel: B}}", "{a: {title: A, desc: 5}, b: {title: B}}"),
        ("{a: {titel: A}, b: {titel: B, desc: 5, share: 1}, c: {titel: C}, d: {titel: D, desc: 5}}",
         "{a: {title: A}, b: {title: B, desc: 5, share: 1}, c: {title: C}, d: {title: D, desc: 5}}"),
        ("{a: {titel: A, share: x, description: A}, b: {title: B, desc: 5}}",
         "{a: {title: A, share: x, description: A}, b: {title: B, desc: 5}}"),
        ("{a: {title: A, desc: 5}}", None),
    ],
    ids=["the last", "the first", "two of six", "where there is such an error already", "the only one"],
)  # fmt: skip
def test_a_fix_that_would_bring_in_an_error_is_not_made_and_the_others_are(tmp_path, segments, mended):
    files = {"a.yaml": f"cxmap: 1\nsegments: {segments}\n", "b.yaml": "cxmap: 1\nsegments: {z: {titel: Z}}\n"}
    done, texts = fixed(tmp_path, files)  # a description is text
    expected = {"a.yaml": f"cxmap: 1\nsegments: {mended}\n"} if mended else {}
    assert texts == {**expected, "b.yaml": "cxmap: 1\nsegments: {z: {title: Z}}\n"}
    assert done.count == segments.count("titel") + 1


def test_of_fixes_that_do_harm_together_some_are_made(tmp_path):
    text = "cxmap: 1\nsegments:\n  a: {desc: A, descr: A, title: A}\n"
    assert fixed(tmp_path, {"a.yaml": text})[1] == {"a.yaml": text.replace("desc:", "description:")}


def test_an_error_that_was_there_before_keeps_no_fix_away(tmp_path):
    text = "cxmap: 1\nsegments: {a: {titel: A, share: x}, b: {title: B, share: x}}\n"
    assert fixed(tmp_path, {"a.yaml": text})[1] == {"a.yaml": text.replace("titel", "title")}


def test_a_fix_may_bring_in_a_warning(tmp_path):
    text = "cxmap: 1\nsegments: {a: {title: A, desc: TODO}}\n"
    assert fixed(tmp_path, {"a.yaml": text})[1] == {"a.yaml": text.replace("desc", "description")}


def test_only_findings_of_the_selected_rules_in_the_files_asked_about(tmp_path):
    text = "cxmap: 1  # cxmap: ignore[CX203]\nsegments: {a: {titel: A}}\n"
    done, texts = fixed(tmp_path, {"a.yaml": text, "b.yaml": text.replace("a:", "b:")}, ask=["b.yaml"], only=["CX3"])
    assert texts == {"b.yaml": text.replace("a:", "b:").replace("titel", "title")}
    assert done.count == 1


def test_nothing_to_mend(tmp_path):
    done, texts = fixed(tmp_path, {"a.yaml": "cxmap: 1\nsegments: {a: {title: A, colour: red}}\n"})
    assert (done.count, texts) == (0, {})


WORDS = ", ".join(f"CX{number}" for number in range(1000, 4000))
SUPPRESSING = f"cxmap: 1  # cxmap: ignore[{WORDS}]\n"


def test_what_lies_beside_each_other_goes_at_once(tmp_path):
    done, texts = fixed(tmp_path, {"a.yaml": SUPPRESSING})
    assert (done.count, texts["a.yaml"]) == (3000, "cxmap: 1\n")


def test_it_ends_with_what_is_mended_so_far(tmp_path, monkeypatch):
    monkeypatch.setattr("cxmap.lint.fix.MAX_PASSES", 1)
    done, texts = fixed(tmp_path, {"a.yaml": SUPPRESSING})
    assert done.count == 3000 - texts["a.yaml"].count("CX") < 3000
