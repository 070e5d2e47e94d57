"""A file is written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cxmap.io import files, placing
from cxmap.io.files import Output, WriteError, create, make_folder, write


def put(path, data):
    return Output(path).write(data)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_new_file_gets_the_umasks_mode(tmp_path):
    path = tmp_path / "new.yaml"
    before = os.umask(0o027)
    try:
        assert put(path, b"cxmap: 1\n") is True
    finally:
        os.umask(before)
    assert path.read_bytes() == b"cxmap: 1\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(tmp_path) == ["new.yaml"]


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o775])
def test_an_existing_file_keeps_its_mode(tmp_path, mode):
    path = tmp_path / "old.yaml"
    path.write_bytes(b"old")
    path.chmod(mode)
    assert write(path, b"new", expected=b"old") is True
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_an_existing_file_keeps_its_owner(tmp_path):
    path = tmp_path / "theirs.yaml"
    path.write_bytes(b"old")
    os.chown(path, 65534, 65534)
    put(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (65534, 65534)


def test_nothing_to_change_is_not_written(tmp_path):
    path = tmp_path / "same.yaml"
    path.write_bytes(b"same")
    os.utime(path, ns=(1, 1))
    inode = path.stat().st_ino
    assert put(path, b"same") is False
    assert write(path, b"same", expected=b"something else") is False
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (1, inode)


@pytest.mark.parametrize("now", [b"edited meanwhile", None], ids=["edited", "gone"])
def test_a_file_that_changed_after_it_was_read_is_left_alone(tmp_path, now):
    path = tmp_path / "journey.yaml"
    if now is not None:
        path.write_bytes(now)
    with pytest.raises(WriteError, match=r"journey\.yaml: it changed after it was read; run again$"):
        write(path, b"fixed", expected=b"as it was read")
    assert (path.read_bytes() if path.exists() else None) == now
    assert names(tmp_path) == ([] if now is None else ["journey.yaml"])


def test_what_changed_after_it_was_read_may_be_a_pipe_by_now(tmp_path):
    os.mkfifo(tmp_path / "journey.yaml")
    with pytest.raises(WriteError, match="it changed after it was read; run again"):
        write(tmp_path / "journey.yaml", b"fixed", expected=b"as it was read")


@pytest.mark.parametrize("was", [b"of an earlier run", None], ids=["there", "new"])
@pytest.mark.parametrize("now", [b"edited meanwhile", None], ids=["edited", "gone"])
@pytest.mark.parametrize("late", [False, True], ids=["before it is written", "while it is written"])
def test_a_result_takes_the_place_of_nothing_newer_than_the_command(tmp_path, monkeypatch, was, now, late):
    path = tmp_path / "out.svg"
    if was is not None:
        path.write_bytes(was)
    output = Output(path)

    def meanwhile():
        path.unlink(missing_ok=True)
        if now is not None:
            path.write_bytes(now)

    if late:
        filled = files._fill
        monkeypatch.setattr(files, "_fill", lambda *given, **options: (filled(*given, **options), meanwhile()))
    else:
        meanwhile()
    if was is now is None:
        assert output.write(b"drawn")
        return
    with pytest.raises(WriteError) as caught:
        output.write(b"drawn")
    assert str(caught.value) in {
        f"cannot write {path}: it changed after the command started; look at it, and run again",
        f"cannot write {path}: another program has created it meanwhile; name another place, or move it away",
    }
    assert (path.read_bytes() if path.exists() else None) == now
    assert names(tmp_path) == ([] if now is None else ["out.svg"])


@pytest.mark.parametrize("links", [True, False], ids=["", "without hard links"])
@pytest.mark.parametrize("late", [False, True], ids=["before", "at the last moment"])
def test_a_new_file_is_made_where_there_is_none(tmp_path, monkeypatch, links, late):
    def refuse(*_args):
        raise PermissionError(errno.EPERM, "no links here")

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    create(tmp_path / "new.yaml", b"ours")
    assert (tmp_path / "new.yaml").read_bytes() == b"ours"
    path = tmp_path / "theirs.yaml"
    filled = files._fill
    if late:
        monkeypatch.setattr(files, "_fill", lambda *given, **_: (filled(*given, **_), path.write_bytes(b"theirs")))
    else:
        path.write_bytes(b"theirs")
    reason = r"another program has created it meanwhile; name another place, or move it away$"
    with pytest.raises(WriteError, match=reason):
        create(path, b"ours")
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["new.yaml", "theirs.yaml"]


def test_a_name_that_was_taken_in_vain_is_given_back(tmp_path, monkeypatch):
    def fail(*_args):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "hardlink_to", fail)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(WriteError, match="input/output error"):
        create(tmp_path / "new.yaml", b"ours")
    assert names(tmp_path) == []


def test_a_symbolic_link_stays_and_its_target_changes(tmp_path):
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "journey.yaml"
    target.write_bytes(b"old")
    link = tmp_path / "link.yaml"
    link.symlink_to("real/journey.yaml")
    assert write(link, b"new", expected=b"old") is True
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(tmp_path / "real") == ["journey.yaml"]


def test_a_dangling_link_gets_its_target(tmp_path):
    (tmp_path / "link.yaml").symlink_to("missing.yaml")
    put(tmp_path / "link.yaml", b"new")
    assert (tmp_path / "missing.yaml").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["out.svg", "away/out.svg"])
@pytest.mark.parametrize("cwd", [".", "elsewhere"], ids=["in the project", "beside it"])
def test_a_new_file_goes_through_no_link_that_leads_away(tmp_path, monkeypatch, name, cwd):
    for folder in ("project", "elsewhere"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / "project" / ".." / ("project" if cwd == "." else cwd))
    (tmp_path / "elsewhere/out.svg").write_bytes(b"theirs")
    (tmp_path / "project/out.svg").symlink_to(tmp_path / "elsewhere/out.svg")
    (tmp_path / "project/away").symlink_to(tmp_path / "elsewhere")
    path = Path(name) if cwd == "." else tmp_path / "project" / name
    if cwd == "." or name == "out.svg":
        with pytest.raises(WriteError, match=r"out\.svg: a link leads from there to .*elsewhere/out\.svg; name that"):
            put(path, b"ours")
        assert (tmp_path / "elsewhere/out.svg").read_bytes() == b"theirs"
    else:
        assert put(path, b"ours"), "the folder was named by whoever asked"
    assert write(path, b"mended", expected=(tmp_path / "elsewhere/out.svg").read_bytes()), "what was read is written"


@pytest.mark.parametrize("via", ["", "hop", "folder"])
@pytest.mark.parametrize("kind", ["device", "pipe", "stdout", "descriptor"])
def test_a_link_to_no_file_is_not_followed_either(tmp_path, monkeypatch, kind, via):
    project = tmp_path / "project"
    (project / "sub").mkdir(parents=True)
    monkeypatch.chdir(project)
    os.mkfifo(tmp_path / "pipe")
    with (project / "log").open("wb") as log:  # what is open may well be in the project
        leads_to = {
            "device": "/dev/full",
            "pipe": "../pipe",
            "stdout": "/dev/stdout",
            "descriptor": f"/dev/fd/{log.fileno()}",
        }[kind]
        path = project / "out.svg"
        if via == "folder":
            path = project / "away" / Path(leads_to).name
            (project / "away").symlink_to(Path(leads_to).parent)
        elif via == "hop":
            path.symlink_to("sub/hop")
            (project / "sub/hop").symlink_to(leads_to if leads_to[0] == "/" else f"../{leads_to}")
        else:
            path.symlink_to(leads_to)
        monkeypatch.setattr(os, "open", lambda *given: pytest.fail(f"opened: {given}"))
        for attempt in (Output, lambda path: create(path, b"ours")):
            with pytest.raises(WriteError, match=r"a link leads from there to .*; name that place$"):
                attempt(path)
    assert (project / "log").read_bytes() == b""


def test_a_pipe_that_nobody_reads_makes_nobody_wait(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteError, match=r"/pipe: nobody reads from it; start its reader first$"):
        put(tmp_path / "pipe", b"for nobody")


def test_what_the_caller_has_opened_keeps_what_is_in_it(tmp_path):
    (tmp_path / "out").write_bytes(b"before ")
    program = "from cxmap.io.files import Output; print('and ', end=''); Output('{}').write(b'all')"
    for name in ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        with (tmp_path / "out").open("ab") as file:
            subprocess.run([sys.executable, "-c", program.format(name)], stdout=file, check=True, cwd=tmp_path)
    assert (tmp_path / "out").read_bytes() == b"before " + b"and all" * 4
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("number", ["77", "0"], ids=["not open", "for reading"])
def test_what_the_caller_has_not_opened_for_writing(tmp_path, number):
    program = f"from cxmap.io.files import Output; Output('/dev/fd/{number}').write(b'all')"
    with Path(__file__).open("rb") as here:
        done = subprocess.run([sys.executable, "-c", program], stdin=here, capture_output=True, check=False)
    assert f"WriteError: cannot write /dev/fd/{number}: it is not open for writing; name a file" in done.stderr.decode()


def test_standard_output_may_be_any_file(tmp_path):
    with (tmp_path / "out").open("wb") as file:
        program = "from cxmap.io.files import Output; Output('/dev/stdout').write(b'all')"
        subprocess.run([sys.executable, "-c", program], stdout=file, check=True, cwd="/")
    assert (tmp_path / "out").read_bytes() == b"all"


def test_a_descriptor_leads_where_it_was_opened(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with (tmp_path / "out").open("wb") as file:
        put(f"/dev/fd/{file.fileno()}", b"all")
    assert (tmp_path / "out").read_bytes() == b"all"


def test_the_mode_of_a_new_file_can_be_narrowed(tmp_path):
    create(tmp_path / "key", b"secret", mode=0o600)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_a_hard_link_is_parted(tmp_path):
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_bytes(b"old")
    other.hardlink_to(one)
    put(one, b"new")
    assert (one.read_bytes(), other.read_bytes()) == (b"new", b"old")


def test_a_name_of_255_bytes_can_be_written(tmp_path):
    path = tmp_path / ("x" * 255)
    put(path, b"new")
    assert path.read_bytes() == b"new"


def test_devices_are_written_straight_away(tmp_path):
    device = Path("/dev/null")
    if os.geteuid() == 0:  # who could replace the one that all programs use
        device = tmp_path / "null"
        os.mknod(device, stat.S_IFCHR | 0o666, os.makedev(1, 3))
    assert put(device, b"gone") is True
    assert stat.S_ISCHR(device.stat().st_mode)


def test_a_pipe_is_written_straight_away(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    output = Output(pipe)
    while True:
        with contextlib.suppress(WriteError):  # the reader is not there yet
            output.write(b"through")
            break
    reader.join(10)
    assert got == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_reader_that_went_away_is_no_failure_to_write():
    reader, writer = os.pipe()
    os.close(reader)
    try:
        with pytest.raises(BrokenPipeError):
            put(f"/dev/fd/{writer}", b"for nobody")
    finally:
        os.close(writer)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("folder", "cannot write folder: it is a directory; name a file in it"),
        ("missing/x.yaml", "cannot write missing/x.yaml: the folder missing does not exist; make it first"),
        ("file/x.yaml", "cannot write file/x.yaml: a part of its path is a file, not a folder; choose another place"),
        ("loop", "cannot write loop: its symbolic links go round in a circle; choose another place"),
        ("n\x00ul", r"cannot write n\x00ul: this is no file name"),
        ("x" * 256, f"cannot write {'x' * 256}: the name is too long; choose a shorter one"),
        ("/dev/full", "cannot write /dev/full: no space left; free some and run again"),
        ("missing/\x1b[31m\n", r"cannot write missing/\x1b[31m\n: the folder missing does not exist; make it first"),
    ],
)
def test_what_cannot_be_written_says_why_in_one_line(tmp_path, monkeypatch, name, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(WriteError) as caught:
        put(name, b"data")
    assert str(caught.value) == message
    assert names(tmp_path) == ["file", "folder", "loop"]


@pytest.fixture
def ours(tmp_path):
    """A folder of an ordinary user, as that user: root may write what nobody else may."""
    if os.geteuid() != 0:
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp())
    os.chown(folder, 65534, 65534)
    os.setresuid(65534, 65534, 0)
    try:
        yield folder
    finally:
        os.setresuid(0, 0, 0)
        shutil.rmtree(folder)


def test_a_read_only_folder(ours):
    path = ours / "journey.yaml"
    path.write_bytes(b"old")
    ours.chmod(0o555)
    with pytest.raises(WriteError, match=r"no permission; change the permissions or choose another place$"):
        put(path, b"new")
    assert (path.read_bytes(), names(ours)) == (b"old", ["journey.yaml"])
    ours.chmod(0o755)


def test_a_read_only_file(ours):
    path = ours / "journey.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(WriteError, match=r"no permission; change the permissions or choose another place$"):
        put(path, b"new")
    assert (path.read_bytes(), names(ours)) == (b"old", ["journey.yaml"])


@contextlib.contextmanager
def _largest_file(size):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_limit_on_the_size_of_files(tmp_path):
    path = tmp_path / "chart.png"
    path.write_bytes(b"old")
    with (
        _largest_file(1000),
        pytest.raises(
            WriteError, match=r": it is larger than the size limit for files; raise the limit or choose another place$"
        ),
    ):
        put(path, bytes(5000))
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["chart.png"])


@pytest.mark.parametrize(
    ("call", "number", "reason"),
    [
        ("os.fsync", errno.EIO, "input/output error"),
        ("os.fsync", None, "the system refused"),
        ("os.fsync", errno.ENOSPC, "no space left; free some and run again"),
        ("os.fchmod", errno.EPERM, "no permission; change the permissions or choose another place"),
        ("pathlib.Path.replace", errno.EACCES, "no permission; change the permissions or choose another place"),
        ("pathlib.Path.replace", errno.EROFS, "the file system is read-only; choose another place"),
        (
            "pathlib.Path.replace",
            errno.EBUSY,
            "it is mounted by itself, as into a container; mount its folder, or choose another place",
        ),
    ],
)
def test_a_fault_at_any_step_leaves_the_file_and_nothing_else(tmp_path, monkeypatch, call, number, reason):
    path = tmp_path / "journey.yaml"
    path.write_bytes(b"old")

    def fail(*_args):
        raise OSError if number is None else OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(placing, "exchange", lambda *_: False)  # else there is nothing to rename
        patched.setattr(call, fail)
        with pytest.raises(WriteError) as caught:
            write(path, b"new", expected=b"old")
    assert str(caught.value) == f"cannot write {path}: {reason}"
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["journey.yaml"])


def test_ctrl_c_leaves_the_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "journey.yaml"
    path.write_bytes(b"old")

    def interrupt(_descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        put(path, b"new")
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["journey.yaml"])


def test_all_is_on_the_disk_before_the_old_file_goes_and_the_rename_soon_after(tmp_path, monkeypatch):
    path = tmp_path / "journey.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    steps: list[str] = []

    def look(step):
        (new,) = (one for one in tmp_path.iterdir() if one != path)
        return f"{step} {new.read_bytes().decode()} {stat.S_IMODE(new.stat().st_mode):o}"

    def chown(descriptor, user, group):
        steps.append(look(f"chown {(user, group) == (os.geteuid(), os.getegid())}"))

    def fsync(descriptor):
        folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        steps.append("fsync of the folder" if folder else look("fsync"))

    exchange = placing.exchange

    def exchanged(new, old):
        steps.append("exchange")
        return exchange(new, old)

    monkeypatch.setattr(os, "fchown", chown)
    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(placing, "exchange", exchanged)
    put(path, b"new")
    assert steps == ["chown True new 600", "fsync new 640", "exchange", "fsync of the folder"]


def test_a_system_without_modes_of_files_writes_all_the_same(tmp_path, monkeypatch):
    path = tmp_path / "journey.yaml"
    path.write_bytes(b"old")
    monkeypatch.delattr(os, "fchmod")
    assert put(path, b"new") is True
    assert path.read_bytes() == b"new"


def test_a_file_of_somebody_elses_can_be_written(tmp_path, monkeypatch):
    path = tmp_path / "journey.yaml"
    path.write_bytes(b"old")

    def refuse(*_args):
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refuse)
    assert put(path, b"new") is True
    assert path.read_bytes() == b"new"


def test_a_folder_that_cannot_be_put_on_the_disk_is_no_failure(tmp_path, monkeypatch):
    path = tmp_path / "journey.yaml"

    def refuse(_descriptor):
        if stat.S_ISDIR(os.fstat(_descriptor).st_mode):
            raise OSError(errno.EINVAL, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    before = set(os.listdir("/proc/self/fd"))
    assert put(path, b"new") is True
    assert set(os.listdir("/proc/self/fd")) == before, "and it is closed"


def test_a_trap_at_the_name_of_the_new_file_is_not_stepped_into(tmp_path, monkeypatch):
    path, victim = tmp_path / "journey.yaml", tmp_path / "victim"
    victim.write_bytes(b"theirs")
    monkeypatch.setattr(os, "urandom", bytes)
    (tmp_path / ".cxmap-0000000000000000").symlink_to(victim)
    with pytest.raises(WriteError):
        put(path, b"new")
    assert victim.read_bytes() == b"theirs"
    assert not path.exists()


_WRITE_FOR_EVER = """
import itertools, sys
from cxmap.io.files import Output
print("ready", flush=True)
for letter in itertools.cycle(b"ab"):
    Output(sys.argv[1]).write(bytes([letter]) * 300_000)
