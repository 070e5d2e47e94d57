"""CX006: the file cannot be read."""

from __future__ import annotations

import os

from cxmap.lint.engine import diagnose, report
from cxmap.lint.selection import select
from cxmap.project.load import load
from tests.support import TODAY, brief


def test_a_folder_a_pipe_and_nothing_where_a_file_should_be(tmp_path):
    (tmp_path / "cxmap.toml").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.cxmap.yaml").symlink_to(tmp_path / "folder")
    (tmp_path / "b.cxmap.yaml").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "c.cxmap.yaml")
    (tmp_path / "d.cxmap.yaml").write_text("cxmap: 1\n")
    loaded = load(["."], today=TODAY, cwd=tmp_path)
    found = diagnose(loaded, select(loaded.config))
    assert brief(found) == [f"{name}.cxmap.yaml:1:1-1 CX006" for name in "abc"]
    assert report(loaded, found).checked == 4
