"""``cxmap diff``: revisions, folders and files, every format, and what ends a run how."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cxmap.analysis.diff.compare import diff
from cxmap.cli.main import run
from cxmap.output.charts.from_project import emotion_view
from cxmap.output.charts.since import Since
from cxmap.output.diff.markdown import LONGEST, MARKER
from cxmap.project.load import load
from tests.analysis.journeys import LIBRARY, journey, mean, text, touchpoint
from tests.reliability.hostile import HOSTILE
from tests.reliability.promises import check_output

GOLDEN = Path(__file__).parent / "golden"
JOURNEY, LIB = "journeys/visit.cxmap.yaml", "library.cxmap.yaml"


def library(**more: Any) -> dict[str, Any]:
    sources = {
        "spring": {"title": "Spring", "kind": "survey", "date": "2026-03-31"},
        "autumn": {"title": "Autumn", "kind": "survey", "date": "2026-09-30"},
    }
    metric = {"title": "Wait", "better": "lower", "baseline": {"date": "2026-03-31", "value": 9}}
    action = {"title": "Picture labels", "touchpoints": ["visit/labels"], "status": "planned", "due": "2026-06-30"}
    made = {**LIBRARY, "sources": sources, "metrics": {"wait": metric}, "actions": {"labels": action}}
    return {**made, **more}


def visit(**more: Any) -> dict[str, Any]:
    return journey(
        touchpoint("find", 8, mean(5.2, 1.6, 84, "spring"), metrics=["wait"]),
        touchpoint("member", 5, 6, owner="shop"),
        touchpoint("labels", 7, 4),
        name="visit",
        **more,
    )


def later() -> dict[str, Any]:
    made = visit()
    found, member, labels = made["journey"]["stages"][0]["touchpoints"]
    found["scores"]["experience"] = [mean(5.2, 1.6, 84, "spring"), mean(6.1, 1.4, 71, "autumn")]
    member["owner"] = "web"
    labels["id"] = "signs"
    home = {"id": "home", "title": "At home", "touchpoints": [touchpoint("checkout"), member]}
    made["journey"]["stages"] = [{"id": "all", "title": "All of it", "touchpoints": [found, labels]}, home]
    return made


def git(folder: Path, *words: str, when: str = "2026-01-01") -> str:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = [f"GIT_{role}_{what}" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")]
    own |= dict.fromkeys(who, "a@example.org")
    own |= {f"GIT_{role}_DATE": f"{when}T12:00:00Z" for role in ("AUTHOR", "COMMITTER")}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(["git", *words], cwd=folder, env=clean | own, capture_output=True, text=True, check=True)
    return done.stdout


def write(folder: Path, made: dict[str, Any], given: dict[str, Any] | None = None) -> None:
    (folder / "journeys").mkdir(exist_ok=True, parents=True)
    (folder / JOURNEY).write_text(text(made))
    (folder / LIB).write_text(text(given or library()))
    (folder / "cxmap.toml").touch()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    write(folder, visit())
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "one")
    monkeypatch.chdir(folder)
    return folder


def changed(folder: Path) -> None:
    action = {"title": "Picture labels", "touchpoints": ["visit/labels"], "status": "in-progress", "due": "2026-09-30"}
    write(folder, later(), library(actions={"labels": action}))


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = run(["diff", *words])
    found = capsys.readouterr()
    return status, found.out, found.err


def told(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, str]]:
    status, out, err = ran(capsys, "--format", "json", *words)
    assert status == 0, err
    return [(each["kind"], each["id"]) for each in json.loads(out)["changes"]]


EXPECTED = [
    ("added", "visit/home"),
    ("changed", "visit/find"),
    ("renamed", "visit/signs"),
    ("moved", "visit/member"),
    ("changed", "visit/member"),
    ("added", "visit/checkout"),
    ("changed", "labels"),
    ("changed", "labels"),
]


@pytest.mark.parametrize("name", ["full", "concise", "markdown"])
def test_goldens(repository, capsys, name):
    changed(repository)
    status, out, err = ran(capsys, "--format", name, "--today", "2026-10-01")
    assert (status, err) == (0, "")
    assert out == (GOLDEN / f"diff-{name}.txt").read_text()


def test_json_is_documented(repository, capsys):
    changed(repository)
    _, out, _ = ran(capsys, "--format", "json")
    found = json.loads(out)
    assert list(found) == ["cxmap", "command", "from", "to", "changes", "ranking", "findings", "summary"]
    assert (found["from"]["kind"], found["from"]["name"], found["to"]["kind"]) == ("revision", "HEAD", "worktree")
    assert found["from"]["commit"] == git(repository, "rev-parse", "HEAD").strip()
    assert [(each["kind"], each["id"]) for each in found["changes"]] == EXPECTED
    by_kind = {(each["kind"], each["id"]): each for each in found["changes"]}
    score = by_kind["changed", "visit/find"]
    assert (score["what"], score["pointer"], score["severity"]) == ("touchpoint", "/scores/experience", "better")
    assert score["effect"]["more_than_chance"] is True
    assert score["effect"]["difference10"] == pytest.approx(0.9)
    assert (score["path"], (repository / JOURNEY).read_text().splitlines()[score["line"] - 1].strip()) == (
        JOURNEY,
        "experience:",
    )
    assert by_kind["moved", "visit/member"]["to"] == {"stage": "home", "after": "checkout"}
    assert by_kind["added", "visit/checkout"]["after"] == {"id": "checkout", "title": "Checkout"}
    assert by_kind["renamed", "visit/signs"]["was"] == "visit/labels"
    assert found["summary"] == {
        "changed": 3,
        "added": 2,
        "removed": 0,
        "moved": 1,
        "renamed": 1,
        "worse": 1,
        "better": 1,
    }
    assert {each["code"] for each in found["findings"]["new"]} >= {"CX201"}


def test_one_file_or_folder(repository, capsys):
    changed(repository)
    for words in (["--", "journeys"], ["journeys"], ["HEAD", "--", JOURNEY], [JOURNEY]):
        assert {name for _, name in told(capsys, *words)} == {name for _, name in EXPECTED if "/" in name}
    assert {name for _, name in told(capsys, "--", LIB)} == {"labels"}


def test_from_a_folder_below(repository, capsys, monkeypatch):
    changed(repository)
    monkeypatch.chdir(repository / "journeys")
    assert told(capsys) == EXPECTED
    assert ran(capsys, "--format", "concise")[1].splitlines()[-1].startswith("../library.cxmap.yaml:")


def test_revisions(repository, capsys):
    changed(repository)
    git(repository, "commit", "-qam", "two")
    git(repository, "tag", "v2")
    assert told(capsys) == []
    assert told(capsys, "HEAD~1..v2") == told(capsys, "HEAD~1", "HEAD") == EXPECTED
    assert {kind for kind, _ in told(capsys, "v2..HEAD~1")} == {"removed", "changed", "renamed", "moved"}


def test_a_branch_is_compared_from_where_it_parted(repository, capsys):
    git(repository, "checkout", "-qb", "work")
    changed(repository)
    git(repository, "commit", "-qam", "two")
    git(repository, "checkout", "-q", "main")
    write(repository, visit(), library(actions={}))
    git(repository, "commit", "-qam", "meanwhile")
    git(repository, "checkout", "-q", "work")
    assert told(capsys, "main") == EXPECTED
    assert ("added", "labels") in told(capsys, "main", "HEAD")
    assert told(capsys, "main...work") == EXPECTED


def test_untracked_files_and_deleted_ones(repository, capsys):
    (repository / "new.cxmap.yaml").write_text(
        text(journey(touchpoint("a", 5, 5), name="new")).replace("Trip", "Other")
    )
    (repository / JOURNEY).unlink()
    assert told(capsys) == [("added", "new"), ("removed", "visit")]


def test_the_first_files_are_all_new(repository, capsys):
    git(repository, "checkout", "-q", "--orphan", "empty")
    git(repository, "rm", "-rqf", ".")
    git(repository, "commit", "-q", "--allow-empty", "-m", "none")
    assert ("added", "visit") in told(capsys, "empty", "main")


def test_folders_and_files(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "old", visit())
    changed(tmp_path / "new")
    assert told(capsys, "old", "new/") == EXPECTED
    assert {name for _, name in told(capsys, f"old/{JOURNEY}", f"new/{JOURNEY}")} == {
        name for _, name in EXPECTED if "/" in name
    }


@pytest.mark.parametrize(
    "words",
    [
        ("a.cxmap.yaml", "b.cxmap.yaml"), ("a.cxmap.yaml", "kept/b.cxmap.yaml"), ("old", "new"), ("old", "."),
        ("old", "old/new"),
    ],
)  # fmt: skip
def test_two_states_in_one_project_know_nothing_of_each_other(tmp_path, capsys, monkeypatch, words):
    """The same journey is in both, and who makes it in the project's own library."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cxmap.toml").touch()
    (tmp_path / LIB).write_text(text(library(actions={})))
    for name, experience in zip(words, (3, 7), strict=True):
        path = tmp_path / name if name.endswith("yaml") else tmp_path / name / "visit.cxmap.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text(journey(touchpoint("find", 8, experience), name="visit")))
    (status, out, _) = ran(capsys, *words, "--format", "json")
    (change,) = [each for each in json.loads(out)["changes"] if each["what"] == "touchpoint"]
    assert (change["before"], change["after"], change["effect"]["difference10"]) == (3, 7, 4)
    assert (status, [each for each in json.loads(out)["findings"]["new"] if each["severity"] == "error"]) == (0, [])


