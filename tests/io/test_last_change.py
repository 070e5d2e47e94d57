"""When a file was changed last, out of git; a stranger's repository runs nothing."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from cxmap.io.git import last_change

if TYPE_CHECKING:
    from pathlib import Path

NAME = "plan.cxmap.yaml"
WHEN = dt.datetime(2026, 6, 1, 12, 30, tzinfo=dt.UTC)


def git(folder: Path, *words: str, when: dt.datetime = WHEN) -> None:
    environment = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_COMMITTER_DATE": when.isoformat(),
        **{f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    subprocess.run(["git", *words], cwd=folder, env=environment, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / NAME).write_text("cxmap: 1\n")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "one")
    return root


def changed(folder: Path, name: str = NAME) -> dt.datetime | None:
    return last_change(folder / name, (folder / name).read_bytes())


def test_the_time_of_the_last_commit_that_touched_the_file(folder):
    assert changed(folder) == WHEN
    (folder / "other.txt").write_text("x")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "two", when=WHEN + dt.timedelta(days=1))
    assert changed(folder) == WHEN
    (folder / NAME).write_text("cxmap: 1\n# changed\n")
    git(folder, "commit", "--quiet", "-am", "three", when=WHEN + dt.timedelta(days=2))
    assert changed(folder) == WHEN + dt.timedelta(days=2)


def test_line_ends_of_windows_are_no_change(folder):
    (folder / NAME).write_bytes(b"cxmap: 1\r\n")
    assert changed(folder) == WHEN


@pytest.mark.parametrize("name", ["a b'$(x).cxmap.yaml", "-x.cxmap.yaml", ":(glob)*.cxmap.yaml", "é\n.cxmap.yaml"])
def test_any_name_of_a_file(folder, name):
    (folder / name).write_text("cxmap: 1\n# another\n")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "two", when=WHEN + dt.timedelta(days=1))
    assert changed(folder, f"./{name}") == WHEN + dt.timedelta(days=1)


def test_nobody_can_tell_of_what_is_not_as_committed(folder):
    (folder / NAME).write_text("cxmap: 1\n# changed\n")
    assert changed(folder) is None
    git(folder, "add", ".")
    assert changed(folder) is None
    (folder / "new.cxmap.yaml").write_text("cxmap: 1\n")
    assert changed(folder, "new.cxmap.yaml") is None


def test_nor_where_the_history_is_cut_off(folder, tmp_path):
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "two")
    git(tmp_path, "clone", "--quiet", "--depth", "1", folder.as_uri(), "shallow")
    assert changed(tmp_path / "shallow") is None
    git(tmp_path, "clone", "--quiet", folder.as_uri(), "whole")
    assert changed(tmp_path / "whole") == WHEN


def test_nor_without_a_repository_a_commit_or_git(folder, tmp_path, monkeypatch):
    (tmp_path / NAME).write_text("cxmap: 1\n")
    assert changed(tmp_path) is None
    git(tmp_path, "init", "--quiet")
    assert changed(tmp_path) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert changed(folder) is None


def test_nothing_of_a_strangers_repository_is_run(folder, tmp_path):
    run = tmp_path / "run.sh"
    run.write_text(f"#!/bin/sh\ntouch '{tmp_path}/it-ran'\n")
    run.chmod(0o755)
    for key in ("core.fsmonitor", "gpg.program", "diff.external", "core.pager", "filter.x.clean", "filter.x.smudge"):
        git(folder, "config", key, str(run))
    for key, value in (("log.showSignature", "true"), ("core.hooksPath", str(tmp_path))):
        git(folder, "config", key, value)
    (folder / ".git/info/attributes").write_text("*.yaml filter=x diff=x\n")
    assert changed(folder) == WHEN
    assert not (tmp_path / "it-ran").exists()


def test_the_environment_leads_to_no_other_repository(folder, tmp_path, monkeypatch: Any):
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert changed(folder) == WHEN
