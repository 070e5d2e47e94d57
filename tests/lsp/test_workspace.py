"""Projects in memory: what is read of them and when, and the day that counts."""

from __future__ import annotations

import datetime as dt

import pytest

from cxmap.lsp.workspace import Workspace
from cxmap.project import cache

FILES = 12
ACTION = "actions:\n  late: {title: Better, due: 2026-06-30, start: 2026-01-01, status: planned}\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("CXMAP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "SETTLED", -(10**9))
    root = tmp_path / "project"
    root.mkdir()
    (root / "cxmap.toml").touch()
    for number in range(FILES):
        (root / f"{number:02}.cxmap.yaml").write_text(f"cxmap: 1\nchannels:\n  c{number}: {{title: C, kind: human}}\n")
    return root


def workspace(today=dt.date(2026, 7, 1)):
    return Workspace(lambda: today)


def codes(files, uri):
    return [one.code for one in files.check(uri).shown]


def test_each_file_is_read_once(project, parsed):
    files, path = workspace(), project / "11.cxmap.yaml"
    text = path.read_text()
    files.put(path.as_uri(), 1, text)
    assert codes(files, path.as_uri()) == ["CX203"]
    assert sorted(parsed) == sorted([*(f"{number:02}.cxmap.yaml" for number in range(FILES)), "11.cxmap.yaml"])
    parsed.clear()
    files.put(path.as_uri(), 2, f"{text}  c1: {{title: C, kind: human}}\n")
    assert sorted(codes(files, path.as_uri())) == ["CX202", "CX203"]
    assert set(parsed) == {"11.cxmap.yaml", "01.cxmap.yaml"}  # which has the other place
    parsed.clear()
    (project / "05.cxmap.yaml").write_text("cxmap: 1\n")
    files.look_again()
    files.check(path.as_uri())
    assert "05.cxmap.yaml" in parsed
    assert "04.cxmap.yaml" not in parsed


def test_what_an_earlier_run_has_read_is_not_read_again(project, parsed):
    path = project / "00.cxmap.yaml"
    before, again = workspace(), workspace()
    before.put(path.as_uri(), 1, "cxmap: 1\nchannels: {not-saved: {title: C, kind: human}}\n")
    before.check(path.as_uri())
    parsed.clear()
    again.put(path.as_uri(), 1, text := path.read_text())
    assert codes(again, path.as_uri()) == ["CX203"]
    assert parsed == ["00.cxmap.yaml"]
    again.put((project / "new.cxmap.yaml").as_uri(), 1, text)  # c0 is known as the disk has it, not as it was typed
    again.drop(path.as_uri())
    assert "CX202" in codes(again, (project / "new.cxmap.yaml").as_uri())


def test_the_day_is_that_of_each_check(project):
    day = [dt.date(2026, 6, 30)]
    files = Workspace(lambda: day[0])
    uri = (project / "00.cxmap.yaml").as_uri()
    files.put(uri, 1, f"cxmap: 1\n{ACTION}")
    assert "CX408" not in codes(files, uri)
    day[0] += dt.timedelta(days=1)
    assert "CX408" in codes(files, uri)


def test_the_nearest_configuration_counts(project):
    inner = project / "inner"
    inner.mkdir()
    (inner / "cxmap.toml").write_text("ignore = ['CX203']\n")
    files = workspace()
    for name in ("inner/a.cxmap.yaml", "b.cxmap.yaml"):
        files.put((project / name).as_uri(), 1, "cxmap: 1\nchannels:\n  web: {title: Web, kind: digital}\n")
    assert codes(files, (inner / "a.cxmap.yaml").as_uri()) == []
    assert codes(files, (project / "b.cxmap.yaml").as_uri()) == ["CX203"]
    assert files.beside((project / "b.cxmap.yaml").as_uri()) == [(project / "b.cxmap.yaml").as_uri()]


def test_without_a_configuration_the_folder_is_the_project(tmp_path):
    text = "cxmap: 1\nchannels:\n  {}: {{title: Web, kind: digital}}\n"
    (tmp_path / "below").mkdir()
    (tmp_path / "a.cxmap.yaml").write_text(text.format("beside"))
    (tmp_path / "below/a.cxmap.yaml").write_text(text.format("below"))
    files = workspace()
    uri = (tmp_path / "b.cxmap.yaml").as_uri()
    files.put(uri, 1, text.format("beside"))
    assert "CX202" in codes(files, uri)
    files.put(uri, 2, text.format("below"))
    assert "CX202" not in codes(files, uri)
