"""CX106: a file of another version of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.finding import Finding, value
from cxmap.lint.messages import shown
from cxmap.lint.rule import Rule
from cxmap.model.constants import FORMAT_VERSION
from cxmap.project.document import version_is_wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Files whose ``cxmap`` is anything but 1; nothing else in them is checked."""
    for document in project.reported:
        if document.readable and version_is_wrong(document.source):
            given, place = document.data["cxmap"], value(document, "cxmap")
            if given == str(FORMAT_VERSION):
                remedy = f"write {FORMAT_VERSION} without quotes"
                yield Finding(place, f"the version is text, so the file is not checked; {remedy}", help=remedy)
                continue
            yield Finding(
                place,
                f"version {shown(given)} of the format is not known, so the file is not checked",
                suggestion=str(FORMAT_VERSION),
                help=f"this cxmap reads version {FORMAT_VERSION}; a later one may read more",
            )


RULE = Rule(
    code="CX106",
    name="unsupported-version",
    severity=Severity.ERROR,
    summary="'cxmap:' is anything but 1",
    why="The number says which version of the format a file is written in. This cxmap reads version 1, and would only "
    "guess at another one.",
    bad="""\
cxmap: ⟦2⟧
stakeholders:
  store: {title: Store team, kind: department}
""",
    good="""\
cxmap: 1
stakeholders:
  store: {title: Store team, kind: department}
""",
    check=check,
)
