"""The studio as a process: the address, changes as they come, and an end that waits for nobody."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest

from tests.session.test_session import FILE, JOURNEY

pytestmark = pytest.mark.slow


@contextmanager
def running(root, *options):
    """A studio, its port and its secret; its process group is ended whatever happens."""
    command = [sys.executable, "-m", "cxmap", "studio", "--no-browser", *options]
    variables = {**os.environ, "GIT_CEILING_DIRECTORIES": str(root.parent)}
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=variables) as process:
        try:
            assert process.stdout
            found = re.fullmatch(rb"http://127\.0\.0\.1:(\d+)/#k=([\w-]{32})\n", process.stdout.readline())
            assert found
            yield process, int(found[1]), found[2].decode()
        finally:
            process.kill()


@contextmanager
def events(port, token):
    """A reader of changes."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/api/events", headers={"X-Cxmap-Token": token})
    response = connection.getresponse()
    assert (response.status, str(response.getheader("content-type")).partition(";")[0]) == (200, "text/event-stream")
    with closing(connection), response:
        yield response


def next_event(response):
    while not (line := response.readline()).startswith(b"data: "):
        assert line, "the stream has ended"
    return json.loads(line[6:])


@pytest.mark.parametrize(("options", "sign", "status"), [((), signal.SIGTERM, 143), (("--poll",), signal.SIGINT, 130)])
def test_changes_are_told_and_the_end_does_not_wait_for_readers(root, options, sign, status):
    with running(root, *options) as (process, port, token), events(port, token) as reader:
        assert next_event(reader) == {"version": 1, "files": []}
        (root / "new").write_text(JOURNEY.replace("Pays", "Pays at the till"))
        (root / "new").replace(root / FILE)  # as editors save
        assert next_event(reader) == {"version": 2, "files": [FILE]}
        process.send_signal(sign)
        reader.read()  # to its end, which comes by itself or this times out
        assert process.wait(20) == status
        said = process.stderr.read().decode()
    assert said == "This folder is in no git repository: what you change can be undone until you close the studio.\n"


def test_it_listens_on_this_machine_only_and_says_when_a_port_is_taken(root):
    with running(root, "--read-only") as (process, port, token):
        assert token not in " ".join(process.args)
        again = subprocess.run(
            [sys.executable, "-m", "cxmap", "studio", "--no-browser", "--port", str(port)],
            cwd=root,
            capture_output=True,
            check=False,
        )
        assert again.returncode == 2
        assert f"port {port} cannot be used: address already in use; name another" in again.stderr.decode()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["nothing"], "no such file or folder: 'nothing'"),
        (["--port", "70000"], "--port takes a number up to 65535, not 70000"),
        (["--lang", "fr"], "--lang"),
    ],
)
def test_what_it_cannot_do_it_says_in_one_line(root, options, said):
    done = subprocess.run(
        [sys.executable, "-m", "cxmap", "studio", *options], cwd=root, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
