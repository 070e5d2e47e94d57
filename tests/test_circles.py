"""Which module imports which: never in a circle."""

import ast
import itertools
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"


def modules(source):
    """The paths of all modules by their names."""
    return {
        ".".join(path.relative_to(source).with_suffix("").parts).removesuffix(".__init__"): path
        for path in source.rglob("*.py")
    }


def imports(path, known):
    """The known modules that a module imports: anywhere in it, in functions and for type checkers too."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in known else node.module for name in names]
        else:
            continue
        yield from (name for name in names if name in known)


def circle(source):
    """Modules that import one another in a circle, the first once more at the end; none: ``[]``."""
    known = modules(source)
    try:
        TopologicalSorter({name: set(imports(path, known)) for name, path in known.items()}).prepare()
    except CycleError as error:
        return error.args[1][::-1]  # an importer comes before what it imports
    return []


def test_no_circle_of_modules():
    """Not even of imports that are made in functions or for type checkers: each module can be read before another."""
    assert len(modules(SOURCE)) > 100
    assert circle(SOURCE) == []


@pytest.mark.parametrize(
    "statement",
    [
        "import house.first",
        "from house.first import name",
        "from house import first",
        "def late():\n    from house import first\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from house.first import name\n",
    ],
)
def test_a_circle_is_found(tmp_path, statement):
    house = tmp_path / "house"
    house.mkdir()
    (house / "__init__.py").write_text("")
    (house / "first.py").write_text("from house import second\nname = 1\n")
    (house / "second.py").write_text("import os\nimport house.third\n")
    (house / "third.py").write_text("")
    assert circle(tmp_path) == []
    (house / "third.py").write_text(statement)
    found = circle(tmp_path)
    assert found[0] == found[-1]
    assert set(found) == {"house.first", "house.second", "house.third"}
    order = ["house.first", "house.second", "house.third"]
    assert all(order[(order.index(a) + 1) % 3] == b for a, b in itertools.pairwise(found))