def test_a_bare_repository(repository, capsys, monkeypatch, tmp_path):
    changed(repository)
    git(repository, "commit", "-qam", "two")
    git(tmp_path, "clone", "-q", "--bare", str(repository), "bare.git")
    monkeypatch.chdir(tmp_path / "bare.git")
    assert told(capsys, "HEAD~1..HEAD") == EXPECTED
    status, _, err = ran(capsys)
    assert (status, "a bare repository has no working tree" in err) == (2, True)


def test_a_worktree(repository, capsys, monkeypatch, tmp_path):
    git(repository, "worktree", "add", "-q", str(tmp_path / "other"), "-b", "other")
    monkeypatch.chdir(tmp_path / "other")
    changed(tmp_path / "other")
    assert told(capsys) == EXPECTED


def test_links_and_submodules(repository, capsys, tmp_path):
    """A link inside the tree is read; one that leads out, or another repository, is skipped on both sides."""
    (tmp_path / "secret.cxmap.yaml").write_text(text(journey(touchpoint("s"), name="secret")))
    (repository / "shared").mkdir()
    (repository / "shared/real.txt").write_text(text(journey(touchpoint("a", 5, 5), name="linked")))
    (repository / "linked.cxmap.yaml").symlink_to("shared/real.txt")
    (repository / "out.cxmap.yaml").symlink_to("../secret.cxmap.yaml")
    sub = repository / "sub"
    write(sub, journey(touchpoint("b", 5, 5), name="sub"), {"cxmap": 1})
    git(sub, "init", "-q")
    git(sub, "add", "-A")
    git(sub, "commit", "-qm", "sub")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "links")
    (repository / "out.cxmap.yaml").unlink()
    (repository / "shared/real.txt").write_text(text(journey(touchpoint("a", 5, 6), name="linked")))
    assert told(capsys) == [("changed", "linked/a")]
    assert "skipped another repository: sub" in ran(capsys)[2]


