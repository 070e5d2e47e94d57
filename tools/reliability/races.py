"""Adds lines to files at random moments while ``cxmap`` writes them, and counts the lines that are lost.

    python -m tools.reliability.races [--files 60] [--seed 8] [--only NAME]...

Each command that writes runs, in a copy of this process, until so many files have got a line from somebody else; where
it writes one file, again and again. Lines come at a random moment of the run, or, where a result replaces an older one,
of the time after the command has looked at that. Exit status 1: a line was lost, or a command ended with a traceback.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import threading
import time
import traceback
import warnings
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MANY = 60
LINE = b"# somebody else\n"
SAID, MODULES = ".said", ".modules"
WRONG = """\
cxmap:   1
journey:
  id: one%d
  titel: One
  personas: [ann]
  stages: [{id: use, title: Use, touchpoints: [{id: run, title: Runs, scores: {importance: 5, experience: 4}}]}]
"""
RIGHT = WRONG.replace("titel", "title").replace("   1", " 1")
PLAN = RIGHT + "actions: {fix: {title: Fix, status: planned, touchpoints: [one0/run]}}\n"
LIBRARY = "cxmap: 1\npersonas: {ann: {name: Ann}}\n"
BESIDE = {
    "in.csv": "touchpoint,experience\nrun,5\n",
    "answers.csv": "a\n2\n3\n",
    "mapping.txt": "source: {id: s, title: S, kind: survey}\nanswers: {scale: {min: 1, max: 10}}\n"
    "touchpoints: {run: {experience: a}}\n",
    "notes.md": "# Seen one\n## Use\n- Runs 5/4\n",
    "wall.csv": "stage,touchpoint,importance,experience\nUse,Runs,5,4\n",
    "status.csv": "Labels,Status\ncxmap:fix,Done\n",
    "board.csv": "Text,BG Color,Position X,Position Y\nUse,#E0E0E0,0,0\nRuns 5/4,#FFFFFF,0,100\n",
    "colors.txt": "colors: {'#E0E0E0': stages, '#FFFFFF': touchpoints}\n",
    "overall.txt": "source: {id: s, title: S, kind: survey}\nanswers: {scale: {min: 1, max: 10}}\n"
    "touchpoints: {run: {importance: i, experience: a}}\n",
    "both.csv": "i,a\n" + "2,3\n5,4\n9,7\n" * 4,
    "then.txt": (RIGHT % 0).replace("experience: 4", "experience: 2"),
    "in.md": "".join(f"```mermaid\njourney\n  title T{number}\n  A: 3: Ann\n```\n" for number in range(MANY)),
}


def command(arguments: Sequence[str], signs: Path) -> int:
    """Run a command, which leaves a sign when it has looked at a place for a result; ``demo`` only copies."""
    from cxmap.cli import main
    from cxmap.cli.commands import demo
    from cxmap.io import files

    look = files.Output.__init__

    def looked(output: files.Output, path: str | os.PathLike[str]) -> None:
        look(output, path)
        (signs / _sign(os.path.relpath(path))).touch()

    for owner, name, value in ((files.Output, "__init__", looked), (demo, "COMMANDS", ())):
        setattr(owner, name, value)  # in this process alone
    return main.run(arguments)


def studio(_arguments: Sequence[str], _signs: Path) -> int:
    """Edit one file as the studio does, again and again; an edit that meets another's is made again."""
    import datetime as dt

    from cxmap.session.ops import Op
    from cxmap.session.session import FileEdit, Session

    session = Session(Path.cwd(), lambda: dt.date(2026, 7, 1))
    session.refresh()
    at = ["journey", "stages", "#use", "touchpoints", "#run", "scores", "experience"]
    for number in range(20):
        session.edit([FileEdit("a0.cxmap.yaml", None, [Op("set", at, number % 9 + 1)])], "Score")
    return 0


