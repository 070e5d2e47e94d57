"""The engine: what is listed of a file in which almost everything is wrong, and what goes into a report."""

from __future__ import annotations

import pytest

from cxmap.lint.engine import MAX_FINDINGS, diagnose
from cxmap.lint.report import report
from cxmap.lint.selection import select
from tests.support import diagnose_files, project


def test_of_one_rule_in_one_file_the_first_thousand_are_listed() -> None:
    entries = "".join(f"  s{number}: {{title: S, kind: team, run_by: x}}\n" for number in range(MAX_FINDINGS + 500))
    files = {
        "a.yaml": f"cxmap: 1\nstakeholders:\n{entries}",
        "b.yaml": "cxmap: 1\nchannels: {web: {title: Web, kind: x}}\n",
    }
    found = diagnose_files(files)
    of_a = [one for one in found if one.path == "a.yaml"]
    assert {one.code for one in of_a} == {"CX101"}
    assert len(of_a) == MAX_FINDINGS + 1
    assert of_a[-1].message == "more findings of this rule from here on: the first 1,000 are listed"
    assert of_a[-1].span.line == 3 + MAX_FINDINGS
    assert "CX104" in {one.code for one in found if one.path == "b.yaml"}


def test_a_report_holds_the_texts_of_all_places_that_are_shown():
    first, second = "cxmap: 1\nsegments: {a: {title: A}}\n", "cxmap: 1\nsegments: {a: {title: B}, b: {titel: C}}\n"
    loaded = project({"a.yaml": first, "b.yaml": second, "c.yaml": "cxmap: 1\n"})
    made = report(loaded, diagnose(loaded, select(loaded.config)))
    assert [(one.path, one.code) for one in made.diagnostics] == [("b.yaml", "CX202"), ("b.yaml", "CX101")]
    assert dict(made.texts) == {"a.yaml": first, "b.yaml": second}
    assert (made.cwd, made.root, made.checked, made.skipped) == (loaded.cwd, loaded.root, 3, 0)


@pytest.mark.parametrize(
    ("unreadable", "named"),
    [(["a"], "a.yaml"), (["a", "b"], "a.yaml and 1 more"), (["a", "b", "c"], "a.yaml and 2 more")],
)
def test_a_report_says_what_was_not_looked_for(unreadable, named):
    loaded = project({f"{name}.yaml": "cxmap: 1\n[" for name in unreadable})
    assert report(loaded, []).remarks == (
        (
            f"{named} cannot be read, so unknown references, unused definitions, gaps and needs without an action and "
            "target segments without a persona were not looked for."
        ),
    )
