"""What the library answers with: the results of the analysis, as a notebook shows them and a data frame takes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.analysis import series
from cxmap.analysis.ranking import result
from cxmap.project import load as loading
from cxmap.project import project as projects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxmap.diagnostic import Diagnostic


@dataclass(frozen=True, eq=False, repr=False)
class Project(projects.Project):
    """All journey files under one root, merged by id, with what the rules say of them.

    Attributes:
        text: What it was loaded from instead of files (``loads``).
    """

    text: loading.Stdin | None = None

    def __repr__(self) -> str:
        count = len(self.reported)
        return f"<Project of {count} {'file' if count == 1 else 'files'} in {self.root}>"

    def diagnostics(self, *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Diagnostic]:
        """What the rules find in the files that were asked about, in order of path, line and column.

        Args:
            select: Codes, names or prefixes of the only rules to run. None: the configuration's, else all.
            ignore: The same of rules to ignore.

        Raises:
            UsageError: One of these words names no rule.
        """
        from cxmap.lint.engine import diagnose
        from cxmap.lint.selection import select as selection

        return diagnose(self, selection(self.config, only=select, without=ignore, file=self.inputs.config))


class Ranking(result.Ranking):
    """Improvement opportunities in order. A notebook shows it as a table.

    Its rows are in ``rows``, what to know besides in ``remarks``; what else it has is documented at
    ``cxmap.analysis.ranking.result.Ranking``.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<Ranking of {len(self.rows)} rows by {self.by}>"

    def _repr_html_(self) -> str:
        from cxmap.output.tables.gaps_html import gaps_html

        return gaps_html(self)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each row with the columns of ``cxmap gaps --format csv``: what ``polars.DataFrame`` and pandas take."""
        from cxmap.output.tables.decision_records import flat_rows

        return flat_rows(self)


class Trend(series.Trend):
    """Scores, indexes and metrics over time.

    They are in ``series``; what else it has is documented at ``cxmap.analysis.trend.Trend``.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<Trend of {len(self.series)} series>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each series with the columns of ``cxmap trend --format csv``."""
        from cxmap.output.tables.trend_records import trend_rows

        return list(trend_rows(self))


@dataclass(frozen=True, slots=True)
class Fixes:
    """What fixing a project came to.

    Attributes:
        project: The project with the fixes in it.
        count: How many findings were fixed.
        texts: The new text of each file that changed, by its name.
    """

    project: Project
    count: int
    texts: dict[str, str]


@dataclass(frozen=True, slots=True)
class SurveyImport:
    """What came of a survey.

    Attributes:
        project: The project with the scores in it.
        respondents: How many respondents count.
        changed: How many scores are new or different.
        remarks: What was skipped, what could not be computed, and what became of the file beside the journey's, as
            sentences.
    """

    project: Project
    respondents: int
    changed: int
    remarks: tuple[str, ...]
