"""URIs and paths."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cxmap.lsp.uris import to_path, to_uri

POSIX = pytest.mark.skipif(os.name == "nt", reason="paths as POSIX has them")


@POSIX
@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///tmp/a.yaml", "/tmp/a.yaml"),
        ("file:///tmp/a%20b/%C3%A9%23%3F.yaml", "/tmp/a b/é#?.yaml"),
        ("file:///tmp/a;b.yaml", "/tmp/a;b.yaml"),
        ("file:///tmp/%FF.yaml", os.fsdecode(b"/tmp/\xff.yaml")),
        ("file:///tmp/x/../a.yaml", "/tmp/a.yaml"),
        ("file://localhost/tmp/a.yaml", "/tmp/a.yaml"),
    ],
)
def test_a_file(uri, path):
    assert to_path(uri) == Path(path)


@pytest.mark.parametrize(
    "uri", ["untitled:Untitled-1", "git:/tmp/a.yaml", "", "a.yaml", "file:", "file:///tmp/%00", "file://[", "\ud800"]
)
def test_no_file(uri):
    assert to_path(uri) is None


@POSIX
def test_a_file_of_another_machine():
    uri = "file://server/share/a.yaml"
    assert to_path(uri) is None


@POSIX
@pytest.mark.parametrize("path", ["/tmp/a b#.yaml", "/tmp/é😀.yaml", os.fsdecode(b"/tmp/\xff.yaml")])
def test_there_and_back(path):
    assert to_path(to_uri(Path(path))) == Path(path)