@dataclass(frozen=True)
class Job:
    """One command that writes.

    Attributes:
        arguments: Of ``cxmap``.
        writes: The files that are written, ``%d`` standing for the numbers of many.
        text: What the journey files hold before.
        old: What lies where results go; ``None``: the files that are written are journey files, or new.
        run: What runs it, with the arguments and the folder where it leaves signs, and gives its exit status.
    """

    arguments: str
    writes: str
    text: str = RIGHT
    old: bytes | None = None
    run: Callable[[Sequence[str], Path], int] = command


OLD = b"of an earlier run\n"
JOBS = {
    "validate --fix": Job("validate --fix --no-cache", "a%d.cxmap.yaml", WRONG),
    "fmt": Job("fmt", "a%d.cxmap.yaml", WRONG.replace("titel", "title")),
    "import table": Job("import table in.csv --into one0", "a0.cxmap.yaml"),
    "import survey": Job("import survey answers.csv --mapping mapping.txt --into one0", "a0.cxmap.yaml"),
    "new persona": Job("new persona ben --name Ben --no-input --into lib.cxmap.yaml", "lib.cxmap.yaml"),
    "validate --update-baseline": Job("validate --update-baseline --no-cache", "cxmap-baseline.json", old=OLD),
    "validate --format": Job("validate --no-cache --format json:out.json", "out.json", old=OLD),
    "gaps": Job("gaps -o out.txt", "out.txt", old=OLD),
    "summary": Job("summary -o out.txt", "out.txt", old=OLD),
    "render": Job("render --format svg -o charts/", "charts/one%d.emotion.svg", old=OLD),
    "render png": Job("render --format png -o charts/", "charts/one%d.emotion.png", old=OLD),
    "render pdf": Job("render --format pdf -o out.pdf", "out.pdf", old=OLD),
    "render pptx": Job("render --format pptx -o charts/", "charts/one%d.emotion.pptx", old=OLD),
    "export csv": Job("export csv -o out.csv", "out.csv", old=OLD),
    "export xlsx": Job("export xlsx -o out.xlsx", "out.xlsx", old=OLD),
    "export json": Job("export json -o out.json", "out.json", old=OLD),
    "export mermaid": Job("export mermaid -o out.md", "out.md", old=OLD),
    "schema": Job("schema -o out.json", "out.json", old=OLD),
    "trend": Job("trend -o out.txt", "out.txt", old=OLD),
    "diff": Job("diff a0.cxmap.yaml a0.cxmap.yaml -o out.txt", "out.txt", old=OLD),
    "diff --charts": Job("diff then.txt a0.cxmap.yaml --charts charts", "charts/one0.emotion.png", old=OLD),
    "roadmap": Job("roadmap -o out.txt", "out.txt", PLAN, old=OLD),
    "roadmap ics": Job("roadmap --format ics -o out.ics", "out.ics", PLAN, old=OLD),
    "roadmap csv": Job("roadmap --format csv -o out.csv", "out.csv", PLAN, old=OLD),
    "report": Job("report -o out.html", "out.html"),
    "export outline": Job("export outline --journey one0 -o out.md", "out.md", old=OLD),
    "export pptx": Job("export pptx -o out.pptx", "out.pptx", old=OLD),
    "export theydo": Job("export theydo --what solutions -o out.json", "out.json", PLAN, old=OLD),
    "import status": Job("import status status.csv", "a0.cxmap.yaml", PLAN),
    "import outline": Job("import outline notes.md -o new/", "new/seen-one.cxmap.yaml"),
    "import stickies": Job("import stickies board.csv -m colors.txt -o new/", "new/board.cxmap.yaml"),
    "import table --new": Job("import table wall.csv --new seen -o new/", "new/seen.cxmap.yaml"),
    "demo --force": Job("demo tried --force", "tried/airport/metrics.cxmap.yaml", old=OLD),
    "import mermaid": Job("import mermaid in.md -o new/", "new/t%d.cxmap.yaml"),
    "new journey": Job("new journey two --no-input --persona ann -o two.cxmap.yaml", "two.cxmap.yaml"),
    "init": Job("init sub", "sub/cxmap.toml"),
    "init --ci": Job("init sub --ci gitlab", "sub/.gitlab-ci.yml"),
    "demo": Job("demo tried", "tried/airport/metrics.cxmap.yaml"),
    "studio": Job("", "a0.cxmap.yaml", run=studio),
}


