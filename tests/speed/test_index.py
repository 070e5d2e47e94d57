"""A run over a few files of a project reads those and what has changed, and finds what it would find in all of them."""

import io
import os
import random
import shutil
import subprocess
import sys
from hashlib import blake2b
from itertools import count
from pathlib import Path

import pytest
from benchmarks.corpus import write_corpus

from cxmap.cli import fingerprints, index
from cxmap.cli.main import run
from cxmap.io import processes
from cxmap.lint import workers
from cxmap.yaml.reader import read

FILES = 24
ONE = "team-0000/journey-00003.cxmap.yaml"
ANOTHER = "team-0000/journey-00005.cxmap.yaml"
LIBRARY = "team-0000/library.cxmap.yaml"
OTHERS = "team-0001/library.cxmap.yaml"
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
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(fingerprints, "SETTLED", -(10**9))
    return Path()


@pytest.fixture
def validate(capsys):
    """What ``cxmap validate`` prints about some files, and its status."""

    def validated(*arguments):
        status = run(["validate", *arguments, "--today", "2026-06-01", "--format", "json"])
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
    """Check that with the index a run finds what it finds without."""
    found = validate(*arguments)
    assert found == validate(*arguments, "--no-cache")
    return found


def test_a_second_run_reads_the_file_that_it_is_about(project, validate, parsed):
    validate(ONE)
    assert len(parsed) == FILES
    parsed.clear()
    validate(ANOTHER)
    assert parsed == [ANOTHER]


def test_a_run_over_the_whole_project_makes_the_index(project, validate, parsed):
    validate()
    parsed.clear()
    same(validate, ONE, ANOTHER)
    assert parsed[:2] == [ONE, ANOTHER]
    assert len(parsed) == 2 + FILES


def test_standard_input_stands_in_for_one(project, validate, parsed, monkeypatch):
    validate(ONE)
    parsed.clear()
    text = (project / ONE).read_text(encoding="utf-8").replace("step-0", "another")
    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        validate("-", "--stdin-filename", ONE)
    assert parsed == [ONE, ONE]
    parsed.clear()
    validate(ANOTHER)
    assert parsed == [ANOTHER], "nothing was learned of what is on no disk"


CHANGES = {  # what changes, what is read again, and whether that makes a difference for the one file
    "the file": (lambda: rewrite(Path(ONE), "id: step-0", "id: other"), [ONE], True),
    "a definition elsewhere": (lambda: rewrite(Path(LIBRARY), "team-0-b:", "team-0-c:"), [ONE, LIBRARY], True),
    "a use elsewhere": (lambda: rewrite(Path(ANOTHER), "metric-", "metrics-"), [ONE, ANOTHER], False),
    "a file that is gone": (lambda: Path(ANOTHER).unlink(), [ONE], False),
    "a file that is there twice": (lambda: write(Path("a.yaml"), Path(ONE).read_text("utf-8")), ["a.yaml", ONE], True),
    "a file that is not cxmap's": (lambda: write(Path("a.yaml"), "kind: Deployment\n"), [ONE], False),
    "a file that cannot be read": (lambda: write(Path(OTHERS), "cxmap: [1\n"), [ONE, OTHERS], True),
    "the configuration": (lambda: write(Path("cxmap.toml"), 'ignore = ["CX3"]\n'), [ONE], True),
    "what is left out": (lambda: write(Path("cxmap.toml"), f'exclude = ["{LIBRARY}"]\n'), [ONE], True),
}


@pytest.mark.parametrize(("change", "read_again", "matters"), CHANGES.values(), ids=CHANGES)
def test_after_a_change(project, validate, parsed, change, read_again, matters):
    before = validate(ONE)
    change()
    parsed.clear()
    found = validate(ONE)
    assert sorted(parsed) == sorted(read_again)
    assert found == validate(ONE, "--no-cache")
    assert (found != before) == matters


def test_what_is_not_cxmaps_is_known_too(project, validate, monkeypatch):
    write(project / "a.yaml", "kind: Deployment\n")
    validate(ONE)
    monkeypatch.setattr(read, "is_ours", lambda *_: pytest.fail("it was looked into"))
    validate(ANOTHER)


