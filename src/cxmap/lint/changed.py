"""What two states of a project differ in for the rules: findings that are new, and those that are gone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cxmap.lint.engine import diagnose
from cxmap.lint.selection import select

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxmap.diagnostic import Diagnostic
    from cxmap.project.project import Project


def changed_findings(before: Project, after: Project) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The findings after that were none before, and those before that are none after.

    A finding is known by its rule and the ids of what it is about, so that one that moved to other lines or to another
    file is the same. Each state is judged by the rules that its own configuration selects.
    """
    found = [_findings(before), _findings(after)]
    return _less(found[1], found[0]), _less(found[0], found[1])


def _findings(project: Project) -> list[Diagnostic]:
    return diagnose(project, select(project.config, file=project.inputs.config)) if project.reported else []


def _less(found: Iterable[Diagnostic], known: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    left = Counter((each.code, each.anchor) for each in known)
    fresh = []
    for each in found:
        key = each.code, each.anchor
        if left[key] > 0:
            left[key] -= 1
        else:
            fresh.append(each)
    return tuple(fresh)
