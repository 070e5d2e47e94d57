"""cxmap: customer journeys as code.

The public library: everything that the command line does can be done from Python::

    import cxmap

    project = cxmap.load("journeys/")
    for diagnostic in project.diagnostics():
        print(diagnostic.path, diagnostic.span.line, diagnostic.message)
    for row in cxmap.gaps(project).rows[:5]:
        print(row.rank, row.title, row.key)

``gaps``, ``summary``, ``trend`` and ``render`` raise ``FilesHaveErrors`` on files with errors, unless called with
``strict=False``. What cannot be done as asked is a ``UsageError``.

What is imported here costs nothing until it is used.
"""

from __future__ import annotations

from cxmap._version import __version__

TYPE_CHECKING = False  # as type checkers know it: importing typing would double the time of `cxmap --version`
if TYPE_CHECKING:
    from typing import Any

    from cxmap.analysis.ranking.options import Options
    from cxmap.api import diff, export, fix, gaps, import_survey, load, loads, render, summary, trend
    from cxmap.api.exports import Export
    from cxmap.api.results import Fixes, Project, Ranking, SurveyImport, Trend
    from cxmap.diagnostic import Diagnostic
    from cxmap.errors import UsageError
    from cxmap.exchange.errors import ForeignError
    from cxmap.lint.refusal import FilesHaveErrors

__all__ = [
    "Diagnostic",
    "Export",
    "FilesHaveErrors",
    "Fixes",
    "ForeignError",
    "Options",
    "Project",
    "Ranking",
    "SurveyImport",
    "Trend",
    "UsageError",
    "__version__",
    "diff",
    "export",
    "fix",
    "gaps",
    "import_survey",
    "load",
    "loads",
    "render",
    "summary",
    "trend",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from cxmap import api

        return getattr(api, name)
    raise AttributeError(f"module 'cxmap' has no attribute '{name}'")


def __dir__() -> list[str]:
    return __all__
