"""The plan as records: actions with what they improve and whether they are late, what was learned, and metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.metrics import metric_changes, moves, tracks
from cxmap.analysis.plan import by_owner, improvements, is_late, is_overdue, ranks

if TYPE_CHECKING:
    from cxmap.analysis.difference import Change
    from cxmap.analysis.metrics import Moves, Track
    from cxmap.analysis.plan import Improvement
    from cxmap.model.action import Action
    from cxmap.model.metric import Metric
    from cxmap.project.project import Project


class PlannedAction(NamedTuple):
    """An action of the plan.

    Attributes:
        id: Its id.
        action: Itself.
        improves: What it is for, the highest rank first.
        late: Whether it was due before today and is neither done nor dropped.
        overdue: Places of its steps that were due before today and are not done.
    """

    id: str
    action: Action
    improves: tuple[Improvement, ...]
    late: bool
    overdue: tuple[int, ...]

    @property
    def finished(self) -> bool:
        """Whether it is over: done, or dropped."""
        return self.action.status in {"done", "dropped"}


class MeasuredMetric(NamedTuple):
    """A metric.

    Attributes:
        id: Its id.
        metric: Itself.
        track: Its way from its baseline to its target.
        change: What changed since the baseline; ``None``: nothing was measured since, or there is no baseline.
        actions: Ids of the actions that it measures.
    """

    id: str
    metric: Metric
    track: Track
    change: Change | None
    actions: tuple[str, ...]


class Plan(NamedTuple):
    """The plan of a project.

    Attributes:
        actions: By owner and day, dropped ones last.
        metrics: In the order of the files.
        moved: How many metrics moved the right way.
    """

    actions: tuple[PlannedAction, ...]
    metrics: tuple[MeasuredMetric, ...]
    moved: Moves

    @property
    def learned(self) -> tuple[PlannedAction, ...]:
        """The actions that are over and tell what became of them, the latest first."""
        over = [one for one in self.actions if one.finished and (one.action.outcome or one.action.learned)]
        return tuple(sorted(over, key=lambda one: (one.action.finished is None, _minus(one))))


def _minus(planned: PlannedAction) -> int:
    return -planned.action.finished.toordinal() if planned.action.finished else 0


def plan_of(project: Project) -> Plan:
    """The plan of a project."""
    alive = {name: action for name, action in project.actions.items() if action.status != "dropped"}
    order = [*by_owner(alive), *(name for name in project.actions if name not in alive)]
    known = ranks(project)
    ways, changed = tracks(project), metric_changes(project)
    return Plan(
        tuple(
            PlannedAction(
                name,
                (action := project.actions[name]),
                tuple(improvements(project, name, known)),
                is_late(action, project.today),
                tuple(i for i, step in enumerate(action.steps) if is_overdue(step, action, project.today)),
            )
            for name in order
        ),
        tuple(
            MeasuredMetric(
                name,
                model,
                ways[name],
                changed[name],
                tuple(other for other, action in project.actions.items() if name in action.metrics),
            )
            for name, model in project.metrics.items()
        ),
        moves(ways, changed),
    )
