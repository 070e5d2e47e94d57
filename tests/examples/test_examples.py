"""The examples as projects: at home in an editor, sound, and complete as a tour of the format."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxmap.lint.engine import diagnose
from cxmap.lint.selection import select
from cxmap.model.records import Record
from cxmap.project.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PROJECTS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
FILES = sorted(EXAMPLES.rglob("*.cxmap.yaml"))
TODAY = dt.date(2026, 11, 22)
LATER = dt.date(2030, 1, 1)

NOT_IN_THE_TOUR = {
    ("Stage", "detailed_in"),  # needs a third journey, which would stand between the reader and the first two
    ("ImportanceMean", "derived"),  # in the airport
    ("Journey", "variant_of"),  # likewise
    ("Touchpoint", "image"),  # a picture of a moment is named as a portrait is
    ("Touchpoint", "image_alt"),
    ("Counts", "date"),  # as on a mean
    ("ImportanceMean", "answers"),  # only where answers were weighted
    ("Mean", "answers"),
    ("Scores", "gap_n"),  # only where fewer gave both marks than gave one
}


def file_id(path: Path) -> str:
    return path.relative_to(EXAMPLES).as_posix()


def entities(value: object) -> Iterator[Record]:
    """Every record in a value, however deep."""
    if isinstance(value, Record):
        yield value
        value = [getattr(value, name) for name in vars(value)]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from entities(item)


@pytest.mark.parametrize("path", FILES, ids=file_id)
def test_starts_with_the_schema_and_the_version(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    schema = lines[0].removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / schema).resolve() == ROOT / "schemas" / "cxmap-v1.schema.json"
    assert next(line for line in lines if not line.startswith("#")) == "cxmap: 1"


@pytest.mark.parametrize("project", PROJECTS)
def test_has_a_readme_that_says_where_its_figures_come_from(project):
    readme = (EXAMPLES / project / "README.md").read_text(encoding="utf-8")
    assert "## Where the figures come from" in readme


def test_running_shoes_says_that_its_figures_are_made_up():
    told = "made up to show the format"
    assert told in (EXAMPLES / "running-shoes" / "README.md").read_text(encoding="utf-8")
    for name in ("journeys/first-shoes.cxmap.yaml", "library/sources.cxmap.yaml"):
        text = " ".join((EXAMPLES / "running-shoes" / name).read_text(encoding="utf-8").replace("#", "").split())
        assert told in text


@pytest.mark.parametrize(
    ("folder", "today", "codes"),
    [
        ("running-shoes", TODAY, set()),
        ("running-shoes", LATER, set()),  # it has a day of its own
        ("airport", LATER, {"CX306", "CX310"}),  # a survey of marks has no employees and no wow
        (".", TODAY, {"CX306", "CX310"}),  # both in one project: no id stands in the other's way
    ],
)
def test_is_sound(folder, today, codes):
    project = load([EXAMPLES / folder], today=today, today_given=False)
    found = diagnose(project, select(project.config))
    assert {one.severity for one in found} <= {"advice"}
    assert {one.code for one in found} == codes


@pytest.mark.parametrize("path", FILES, ids=file_id)
def test_titles_fit_a_chart(path):
    documents = load([path], today=TODAY).reported
    titles = [placed.touchpoint.title for document in documents for placed in document.touchpoints()]
    assert [title for title in titles if len(title) > 40] == []


def test_running_shoes_uses_every_field():
    used: dict[type[Record], set[str]] = {}
    known: dict[type[Record], set[str]] = {}
    for document in load([EXAMPLES / "running-shoes"], today=TODAY).documents:
        for entity in entities(document.model):
            used.setdefault(type(entity), set()).update(entity.model_fields_set)
            known[type(entity)] = set(vars(entity))
    unused = {(kind.__name__, name) for kind, names in known.items() for name in names - used[kind]}
    assert unused <= NOT_IN_THE_TOUR
