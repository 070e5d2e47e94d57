"""What is checked and by what: ``--show-files``, ``--show-settings`` and ``--force-exclude``."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

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


@pytest.fixture
def excluding(tmp_path: Path) -> Path:
    """A project that excludes a folder with a broken file, and keeps other people's YAML beside its own."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old/b.yaml").write_text("cxmap:   1\njurney: 1\n")
    (tmp_path / "a.yml").write_text("cxmap:   1\n")
    (tmp_path / "ci.yaml").write_text("a:   !Ref x\n---\nb: 1\n")
    (tmp_path / "cxmap.toml").write_text('exclude = ["old/"]\n')
    return tmp_path


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("validate", "old/b.yaml"), 1, "1 error"),
        (("validate", "--force-exclude", "old/b.yaml"), 0, "leaves out all that was named"),
        (("validate", "--force-exclude", "old/b.yaml", "a.yml"), 0, "Checked 1 file (0 skipped)"),
        (("validate", "--force-exclude", "gone.yaml"), 2, "no such file or folder"),
        (("fmt", "--check", "--force-exclude", "--", "old/b.yaml", "ci.yaml"), 0, "No file of cxmap"),
        (("fmt", "--check", "--force-exclude", "--", "old/b.yaml", "ci.yaml", "a.yml"), 1, "1 of 1 file would be"),
        (("fmt", "ci.yaml"), 2, "no journey files in 'ci.yaml'"),
        (("fmt", "--check", "ci.yaml", "a.yml"), 1, "1 of 1 file would be"),
    ],
)
def test_what_is_named_can_be_left_out_all_the_same(
    excluding: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    ran = cxmap(*words, cwd=excluding)
    assert (ran.status, said in ran.out + ran.err) == (status, True), ran


def test_other_peoples_yaml_comes_out_of_a_filter_as_it_went_in(excluding: Path) -> None:
    text = (excluding / "ci.yaml").read_bytes()
    ran = cxmap("fmt", "-", cwd=excluding, stdin=text)
    assert (ran.status, ran.out.encode(), ran.err) == (0, text, "No file of cxmap; nothing was laid out.\n")


def test_an_included_pattern_counts_for_what_is_named(tmp_path: Path) -> None:
    for name in ("a.cxmap.yaml", "b.cxmap.yaml"):
        (tmp_path / name).write_text("cxmap: 1\n")
    (tmp_path / "cxmap.toml").write_text('include = ["a.*"]\n')
    ran = cxmap("validate", "--force-exclude", "--show-files", "a.cxmap.yaml", "b.cxmap.yaml", cwd=tmp_path)
    assert ran.out.splitlines() == ["a.cxmap.yaml: checked", "b.cxmap.yaml: skipped, not included by the configuration"]


def test_the_settings_in_force_are_toml_that_says_what_is_a_default(tmp_path: Path) -> None:
    (tmp_path / "a.cxmap.yaml").write_text("cxmap: 1\n")
    given = (
        'ignore = ["CX3"]\ngap-threshold = 1.5\njargon = ["\\u001b]0;x"]\n'
        'scale = {min = 1, max = 5}\nseverity = {CX401 = "error"}\n'
    )
    (tmp_path / "cxmap.toml").write_text(given)
    ran = cxmap("validate", "--show-settings", "--ignore", "CX5", cwd=tmp_path)
    assert (ran.status, ran.err) == (0, "")
    shown = tomllib.loads(ran.out)
    assert {key: value for key, value in shown.items() if key in tomllib.loads(given)} == tomllib.loads(given)
    assert 'lang = "en"  # default\n' in ran.out
    assert "gap-threshold = 1.5\n" in ran.out
    assert "# max-age-days is not set\n" in ran.out
    assert "CX301" in ran.out
    assert "CX501" in ran.out
    assert "# CX401 counts as error\n" in ran.out
    assert "\x1b" not in ran.out


def test_suppressions_silence_what_is_found_today(tmp_path: Path) -> None:
    path = tmp_path / "a.cxmap.yaml"
    path.write_text(
        "cxmap: 1\nsegments:\n  runners: {title: Runners, priority: target}\n"
        "channels:\n  shop: {title: S, kind: fysical}\n"
    )
    found = cxmap("validate", "--format", "concise", cwd=tmp_path).out
    assert "CX318" in found
    assert "CX203" in found
    ran = cxmap("validate", "--add-suppressions", cwd=tmp_path)
    assert (ran.status, "Silenced" in ran.err) == (1, True)
    assert "kind" in ran.out  # what breaks the format cannot be silenced
    assert "CX318" not in ran.out
    text = path.read_text()
    path.write_text(text.replace("fysical", "physical"))
    again = cxmap("validate", "--add-suppressions", "--diff", cwd=tmp_path)
    assert (again.status, again.out) == (0, "")
    assert cxmap("validate", "--fail-on", "advice", cwd=tmp_path).out.startswith("Checked 1 file")