def test_names_that_are_no_utf8(repository, capsys):
    name = os.fsdecode(b"journeys/caf\xe9.cxmap.yaml")
    (repository / name).write_text(text(journey(touchpoint("a", 5, 5), name="cafe")))
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "name")
    (repository / name).write_text(text(journey(touchpoint("a", 5, 6), name="cafe")))
    assert told(capsys) == [("changed", "cafe/a")]
    status, out, _ = ran(capsys, "--format", "concise")
    assert status == 0
    check_output("concise", out)


def test_git_runs_nothing(repository, capsys, tmp_path, monkeypatch):
    """A hostile configuration and environment start no program, and lead nowhere else."""
    evil = tmp_path / "evil"
    script = tmp_path / "run.sh"
    script.write_text(f"#!/bin/sh\ntouch '{evil}'\ncat\n")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "diff.external", "core.sshCommand", "gpg.program", "filter.x.smudge"):
        git(repository, "config", key, str(script))
    git(repository, "config", "log.showSignature", "true")
    git(repository, "config", "diff.x.textconv", str(script))
    (repository / ".gitattributes").write_text("* diff=x filter=x\n")
    (repository / ".git/hooks/post-index-change").write_text(script.read_text())
    changed(repository)
    evil.unlink(missing_ok=True)
    for name in ("GIT_EXTERNAL_DIFF", "GIT_SSH_COMMAND", "GIT_PAGER"):
        monkeypatch.setenv(name, str(script))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    assert told(capsys) == EXPECTED
    assert not evil.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nope"], "unknown revision 'nope'"),
        (["--", "nowhere"], "no journey files"),
        (["main", "nope"], "unknown revision 'nope'"),
        (["main..nope"], "unknown revision 'nope'"),
        (["--upload-pack=x"], "unknown option"),
        (["-"], "standard input cannot be compared"),
        (["a", "b", "c"], "too many states"),
        (["main", "journeys"], "no such file or folder: 'main'"),
        (["journeys", LIB], "a file and a folder cannot be compared"),
        (["--format", "html"], "unknown format 'html'"),
        (["--fail-on", "better"], "better"),
        (["-o", "no/such/file"], "cannot write"),
        (["main\x1b[31m"], "unknown revision"),
        (["HEAD:library.cxmap.yaml"], "unknown revision"),
    ],
)
def test_what_cannot_be_compared(repository, capsys, words, said):
    status, out, err = ran(capsys, *words)
    assert (status, out) == (2, "")
    assert said in err
    check_output("standard error", err)


