"""For all tests: hypothesis without deadlines, as a busy machine is slow now and then; the same examples in CI. And
fixtures of several folders.

The profile ``few`` is for `make quick`, and for mutation tests, which run the same tests thousands of times. An example
that fails is printed so that it can be run again (``@reproduce_failure``), and kept in ``.hypothesis``.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("cxmap", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.register_profile("few", deadline=None, derandomize=True, max_examples=5, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "cxmap"))


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory):
    """No test reads or writes the cache of the user who runs it, nor do the processes that it starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CXMAP_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


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
