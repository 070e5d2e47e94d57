"""Computes every figure of this example from the answers to the airport's customer survey.

    python examples/airport/compute.py FOLDER            print the figures
    python examples/airport/compute.py FOLDER --check    exit 1 where the files beside this script say otherwise
    python examples/airport/compute.py FOLDER --write    put them into the files

FOLDER holds ratings-2015.csv and ratings-2016.csv: one row a respondent, one column a question. Nothing but the
standard library is needed. README.md says where the answers come from.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
from collections import Counter
from pathlib import Path
from typing import TypeAlias

HERE = Path(__file__).parent
BEFORE, NOW = 2015, 2016
MARKS = range(1, 6)  # 1 unacceptable to 5 outstanding
NEVER_USED = 6  # or not applicable: no mark. 0 and empty mean no answer
SATISFIED = 4  # a mark of 4 or 5 counts as satisfied
OVERALL = "ALL"
COLUMNS = {
    "roads": "ROADS",
    "parking": "PARK",
    "shuttle": "LTPARKING",
    "airtrain": "AIRTRAIN",
    "signs": "SIGN",
    "walkways": "WALKWAYS",
    "booth-departures": "INFOUP",
    "screens": "SCREENS",
    "restaurants": "FOOD",
    "shops": "STORE",
    "art": "ART",
    "wifi": "WIFI",
    "booth-arrivals": "INFODOWN",
    "rental": "RENTAL",
}

Answers: TypeAlias = list[dict[str, int]]
Value: TypeAlias = str | tuple[str, ...]  # as it stands in the file; of a score with waves each of them
Figures: TypeAlias = dict[str, dict[str, Value]]  # id, then key


def answers(folder: Path, year: int) -> Answers:
    """The codes that each respondent of a year gave, by column; no answer is 0."""
    columns = (*COLUMNS.values(), OVERALL)
    with (folder / f"ratings-{year}.csv").open(encoding="utf-8", newline="") as file:
        return [{column: int(row[column] or 0) for column in columns} for row in csv.DictReader(file)]


def counts(rows: Answers, column: str) -> dict[int, int]:
    """How many respondents gave each mark."""
    given = Counter(row[column] for row in rows)
    return {mark: given[mark] for mark in MARKS}


def reach(rows: Answers, column: str) -> float:
    """The share who gave a mark among those who gave a mark or said that they never used it, 0 to 1."""
    marked = sum(counts(rows, column).values())
    return marked / (marked + sum(row[column] == NEVER_USED for row in rows))


def satisfied(rows: Answers, column: str) -> tuple[float, int]:
    """The percentage of the marks that are 4 or 5, and the number of marks."""
    given = counts(rows, column)
    marks = sum(given.values())
    return 100 * sum(count for mark, count in given.items() if mark >= SATISFIED) / marks, marks


def correlation(rows: Answers, column: str) -> tuple[float, float, int]:
    """Pearson's r with the overall mark over those who gave both marks, with an sd, and how many they are.

    The sd is that of the respondents' pseudo-values (infinitesimal jackknife): r is their mean, and sd / √n is r's
    standard error without assuming that marks from 1 to 5 are normally distributed.
    """
    pairs = [(row[column], row[OVERALL]) for row in rows if row[column] in MARKS and row[OVERALL] in MARKS]
    xs, ys = (standardised(marks) for marks in zip(*pairs, strict=True))
    n = len(pairs)
    r = math.fsum(x * y for x, y in zip(xs, ys, strict=True)) / n
    influences = (x * y - r * (x * x + y * y) / 2 for x, y in zip(xs, ys, strict=True))
    return r, math.sqrt(math.fsum(influence**2 for influence in influences) / (n - 1)), n


def standardised(marks: tuple[int, ...]) -> list[float]:
    """The marks with mean 0 and standard deviation 1."""
    mean = math.fsum(marks) / len(marks)
    deviation = math.sqrt(math.fsum((mark - mean) ** 2 for mark in marks) / len(marks))
    return [(mark - mean) / deviation for mark in marks]


def journey_figures(before: Answers, now: Answers) -> Figures:
    """What journey.cxmap.yaml holds: the size of both surveys, the scores of both years, and the reach of the last."""
    years = {BEFORE: before, NOW: now}
    figures: Figures = {}
    for year, rows in years.items():
        figures[f"sfo-{year}"] = {"n": str(len(rows))}
        figures[f"sfo-{year}-derived"] = {"n": str(sum(counts(rows, OVERALL).values()))}
    for touchpoint, column in COLUMNS.items():
        figures[touchpoint] = {
            "reach": f"{reach(now, column):.2f}",
            "importance": tuple(importance(rows, column, year) for year, rows in years.items()),
            "experience": tuple(experience(rows, column, year) for year, rows in years.items()),
        }
    return figures


def importance(rows: Answers, column: str, year: int) -> str:
    """The importance of a touchpoint in a year, derived."""
    r, sd, n = correlation(rows, column)
    return f"{{mean: {r:.4f}, sd: {sd:.4f}, n: {n}, source: sfo-{year}-derived, derived: true}}"


def experience(rows: Answers, column: str, year: int) -> str:
    """The experience of a touchpoint in a year: how many gave each mark."""
    marks = ", ".join(f"{mark}: {count}" for mark, count in counts(rows, column).items())
    return f"{{counts: {{{marks}}}, source: sfo-{year}}}"


def metric_figures(before: Answers, now: Answers) -> Figures:
    """What metrics.cxmap.yaml holds: the percentage of satisfied answers in both years, overall included."""
    figures = {}
    for touchpoint, column in {**COLUMNS, "airport": OVERALL}.items():
        (old, old_n), (new, new_n) = satisfied(before, column), satisfied(now, column)
        figures[f"satisfied-{touchpoint}"] = {
            "baseline": f"{{date: {BEFORE}-12-31, value: {old:.1f}}}",
            "readings": f"[{{date: {BEFORE}-12-31, value: {old:.1f}, n: {old_n}}}, "
            f"{{date: {NOW}-12-31, value: {new:.1f}, n: {new_n}}}]",
        }
    return figures


def filled(text: str, figures: Figures) -> str:
    """The text of a file with every figure at its place: the line of its key, or the items below it, below its id.

    Raises:
        ValueError: The file has no such place for one of the figures.
    """
    missing = {(place, key) for place, keys in figures.items() for key in keys}
    lines, place = [], ""
    waves: list[str] = []  # of the score whose list begins above
    for line in text.splitlines():
        key = line.strip().removeprefix("- id: ").partition(":")[0]
        if waves and line.lstrip().startswith("- "):
            lines.append(f"{line[: line.index('- ')]}- {waves.pop(0)}")
            continue
        if waves:
            raise ValueError(f"no place for {place}: {waves[0]}")
        if key in figures:
            place = key
        elif key in figures.get(place, {}):
            missing.discard((place, key))
            value = figures[place][key]
            if isinstance(value, str):
                lines.append(f"{line[: line.index(key)]}{key}: {value}")
                continue
            waves = [*value]
        lines.append(line)
    if missing or waves:
        raise ValueError(f"no place for {', '.join([*(f'{place}: {key}' for place, key in sorted(missing)), *waves])}")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Prints, checks or writes the figures; 1 where a check finds a difference."""
    parser = argparse.ArgumentParser(description="Computes the figures of the airport example.")
    parser.add_argument("folder", type=Path, help="the folder with ratings-2015.csv and ratings-2016.csv")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="compare the files with the figures")
    what.add_argument("--write", action="store_true", help="put the figures into the files")
    options = parser.parse_args()

    before, now = answers(options.folder, BEFORE), answers(options.folder, NOW)
    status = 0
    for name, figures in {
        "journey.cxmap.yaml": journey_figures(before, now),
        "metrics.cxmap.yaml": metric_figures(before, now),
    }.items():
        path = HERE / name
        if not (options.check or options.write):
            sys.stdout.writelines(
                f"{place}.{key}: {wave}\n"
                for place, keys in figures.items()
                for key, value in keys.items()
                for wave in ([value] if isinstance(value, str) else value)
            )
            continue
        old = path.read_text(encoding="utf-8")
        new = filled(old, figures)
        if options.write:
            path.write_text(new, encoding="utf-8")
        elif old != new:
            status = 1
            for was, should in zip(old.splitlines(), new.splitlines(), strict=True):
                if was != should:
                    sys.stdout.write(f"{name}: has    {was.strip()}\n{name}: should {should.strip()}\n")
    return status


if __name__ == "__main__":
    raise SystemExit(main())
