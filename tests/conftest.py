"""For all tests: the profile of property tests, and fixtures of several folders."""

from __future__ import annotations

import pytest

import tests.profiles  # noqa: F401 - loads one


@pytest.fixture
def parsed(monkeypatch):
    """The files that are parsed, by their names."""
    from cxmap.yaml.reader import read  # not before a test asks for it: some look at what is imported

    names = []
    parse = read._parse

    def watched(text, name):
        names.append(name)
        return parse(text, name)

    monkeypatch.setattr(read, "_parse", watched)
    return names
