"""The house is in order: general words name one class each, and what the Makefile and CI name is there."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/cxmap"

# A word that could mean anything means one thing here. Views of charts may use the domain's nouns.
GENERAL = {
    *("Answers", "Block", "Hand", "Line", "Named", "Options", "Outline", "Place", "Reading", "Row", "Section", "Sheet"),
    *("Source", "Span", "Step", "Stop", "Survey", "Table", "Words"),
}


@cache
def _trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
    }


@cache
def _classes() -> dict[str, set[str]]:
    """The modules that define a class of a name, as an import names them."""
    defined = defaultdict(set)
    for path, tree in _trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                defined[node.name].add("cxmap." + path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    return defined


def test_a_general_word_names_one_class():
    found = {name: modules for name, modules in _classes().items() if name in GENERAL}
    assert {"Source", "Span"} <= found.keys()  # found at all
    assert {name: sorted(modules) for name, modules in found.items() if len(modules) > 1} == {}


def test_no_module_meets_two_classes_of_one_name():
    """A class that is imported by another name because its own is taken counts as well."""
    classes = _classes()
    met = []
    for path, tree in _trees().items():
        own = {(node.name, "itself") for node in tree.body if isinstance(node, ast.ClassDef)}
        imported = {
            (name.name, str(node.module))
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for name in node.names
            if node.module in classes.get(name.name, ())
        }
        counts = Counter(name for name, _ in own | imported)
        met += [f"{path}: {name}" for name, count in counts.items() if count > 1]
    assert met == []


def test_property_tests_take_their_number_of_examples_from_the_profile():
    own = re.compile(r"max_examples=\d")
    found = [path for path in (ROOT / "tests").rglob("*.py") if own.search(path.read_text(encoding="utf-8"))]
    assert [path.name for path in found] == ["profiles.py"]


def test_the_makefile_and_ci_name_tests_that_are_there():
    named = re.findall(r"(?<=\s)tests/[\w/.]+", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
