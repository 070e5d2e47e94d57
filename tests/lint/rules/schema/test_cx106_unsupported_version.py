"""CX106: 'cxmap:' is anything but 1."""

from __future__ import annotations

import pytest

from tests.lint.rules.schema.schema import only
from tests.support import assert_marks


def test_another_version_of_the_format():
    rest = "stakeholders: {store: {nonsense: 1}}\njourney: {owner: nobody}\nchannels: {fax: {title: 5}}\n"
    for version in ("2", '"1"', "true", "~", "one", "[1]", "1.5"):
        assert_marks(f"cxmap: ⟦CX106 {version}⟧\n{rest}")
    assert_marks({"a.cxmap.yaml": f"cxmap: ⟦CX106 2⟧\n{rest}", "b.cxmap.yaml": "cxmap: 1\n⟦CX101 foo⟧: 1\n"})


def test_the_version_in_quotes():
    found = only('cxmap: "1"\n')
    assert found.message.endswith("; write 1 without quotes")
    assert found.suggestion is None


@pytest.mark.parametrize(("given", "help_"), [("2", "a later one"), ("true", "version 1"), ("one", "version 1")])
def test_versions(given, help_):
    one = only(f"cxmap: {given}\n")
    assert one.suggestion == "1"
    assert one.help is not None
    assert help_ in one.help
