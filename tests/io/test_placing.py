"""What another program saves at the very moment at which a file is replaced or removed is not lost."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import sys
import threading
from pathlib import Path

import pytest

from cxmap.io import files, placing

LINE = b"# somebody else\n"


def append(path):
    with path.open("ab") as file:
        file.write(LINE)


def rename(path):
    saved = path.with_name("saved")
    saved.write_bytes(path.read_bytes() + LINE)
    saved.replace(path)


def change(path):
    files.write(path, b"new\n", expected=b"old\n")


def put(path):
    output = files.Output(path)
    output.write(b"new\n")


def remove(path):
    files.remove(path, expected=b"old\n")


WAYS = {"change": change, "result": put, "remove": remove}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "journey.yaml"
    path.write_bytes(b"old\n")
    return path


def at_the_last_moment(monkeypatch, before=None, after=None):
    """Have something happen between the comparison of a file and its way out, or right after that way."""
    for owner, name in ((placing, "exchange"), (Path, "rename")):
        real = getattr(owner, name)
        times = iter([(before, after)])

        def step(*paths, real=real, times=times):
            first, then = next(times, (None, None))
            if first:
                first()
            done = real(*paths)
            if then:
                then()
            return done

        monkeypatch.setattr(owner, name, step)


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_another_program_renames_into_place_stays(path, monkeypatch, way):
    at_the_last_moment(monkeypatch, before=lambda: rename(path))
    with pytest.raises(files.ChangedError, match=r": it changed after .*; (look at it, and )?(run again|look at it)$"):
        WAYS[way](path)
    assert path.read_bytes() == b"old\n" + LINE
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_line_that_another_program_adds_stays(path, monkeypatch, way, moment):
    other = threading.Thread(target=append, args=[path])

    def start():
        other.start()
        other.join(0.05)  # it is held up in opening the file, or it is slow, and opens what is there later

    at_the_last_moment(monkeypatch, **{moment: start})
    try:
        WAYS[way](path)
    except files.ChangedError:
        other.join()
        assert path.read_bytes() == b"old\n" + LINE
    else:
        other.join()
        assert path.read_bytes() in {LINE, b"new\n" + LINE}
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("way", WAYS)
def test_a_program_that_is_writing_the_file_is_waited_for(path, monkeypatch, way):
    monkeypatch.setattr(placing, "PATIENCE", 60)
    with path.open("ab") as file:
        file.write(LINE)
        timer = threading.Timer(0.05, file.close)
        timer.start()
        with pytest.raises(files.ChangedError):
            WAYS[way](path)
        timer.join()
    assert path.read_bytes() == b"old\n" + LINE


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_a_program_keeps_open_for_writing_is_left_alone(path, monkeypatch, way):
    monkeypatch.setattr(placing, "PATIENCE", 0.02)
    what = "remove" if way == "remove" else "write"
    with path.open("ab") as file:
        with pytest.raises(files.WriteError) as caught:
            WAYS[way](path)
        file.write(LINE)
    assert str(caught.value) == (
        f"cannot {what} {path}: another program has it open for writing; close it there, and run again"
    )
    assert path.read_bytes() == b"old\n" + LINE
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_goes_at_the_last_moment_is_missed(path, monkeypatch, way):
    real = os.open

    def gone(name, *flags):
        if name == path:
            path.unlink()
        return real(name, *flags)

    monkeypatch.setattr(os, "open", gone)
    with pytest.raises(files.ChangedError):
        WAYS[way](path)
    assert os.listdir(path.parent) == []


def test_a_program_that_reads_the_file_is_no_matter(path):
    with path.open("rb") as file:
        change(path)
        assert file.read() == b"old\n"
    assert path.read_bytes() == b"new\n"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("error", [errno.EINVAL, errno.EACCES, errno.ENOLCK])
def test_a_file_system_that_knows_no_leases(path, monkeypatch, way, error):
    def refuse(*_args):
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(fcntl, "fcntl", refuse)
    before = set(os.listdir("/proc/self/fd"))
    WAYS[way](path)
    assert set(os.listdir("/proc/self/fd")) == before
    assert (path.read_bytes() if way != "remove" else b"new\n") == b"new\n"


@pytest.mark.parametrize("kind", [0x6969, 0xFF534D42, 0xFE534D42], ids=["NFS", "CIFS", "SMB"])
def test_a_file_that_another_machine_keeps_is_not_waited_for(path, monkeypatch, kind):
    real = placing._call

    def call(name, *given):
        done = real(name, *given)
        if name == "statfs":
            assert done
            given[1][0] = kind
        return done

    monkeypatch.setattr(placing, "_call", call)
    with path.open("ab"):
        change(path)
    assert path.read_bytes() == b"new\n"


@pytest.mark.parametrize("error", [AttributeError, OSError])
def test_a_c_library_that_has_no_exchange(path, monkeypatch, error):
    def refuse(*_args):
        raise error

    monkeypatch.setattr(ctypes.CDLL, "__getitem__", refuse)
    change(path)
    assert path.read_bytes() == b"new\n"


def test_two_files_exchange_their_names(path):
    other = path.with_name("other")
    assert placing.exchange(path, other) is False
    other.write_bytes(b"other\n")
    assert placing.exchange(path, other) is (sys.platform == "linux")
    if sys.platform == "linux":
        assert (path.read_bytes(), other.read_bytes()) == (b"other\n", b"old\n")


@pytest.mark.parametrize("gone", [False, True])
def test_a_system_that_cannot_exchange_two_files(path, monkeypatch, gone):
    monkeypatch.setattr(placing, "exchange", lambda *_: path.unlink() if gone else False)
    if gone:
        with pytest.raises(files.ChangedError):
            change(path)
        assert os.listdir(path.parent) == []
    else:
        change(path)
        assert path.read_bytes() == b"new\n"


@pytest.mark.parametrize("way", ["change", "remove"])
def test_ctrl_c_before_the_second_comparison_restores_the_file(path, monkeypatch, way):
    look = files._look

    def interrupt(*given):
        monkeypatch.setattr(files, "_look", look)
        raise KeyboardInterrupt

    def after():
        monkeypatch.setattr(files, "_look", interrupt)

    at_the_last_moment(monkeypatch, before=lambda: rename(path), after=after)
    with pytest.raises(KeyboardInterrupt):
        WAYS[way](path)
    assert path.read_bytes() == b"old\n" + LINE
    assert os.listdir(path.parent) == [path.name]


def test_what_cannot_be_put_back_is_kept_beside(path, monkeypatch):
    at_the_last_moment(monkeypatch, before=lambda: rename(path), after=lambda: path.write_bytes(b"of a third\n"))
    with pytest.raises(files.ChangedError, match=r"; the changed one is in \.cxmap-[0-9a-f]{16}$") as caught:
        remove(path)
    assert path.read_bytes() == b"of a third\n"
    assert path.with_name(str(caught.value).rpartition(" ")[2]).read_bytes() == b"old\n" + LINE


def test_what_cannot_be_exchanged_back_is_renamed_back(path, monkeypatch):
    real, times = placing.exchange, iter([True])
    monkeypatch.setattr(placing, "exchange", lambda *paths: next(times, False) and (rename(path), real(*paths))[1])
    with pytest.raises(files.ChangedError):
        change(path)
    assert path.read_bytes() == b"old\n" + LINE
    assert os.listdir(path.parent) == [path.name]


def test_the_lease_goes_with_the_work(path):
    before = set(os.listdir("/proc/self/fd"))
    change(path)
    assert set(os.listdir("/proc/self/fd")) == before
    append(path)
    assert path.read_bytes() == b"new\n" + LINE
