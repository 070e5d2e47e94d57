"""``cxmap import survey`` and Ctrl-C, at whatever it is at: files stay as they were, and none is left behind."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from tests.cli.test_import_survey import ANSWERS, JOURNEY, MAPPING

pytest.importorskip("duckdb")

# The command, which a job in the background would not let Ctrl-C interrupt; it leaves a sign where it opens a database
# and where a disk is slow.
CXMAP = """
import os, signal, sys, time
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)
def slow(descriptor):
    Path("at-it").touch()
    time.sleep(60)
if sys.argv[1] == "slow":
    os.fsync = slow
sys.addaudithook(lambda event, _: event == "sqlite3.connect" and Path("at-it").touch())
sys.argv[:2] = ["cxmap"]
from cxmap.__main__ import main
main()
"""
SAID = b"cxmap: interrupted; no file was changed\n"


def reads_from_a_slow_pipe(project, temporary):
    return ["fast", "-"], lambda: next(temporary.glob("cxmap-*/answers.csv"), None)


def counts_a_long_file(project, temporary):
    (project / "answers.csv").write_bytes(b"Respondent,I,E\n" + b"1,5,2\n" * 4_000_000)
    return ["fast", "answers.csv"], lambda: next(temporary.glob("cxmap-*/answers.csv"), None)


def asks_a_slow_view(project, temporary):
    with closing(sqlite3.connect(project / "answers.db")) as lite, lite:
        numbers = "WITH RECURSIVE c(n) AS (VALUES(1) UNION ALL SELECT n + 1 FROM c LIMIT 3000) SELECT n FROM c"
        lite.execute(f"CREATE TABLE n AS {numbers}")
        lite.execute("CREATE VIEW slow AS SELECT 3 AS I, 4 AS E FROM n a, n b, n c")
    return ["fast", "env:ANSWERS", "--table", "slow"], (project / "at-it").exists


def writes_to_a_slow_disk(project, temporary):
    return ["slow", "answers.csv"], (project / "at-it").exists


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        (reads_from_a_slow_pipe, SAID),
        (counts_a_long_file, SAID),
        (asks_a_slow_view, SAID),
        (writes_to_a_slow_disk, b""),
    ],
)
def test_ctrl_c_leaves_everything_as_it_was(tmp_path, phase, said):
    project, temporary = tmp_path / "project", tmp_path / "temporary"
    project.mkdir()
    temporary.mkdir()
    (project / "shoes.cxmap.yaml").write_text(JOURNEY)
    (project / "mapping.yaml").write_text(MAPPING)
    (project / "answers.csv").write_text(ANSWERS)
    words, at_it = phase(project, temporary)
    before = {path: path.stat().st_mtime_ns for path in project.iterdir()}
    with subprocess.Popen(
        [sys.executable, "-c", CXMAP, words[0], "import", "survey", *words[1:], "--mapping", "mapping.yaml"],
        cwd=project,
        env={**os.environ, "TMPDIR": str(temporary), "ANSWERS": "sqlite:///answers.db"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            wait_for(at_it, process)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, out, err) == (130, b"", said)
    (project / "at-it").unlink(missing_ok=True)
    assert {path: path.stat().st_mtime_ns for path in project.iterdir()} == before
    assert list(temporary.iterdir()) == []


def wait_for(at_it, process):
    """Wait until it is at what it is to be interrupted at."""
    end = time.monotonic() + 60
    while not at_it():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.02)
    time.sleep(0.05)  # the file or database is open; now it is asked
