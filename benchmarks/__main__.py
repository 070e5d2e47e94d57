"""All figures of docs/performance.md.

python -m benchmarks                 every row, the growth, and the import of surveys
python -m benchmarks ROW...          only these: modules of benchmarks/rows, growth, sizes, or survey_import
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

from benchmarks import growth, rows, sizes, survey_import
from benchmarks.places import Missing
from benchmarks.work import Row, measure, table

NAMES = (
    "version",
    "validate_one",
    "validate_hundred",
    "validate_thousand",
    "validate_faulty",
    "validate_unchanged",
    "validate_one_changed",
    "validate_one_of_thousand",
    "validate_one_of_ten_thousand",
    "validate_ten_thousand",
    "gaps",
    "diff",
    "trend_history",
    "trend_history_again",
    "render_one",
    "render_svg",
    "render_fifty",
    "keystroke",
    "studio_edit",
    "studio_edit_example",
    "matrix",
    "stakeholders",
    "map_memory",
    "report",
    "report_large",
)


def main(names: list[str]) -> int:
    """Measure and print; 1 if a target was missed."""
    tables = {"growth": growth.main, "sizes": sizes.main, "survey_import": survey_import.main}
    unknown = set(names) - {*NAMES, *tables}
    if unknown:
        print(f"no such row: {', '.join(sorted(unknown))}; there are: {', '.join((*NAMES, *tables))}", file=sys.stderr)
        return 2
    found: list[Row] = []
    for name in [name for name in NAMES if not names or name in names]:
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            found += measure(import_module(f"benchmarks.rows.{name}").work())
        except (Missing, RuntimeError) as error:
            print(f"  left out: {error}", file=sys.stderr)
    if found:
        print(table(found), flush=True)
    for name in [name for name in tables if not names or name in names]:
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            print(tables[name]())
        except (Missing, RuntimeError) as error:
            print(f"  left out: {error}", file=sys.stderr)
    return int(not all(row.reached for row in found))


if __name__ == "__main__":
    assert {module.name for module in pkgutil.iter_modules(rows.__path__)} == set(NAMES)
    sys.exit(main(sys.argv[1:]))
