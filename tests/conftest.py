"""For all tests: the profile of property tests, and fixtures of several folders."""

from __future__ import annotations

import gc
import signal
from importlib.util import find_spec

import pytest

import tests.profiles  # noqa: F401 - loads one
from cxmap.__main__ import SELDOM

collect_ignore = [
    folder for folder, needed in (("browser", "playwright"), ("database", "psycopg")) if not find_spec(needed)
]
"""What has a target of its own (`make test-browser`, `make test-database`), which installs what it needs first."""


def pytest_configure() -> None:
    """A job in the background ignores Ctrl-C, and so do the processes that it starts; some tests send it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Thousands of tests stay in memory until the end: no collection of garbage need walk over them each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM)


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
