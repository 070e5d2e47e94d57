"""CX006, and CX004 before a byte is read."""

from __future__ import annotations

import os
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from cxmap.yaml.reader.disk import too_large
from cxmap.yaml.reader.errors import Problem
from cxmap.yaml.reader.limits import MAX_BYTES
from cxmap.yaml.reader.read import read_file

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def message(path: str | Path) -> str:
    problem = read_file(path)
    assert isinstance(problem, Problem)
    assert problem.code == "CX006"
    return problem.message


def test_a_file(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"cxmap: 1\r\n\xff")
    assert read_file(path) == read_file(str(path)) == b"cxmap: 1\r\n\xff"


def test_a_file_at_and_over_the_limit(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert read_file(path) == b"#" * MAX_BYTES
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert read_file(path) == too_large(MAX_BYTES + 1)


@pytest.mark.parametrize("more", [1, MAX_BYTES - 9, MAX_BYTES])
def test_a_file_that_grows_is_read_to_its_end(tmp_path, monkeypatch, more):
    path = tmp_path / "journey.yaml"
    path.write_bytes(b"cxmap: 1\n")
    before = path.stat()
    path.write_bytes(b"cxmap: 1\n" + b"#" * more)
    monkeypatch.setattr(os, "fstat", lambda _: before)
    expected = b"cxmap: 1\n" + b"#" * more if more < MAX_BYTES else too_large(MAX_BYTES + 1)
    monkeypatch.setattr(type(path), "stat", lambda _: before)
    assert read_file(path) == expected


def test_a_huge_sparse_file_is_not_read(tmp_path):
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert read_file(path) == too_large(1 << 40)
    assert too_large(1 << 40).message == "1,099,511,627,776 bytes; the limit is 4 MiB (4,194,304 bytes)"


@pytest.mark.parametrize("name", ["gone.yaml", "a.yaml/below.yaml"])
def test_gone(tmp_path, name):
    (tmp_path / "a.yaml").touch()
    assert message(tmp_path / name) == "cannot be read: it does not exist"


def test_a_folder(tmp_path):
    assert message(tmp_path) == "cannot be read: it is a folder"


@posix
def test_a_pipe_does_not_make_it_wait(tmp_path):
    os.mkfifo(tmp_path / "a.yaml")
    assert message(tmp_path / "a.yaml") == "cannot be read: not a regular file"


@posix
def test_a_pipe_that_takes_the_place_of_a_file_does_not_either(tmp_path, monkeypatch):
    """Between the look at a file and its opening."""
    file, pipe = tmp_path / "a.yaml", tmp_path / "pipe"
    file.touch()
    os.mkfifo(pipe)
    really_open = os.open
    monkeypatch.setattr(os, "open", lambda _, flags: really_open(pipe, flags))
    assert message(file) == "cannot be read: not a regular file"


@posix
def test_a_socket_or_device(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.yaml")
        assert message("a.yaml") == "cannot be read: not a regular file"
    assert message("/dev/zero") == "cannot be read: not a regular file"


@pytest.fixture
def ordinary_user():
    """As an ordinary user: to root nothing is forbidden."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield
    os.seteuid(before)


@posix
def test_no_permission(tmp_path, request):
    path = tmp_path / "a.yaml"
    path.touch(mode=0)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    request.getfixturevalue("ordinary_user")
    assert message(path) == "cannot be read: no permission"


@posix
def test_links_in_a_circle(tmp_path):
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    assert message(tmp_path / "a.yaml") == "cannot be read: its links lead in a circle"


@pytest.mark.parametrize("name", ["a\0.yaml", "a" * 300])
def test_impossible_names(name):
    assert message(name).startswith("cannot be read: ")


def test_an_error_without_words(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError

    path = tmp_path / "a.yaml"
    path.touch()
    monkeypatch.setattr(os, "open", fail)
    assert message(path) == "cannot be read: an unknown error"
