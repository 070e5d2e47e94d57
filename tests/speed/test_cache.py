"""A run reads what has changed and judges what depends on it, and finds what it would find without a cache."""

import io
import os
import random
import shutil
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest
from benchmarks.corpus import write_corpus

from cxmap.cli.main import run
from cxmap.io import cache as folder
from cxmap.io import processes
from cxmap.lint import engine, judging, workers
from cxmap.project import cache
from cxmap.yaml.reader import read

pytestmark = pytest.mark.slow

FILES = 24
ONE = "team-0000/journey-00003.cxmap.yaml"
ANOTHER = "team-0000/journey-00005.cxmap.yaml"
LIBRARY = "team-0000/library.cxmap.yaml"
OTHERS = "team-0001/library.cxmap.yaml"
DAY = "2026-06-01"
moments = count(1_000_000_000_000_000_000, 1_000_000_000)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus") / "project"
    write_corpus(folder, FILES, 3)
    return folder


@pytest.fixture
def project(corpus, tmp_path, monkeypatch):
    """A project in the current folder. A file's date is trusted at once: each change here gets another one."""
    shutil.copytree(corpus, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("CXMAP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "SETTLED", -(10**9))
    return Path()


@pytest.fixture
def judged(monkeypatch):
    """The files that are judged, by their names."""
    names = []
    judge = engine.judge

    def watched(project, document, selection):
        names.append(document.name)
        return judge(project, document, selection)

    monkeypatch.setattr(workers, "judge", watched)
    return names


@pytest.fixture
def validate(capsys):
    """What ``cxmap validate`` prints about some files, and its status."""

    def validated(*arguments):
        status = run(["validate", "--today", DAY, "--format", "json", *arguments])
        return capsys.readouterr(), status

    return validated


def write(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    moment = next(moments)
    os.utime(path, ns=(moment, moment))


def rewrite(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    write(path, text.replace(old, new))


def same(validate, *arguments):
    """Check that with the cache a run finds what it finds without."""
    found = validate(*arguments)
    assert found == validate(*arguments, "--no-cache")
    return found


def entry(tmp_path):
    (path,) = (tmp_path / "cache").iterdir()
    return path


def test_a_second_run_reads_and_judges_nothing(project, validate, parsed, judged):
    found = validate()
    assert len(parsed) == len(judged) == FILES
    parsed.clear()
    judged.clear()
    assert validate() == found
    assert (parsed, judged) == ([], [])


def test_a_run_over_one_file_reads_that_one(project, validate, parsed, judged):
    validate(ONE)
    assert (len(parsed), judged) == (FILES, [ONE])
    parsed.clear()
    same(validate, ANOTHER)
    assert parsed[0] == ANOTHER
    assert judged == [ONE, ANOTHER, ANOTHER]
    assert len(parsed) == 1 + FILES


def test_standard_input_stands_in_for_one_and_is_not_kept(project, validate, parsed, tmp_path, monkeypatch):
    validate()
    before, text = entry(tmp_path).read_bytes(), (project / ONE).read_text(encoding="utf-8")
    parsed.clear()
    for _ in range(2):
        typed = text.replace("step-0", "another").encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        validate("-", "--stdin-filename", ONE)
    assert parsed == [ONE, ONE]
    assert entry(tmp_path).read_bytes() == before


ACTION = "actions:\n  act: {{title: Act, touchpoints: [{}], metrics: [saturday]}}\n"
CHANGES = {  # what changes, and what is judged again for it
    "a comment": (lambda: rewrite(Path(ONE), "cxmap: 1", "cxmap: 1\n# changed"), [ONE]),
    "a score": (lambda: rewrite(Path(ONE), "importance: ", "importance: 0"), [ONE]),
    "a definition that nobody uses": (
        lambda: rewrite(Path(LIBRARY), "sources:\n", "sources:\n  unheard-of: {title: A, kind: survey}\n"),
        [LIBRARY],
    ),
    "a file that is gone": (lambda: Path(ANOTHER).unlink(), []),
    "a file that is not cxmap's": (lambda: write(Path("a.yaml"), "kind: Deployment\n"), []),
    "a file that is there twice": (
        lambda: write(Path("a.cxmap.yaml"), Path(ONE).read_text("utf-8")),
        ["a.cxmap.yaml", ONE],
    ),
    "an action for a journey": (
        lambda: write(Path("plan.cxmap.yaml"), "cxmap: 1\n" + ACTION.format("journey-3/step-1")),
        ["plan.cxmap.yaml", ONE],
    ),
}


@pytest.mark.parametrize(("change", "again"), CHANGES.values(), ids=CHANGES)
def test_after_a_change_what_depends_on_it_is_judged_again(project, validate, judged, change, again):
    validate()
    judged.clear()
    change()
    found = validate()
    assert sorted(judged) == sorted(again)
    assert found == validate("--no-cache")


EVERYTHING = {
    "the configuration": lambda: write(Path("cxmap.toml"), "gap-threshold = 0.5\n"),
    "a file that cannot be read": lambda: write(Path(OTHERS), "cxmap: [1\n"),
    "another version": lambda: None,
}


@pytest.mark.parametrize("change", EVERYTHING)
def test_after_a_change_that_concerns_all(project, validate, judged, monkeypatch, change):
    validate()
    judged.clear()
    EVERYTHING[change]()
    if change == "another version":
        monkeypatch.setattr(cache, "__version__", "9.9")
    same(validate)
    assert len(judged) == 2 * FILES


def test_an_option_that_selects_other_rules_is_another_request(project, validate, judged):
    validate()
    judged.clear()
    same(validate, "--select", "CX3")
    assert len(judged) == 2 * FILES
    same(validate)


METRIC = "cxmap: 1\nmetrics:\n  m: {title: M, better: lower, readings: [{date: 2026-05-01, value: 2}]}\n"
DONE = """\
cxmap: 1
actions:
  act: {title: Act, touchpoints: [journey-3/step-0], status: done, finished: 2026-05-20, metrics: [m]}
"""
TWICE = "cxmap: 1\nmetrics:\n  m: {title: M again, better: lower}\n"


def test_what_another_file_holds(project, validate, judged):
    """No summary tells of a reading, nor of the line where an id is defined first."""
    for name, text in (("a", METRIC), ("b", DONE), ("c", TWICE)):
        write(project / f"{name}.cxmap.yaml", text)
    before = validate()[0].out
    judged.clear()
    rewrite(project / "a.cxmap.yaml", "cxmap: 1\n", "cxmap: 1\n# one line more\n")
    assert same(validate)[0].out != before
    rewrite(project / "a.cxmap.yaml", "2026-05-01", "2026-05-21")
    judged.clear()
    after = validate()
    assert judged == ["a.cxmap.yaml", "b.cxmap.yaml", "c.cxmap.yaml"]
    assert after == validate("--no-cache")
    assert ("CX409" in before, "CX409" in after[0].out) == (True, False)


DUE = "cxmap: 1\nactions:\n  late: {title: Late, due: 2026-06-30, status: planned}\n"


def test_only_what_is_judged_on_the_day_is_judged_again_on_another(project, validate, judged):
    write(project / "plan.cxmap.yaml", DUE)
    validate()
    for day, again in [
        ("2026-06-30", 0),
        ("2026-07-01", 1),
        ("2026-07-01", 0),
        ("2026-07-02", 1),
        ("2026-05-01", FILES + 1),
    ]:
        judged.clear()
        found = validate("--today", day)
        assert (len(judged), day) == (again, day)
        assert found == validate("--today", day, "--no-cache")
        assert ("CX408" in found[0].out) == (day > "2026-06-30")


def test_a_file_with_a_new_date_and_the_same_content_is_not_parsed(project, validate, parsed, monkeypatch):
    monkeypatch.setattr(cache, "SETTLED", 2_000_000_000)
    found = validate()
    parsed.clear()
    write(project / ONE, (project / ONE).read_text("utf-8"))
    assert validate() == found
    assert parsed == []
    rewrite(project / ONE, "step-0", "step-9")  # of the same size, at the same moment
    same(validate)
    assert parsed[0] == ONE


def test_what_is_not_cxmaps_is_known_too(project, validate, monkeypatch):
    write(project / "a.yaml", "kind: Deployment\n")
    validate()
    monkeypatch.setattr(read, "is_ours", lambda *_: pytest.fail("it was looked into"))
    validate()


def test_a_file_that_was_named_is_not_cxmaps_for_that(project, validate):
    write(project / "a.yaml", "{cxmap: 1, channels: {a: {title: A, kind: human}}}\n")
    same(validate, ONE)
    for _ in range(2):
        assert "CX" in same(validate, "a.yaml")[0].out
        same(validate, ONE)


def test_links(project, validate, tmp_path):
    write(tmp_path / "elsewhere.yaml", "cxmap: 1\n")
    (project / "a.cxmap.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (project / "b.cxmap.yaml").symlink_to(Path(LIBRARY).resolve())
    for _ in range(2):
        same(validate)
    (project / "b.cxmap.yaml").unlink()
    (project / "b.cxmap.yaml").symlink_to(Path(OTHERS).resolve())
    same(validate)


def test_names_are_those_of_the_folder_that_a_run_is_in(project, validate, judged, monkeypatch):
    (project / "cxmap.toml").touch()
    rewrite(project / ONE, "channel: ", "chanel: ")
    validate()
    judged.clear()
    monkeypatch.chdir("team-0000")
    same(validate, "..")
    assert len(judged) == FILES


def test_texts_are_shown_where_findings_are_known(project, validate):
    rewrite(project / ONE, "channel: ", "chanel: ")
    for form in ("full", "sarif", "rdjson"):
        validate("--format", form)
        assert "chanel" in same(validate, "--format", form)[0].out


def test_a_small_project_has_no_cache(project, validate, tmp_path):
    for path in sorted(project.rglob("*.yaml"))[cache.FEWEST - 1 :]:
        path.unlink()
    validate()
    assert not (tmp_path / "cache").exists()


def test_without_a_cache_it_is_neither_read_nor_written(project, validate, parsed, tmp_path):
    validate("--no-cache")
    assert not (tmp_path / "cache").exists()
    validate()
    before = entry(tmp_path).read_bytes()
    rewrite(project / ANOTHER, "step-0", "other")
    parsed.clear()
    validate("--no-cache")
    assert len(parsed) == FILES
    assert entry(tmp_path).read_bytes() == before


def test_a_project_keeps_nothing_itself(project, validate):
    before = sorted(project.rglob("*"))
    validate()
    assert sorted(project.rglob("*")) == before


def with_sum(data):
    return folder._sum(data) + b"\n" + data


DAMAGES = {
    "other bytes": lambda data: data[:-10] + b"0123456789",
    "a cut": lambda data: data[:1000],
    "nothing": lambda _: b"",
    "no text": lambda _: bytes(range(256)),
    "another layout": lambda data: with_sum(data.partition(b"\n")[2].replace(b"[", b"[1,", 1)),
    "too few lines": lambda data: with_sum(b"\n".join(data.split(b"\n")[1:9])),
}


@pytest.mark.parametrize("change", DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_is_made_again(project, validate, judged, tmp_path, change):
    answer = validate()
    entry(tmp_path).write_bytes(change(entry(tmp_path).read_bytes()))
    for expected in (FILES, 0):
        judged.clear()
        assert validate() == answer
        assert len(judged) == expected


@pytest.mark.parametrize("where", ["a file", "relative", "/proc/nowhere"])
def test_where_nothing_can_be_kept_a_run_goes_on(project, validate, judged, tmp_path, monkeypatch, where):
    (project / "a file").write_text("")
    monkeypatch.setenv("CXMAP_CACHE_DIR", str((project / where).resolve()) if where == "a file" else where)
    for _ in range(2):
        assert "Checked 24 files" in same(validate)[0].err
    assert len(judged) == 4 * FILES
    assert not (project / "relative").exists()


def test_what_was_not_used_for_a_month_is_removed(project, validate, tmp_path):
    validate()
    used, unused = entry(tmp_path), tmp_path / "cache" / "0.cache"
    unused.touch()
    for age, is_there in ((29, True), (31, False)):
        moment = time.time() - age * 24 * 3600
        os.utime(unused, (moment, moment))
        os.utime(used, (moment, moment))
        rewrite(project / ONE, "cxmap: 1", "cxmap: 1\n#")
        validate()
        assert unused.exists() == is_there
        assert used.exists()


def test_what_is_only_read_is_in_use(project, validate, tmp_path):
    validate()
    os.utime(entry(tmp_path), (1, 1))
    validate()
    assert time.time() - entry(tmp_path).stat().st_mtime < 3600


def test_the_cache_is_the_users_alone(project, validate, tmp_path):
    validate()
    assert entry(tmp_path).stat().st_mode & 0o777 == 0o600
    assert entry(tmp_path).parent.stat().st_mode & 0o777 == 0o700


def test_several_runs_at_once(project, validate):
    command = [sys.executable, "-m", "cxmap", "validate", "--today", DAY, "--format", "json"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(4)]
    answers = {one.communicate()[0].decode() for one in runs}
    assert answers == {same(validate)[0].out}


def test_mending_reads_no_more(project, validate, parsed):
    rewrite(project / ONE, "channel: ", "chanel: ")
    validate()
    parsed.clear()
    run(["validate", "--fix", ONE])
    assert set(parsed) == {ONE}
    assert "chanel: " not in (project / ONE).read_text("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="there are no workers")
def test_workers_read_and_judge_what_is_not_known(project, validate, monkeypatch):
    monkeypatch.setattr(judging, "WORTH_WORKERS", 4)
    monkeypatch.setattr(processes, "processors", lambda: 3)
    for asked in ("team-0001", "team-0000", ".", ONE, "."):
        if asked == "team-0000":
            rewrite(project / OTHERS, "talks-1:", "words-1:")
        same(validate, asked)


def lines_changed(chance, text):
    lines = text.splitlines() or [""]
    for _ in range(chance.randrange(1, 3)):
        at = chance.randrange(len(lines))
        lines[at] = chance.choice(
            [lines[at].replace("-", "_", 2), lines[at] + "x", lines[at].replace(": ", ":  9"), "", lines[at - 1], "---"]
        )
    return "\n".join(lines) + "\n"


PLANS = [
    "actions:\n  act: {title: Act, touchpoints: [journey-3/step-0], due: 2026-06-10, depends_on: [b]}\n",
    "actions:\n  b: {title: B, touchpoints: [journey-3/stp-0, jurney-4/step-1], depends_on: [act], metrics: [m]}\n",
    "metrics:\n  m: {title: M, better: lower, readings: [{date: 2026-05-01, value: 2}]}\npersonas:\n  p: {name: P}\n",
    "actions:\n  act: {title: Twice, touchpoints: [journey-3/step-1], status: done, due: 2026-05-31, metrics: [m]}\n",
    "segments:\n  s: {title: S, priority: target}\npersonas:\n  q: {name: Q, segment: t}\n",
]
CONFIGURATIONS = [
    "",
    "gap-threshold = 1\n",
    'exclude = ["new.yaml"]\n',
    'ignore = ["CX2"]\n',
    "max-age-days = 30\n",
    "[scale]\nmin = 1\nmax = 5\n",
    '[per-file-ignores]\n"team-0000/*" = ["CX3"]\n',
]


def change_something(chance, originals):
    """Change a file; add, remove, rename, link or restore one; or write another configuration."""
    path = chance.choice(sorted(originals))
    plan = Path(f"plan-{chance.randrange(3)}.cxmap.yaml")
    match chance.randrange(12):
        case 0 if path.exists():
            path.unlink()
        case 1:
            write(path, originals[path])
        case 2:
            write(path.with_name(chance.choice(["new.yaml", "a.cxmap.yaml"])), originals[path])
        case 3:
            write(path.with_name("new.yaml"), chance.choice(["kind: Deployment\n", "cxmap: [\n", "{cxmap: 1}\n"]))
        case 4:
            write(Path("cxmap.toml"), chance.choice(CONFIGURATIONS))
        case 5 if path.exists():
            path.rename(path.with_name(f"{chance.choice('az')}.cxmap.yaml"))
        case 6:
            link = Path("link.cxmap.yaml")
            link.unlink(missing_ok=True)
            link.symlink_to(chance.choice([path.absolute(), "/dev/null", "nowhere"]))
        case 7 | 8:
            write(plan, "cxmap: 1\n" + chance.choice(PLANS))
        case 9:
            plan.unlink(missing_ok=True)
        case _:
            write(path, lines_changed(chance, path.read_text("utf-8") if path.exists() else originals[path]))


@pytest.mark.parametrize("seed", range(8))
def test_whatever_changes_the_findings_are_the_same(project, validate, judged, seed):
    chance = random.Random(seed)
    originals = {path: path.read_text("utf-8") for path in project.rglob("*.cxmap.yaml")}
    spared = 0
    for _ in range(20):
        for _ in range(chance.randrange(1, 4)):
            change_something(chance, originals)
        there = [str(path) for path in sorted(project.rglob("*.yaml"))]
        asked = chance.choice([chance.sample(there, 1), chance.sample(there, 2), ["team-0001"], [], [], []])
        if all(Path(one).exists() for one in asked):
            day = f"2026-06-{chance.randrange(1, 29):02}"
            judged.clear()
            validate(*asked, "--today", day)
            with_cache, _ = len(judged), judged.clear()
            same(validate, *asked, "--today", day)
            spared += len(judged) - with_cache
    assert spared > 0
