"""How the scores of one survey vary together: what ``JOURNEY.answers.json`` beside a journey's file says.

The same people gave them, so they are not independent. ``import survey`` writes the covariances of the means; here they
are read like any foreign file, and used as correlations, so that they hold on any scale. Formulas: docs/method.md,
"Dependent rows".
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cxmap.project.memo import memoized
from cxmap.yaml.reader.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from cxmap.analysis.scores import Kind, Score
    from cxmap.project.document import Document
    from cxmap.project.project import Project

    Array = NDArray[np.float64]

VERSION: Final = 1
KEY: Final = "cxmap-answers"
MOST_BYTES: Final = 1 << 20
MOST_TOUCHPOINTS: Final = 500
DERIVED_SUFFIX: Final = "-derived"
_ENDINGS: Final = (".cxmap.yaml", ".cxmap.yml", ".yaml", ".yml")
_TOLERANCE: Final = 1e-4  # figures are written with six digits


class Estimate(NamedTuple):
    """A score as an estimate from a survey.

    Attributes:
        document: The journey's file.
        touchpoint: Id of the touchpoint; of the step into it with ``#handover``.
        persona: Id of the persona.
        kind: ``importance`` or ``experience``.
        score: The score.
    """

    document: Document
    touchpoint: str
    persona: str
    kind: Kind
    score: Score

    @property
    def survey(self) -> tuple[str, Any]:
        """Id of the source that it comes from, be it asked or derived, and the date."""
        source = self.score.source or ""
        return source.removesuffix(DERIVED_SUFFIX) if self.score.derived else source, self.score.date


class Together(NamedTuple):
    """The scores of one survey, and how their errors correlate.

    Attributes:
        date: The survey's date, ``YYYY-MM-DD``; ``None``: not said.
        n: How many respondents it has.
        places: The place of each score in the matrix, by name.
        correlation: The correlations of the scores' errors.
        overall: By touchpoint, what is known of it as a driver of the overall mark, as it stands in the file.
        model: Of that model the R² (``r2``) and how many answered all (``n_complete``).
    """

    date: str | None
    n: int
    places: dict[str, int]
    correlation: Array
    overall: dict[str, dict[str, Any]]
    model: dict[str, Any]


class AnswersFile(NamedTuple):
    """What is beside a journey's file.

    Attributes:
        name: The file, as it is shown.
        surveys: What it says, by source.
        problem: Why it is ignored; ``None``: it is not, or it is not there.
    """

    name: str
    surveys: dict[str, Together]
    problem: str | None = None


def beside(path: str) -> str:
    """The name of the file beside a journey's."""
    ending = next((ending for ending in _ENDINGS if path.endswith(ending)), "")
    return f"{path.removesuffix(ending)}.answers.json"


def name_of(touchpoint: str, kind: Kind, persona: str = "") -> str:
    """What a score is called in the file: ``shops.experience`` of all, ``noor/shops.experience`` of a persona."""
    return f"{persona}/{touchpoint}.{kind}" if persona else f"{touchpoint}.{kind}"


def answers_file(project: Project, document: Document) -> AnswersFile:
    """What is beside a journey's file; nothing where there is none."""
    known = _known(project)
    if document.location not in known:
        known[document.location] = _read(project, document)
    return known[document.location]


@memoized
def _known(_project: Project) -> dict[str, AnswersFile]:
    """The files of a project that were read already."""
    return {}


