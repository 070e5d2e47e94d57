"""Several processes find what one finds."""

import datetime as dt
import os
import random
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.corpus import write_corpus

from cxmap.io import processes
from cxmap.lint import judging, workers
from cxmap.lint.engine import diagnose
from cxmap.lint.example import example_files
from cxmap.lint.registry import RULES
from cxmap.lint.report import report
from cxmap.lint.selection import select
from cxmap.project.lazy import LazyDocument
from cxmap.project.load import load, project_files
from cxmap.yaml.reader.limits import MAX_BYTES

pytestmark = pytest.mark.slow

TODAY = dt.date(2026, 6, 1)
EXAMPLES = Path("examples")


def judged(found, selection, count):
    """The project and what several processes find in it, in order."""
    project, judged = workers.judge_in_processes(found, selection, count, {}, None)
    return project, sorted((one for of_file, _ in judged.values() for one in of_file), key=lambda one: one.sort_key)


def same_in_three(paths, *, dies=False, **options):
    """Check that three processes find what one finds, and show it in the same way.

    This process reads no file then, unless one of the others ``dies``.
    """
    found = project_files(paths, today=TODAY, **options)
    selection = select(found.config)
    project = load(paths, today=TODAY, **options)
    expected = diagnose(project, selection)
    theirs, diagnostics = judged(found, selection, 3)
    assert diagnostics == expected
    assert all(isinstance(one, LazyDocument) != dies for one in theirs.documents)
    mine, other = report(project, expected), report(theirs, diagnostics)
    assert other == replace(mine, texts=other.texts)
    assert set(other.texts.items()) == set(mine.texts.items())
    return expected


@pytest.mark.parametrize("name", ["running-shoes", "airport"])
def test_examples(name):
    same_in_three([EXAMPLES / name])


def test_all_examples_of_rules_as_one_project(tmp_path):
    """Duplicate ids, circles, unreadable files and every other error, all over the place."""
    (tmp_path / "cxmap.toml").write_text("")
    for rule in RULES:
        for file in example_files(rule.bad):
            if file.content is not None and not rule.code.startswith("CX00"):
                path = tmp_path / rule.code / file.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.content)
    assert len({one.code for one in same_in_three([tmp_path])}) > 20
    (tmp_path / "unreadable.cxmap.yaml").write_text("cxmap: [1")
    assert same_in_three([tmp_path])
    assert same_in_three([tmp_path / "CX201", tmp_path / "CX401"])


@pytest.mark.parametrize("seed", range(4))
def test_a_project_with_errors_everywhere(tmp_path, seed):
    project = tmp_path / "project"
    write_corpus(project, 40)
    chance = random.Random(seed)
    for path in sorted(project.rglob("*.cxmap.yaml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(lines))
            lines[at] = chance.choice(
                [lines[at].replace("-", "_", 3), lines[at] + "x", lines[at].replace(": ", ":  9"), ""]
            )
        path.write_text("\n".join(lines), encoding="utf-8")
    assert same_in_three([project])


def test_a_process_that_dies_is_made_up_for(tmp_path, monkeypatch):
    project = tmp_path / "project"
    shutil.copytree(EXAMPLES / "running-shoes", project)
    monkeypatch.setattr(workers, "_judge", lambda *_: 1 / 0)
    same_in_three([project], dies=True)


def test_no_process_is_left_behind():
    same_in_three([EXAMPLES / "airport"])
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize(
    ("sizes", "shares"),
    [
        ([], ["", ""]),
        ([5, 5, 5, 5], ["02", "13"]),
        ([1, 10, 2, 3, 4], ["1", "4320"]),
        ([MAX_BYTES + 1, 3, 3], ["10", "2"]),
    ],
    ids=["none", "alike", "one large", "too large to be read"],
)
def test_each_process_has_as_much_to_read(tmp_path, sizes, shares):
    files = [tmp_path / str(number) for number in range(len(sizes))]
    for path, size in zip(files, sizes, strict=True):
        with path.open("wb") as file:
            file.truncate(size)
    dealt = workers._shares([str(path) for path in files], 2)
    assert ["".join(Path(path).name for path in share) for share in dealt] == shares


def test_a_file_that_is_gone_is_nothing_to_read():
    assert workers._shares(["/gone", "\0"], 2) == [["/gone", "\0"], []]


@pytest.mark.parametrize(("files", "cores", "count"), [(99, 4, 1), (100, 4, 4), (100, 64, 8), (100, 1, 1)])
def test_many_files_are_judged_by_as_many_processes_as_there_are_cores(tmp_path, monkeypatch, files, cores, count):
    monkeypatch.setattr(processes, "processors", lambda: cores)
    for number in range(files):
        (tmp_path / f"{number}.cxmap.yaml").write_text("cxmap: 1\n")
    assert judging.processes(project_files([tmp_path], today=TODAY), {}) == count
    one = tmp_path / "0.cxmap.yaml"
    assert judging.processes(project_files([tmp_path], today=TODAY, overlay={one: b"cxmap: 1\n"}), {}) == 1


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_where_a_copy_is_not_safe_they_are_judged_here(monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(judging, "WORTH_WORKERS", 1)
    assert judging.processes(project_files([EXAMPLES / "airport"], today=TODAY), {}) == 1


def test_what_is_gathered(tmp_path):
    """Every file is read by one process, which tells its outline; texts come along where something is found."""
    (tmp_path / "a.cxmap.yaml").write_text("cxmap: 1\n")
    (tmp_path / "b.cxmap.yaml").write_text("cxmap: [1\n")
    (tmp_path / "c.yaml").write_text("not: ours\n")
    (tmp_path / "d.cxmap.yaml").write_text("cxmap: 1\nx: 1\n")
    found = project_files([tmp_path], today=TODAY)
    told, results = workers._gather(found, select(found.config), 3, {}, None)
    assert {Path(path).name[0]: outline.readable for path, outline in told.items()} == {
        "a": True,
        "b": False,
        "d": True,
    }
    paths = found.inputs.files
    codes = {path: [one.code for one in of_file] for judged, _ in results for path, (of_file, _) in judged.items()}
    assert codes == {paths[0]: [], paths[1]: ["CX001"], paths[3]: ["CX101"]}
    texts = {path: text for _, of_share in results for path, text in of_share.items()}
    assert texts == {paths[1]: "cxmap: [1\n", paths[3]: "cxmap: 1\nx: 1\n"}


def test_what_is_shown_is_what_was_judged(tmp_path):
    """Also if the file has changed since: the text comes from the process that read it."""
    path = tmp_path / "a.cxmap.yaml"
    path.write_text("cxmap: 1\nx: 1\n")
    found = project_files([tmp_path], today=TODAY)
    project, diagnostics = judged(found, select(found.config), 2)
    path.write_text("cxmap: 1\n")
    assert list(report(project, diagnostics).texts.values()) == ["cxmap: 1\nx: 1\n"]
