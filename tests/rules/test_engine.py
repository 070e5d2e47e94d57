"""The engine: what is listed of a file in which almost everything is wrong."""

from __future__ import annotations

from cxmap.rules.engine import MAX_FINDINGS
from tests.support import diagnose_files


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
