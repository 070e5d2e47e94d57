"""Mutation testing: is there a test that fails for each small change of the code?

    pip install mutmut
    python -m tests.reliability.mutate PART [--only MODULE ...] [--sample 150] [--seed 8] [--work FOLDER]

It works on a copy in ``FOLDER/PART``, made anew each time, with the tests of that part only; property tests get few
examples. With ``--sample`` so many mutants of each module are tried, the same ones for the same seed. A mutant under
which the tests do not end, tried twice, counts as killed. In the copy ``mutmut show NAME`` prints what one changed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BESIDE = ("tests", "examples", "schemas", "docs", "benchmarks", "README.md", "pyproject.toml")
MEMORY = 6 << 30  # a mutant that never stops collecting must not take the machine with it
KILLED, LIVES, UNTESTED, ENDLESS, UNTRIED = "killed", "lives", "no test reaches it", "does not end", "not tried"
STATUSES = {1: KILLED, 3: KILLED, 0: LIVES, 5: UNTESTED, 33: UNTESTED, None: UNTRIED}  # by pytest and mutmut


@dataclass(frozen=True)
class Part:
    """A part of the code, the tests that are to notice its mutants, and words of tests that are too slow for that."""

    code: tuple[str, ...]
    tests: tuple[str, ...]
    slow: tuple[str, ...] = ()


PARTS = {
    "analysis": Part(("src/cxmap/analysis/*",), ("tests/analysis",), ("test_properties",)),
    "boundary": Part(
        (
            "src/cxmap/text/*",
            "src/cxmap/io/*",
        ),
        (
            "tests/text",
            "tests/io",
        ),
        ("kill_at_any", "standard_output"),
    ),
    "rules": Part(("src/cxmap/lint/*",), ("tests/lint",), ("whatever_is_wrong", "every_place_lies", "on_windows")),
}


def main() -> int:
    """Try the mutants of a part, and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--only", action="append", default=[], metavar="MODULE", help="such as order or roadmap.cx501")
    parser.add_argument("--sample", type=int, help="try so many mutants of each module")
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--work", type=Path, default=ROOT / "mutants")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    copy = options.work.resolve() / options.part
    prepare(copy, PARTS[options.part], options.only)
    # mutmut writes down all mutants before it looks for the one that it is asked for.
    mutmut(copy, "no-such-mutant", quiet=True)
    chosen = choose(results(copy), options.sample, options.seed)
    if not chosen:
        _say("no mutants")
        return 2
    mutmut(copy, *chosen)
    endless = [name for name, status in results(copy).items() if status == ENDLESS]
    if endless:  # or the machine was busy with something else
        mutmut(copy, *endless)
    return report({name: status for name, status in results(copy).items() if name in chosen})


def prepare(copy: Path, part: Part, only: list[str]) -> None:
    """Copy the repository, and tell mutmut there what to change and what to run."""
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir(parents=True)
    for name in ("src", *BESIDE):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__", ".peers", ".corpus"))
        else:
            shutil.copy2(source, copy / name)
    code = part.code
    if only:
        folders = [pattern.removesuffix("*") for pattern in part.code]
        code = tuple(f"{folder}{name.replace('.', '/')}.py" for folder in folders for name in only)
    tests = (*part.tests, *(("-k", " and ".join(f"not {word}" for word in part.slow)) if part.slow else ()))
    lists = {
        "source_paths": ("src",),
        "only_mutate": code,
        "also_copy": BESIDE,
        "pytest_add_cli_args_test_selection": tests,
        "pytest_add_cli_args": ("-p", "no:cacheprovider", "--hypothesis-profile=quick"),
    }
    lines = [f"{name} =" + "".join(f"\n    {value}" for value in values) for name, values in lists.items()]
    (copy / "setup.cfg").write_text("\n".join(["[mutmut]", *lines, ""]))


def mutmut(copy: Path, *names: str, quiet: bool = False) -> None:
    """Let mutmut try mutants, one at a time."""
    command = [str(Path(sys.executable).with_name("mutmut")), "run", "--max-children", "1", *names]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(command, cwd=copy, env=environment, check=False, capture_output=quiet)


def results(copy: Path) -> dict[str, str]:
    """What became of each mutant, by name."""
    return {
        name: STATUSES.get(code, ENDLESS)
        for path in sorted((copy / "mutants/src").rglob("*.meta"))
        for name, code in json.loads(path.read_text())["exit_code_by_key"].items()
    }


def choose(names: dict[str, str], sample: int | None, seed: int) -> set[str]:
    """The mutants to try: all, or so many of each module."""
    if sample is None:
        return set(names)
    by_module: dict[str, list[str]] = {}
    for name in names:
        by_module.setdefault(module(name), []).append(name)
    chance = random.Random(seed)
    return {name for group in by_module.values() for name in chance.sample(group, min(sample, len(group)))}


def module(name: str) -> str:
    """The module of a mutant: of ``cxmap.text.width.x_columns__mutmut_3`` it is ``cxmap.text.width``."""
    return name.rpartition(".")[0]


def report(found: dict[str, str]) -> int:
    """Print the score of each module and of all, and the names of those that live; 1 if there are any."""
    tally = Counter((module(name), status) for name, status in found.items())
    for name in (*sorted({module(name) for name in found}), "all"):
        count = {s: sum(n for (of, is_), n in tally.items() if is_ == s and name in {"all", of}) for _, s in tally}
        total, killed = sum(count.values()), count.get(KILLED, 0) + count.get(ENDLESS, 0)
        rest = ", ".join(f"{n} {status}" for status, n in sorted(count.items()) if n and status != KILLED)
        _say(f"{name:40} {killed:5} of {total:5} killed ({100 * killed / total:.1f} %); {rest or 'none lives'}")
    alive = {name: status for name, status in found.items() if status not in {KILLED, ENDLESS}}
    for name, status in sorted(alive.items()):
        _say(f"{status}: {name}")
    return int(bool(alive))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
