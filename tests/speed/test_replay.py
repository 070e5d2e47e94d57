"""An earlier answer is given again where nothing has changed since, and only there."""

import os
import shutil
import subprocess
import sys
import time
from hashlib import blake2b
from pathlib import Path

import pytest

FILE = """\
cxmap: 1
journey:
  id: one
  title: One
  personas: [ann]
  stages:
    - {id: use, title: Use, touchpoints: [{id: run, title: Runs, channel: shop}]}
"""
LIBRARY = """\
cxmap: 1
personas: {ann: {name: Ann}}
channels: {shop: {title: Shop, kind: physical}}
"""
# Counts the files that are parsed, behind what the run itself prints. A file comes or goes once it is known which ones
# there are.
COUNTING = """\
import os, sys, atexit
parsed = []
atexit.register(lambda: print(f"parsed {len(parsed)}", file=sys.__stderr__))
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "cxmap.yaml.reader.read":
            parsed.append(name)
        if name == "cxmap.lint.engine" and (file := os.environ.get("MEANWHILE")):
            os.unlink(file) if os.path.exists(file) else open(file, "w").close()
sys.meta_path.insert(0, Watch())
sys.argv = ["cxmap", *sys.argv[1:]]
import cxmap._version
cxmap._version.__version__ = os.environ.get("ANOTHER_VERSION", cxmap._version.__version__)
from cxmap.__main__ import main
main()
"""


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    """Many copies of a project, all old enough that the dates of their files are trusted."""
    made = [tmp_path_factory.mktemp("project") for _ in range(32)]
    for folder in made:
        (folder / "cxmap.toml").write_text("gap-threshold = 9.0\n")
        (folder / "one.cxmap.yaml").write_text(FILE)
        (folder / "library.cxmap.yaml").write_text(LIBRARY)
    time.sleep(2.1)
    return made


@pytest.fixture
def project(projects):
    return projects.pop()