def test_no_repository_and_no_commit(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write(tmp_path, visit())
    status, _, err = ran(capsys)
    assert (status, "a first commit, or name two files or two folders to compare\n" in err) == (2, True)
    git(tmp_path, "init", "-q")
    status, _, err = ran(capsys)
    assert (status, "there is no commit yet; commit first, or name two files" in err) == (2, True)
    monkeypatch.setenv("PATH", str(tmp_path))
    status, _, err = ran(capsys)
    assert (status, "the git program was not found" in err) == (2, True)


def test_a_shallow_clone_says_what_to_fetch(repository, capsys, monkeypatch, tmp_path):
    for number in range(3):
        (repository / "note.txt").write_text(str(number))
        git(repository, "add", "-A")
        git(repository, "commit", "-qm", str(number))
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    status, _, err = ran(capsys, "HEAD~2")
    assert (status, "fetch-depth: 0" in err) == (2, True)


@pytest.mark.parametrize("side", ["before", "after"])
def test_yaml_that_does_not_parse_is_never_no_changes(repository, capsys, side):
    broken = "cxmap: 1\njourney: [\n"
    if side == "before":
        (repository / JOURNEY).write_text(broken)
        git(repository, "commit", "-qam", "broken")
        write(repository, visit())
    else:
        (repository / JOURNEY).write_text(broken)
    status, out, err = ran(capsys)
    assert (status, out) == (2, "")
    assert f"{'HEAD' if side == 'before' else 'working tree'}: {JOURNEY}:" in err
    assert "CX001" in err


@pytest.mark.parametrize(("words", "status"), [([], 0), (["--fail-on", "worse"], 1), (["--fail-on", "any"], 1)])
def test_exit_status(repository, capsys, words, status):
    changed(repository)
    assert ran(capsys, *words)[0] == status
    git(repository, "commit", "-qam", "two")
    assert ran(capsys, *words)[0] == 0
    assert ran(capsys)[1] == "No changes.\n"


@pytest.mark.slow
def test_a_thousand_changes_fit_into_a_comment(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, mark in (("old", 4), ("new", 5)):
        stops = (touchpoint(f"t{number}", 7, mark, doing="@someone " * mark * 40) for number in range(1000))
        write(tmp_path / name, journey(*stops, name="visit"))
    status, out, _ = ran(capsys, "old", "new", "--format", "markdown")
    assert status == 0
    assert len(out) <= LONGEST
    assert out.startswith(f"{MARKER}\n")
    assert "1,945 more changes are not shown." in out


@pytest.mark.parametrize("name", ["full", "concise", "markdown", "json"])
def test_hostile_text_is_text(tmp_path, capsys, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "old", visit())
    made = later()
    for stage in made["journey"]["stages"]:
        for stop in stage["touchpoints"]:
            stop |= {"title": f"{stop['id']} {HOSTILE}", "doing": HOSTILE, "positives": [HOSTILE, "Light"]}
    write(tmp_path / "new", made)
    status, out, _ = ran(capsys, "old", "new", "--format", name)
    assert status == 0
    check_output(name, out)
    assert name == "json" or "<script>" not in out.replace("&lt;script>", "")


class TestCharts:
    """``--charts``: the emotional journey over what it was, for each journey whose experiences changed."""

    def test_a_picture_a_journey_that_the_comment_names(self, repository, capsys):
        changed(repository)
        status, out, err = ran(capsys, "--format", "markdown", "--charts", "drawn")
        assert (status, err) == (0, "")
        assert "Drawn before and after: visit.emotion.png." in out
        assert [path.name for path in Path("drawn").iterdir()] == ["visit.emotion.png"]
        assert Path("drawn/visit.emotion.png").read_bytes().startswith(b"\x89PNG")

    def test_nothing_is_drawn_where_no_experience_changed(self, repository, capsys):
        write(repository, visit(), library(metrics={}))
        _, out, _ = ran(capsys, "--format", "markdown", "--charts", "drawn", "--lang", "nl")
        assert "Getekend" not in out
        assert not Path("drawn").exists()

    @pytest.mark.parametrize(
        ("folder", "said"), [("", "--charts takes a folder"), ("cxmap.toml", "a file, not a folder")]
    )
    def test_where_no_picture_can_go(self, repository, capsys, folder, said):
        changed(repository)
        status, out, err = ran(capsys, "--charts", folder)
        assert (status, out) == (2, "")
        assert said in err


def test_the_chart_since_a_revision_has_the_verdicts_of_diff(repository, capsys):
    changed(repository)
    effect = next(c["effect"] for c in json.loads(ran(capsys, "--format", "json")[1])["changes"] if c.get("effect"))
    (repository / LIB).write_text(text(library(actions={})))  # a reference that leads nowhere is told elsewhere
    assert run(["render", "--compare-revision", "HEAD", "-o", "a.png", "--alt"]) == 0
    alt = capsys.readouterr().out
    low, high = effect["low"], effect["high"]  # the journey is on 0-10
    assert f"Change, Anna: Find: +{effect['difference10']:.1f} (+{low:.1f} to +{high:.1f}) ▲ better" in alt
    assert "Labels: +" not in alt


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--compare-revision", "nope"], "unknown revision 'nope'"),
        (["--compare-revision", "HEAD", "--compare-wave", "spring"], "draw one comparison"),
        (["--compare-revision", "HEAD", "--chart", "map"], "is for --chart emotion"),
        (["--compare-revision", "HEAD", "-"], "files that git knows"),
    ],
)
def test_what_no_chart_can_be_compared_with(repository, capsys, words, said):
    assert run(["render", *words, "-o", "a.png"]) == 2
    assert said in capsys.readouterr().err
    assert not Path("a.png").exists()