def _read(project: Project, document: Document) -> AnswersFile:
    name, path = beside(document.name), beside(document.location)
    tree = project.inputs.tree
    if not tree.is_file(path):
        return AnswersFile(name, {})
    if tree.leads_out(path, project.root):
        return AnswersFile(name, {}, "it is a link that leads out of the project")
    content = tree.read(path)
    if isinstance(content, Problem):
        return AnswersFile(name, {}, content.message)
    if len(content) > MOST_BYTES:
        return AnswersFile(name, {}, "it is larger than 1 MiB")
    try:
        import json  # few runs have answers beside a journey

        data = json.loads(content)
        if not isinstance(data, dict) or data.get(KEY) != VERSION:
            return AnswersFile(name, {}, f'it has no "{KEY}": {VERSION}')
        surveys = {str(source): _together(entry) for source, entry in data["sources"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return AnswersFile(name, {}, "it is not what cxmap writes; import the survey again")
    fitting, problem = {}, None
    for source, found in surveys.items():
        defined = project.sources.get(source)
        date = defined.date.isoformat() if defined and defined.date else None
        if defined is not None and (date, defined.n) == (found.date, found.n):
            fitting[source] = found
        else:
            problem = f"'{source}' there is of {found.n} answers of {found.date or 'no date'}, unlike the source"
    return AnswersFile(name, fitting, problem)


def _together(entry: dict[str, Any]) -> Together:
    """An entry of the file.

    Raises:
        ValueError: It is not as it should be; so do KeyError, TypeError and AttributeError.
    """
    import numpy as np

    names, rows, n, date = entry["means"], entry["covariance"], entry["n"], entry["date"]
    lower = [float(value) for place, row in enumerate(rows) for value in _exactly(row, place + 1)]
    if len(rows) != len(names) or len(set(names)) != len(names) or not all(isinstance(name, str) for name in names):
        raise ValueError("a row for each name")
    if not isinstance(n, int) or not (date is None or isinstance(date, str)):
        raise ValueError("n or date")
    covariance = np.zeros((len(names), len(names)))
    covariance[np.tril_indices(len(names))] = lower
    covariance += np.tril(covariance, -1).T
    if not np.isfinite(covariance).all() or (np.diagonal(covariance) < 0).any():
        raise ValueError("no covariance")
    sd = np.sqrt(np.diagonal(covariance))
    with np.errstate(invalid="ignore", divide="ignore"):
        correlation = np.nan_to_num(covariance / np.outer(sd, sd), nan=0.0)
    if (np.abs(correlation) > 1 + _TOLERANCE).any():
        raise ValueError("no covariance")
    correlation = np.clip(correlation, -1, 1)
    np.fill_diagonal(correlation, 1.0)
    overall = {str(name): _plain(figures) for name, figures in entry.get("overall", {}).items()}
    model = _plain({name: entry[name] for name in ("r2", "n_complete", "samples", "seed") if name in entry})
    return Together(date, n, {name: place for place, name in enumerate(names)}, correlation, overall, model)


def _exactly(row: Any, count: int) -> list[float]:
    if not isinstance(row, list) or len(row) != count:
        raise ValueError("a triangle")
    return row


def _plain(figures: dict[str, Any]) -> dict[str, Any]:
    """Figures that are numbers, words, truth values or nothing.

    Raises:
        ValueError: Others are among them.
    """
    for value in figures.values():
        if not (value is None or isinstance(value, str | int | float)) or (
            isinstance(value, float) and not math.isfinite(value)
        ):
            raise ValueError("no figure")
    return dict(figures)


def covered(project: Project, estimate: Estimate) -> bool:
    """Whether it is known how a score varies together with others of its survey."""
    return _place(project, estimate) is not None


def correlations(project: Project, estimates: Sequence[Estimate]) -> Array | None:
    """How the errors of some scores correlate; ``None`` where nothing is known of any two.

    Scores of separate surveys are independent; so are those of one survey that its file does not name.
    """
    places = [_place(project, estimate) for estimate in estimates]
    by_survey: dict[tuple[str, str], list[int]] = {}
    for index, place in enumerate(places):
        if place is not None:
            by_survey.setdefault(place[0], []).append(index)
    groups = [group for group in by_survey.values() if len(group) > 1]
    if not groups:
        return None
    import numpy as np

    found = np.eye(len(estimates))
    for group in groups:
        document, (source, _) = estimates[group[0]].document, estimates[group[0]].survey
        whole = answers_file(project, document).surveys[source].correlation
        inside = [place[1] for index in group if (place := places[index]) is not None]
        found[np.ix_(group, group)] = whole[np.ix_(inside, inside)]
    return found


def _place(project: Project, estimate: Estimate) -> tuple[tuple[str, str], int] | None:
    """The file and the source that name a score, and its place in the matrix; ``None``: none does."""
    source, date = estimate.survey
    survey = answers_file(project, estimate.document).surveys.get(source)
    if survey is None or survey.date != (date.isoformat() if date else None):
        return None
    for persona in (estimate.persona, ""):
        place = survey.places.get(name_of(estimate.touchpoint, estimate.kind, persona))
        if place is not None:
            return (estimate.document.location, source), place
    return None


def driver_class(project: Project, document: Document, touchpoint: str, score: Score | None) -> str | None:
    """Whether a touchpoint is a ``basic``, ``performer`` or ``delighter``, by the survey of its experience.

    ``None`` where that is not known.
    """
    found = driver_of(project, document, touchpoint, score).get("class")
    return found if isinstance(found, str) else None


def driver_of(project: Project, document: Document, touchpoint: str, score: Score | None) -> dict[str, Any]:
    """What is known of a touchpoint as a driver, by the survey of its experience; nothing where that says none."""
    if score is None or score.source is None:
        return {}
    survey = answers_file(project, document).surveys.get(score.source)
    if survey is None or survey.date != (score.date.isoformat() if score.date else None):
        return {}
    return survey.overall.get(touchpoint, {})


def number_of(figures: dict[str, Any], name: str) -> float | None:
    """A figure of a driver; ``None`` where the file has none, or something else."""
    value = figures.get(name)
    return None if isinstance(value, bool) or not isinstance(value, int | float) else float(value)


def latest_drivers(file: AnswersFile) -> tuple[str, Together] | None:
    """The latest survey that says what moves the overall mark, with its id; ``None``: none does."""
    found = [(name, survey) for name, survey in file.surveys.items() if survey.overall]
    return max(found, key=lambda pair: (pair[1].date or "", pair[0]), default=None)


def ignored(project: Project, documents: Sequence[Document]) -> list[tuple[str, str]]:
    """The files that are ignored, each with why."""
    found = [answers_file(project, document) for document in documents]
    return [(file.name, file.problem) for file in found if file.problem is not None]


def root(correlation: Array) -> Array:
    """A matrix A with ``A·Aᵀ`` the correlations, or the nearest that there can be: made of pairs, they may contradict.

    Negative eigenvalues are put at 0 and the rows scaled to length 1 (Rousseeuw and Molenberghs 1993).
    """
    import numpy as np

    values, vectors = np.linalg.eigh(correlation)
    found: Array = vectors * np.sqrt(np.maximum(values, 0))
    scaled: Array = found / np.sqrt((found**2).sum(axis=1, keepdims=True))
    return scaled