def test_a_file_that_was_named_is_not_cxmaps_for_that(project, validate):
    write(project / "a.yaml", "{cxmap: 1, channels: {a: {title: A, kind: human}}}\n")
    validate(ONE)
    assert "CX" in validate("a.yaml")[0].out
    same(validate, ONE)


def test_a_file_that_has_just_changed_is_read_again(project, validate, parsed, monkeypatch):
    monkeypatch.setattr(fingerprints, "SETTLED", 2_000_000_000)
    validate(ONE)
    parsed.clear()
    validate(ONE)
    assert len(parsed) == FILES


def test_a_link_is_read_again(project, validate, parsed, tmp_path):
    write(tmp_path / "elsewhere.yaml", "cxmap: 1\n")
    (project / "a.cxmap.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (project / "b.cxmap.yaml").symlink_to(Path(LIBRARY).resolve())
    same(validate, ONE)
    parsed.clear()
    same(validate, ONE)
    assert parsed[:2] == [ONE, "b.cxmap.yaml"] or parsed[:2] == ["b.cxmap.yaml", ONE]


def kept(project):
    return project / ".cxmap_cache" / index.NAME


def test_few_changes_are_not_written(project, validate, parsed, monkeypatch):
    validate(ONE)
    before = kept(project).read_bytes()
    rewrite(project / ANOTHER, "step-0", "other")
    monkeypatch.setattr(index, "WORTH_WRITING", FILES - 1)
    validate(ONE)
    assert kept(project).read_bytes() == before
    monkeypatch.setattr(index, "WORTH_WRITING", FILES)
    validate(ONE)
    parsed.clear()
    validate(ONE)
    assert parsed == [ONE]


def test_nothing_is_written_for_a_file_that_cannot_be_read(project, validate):
    write(project / "a.cxmap.yaml", "cxmap: [1\n")
    validate(ONE)
    before = kept(project).stat()
    same(validate, ONE)
    assert kept(project).stat().st_mtime_ns == before.st_mtime_ns


def test_a_small_project_has_no_index(project, validate):
    for path in sorted(project.rglob("*.yaml"))[index.FEWEST - 1 :]:
        path.unlink()
    validate(LIBRARY)
    assert not kept(project).exists()


def test_without_a_cache_it_is_neither_read_nor_written(project, validate, parsed):
    validate(ONE, "--no-cache")
    assert not (project / ".cxmap_cache").exists()
    validate(ONE)
    before = kept(project).read_bytes()
    rewrite(project / ANOTHER, "step-0", "other")
    parsed.clear()
    validate(ONE, "--no-cache")
    assert len(parsed) == FILES
    assert kept(project).read_bytes() == before


def sealed(text, key):
    return blake2b(text, key=key, digest_size=16).hexdigest().encode() + b"\0" + text


FORGERIES = {
    "damage": lambda data, _: data[:-10] + b"0123456789",
    "a cut": lambda data, _: data[:1000],
    "nothing": lambda *_: b"",
    "no seal": lambda data, _: data.partition(b"\0")[2],
    "another's seal": lambda data, _: sealed(data.partition(b"\0")[2], b"0" * 32),
    "something else that was sealed": lambda _, key: sealed(b"a\0b", key),
    "another layout": lambda data, key: sealed(data.partition(b"\0")[2].replace(b"[", b"[1", 1), key),
}


@pytest.mark.parametrize("change", FORGERIES.values(), ids=FORGERIES)
def test_what_is_damaged_or_foreign_is_made_again(project, validate, parsed, tmp_path, change):
    answer = validate(ONE)
    path, key = kept(project), (tmp_path / "cache/cxmap/key").read_bytes()
    path.write_bytes(change(path.read_bytes(), key))
    for expected in ([*sorted(parsed)], [ONE]):
        parsed.clear()
        assert validate(ONE) == answer
        assert sorted(parsed) == expected


def test_another_user_does_not_believe_it(project, validate, parsed, tmp_path, monkeypatch):
    validate(ONE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    parsed.clear()
    validate(ONE)
    assert len(parsed) == FILES


def test_another_version_makes_its_own(project, validate, parsed, monkeypatch):
    validate(ONE)
    monkeypatch.setattr(index, "MADE_BY", "9.9")
    for expected in (FILES, 1):
        parsed.clear()
        validate(ONE)
        assert len(parsed) == expected


def test_other_code_makes_its_own(project, validate, parsed, monkeypatch, tmp_path):
    own = tmp_path / "own.py"
    own.write_text("")
    monkeypatch.setattr(index, "code_states", lambda: [(str(own), fingerprints.file_state(str(own))[0])])
    validate(ONE)
    own.write_text("changed = True")
    for expected in (FILES, 1):
        parsed.clear()
        validate(ONE)
        assert len(parsed) == expected


def test_where_it_cannot_be_kept_a_run_goes_on(project, validate, parsed):
    (project / ".cxmap_cache").write_text("a file where the folder would be")
    for _ in range(2):
        assert "Checked 1 file" in same(validate, ONE)[0].err
    assert len(parsed) == 4 * FILES


def test_nothing_is_written_through_a_link(project, validate, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (project / ".cxmap_cache").symlink_to(tmp_path / "elsewhere")
    validate(ONE)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_several_runs_at_once(project, validate):
    command = [sys.executable, "-m", "cxmap", "validate", ONE, "--today", "2026-06-01", "--format", "json"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(4)]
    answers = {one.communicate()[0].decode() for one in runs}
    assert answers == {same(validate, ONE)[0].out}


def test_mending_reads_no_more(project, validate, parsed):
    rewrite(project / ONE, "channel: ", "chanel: ")
    validate(ONE)
    parsed.clear()
    run(["validate", "--fix", ONE])
    assert set(parsed) == {ONE}
    assert "chanel: " not in (project / ONE).read_text("utf-8")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no workers")
def test_workers_read_what_is_not_known(project, validate, monkeypatch):
    monkeypatch.setattr(workers, "WORTH_WORKERS", 4)
    monkeypatch.setattr(processes, "processors", lambda: 3)
    monkeypatch.setattr(index, "WORTH_WRITING", 0)
    for asked in ("team-0001", "team-0000", "."):
        rewrite(project / OTHERS, "talks-1:", "words-1:") if asked == "team-0000" else None
        same(validate, asked)
    monkeypatch.setattr(index, "WORTH_WRITING", 200)
    for asked in ("team-0001", "team-0000", ONE):
        same(validate, asked)


def lines_changed(chance, text):
    lines = text.splitlines()
    for _ in range(chance.randrange(1, 3)):
        at = chance.randrange(len(lines))
        lines[at] = chance.choice(
            [lines[at].replace("-", "_", 2), lines[at] + "x", lines[at].replace(": ", ":  9"), "", lines[at - 1], "---"]
        )
    return "\n".join(lines) + "\n"


def change_something(chance, originals):
    """Change a file, add, remove or restore one."""
    path = chance.choice(sorted(originals))
    match chance.randrange(8):
        case 0 if path.exists():
            path.unlink()
        case 1:
            write(path, originals[path])
        case 2:
            write(path.with_name(chance.choice(["new.yaml", "a.cxmap.yaml"])), originals[path])
        case 3:
            write(path.with_name("new.yaml"), chance.choice(["kind: Deployment\n", "cxmap: [\n", "{cxmap: 1}\n"]))
        case 4:
            write(Path("cxmap.toml"), chance.choice(["", "gap-threshold = 1\n", 'exclude = ["new.yaml"]\n']))
        case _:
            write(path, lines_changed(chance, path.read_text("utf-8") if path.exists() else originals[path]))


@pytest.mark.parametrize("seed", range(6))
def test_whatever_changes_the_findings_are_the_same(project, validate, seed):
    chance = random.Random(seed)
    originals = {path: path.read_text("utf-8") for path in project.rglob("*.cxmap.yaml")}
    for _ in range(12):
        for _ in range(chance.randrange(1, 4)):
            change_something(chance, originals)
        there = [str(path) for path in sorted(project.rglob("*.yaml"))]
        asked = chance.choice([chance.sample(there, 1), chance.sample(there, 2), ["team-0001"], [LIBRARY]])
        if all(Path(one).exists() for one in asked):
            same(validate, *asked)
