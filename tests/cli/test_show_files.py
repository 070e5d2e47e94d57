"""``cxmap validate --show-files``: what is checked, what is skipped, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.command import cxmap

if TYPE_CHECKING:
    from pathlib import Path


def test_every_yaml_file_is_listed_with_what_becomes_of_it(tmp_path: Path) -> None:
    for name in ("a.cxmap.yaml", "old/b.cxmap.yaml", "drafts/c.cxmap.yaml", "ci.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("jobs: {}\n" if name == "ci.yaml" else "cxmap: 1\n")
    (tmp_path / "cxmap.toml").write_text('exclude = ["old/"]\n')
    (tmp_path / ".gitignore").write_text("drafts/*.yaml\n")
    ran = cxmap("validate", "--show-files", cwd=tmp_path)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "a.cxmap.yaml: checked",
        "ci.yaml: skipped, no line starts with `cxmap:`",
        "drafts/c.cxmap.yaml: skipped, ignored by git",
        "old/: skipped, excluded by the configuration",
    ]