"""


def test_a_kill_at_any_moment_leaves_one_of_the_two_contents(tmp_path):
    path = tmp_path / "journey.yaml"
    moment = random.Random(20)
    for _ in range(20):
        path.write_bytes(b"a" * 300_000)
        writer = subprocess.Popen([sys.executable, "-c", _WRITE_FOR_EVER, path], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(moment.uniform(0, 0.02))
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        content = path.read_bytes()
        assert len(content) == 300_000
        assert len(set(content)) == 1


def test_two_writers_and_a_reader_meet_whole_files_only(tmp_path):
    path = tmp_path / "chart.svg"
    contents = [letter * 50_000 for letter in (b"a", b"b")]
    path.write_bytes(contents[0])

    def work(content):
        for _ in range(50):
            with contextlib.suppress(WriteError):  # the other one has written meanwhile
                put(path, content)

    with ThreadPoolExecutor() as pool:
        writers = [pool.submit(work, content) for content in contents]
        while not all(writer.done() for writer in writers):
            assert path.read_bytes() in contents
        for writer in writers:
            writer.result()
    assert names(tmp_path) == ["chart.svg"]


def test_make_folder(tmp_path):
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_bytes(b"")
    for name, reason in [("file", "a part of its path is a file"), ("file/x", "a part of its path is a file")]:
        with pytest.raises(WriteError, match=f"cannot make the folder .*{name}: {reason}"):
            make_folder(tmp_path / name)
    with pytest.raises(WriteError) as caught:
        make_folder("n\0ul")
    assert str(caught.value) == r"cannot make the folder n\x00ul: this is no file name"


def test_no_folder_is_made_behind_a_link_that_leads_away(tmp_path):
    (tmp_path / "project").mkdir()
    (tmp_path / "project/.github").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(
        WriteError,
        match=r"^cannot make the folder .*/\.github: a link leads from there to .*/elsewhere; name that place$",
    ):
        make_folder(tmp_path / "project/.github")
    assert names(tmp_path) == ["project"]