def run(project, *arguments, **environment):
    """What a run printed, its status, and whether it read any file."""
    given = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB", "GITLAB", "CI"))}
    done = subprocess.run(
        [sys.executable, "-c", COUNTING, "validate", *arguments],
        cwd=project,
        env=given | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    errors, _, parsed = done.stderr.rpartition("parsed ")
    return done.stdout, errors, done.returncode, parsed.strip() != "0"


@pytest.fixture
def remembered(project):
    """A project whose answer is remembered, and that answer."""
    answer = run(project)
    assert run(project) == (*answer[:3], False)
    return project, answer[:3]


def test_a_second_run_reads_nothing_and_says_the_same(remembered):
    project, answer = remembered
    assert "CX3" in answer[0]
    assert run(project) == (*answer, False)
    assert run(project, "one.cxmap.yaml")[3], "another request"
    assert run(project, "one.cxmap.yaml")[3] is False
    assert run(project, "--no-cache") == (*answer, True)


def rewrite(path, old, new):
    path.write_text(path.read_text().replace(old, new))


CHANGES = {
    "the file": lambda project: rewrite(project / "one.cxmap.yaml", "Runs", "Walk"),
    "a definition elsewhere": lambda project: rewrite(project / "library.cxmap.yaml", "shop:", "shed:"),
    "the configuration": lambda project: rewrite(project / "cxmap.toml", "9.0", "1.0"),
    "a configuration that counts first": lambda project: (project / "cxmap.toml").rename(project / ".cxmap.toml"),
    "a new file": lambda project: (project / "two.cxmap.yaml").write_text("cxmap: 1\n"),
    "a new folder": lambda project: (project / "sub").mkdir(),
    "a file that is gone": lambda project: (project / "library.cxmap.yaml").unlink(),
    "what git ignores": lambda project: (project / ".gitignore").write_text("library*\n"),
    "a baseline": lambda project: (project / "cxmap-baseline.json").write_text("{}"),
    "damage": lambda project: damage(project, lambda data: data[:-10] + b"0123456789"),
    "a cut": lambda project: damage(project, lambda data: data[:100]),
    "an empty answer": lambda project: damage(project, lambda _: b""),
    "no folder any more": lambda project: [path.unlink() for path in (project / ".cxmap_cache").iterdir()],
}


def damage(project, change):
    for path in (project / ".cxmap_cache").glob("[0-9a-f]*"):
        path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_the_files_are_read(remembered, change):
    project, _ = remembered
    change(project)
    answer = run(project)
    assert answer[3]
    assert run(project, "--no-cache") == answer


def test_a_change_of_the_same_size_and_date_is_seen(remembered):
    project, answer = remembered
    path = project / "one.cxmap.yaml"
    rewrite(path, "Runs", "runs")
    os.utime(path, (1, 1))
    assert run(project) == (*answer, True)


def test_files_that_have_just_changed_are_told_by_their_content(project):
    rewrite(project / "one.cxmap.yaml", "Runs", "Walk")
    answer = run(project)
    assert run(project) == (*answer[:3], False)
    rewrite(project / "one.cxmap.yaml", "Walk", "Runs")
    assert run(project)[3]


@pytest.mark.parametrize("name", ["library.cxmap.yaml", "new.cxmap.yaml"])
def test_a_file_that_comes_or_goes_during_a_run(project, name):
    run(project, MEANWHILE=str(project / name))
    assert run(project) == run(project, "--no-cache")
    assert (project / name).exists() == (name == "new.cxmap.yaml")


def test_surroundings_count(remembered):
    project, answer = remembered
    assert run(project, GITHUB_ACTIONS="true")[0] != answer[0]
    assert run(project, "--today", "2030-01-01")[3]


def test_another_version_answers_for_itself(remembered):
    project, answer = remembered
    assert run(project, ANOTHER_VERSION="9.9") == (*answer, True)
    assert run(project, ANOTHER_VERSION="9.9") == (*answer, False)


def test_where_nothing_can_be_kept_nothing_is_remembered(project):
    (project / ".cxmap_cache").write_text("a file where the folder would be: not even root can write below it")
    answer = run(project)
    assert run(project) == answer
    assert answer[1:] == ("", answer[2], True)


def test_what_does_more_than_print_is_always_done(remembered):
    project, _ = remembered
    for arguments in (["--fix"], ["--diff"], ["--update-baseline"], ["--format", "json:out.json"]):
        assert run(project, *arguments)[3]
        assert run(project, *arguments)[3]


def test_a_run_that_cannot_be_carried_out_is_not_remembered(project):
    assert run(project, "nowhere")[2] == 2
    assert run(project, "nowhere")[3]


def test_the_folder_marks_itself_as_a_cache(remembered):
    folder = remembered[0] / ".cxmap_cache"
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert (folder / ".gitignore").read_text() == "*\n"


def test_where_it_cannot_be_written_nothing_is_said(project):
    (project / ".cxmap_cache").write_text("a file is in the way")
    answer = run(project)
    assert answer[1] == ""
    assert run(project) == answer


def test_nothing_is_written_through_a_link(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (project / ".cxmap_cache").symlink_to(elsewhere)
    run(project)
    assert list(elsewhere.iterdir()) == []


def test_an_answer_that_a_project_brings_along_is_not_given(remembered, tmp_path):
    project, answer = remembered
    (cached,) = (project / ".cxmap_cache").glob("[0-9a-f]*")
    someone_elses = {"XDG_CACHE_HOME": str(tmp_path)}
    assert run(project, **someone_elses) == (*answer, True)
    assert run(project, **someone_elses) == (*answer, False)
    *_, rest = cached.read_bytes().split(b"\0", 1)
    forged = rest.replace(b"CX3", b"CX9")
    for key in (b"", b"0" * 32):
        cached.write_bytes(blake2b(forged, key=key, digest_size=16).hexdigest().encode() + b"\0" + forged)
        assert run(project, **someone_elses) == (*answer, True)
    cached.unlink()
    cached.symlink_to("/dev/zero")
    assert run(project) == (*answer, True)


@pytest.mark.parametrize("home", ["relative", "/proc/nowhere"])
def test_without_a_place_of_its_own_nothing_is_remembered(project, home):
    answer = run(project, XDG_CACHE_HOME=home)
    assert run(project, XDG_CACHE_HOME=home) == answer
    assert answer[3]
    assert not (project / "relative").exists()


def test_the_key_is_the_users_alone(project, tmp_path):
    run(project, XDG_CACHE_HOME=str(tmp_path))
    assert (tmp_path / "cxmap/key").stat().st_mode & 0o777 == 0o600


def test_two_runs_at_once(remembered):
    project, _ = remembered
    shutil.rmtree(project / ".cxmap_cache")
    command = [sys.executable, "-m", "cxmap", "validate"]
    runs = [subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE) for _ in range(4)]
    answers = {one.communicate()[0] for one in runs}
    assert answers == {run(project)[0].encode()}
    assert run(project)[3] is False


def test_answers_do_not_pile_up(project):
    (project / ".cxmap_cache").mkdir()
    for number in range(40):
        Path(project / ".cxmap_cache" / f"{number:08x}").write_text("")
    run(project)
    assert len(list((project / ".cxmap_cache").glob("[0-9a-f]*"))) == 1