@dataclass
class Tally:
    """How many files were written into while a command ran, how often that made it stop, and what was lost."""

    files: int = 0
    refused: int = 0
    lost: int = 0
    tracebacks: int = 0


def main() -> int:
    """Race each command in turn, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=MANY)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--only", action="append", choices=JOBS)
    options = parser.parse_args()
    moments = random.Random(options.seed)
    failed = 0
    for name in options.only or JOBS:
        tally = race(JOBS[name], options.files, moments)
        _say(f"{name}: {tally.files} files, {tally.refused} runs refused, {tally.lost} lost")
        failed += tally.lost + tally.tracebacks
    return int(failed > 0)


def race(job: Job, files: int, moments: random.Random) -> Tally:
    """Run a command until as many files were written into while it ran, each at its own moment."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as looks:
        project, signs = Path(folder), Path(looks)
        count = files if "%d" in job.writes else 1
        names = [job.writes % number for number in range(count)] if "%d" in job.writes else [job.writes]
        _fill(project, job, names)
        os.waitpid(_start(job, project, signs), 0)
        for module in (signs / MODULES).read_text().split():
            with suppress(ImportError):
                import_module(module)  # once: what is raced with is the work itself
        _fill(project, job, names)
        began = time.perf_counter()
        os.waitpid(_start(job, project, signs), 0)
        usual = time.perf_counter() - began
        while tally.files < files:
            _fill(project, job, names)
            for sign in signs.iterdir():
                sign.unlink()
            _once(job, project, signs, dict(zip(names, (moments.uniform(0, usual) for _ in names), strict=True)), tally)
    return tally


def _once(job: Job, project: Path, signs: Path, delays: dict[str, float], tally: Tally) -> None:
    process, ended = _start(job, project, signs), threading.Event()

    def add(name: str, delay: float) -> None:
        looked = signs / _sign(name)
        while job.old is not None and not ended.is_set() and not looked.exists():
            time.sleep(0.002)
        time.sleep(delay)
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        with (project / name).open("ab") as file:
            file.write(LINE)

    others = [threading.Thread(target=add, args=given) for given in delays.items()]
    for other in others:
        other.start()
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    ended.set()
    for other in others:
        other.join()
    said = (signs / SAID).read_bytes()
    tally.files += len(delays)
    tally.refused += status == 2
    tally.tracebacks += b"Traceback" in said or b"internal error" in said or status not in {0, 1, 2}
    tally.lost += sum(LINE not in (project / name).read_bytes() for name in delays)


def _sign(name: str) -> str:
    """What the sign for a file of the project is called."""
    return name.replace(os.sep, "%")


def _start(job: Job, project: Path, signs: Path) -> int:
    """Run a command in a copy of this process, which leaves what it said and the modules it took; gives its id."""
    with warnings.catch_warnings():  # about threads, which whoever tests may have: none of them is waited for
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process:
        return process
    status = 70
    try:
        said = os.open(signs / SAID, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
        os.chdir(project)
        status = job.run(job.arguments.split(), signs)
    except BaseException:  # noqa: BLE001 - whatever it is, it is shown and counted
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        (signs / MODULES).write_text("\n".join(sys.modules))
        os._exit(status)


def _fill(project: Path, job: Job, names: list[str]) -> None:
    for old in project.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for name, text in {**BESIDE, "cxmap.toml": "", "lib.cxmap.yaml": LIBRARY}.items():
        (project / name).write_text(text)
    for number in range(len(names)):
        (project / f"a{number}.cxmap.yaml").write_text(job.text % number)
    for name in names if job.old else ():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(job.old or b"")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
