"""What modules import and use: never in a circle, and the core only what it is given."""

import ast
import itertools
import re
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
            names = [name if name in known else str(node.module) for name in names]
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


CORE = ("yaml", "model", "project", "analysis", "lint")
# Printing, ending the process or changing it for others, and asking what day it is.
OUTSIDE = re.compile(
    r"print|input|exit|quit|sys\.(stdin|stdout|stderr|exit|argv|set\w+)|gc\.\w+|signal\.\w+|locale\.\w+|atexit\.\w+"
    r"|os\.(_exit|abort|kill|chdir|fchdir|umask|putenv|environ|getenv)|(\w+\.)?(date|datetime)\.(today|now|utcnow)"
    r"|time\.(time|localtime|gmtime|ctime|strftime|sleep)|SystemExit|warnings\.\w+|logging\.\w+"
)
# A process that it has started itself: no collections there either.
ALLOWED = {("lint/workers.py", "gc.disable")}


def used(path):
    """The names and dotted names in a module, strings and comments aside."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Name | ast.Attribute):
            yield ast.unparse(node)


def test_the_core_prints_nothing_ends_nothing_and_reads_no_clock():
    package = SOURCE / "cxmap"
    modules = [path for room in CORE for path in (package / room).rglob("*.py")]
    assert len(modules) > 100
    found = {(path.relative_to(package).as_posix(), name) for path in modules for name in used(path)}
    assert {(path, name) for path, name in found if OUTSIDE.fullmatch(name)} == ALLOWED


@pytest.mark.parametrize(
    "statement",
    ["print(1)", "sys.stdout.write('')", "raise SystemExit", "gc.collect()", "os.chdir('/')", "dt.date.today()"],
)
def test_what_the_core_must_not_do_is_found(tmp_path, statement):
    (tmp_path / "module.py").write_text(statement)
    assert any(OUTSIDE.fullmatch(name) for name in used(tmp_path / "module.py"))
