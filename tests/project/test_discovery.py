"""Which files make a project, and which of them a run reports on."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from cxmap.errors import ConfigError, UsageError
from cxmap.project.load import Stdin, load

if TYPE_CHECKING:
    from pathlib import Path

    from cxmap.project.project import Project

LIBRARY = "cxmap: 1\nstakeholders:\n  {name}: {{title: Somebody, kind: team}}\n"
TODAY = dt.date(2026, 7, 1)


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(LIBRARY.format(name=path.stem.partition(".")[0]))


def found(root: Path, *paths: str) -> tuple[list[str], list[str]]:
    """The files of the project, and those reported on."""
    project = load(paths, today=TODAY, cwd=root)
    return [doc.name for doc in project.documents], [doc.name for doc in project.reported]


def test_a_folder_is_looked_through_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.yaml", "a.yml", "deep/er/c.cxmap.yaml")
    assert found(tmp_path) == (["a.yml", "b.yaml", "deep/er/c.cxmap.yaml"],) * 2


def test_other_yaml_is_skipped_unparsed_and_counted(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    (tmp_path / "workflow.yml").write_text("on: [push]\nbroken: [")
    (tmp_path / "notes.txt").write_text("cxmap: 1\n")
    project = load((), today=TODAY, cwd=tmp_path)
    assert ([doc.name for doc in project.documents], project.skipped) == (["a.yaml"], 1)


@pytest.mark.parametrize("name", ["empty.cxmap.yaml", "UPPER.CXMAP.YML"])
def test_a_file_with_our_suffix_is_ours_whatever_it_holds(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    assert found(tmp_path)[1] == [name]


def test_a_lone_file_belongs_with_its_own_folder_and_not_with_those_below(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "b.yaml", "below/c.yaml")
    assert found(tmp_path, "a.yaml") == (["a.yaml", "b.yaml"], ["a.yaml"])


def test_a_configuration_makes_the_root(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "deep/b.yaml", "deep/er/c.yaml")
    (tmp_path / "cxmap.toml").touch()
    assert found(tmp_path, "deep/er") == (["a.yaml", "deep/b.yaml", "deep/er/c.yaml"], ["deep/er/c.yaml"])
    assert found(tmp_path / "deep/er") == (["../../a.yaml", "../b.yaml", "c.yaml"],) * 2


def test_the_nearest_configuration_wins_and_nothing_is_merged(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "deep/b.yaml")
    (tmp_path / "cxmap.toml").write_text("gap-threshold = 1.0")
    (tmp_path / "deep/.cxmap.toml").write_text("jargon = ['CRM']")
    project = load(["deep"], today=TODAY, cwd=tmp_path)
    assert (project.root.name, project.config.gap_threshold, project.config.jargon) == ("deep", 2.0, ["CRM"])


def test_a_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "deep/b.yaml")
    (tmp_path / "pyproject.toml").write_text("[tool.cxmap]\nlang = 'nl'\n")
    (tmp_path / "deep/pyproject.toml").write_text("[project]\nname = 'other'\n")
    assert load(["deep"], today=TODAY, cwd=tmp_path).config.lang == "nl"


def test_extend_takes_over_what_is_not_said(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    (tmp_path / "house.toml").write_text("lang = 'nl'\ngap-threshold = 3.0")
    (tmp_path / "cxmap.toml").write_text("extend = 'house.toml'\ngap-threshold = 1.5")
    config = load((), today=TODAY, cwd=tmp_path).config
    assert (config.lang, config.gap_threshold) == ("nl", 1.5)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("gap-treshold = 1.0", "unknown key 'gap-treshold'; did you mean 'gap-threshold'?"),
        ("gap_threshold = 1.0", "unknown key 'gap_threshold'; did you mean 'gap-threshold'?"),
        ("gap-threshold = 'high'", "'gap-threshold' has a wrong value, 'high'"),
        ("theme = 'pink'", "'theme' has a wrong value, 'pink'"),
        ("exclude = ['../x']", "'exclude' has a wrong value"),
        ("crosshair = 'centre'", "'crosshair' has a wrong value, 'centre': a crosshair is mean, median, scale, or"),
        ("a = [", "not TOML"),
        ("extend = 'cxmap.toml'", "'extend' leads back to itself"),
        ("extend = 'none.toml'", "'extend' names 'none.toml', which does not exist"),
        ("extend = '../none.toml'", "'extend' names '../none.toml', which lies outside"),
        ("extend = '/etc/passwd'", "'extend' names '/etc/passwd', which lies outside"),
        ("extend = '~/x'", "'extend' names '~/x', which does not exist"),
        (f"gap-threshold = {'1' * 5000}", "not TOML: exceeds the limit"),
        (f"a{'.a' * 60_000} = 1", "a line with more than 500 dots"),
        (f"a = {'[' * 60_000}", "not TOML"),
        (f"exclude = [{', '.join(['%r'] * 1001)}]" % (("*",) * 1001), "'exclude' has a wrong value"),
        ("#" * 300_000, "larger than 256 KiB"),
        ("scale = {min = 5, max = 1}", "'scale' has a wrong value"),
    ],
)
def test_a_wrong_configuration_stops_with_what_to_do(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, "a.yaml")
    (tmp_path / "cxmap.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load((), today=TODAY, cwd=tmp_path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("them = 3", "cxmap.toml:1:1: unknown key 'them'"),
        ("lang = 'en'\n\n  # ours\n  them = 3\n", "cxmap.toml:4:3: unknown key 'them'"),
        ("lang = 'en'\n[severity]\n# not so loud\nCX203 = 'loud'\n", "cxmap.toml:4:1: 'severity.CX203' has"),
        ("x = '''\nlang = 1\n'''\n", "cxmap.toml:1:1: unknown key 'x'"),
        ("jargon = [\n  'lang = 1',\n  'CRM',\n]\nlang = 2\ntheme = 'dark'\n", "cxmap.toml:5:1: 'lang' has"),
        ("exclude = [\n  'a',\n  '../b',\n]\n", "cxmap.toml:1:1: 'exclude' has a wrong value"),
        ("lang = 'en'\nx = [1,\n", "cxmap.toml:2:8: not TOML: invalid value"),
        ("lang = 'en'\n  [[[", "cxmap.toml:2:5: not TOML: invalid initial character for a key part"),
        ("lang = 'en'\nlang = 'nl'\ntheme = 'dark'\n", "cxmap.toml:2:12: not TOML: cannot overwrite a value"),
        ("lang = 'en'\nextend = 'none.toml'\n", "cxmap.toml:2:1: 'extend' names 'none.toml'"),
        ("\n extend = 'cxmap.toml'\n", "cxmap.toml:2:2: 'extend' leads back to itself"),
        ("lang = 'en'\nextend = 3\n", "cxmap.toml:2:1: 'extend' is not the path of a configuration file; name one"),
        ("scale = {min = 1, mx = 5}", "cxmap.toml:1:19: unknown key 'scale.mx'; did you mean 'max'?"),
        (
            "scale = {min = 1, top = 5}",
            "cxmap.toml:1:19: unknown key 'scale.top'; known keys: min, max, pass",
        ),
        ("scale = {min = 1}", "cxmap.toml:1:1: 'scale' lacks 'max'; add it"),
        ("scale = 3", "cxmap.toml:1:1: 'scale' has a wrong value, 3: input should be a table"),
        ("\ufeff[per-file-ignores]\n'b.yaml' = []\n'a.yaml' = 'CX2'\n", "cxmap.toml:3:2: 'per-file-ignores.a.yaml'"),
        ("extend = 'house.toml'\ntheme = 'dark'\n", "house.toml:2:1: 'lang' has a wrong value, 'fr'"),
        ("jargon = [\n" + "  'CRM',\n" * 4000 + "  1,\n]\n", "cxmap.toml: 'jargon.4000' has a wrong value"),
    ],
)
def test_a_wrong_configuration_is_told_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    write(tmp_path, "a.yaml")
    (tmp_path / "cxmap.toml").write_text(text, encoding="utf-8")
    (tmp_path / "house.toml").write_text("\nlang = 'fr'\n")
    with pytest.raises(ConfigError) as caught:
        load((), today=TODAY, cwd=tmp_path)
    assert f"{os.sep}{place}" in str(caught.value)


def test_the_place_in_a_pyproject_is_that_in_our_table(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    (tmp_path / "pyproject.toml").write_text("lang = 1\n[tool.other]\nlang = 2\n[tool.cxmap]\nlang = 'fr'\n")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5:1: 'lang' has a wrong value, 'fr'"):
        load((), today=TODAY, cwd=tmp_path)


@pytest.mark.parametrize("git", [True, False])
def test_extend_stays_in_the_repository(tmp_path: Path, git: bool) -> None:
    write(tmp_path, "team/a.yaml")
    (tmp_path / "house.toml").write_text("lang = 'nl'")
    (tmp_path / "team/cxmap.toml").write_text("extend = '../house.toml'")
    if git:
        (tmp_path / ".git").mkdir()
        assert load(["team"], today=TODAY, cwd=tmp_path).config.lang == "nl"
    else:
        with pytest.raises(ConfigError, match=r"'extend' names '\.\./house\.toml', which lies outside .*team; copy it"):
            load(["team"], today=TODAY, cwd=tmp_path)


@pytest.mark.parametrize("link", ["cxmap.toml", "house.toml"])
def test_a_configuration_whose_links_lead_in_a_circle(tmp_path: Path, link: str) -> None:
    write(tmp_path, "a.yaml")
    (tmp_path / "cxmap.toml").write_text("extend = 'house.toml'")
    (tmp_path / link).unlink(missing_ok=True)
    (tmp_path / link).symlink_to(link)
    if link == "cxmap.toml":  # it is no file, and so no configuration
        assert load((), today=TODAY, cwd=tmp_path).config == load(["a.yaml"], today=TODAY, cwd=tmp_path).config
    else:
        with pytest.raises(ConfigError, match=r"'extend' names 'house\.toml', which does not exist"):
            load((), today=TODAY, cwd=tmp_path)


@pytest.mark.parametrize("link", ["cxmap.toml", "house.toml"])
def test_a_configuration_that_is_a_link_out_of_the_project_is_not_read(tmp_path: Path, link: str) -> None:
    write(tmp_path, "team/a.yaml")
    (tmp_path / "secret.toml").write_text("lang = 'secret'")
    (tmp_path / "team/cxmap.toml").write_text("extend = 'house.toml'")
    (tmp_path / "team" / link).unlink(missing_ok=True)
    (tmp_path / "team" / link).symlink_to(tmp_path / "secret.toml")
    with pytest.raises(ConfigError, match=r"leads out of the project|which lies outside") as caught:
        load(["team"], today=TODAY, cwd=tmp_path)
    assert "secret'" not in str(caught.value)


def test_include_and_exclude_count_from_the_root(tmp_path: Path) -> None:
    write(tmp_path, "journeys/a.yaml", "journeys/drafts/b.yaml", "other/c.yaml")
    (tmp_path / "cxmap.toml").write_text("include = ['journeys/']\nexclude = ['drafts/']")
    assert found(tmp_path)[0] == ["journeys/a.yaml"]
    assert found(tmp_path, "other/c.yaml")[1] == ["other/c.yaml"], "a file that is named is always checked"


GITIGNORES = [
    {".gitignore": "build/\n!build/keep.yaml\n"},
    {".gitignore": "*.yaml\n!keep.yaml\n"},
    {".gitignore": "/a.yaml\n", "deep/.gitignore": "b.yaml\n"},
    {"deep/.gitignore": "*\n!b.yaml\n"},
    {".gitignore": "deep/**/c.yaml\n"},
    {".gitignore": "# a comment\n\\#x.yaml\n deep\n"},
]


@pytest.mark.parametrize("ignored", GITIGNORES)
def test_what_git_ignores_is_left_out_as_git_does(tmp_path: Path, ignored: dict[str, str]) -> None:
    write(tmp_path, "a.yaml", "keep.yaml", "build/x.yaml", "build/keep.yaml", "deep/b.yaml", "deep/er/c.yaml")
    for name, text in ignored.items():
        (tmp_path / name).write_text(text)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    command = ["git", "ls-files", "--others", "--exclude-standard", "*.yaml"]
    git = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout.split()
    assert sorted(found(tmp_path)[0]) == sorted(git)


def test_git_patterns_above_the_folder_count(tmp_path: Path) -> None:
    write(tmp_path, "deep/b.yaml", "deep/c.yaml")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text("/deep/c.yaml\n")
    assert found(tmp_path / "deep")[0] == ["b.yaml"]


@pytest.mark.parametrize("config", [True, False])
def test_a_folder_that_git_ignores_is_checked_when_it_is_named(tmp_path: Path, config: bool) -> None:
    write(tmp_path, "a.yaml", "build/deep/x.yaml")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text("/build/\n")
    if config:
        (tmp_path / "build/cxmap.toml").touch()
    assert found(tmp_path, "build")[1] == ["build/deep/x.yaml"]
    assert found(tmp_path, "build/deep")[1] == ["build/deep/x.yaml"]
    assert found(tmp_path)[1] == ["a.yaml"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "deep/b.yaml")
    os.symlink(tmp_path, tmp_path / "deep/round")
    assert found(tmp_path)[0] == ["deep/b.yaml"]


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no such file or folder: 'gone\.yaml'"):
        load(["gone.yaml"], today=TODAY, cwd=tmp_path)
    with pytest.raises(UsageError, match=r"no such file or folder: ''"):
        load([""], today=TODAY, cwd=tmp_path)


def test_nothing_to_check_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("a: 1\n")
    with pytest.raises(UsageError, match=r"no journey files in '\.': skipped 1 YAML file without a `cxmap:`"):
        load((), today=TODAY, cwd=tmp_path)


def test_an_empty_folder_is_told_how_to_start(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no journey files in '\.'; start one with `cxmap init`"):
        load((), today=TODAY, cwd=tmp_path)


@pytest.mark.parametrize(
    ("config", "ignored", "said"),
    [
        ('exclude = ["journeys/"]', "", "1 path is excluded by the configuration; `cxmap validate --show-files` lists"),
        ('exclude = ["*.yaml"]', "", "2 paths are excluded by the configuration; `cxmap validate --show-files` lists"),
        ('include = ["other/"]', "", "2 paths are not included by the configuration"),
        ("", "journeys/", "1 path is ignored by git"),
        ('exclude = ["a.*"]', "b.*", "1 path is excluded by the configuration, 1 path is ignored by git"),
    ],
)
def test_where_all_is_left_out_the_message_says_so(tmp_path: Path, config: str, ignored: str, said: str) -> None:
    write(tmp_path, "journeys/a.cxmap.yaml", "journeys/b.cxmap.yaml")
    (tmp_path / "cxmap.toml").write_text(config)
    (tmp_path / ".gitignore").write_text(ignored)
    with pytest.raises(UsageError) as stopped:
        load((), today=TODAY, cwd=tmp_path)
    assert said in str(stopped.value)
    assert "cxmap init" not in str(stopped.value)


def test_the_day_of_the_configuration_goes_before_the_clocks_and_after_the_one_asked_for(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    (tmp_path / "cxmap.toml").write_text("today = 2026-10-15\n")
    assert load((), today=TODAY, today_given=False, cwd=tmp_path).today == dt.date(2026, 10, 15)
    assert load((), today=TODAY, cwd=tmp_path).today == TODAY
    (tmp_path / "cxmap.toml").write_text("")
    assert load((), today=TODAY, today_given=False, cwd=tmp_path).today == TODAY


@pytest.mark.parametrize("day", ["'31-3-2026'", "2026", "2026-03-31T10:00:00"])
def test_a_day_that_is_none(tmp_path: Path, day: str) -> None:
    write(tmp_path, "a.yaml")
    (tmp_path / "cxmap.toml").write_text(f"today = {day}\n")
    with pytest.raises(ConfigError, match=r"cxmap\.toml:1:1: 'today' has a wrong value"):
        load((), today=TODAY, cwd=tmp_path)


def stdin_project(root: Path, filename: str | None) -> Project:
    return load((), today=TODAY, cwd=root, stdin=Stdin(LIBRARY.format(name="other").encode(), filename))


def test_standard_input_stands_in_for_a_file(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "b.yaml")
    project = stdin_project(tmp_path, "a.yaml")
    assert [doc.name for doc in project.reported] == ["a.yaml"]
    assert set(project.stakeholders) == {"b", "other"}


def test_standard_input_without_a_name_joins_the_current_directory(tmp_path: Path) -> None:
    write(tmp_path, "b.yaml")
    project = stdin_project(tmp_path, None)
    assert [doc.name for doc in project.reported] == ["<stdin>"]
    assert set(project.stakeholders) == {"b", "other"}


def test_a_file_that_is_named_twice_is_reported_once(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    assert found(tmp_path, "a.yaml", "./a.yaml", ".")[1] == ["a.yaml"]


MANY_STARS = "*a" * 16 + "b"


@pytest.mark.parametrize("key", ["include", "exclude"])
def test_a_pattern_with_many_stars_is_refused(tmp_path, key):
    (tmp_path / "cxmap.toml").write_text(f'{key} = ["{MANY_STARS}"]\n')
    (tmp_path / f"{'a' * 200}.cxmap.yaml").write_text("cxmap: 1\n")
    with pytest.raises(UsageError, match=r"has more than 4 \*; write several, or a simpler one$"):
        load(cwd=tmp_path, today=TODAY)


def test_a_pattern_with_many_stars_in_a_gitignore_is_passed_over(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text(f"{MANY_STARS}\n*.x.yaml\n")
    (tmp_path / f"{'a' * 200}.cxmap.yaml").write_text("cxmap: 1\n")
    (tmp_path / "a.x.yaml").write_text("cxmap: 1\n")
    assert [document.name for document in load(cwd=tmp_path, today=TODAY).documents] == [f"{'a' * 200}.cxmap.yaml"]


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
def test_only_an_ordinary_file_is_read_as_a_gitignore(tmp_path, make):
    make(tmp_path / ".gitignore")
    (tmp_path / "a.cxmap.yaml").write_text("cxmap: 1\n")
    assert len(load(cwd=tmp_path, today=TODAY).documents) == 1
