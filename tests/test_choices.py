"""Names to choose from stand in one place; what is made for each of them is there for each."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import get_args

from cxmap import choices
from cxmap.diagnostic import Severity
from cxmap.output.charts.catalogue import JOURNEY_CHARTS, PROJECT_CHARTS
from cxmap.output.charts.map import rows
from cxmap.output.drawing.paper import PAPERS
from cxmap.output.drawing.theme import THEMES

SOURCE = Path(choices.__file__).parent


def test_nothing_of_cxmap_is_imported() -> None:
    program = "import sys, cxmap.choices; print(*(name for name in sys.modules if name.startswith('cxmap.')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"cxmap._version", "cxmap.choices"}


def test_each_name_has_what_it_names() -> None:
    assert tuple(JOURNEY_CHARTS) == get_args(choices.JourneyChart)
    assert tuple(PROJECT_CHARTS) == get_args(choices.ProjectChart)
    assert tuple(THEMES) == get_args(choices.ThemeName)
    assert tuple(PAPERS) == get_args(choices.PaperName)
    assert tuple(severity.value for severity in Severity) == get_args(choices.SeverityName)
    assert rows._ROWS.keys() | {"goal", "owner", "channel", "pictures"} == set(choices.MAP_ROWS)


def test_no_list_is_typed_again() -> None:
    lists = {
        frozenset(get_args(value))
        for value in vars(choices).values()
        if get_args(value) and all(isinstance(name, str) for name in get_args(value))
    }
    again = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in SOURCE.rglob("*.py")
        if path.name not in {"choices.py", "compiled.py"}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Tuple | ast.List | ast.Set)
        and frozenset(part.value for part in node.elts if isinstance(part, ast.Constant)) in lists
    ]
    assert again == []