def test_a_chart_since_a_revision_needs_a_change(repository, capsys):
    (repository / LIB).write_text(text(library(actions={})))
    assert run(["render", "--compare-revision", "HEAD", "-o", "a.png"]) == 1
    assert "no experience of journey 'visit' has changed since HEAD" in capsys.readouterr().err


@pytest.mark.parametrize("ben", [None, 3])
def test_a_chart_compares_the_score_that_each_persona_has(tmp_path, ben):
    """A shared score is everybody's who has none of their own."""

    def state(name: str, shared: float, own: float | None) -> Any:
        stop = touchpoint("a", 8, shared)
        if own is not None:
            stop["by_persona"] = {"ben": {"scores": {"experience": own}}}
        write(tmp_path / name, journey(stop, touchpoint("b", 5, 5), name="visit", personas=("anna", "ben")))
        return load([str(tmp_path / name)], today=dt.date(2026, 12, 1), cwd=tmp_path)

    before, after = state("old", 4, ben), state("new", 6, None if ben is None else ben + 1)
    (document,) = (document for document, _ in after.journey_documents())
    view: Any = emotion_view(after, document, since=Since("old", diff(before, after)))
    was = [line.points[0].earlier.score.value for line in view.lines]
    assert was == [4, 4 if ben is None else 3]
    assert [line.points[1].earlier for line in view.lines] == [None, None]
