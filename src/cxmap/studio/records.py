"""What the studio's page is told of a project, as plain records; ``docs/studio-api.md`` has their form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.diagnostic import Severity
from cxmap.errors import UsageError
from cxmap.lint.refusal import refuses
from cxmap.model.constants import SECTIONS
from cxmap.output.charts.catalogue import JOURNEY_CHARTS, PROJECT_CHARTS
from cxmap.session.session import base
from cxmap.story.needs import subject
from cxmap.studio.desk import no_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxmap.diagnostic import Diagnostic
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.studio.desk import Asked, Desk

COUNTED = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.ADVICE: "advice"}


def project_record(desk: Desk) -> dict[str, Any]:
    """The project: its files, journeys and definitions, and what can be undone."""
    session = desk.session
    found: dict[str, Any] = {
        "name": session.root.name,
        "lang": desk.lang or "en",
        "read_only": session.read_only,
        "git": desk.git,
        "problem": session.problem,
        "files": {},
        "journeys": [],
        **{section: [] for section in SECTIONS},
        "charts": {"journey": list(JOURNEY_CHARTS), "project": list(PROJECT_CHARTS)},
    }
    try:
        project = session.project
    except UsageError:
        return found
    found["lang"] = desk.lang or project.config.lang
    found["files"] = _files(project, session.shown())
    found["journeys"] = [_journey(document, journey) for document, journey in project.journey_documents()]
    for section in SECTIONS:
        found[section] = list(_definitions(project, section))
    return found


def _files(project: Project, shown: Iterable[Diagnostic]) -> dict[str, dict[str, Any]]:
    files: dict[str, dict[str, Any]] = {}
    for document in project.documents:
        journey = document.at(("journey", "id"))
        files[document.relative] = {
            "base": base_of(document),
            "journey": journey if isinstance(journey, str) else None,
            "broken": None,
            **dict.fromkeys(COUNTED.values(), 0),
        }
    by_name = {document.name: files[document.relative] for document in project.documents}
    for one in shown:
        record = by_name[one.path]
        record[COUNTED[one.severity]] += 1
        if record["broken"] is None and refuses(one):
            record["broken"] = {"line": one.span.line, "message": one.message}
    return files


def base_of(document: Document) -> str | None:
    """By what the page knows the bytes of a file; ``None`` where they cannot be read."""
    return base(document.encoded(document.text)) if document.readable or document.text else None


def _journey(document: Document, journey: Journey) -> dict[str, Any]:
    return {
        "id": journey.id,
        "title": journey.title,
        "file": document.relative,
        "at": ["journey"],
        "state": journey.state,
        "personas": list(journey.personas),
        "redesigns": journey.redesigns,
        "stages": [
            {
                "id": stage.id,
                "title": stage.title,
                "at": ["journey", "stages", f"#{stage.id}"],
                "touchpoints": [
                    {
                        "id": touchpoint.id,
                        "title": touchpoint.title,
                        "at": ["journey", "stages", f"#{stage.id}", "touchpoints", f"#{touchpoint.id}"],
                    }
                    for touchpoint in stage.touchpoints
                    if touchpoint
                ],
            }
            for stage, _ in document.stages()
        ],
    }


def _definitions(project: Project, section: str) -> Iterator[dict[str, Any]]:
    for name, found in project.definitions[section].items():
        document = found[0].document
        given = document.at((section, name))
        titles = [given.get(key) for key in ("title", "name")] if isinstance(given, dict) else []
        title = next((text for text in titles if isinstance(text, str)), name)
        yield {"id": name, "title": title, "file": document.relative, "at": [section, name]}


def finding_record(one: Diagnostic, project: Project) -> dict[str, Any]:
    """A finding: where it is, what it says, and what can be done about it."""
    about = subject(one)
    document = project.by_name.get(one.path)
    return {
        "file": document.relative if document else one.path,
        "line": one.span.line,
        "column": one.span.column,
        "end_line": one.span.end_line,
        "end_column": one.span.end_column,
        "code": one.code,
        "name": one.name,
        "severity": one.severity.value,
        "message": one.message,
        "help": one.help,
        "about": {"what": about.kind, "id": about.id, "journey": about.journey or None},
        "fix": one.fix.title if one.fix else None,
    }


def findings_record(desk: Desk, _: Asked) -> dict[str, Any]:
    """All that is found."""
    project = desk.session.project
    return {"findings": [finding_record(one, project) for one in desk.session.shown()]}


def file_record(desk: Desk, asked: Asked) -> dict[str, Any]:
    """The text of a file of the project: of one that it has found, and of no other."""
    document = desk.session.document(asked.path["name"])
    if document is None:
        raise no_file(asked.path["name"])
    project = desk.session.project
    found = [finding_record(one, project) for one in desk.session.shown() if one.path == document.name]
    return {"file": document.relative, "base": base_of(document), "text": document.text, "findings": found}
