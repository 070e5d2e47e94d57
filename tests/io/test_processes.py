"""Copies of this process that work beside it."""

import os
import pickle
import signal
import subprocess
import sys
from functools import partial

import pytest

from cxmap.io.processes import forked, processors

WAITING = """\
import os
from cxmap.io.processes import forked, processors

def wait(line):
    line.send(os.getpid())
    line.receive()

with forked([wait, wait, wait]) as lines:
    print(*(line.receive() for line in lines), flush=True)
    lines[0].receive()
"""


def answer(offset, line):
    line.send(line.receive() + offset)


def test_what_is_sent_is_received():
    with forked([partial(answer, 1), partial(answer, 2)]) as lines:
        for line in lines:
            line.send(40)
        assert [line.receive() for line in lines] == [41, 42]


def test_as_much_as_there_is():
    with forked([lambda line: line.send(b"x" * 5_000_000)]) as lines:
        assert lines[0].receive() == b"x" * 5_000_000


def stop_halfway(line):
    line.sending.write(pickle.dumps("x" * 1000)[:-500])
    line.sending.flush()


def test_who_has_ended_tells_nothing(capfd):
    with forked([lambda _: 1 / 0, stop_halfway]) as lines:
        with pytest.raises(EOFError):
            lines[0].receive()
        with pytest.raises(EOFError):
            lines[1].receive()
    assert capfd.readouterr() == ("", "")


def test_who_has_ended_is_told_nothing():
    with forked([lambda _: None]) as lines, pytest.raises(BrokenPipeError):
        lines[0].send("x" * 5_000_000)


def test_the_end_of_the_block_is_the_end_of_them(tmp_path):
    with forked([lambda line: line.receive()] * 2):
        pass
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_none_is_left_where_not_all_can_be_started(monkeypatch):
    fork, started = os.fork, list[int]()

    def fork_once():
        if started:
            raise BlockingIOError
        started.append(fork())
        return started[0]

    monkeypatch.setattr(os, "fork", fork_once)
    with pytest.raises(BlockingIOError), forked([lambda line: line.receive()] * 2):
        pass
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_they_end_with_a_process_that_is_killed():
    """They share its standard output, which has an end when the last of them has."""
    with subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert len(process.stdout.readline().split()) == 3
        process.send_signal(signal.SIGKILL)
        assert process.stdout.read() == ""


@pytest.mark.skipif(not hasattr(signal, "SIGCHLD"), reason="there is no such signal")
def test_somebody_else_may_have_seen_to_the_ended_ones():
    """Who starts this process may have it ignore the end of others: then there is nobody to wait for."""
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with forked([partial(answer, 1), lambda line: line.receive()]) as lines:
            lines[0].send(40)
            assert lines[0].receive() == 41
    finally:
        signal.signal(signal.SIGCHLD, before)


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="nobody can say which processors to use")
def test_only_the_processors_that_this_process_may_use_count():
    before = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(before)})
        assert processors() == 1
    finally:
        os.sched_setaffinity(0, before)
    assert processors() == len(before)


def test_without_copies_there_is_one_process(monkeypatch):
    monkeypatch.delattr(os, "fork")
    assert processors() == 1
