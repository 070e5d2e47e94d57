"""A project without some of what it says, for a copy that leaves the house: taken out before anything is told or drawn.

So neither a table nor a chart nor the description of one can still hold it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cxmap.i18n.report import ReportWords
from cxmap.model.records import Record
from cxmap.project.document import Document

if TYPE_CHECKING:
    from collections.abc import Collection

    from cxmap.choices import Lang
    from cxmap.project.project import Project

FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    "quotes": {"Evidence": ("quote",), "Persona": ("quote",)},
    "owners": {
        "Journey": ("owner",),
        "Review": ("with_",),
        "Touchpoint": ("owner",),
        "Action": ("owner",),
        "Step": ("owner",),
        "Metric": ("owner",),
    },
    "sources": {"Source": ("description", "url", "series")},
    "links": {
        "Journey": ("links",),
        "Touchpoint": ("links",),
        "Action": ("links",),
        "Evidence": ("links",),
        "Source": ("url",),
    },
}
"""What is taken out, by the name in ``--leave-out``, kind of thing and field."""
REDACTIONS = tuple(FIELDS)


def without(project: Project, what: Collection[str], lang: Lang) -> Project:
    """The project without what is to be left out.

    Args:
        project: The project.
        what: Names of what to take out, of ``REDACTIONS``; others are passed over. Without ``sources``, each is called
            by its kind.
        lang: The language of the names of kinds.
    """
    fields: dict[str, set[str]] = {}
    for name in what:
        for kind, names in FIELDS.get(name, {}).items():
            fields.setdefault(kind, set()).update(names)
    if not fields:
        return project
    kinds = ReportWords(lang).source_kinds if "sources" in what else {}

    def redacted(value: Any) -> Any:
        if isinstance(value, list | tuple):
            return [redacted(one) for one in value]
        if isinstance(value, dict):
            return {key: redacted(one) for key, one in value.items()}
        if not isinstance(value, Record):
            return value
        kind = type(value).__name__
        changes = {name: redacted(one) for name, one in vars(value).items() if not isinstance(one, str)}
        for name in fields.get(kind, ()):
            changes[name] = [] if isinstance(getattr(value, name), list | tuple) else None
        if kind == "Source" and kinds:
            changes["title"] = kinds[vars(value)["kind"]]
        given = value.model_fields_set
        copy = value.model_copy(update=changes)
        object.__setattr__(copy, "__pydantic_fields_set__", given)
        return copy

    documents = {
        document: Document(
            document.path,
            document.name,
            document.relative,
            document.source,
            redacted(document.model),
            document.errors,
            document.marked,
        )
        for document in project.documents
    }
    return replace(
        project,
        documents=tuple(documents.values()),
        reported=tuple(documents.get(document, document) for document in project.reported),
    )
