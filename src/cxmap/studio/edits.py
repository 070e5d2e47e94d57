"""What the studio's page asks to be changed: edits, undo and redo, new files, fixes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from cxmap.io.files import WriteError
from cxmap.model.ids import NewIds, as_id, is_id
from cxmap.scaffold.new_entities import NewJourney, NewPersona, journey_text, personas_text
from cxmap.session.errors import ConflictError, OpError
from cxmap.session.ops import Op
from cxmap.session.placing import folder_of_journeys, home_of_personas
from cxmap.session.session import FileEdit, HarmError, NoFileError, ReadOnlyError, base
from cxmap.studio.desk import Problem, no_file
from cxmap.studio.records import finding_record
from cxmap.yaml.editor.changes import EditError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.session.history import Edit
    from cxmap.session.session import Done
    from cxmap.studio.desk import Asked, Desk

MOST = 200
"""Ops of one request, and characters of a title or label."""


def edit(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Make changes of one file or several."""
    body = asked.body
    given = body["edits"] if "edits" in body else [{key: body.get(key) for key in ("file", "base", "ops")}]
    if not isinstance(given, list) or not given or len(given) > MOST:
        raise Problem(400, "bad-request", "edits is a list")
    label = body.get("label", "")
    if not isinstance(label, str):
        raise Problem(400, "bad-request", "label is text")
    with _telling():
        edits = [_file_edit(one) for one in given]
        if len({one.file for one in edits}) < len(edits):
            raise OpError("each file is named once")
        return done_record(desk, desk.session.edit(edits, label[:MOST] or "Edit"))


def undo(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Take the newest edit back."""
    _not_newer(asked, desk.session.undoable)
    with _telling():
        return done_record(desk, desk.session.undo())


def redo(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Make the edit again that was taken back last."""
    _not_newer(asked, desk.session.redoable)
    with _telling():
        return done_record(desk, desk.session.redo())


def fix(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Make the fix of a finding."""
    body = asked.body
    file, base_, code, line = (body.get(key) for key in ("file", "base", "code", "line"))
    if not (isinstance(file, str) and isinstance(base_, str | None) and isinstance(code, str) and type(line) is int):
        raise Problem(400, "bad-request", "a fix takes file, base, code and line")
    with _telling():
        return done_record(desk, desk.session.fix(file, base_, code, line))


def new(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Make a journey in a file of its own, or a persona where the others are."""
    kind, title, id_ = (asked.body.get(key) for key in ("kind", "title", "id"))
    if kind not in ("journey", "persona") or not isinstance(title, str) or not title.strip() or len(title) > MOST:
        raise Problem(
            400, "bad-request", f"what is new is a journey or a persona with a title of up to {MOST} characters"
        )
    if id_ is not None and not (isinstance(id_, str) and is_id(id_)):
        raise Problem(400, "bad-request", "an id is made of a-z, 0-9, - and _")
    with _telling():
        project = desk.session.project
        taken = project.definitions["journeys" if kind == "journey" else "personas"]
        if id_ in taken:
            raise ConflictError(f"there is a {kind} '{id_}' already")
        name = id_ or NewIds(taken).make(as_id(title) or str(kind))
        return done_record(
            desk, _new_journey(desk, asked, name, title) if kind == "journey" else _new_persona(desk, name, title)
        )


def _new_journey(desk: Desk, asked: Asked, name: str, title: str) -> Done:
    project = desk.session.project
    lang = desk.lang or project.config.lang
    known = list(project.definitions["personas"])
    chosen = asked.body.get("personas") or known[:1]
    if not isinstance(chosen, list) or not all(persona in known for persona in chosen):
        raise OpError("personas are ids of personas that there are")
    new_ones = {} if chosen else {"persona": NewPersona(lang=lang)}
    text = journey_text(NewJourney(name, title, chosen or list(new_ones), lang=lang), new_ones)
    folder = folder_of_journeys(project, desk.session.root)
    return desk.session.create(folder / f"{name}.cxmap.yaml", text.encode(), title, [name])


def _new_persona(desk: Desk, name: str, title: str) -> Done:
    project = desk.session.project
    persona = NewPersona(title, lang=desk.lang or project.config.lang)
    path, document = home_of_personas(project, desk.session.root)
    if document is None:
        return desk.session.create(path, personas_text({name: persona}).encode(), title, [name])
    return desk.session.edit(
        [FileEdit(document.relative, None, [Op("add", ["personas"], persona.data, key=(name,))])], title
    )


def _file_edit(given: Any) -> FileEdit:
    """An edit of a file, as JSON describes it.

    Raises:
        OpError: It describes none.
    """
    if not isinstance(given, dict) or not isinstance(given.get("file"), str):
        raise OpError("an edit names a file")
    base_, ops = given.get("base"), given.get("ops")
    if not isinstance(base_, str | None) or not isinstance(ops, list) or not ops or len(ops) > MOST:
        raise OpError(f"an edit holds a base and a list of up to {MOST} ops")
    return FileEdit(given["file"], base_, [Op.of(op) for op in ops])


def _not_newer(asked: Asked, stack: list[Edit]) -> None:
    """Whether the newest edit was there already when the page looked."""
    seen = asked.body.get("version")
    if type(seen) is not int:
        raise Problem(400, "bad-request", "version is a number")
    if stack and stack[-1].version > seen:
        raise Problem(409, "conflict", "another edit was made meanwhile", "look at it first")


@contextmanager
def _telling() -> Iterator[None]:
    """Say why something was not done.

    Raises:
        Problem: It was not done.
    """
    try:
        yield
    except OpError as error:
        raise Problem(400, "bad-request", str(error)) from error
    except NoFileError as error:
        raise no_file(str(error)) from error
    except ConflictError as error:
        more = {"now": error.now, "was": error.was, "at": error.at}
        raise Problem(409, "conflict", str(error), "look at what is there now", **more) from error
    except HarmError as error:
        found = [finding_record(one, error.project) for one in error.found]
        raise Problem(422, "refused", error.found[0].message, error.found[0].help, findings=found) from error
    except ReadOnlyError as error:
        raise Problem(422, "not-editable", "nothing is changed here: it was started with --read-only") from error
    except (EditError, WriteError) as error:
        message, _, remedy = str(error).rpartition("; ")
        raise Problem(422, "not-editable", message or remedy, remedy if message else None) from error


def done_record(desk: Desk, done: Done) -> dict[str, Any]:
    """What an edit came to."""
    session = desk.session
    names = [change.name for change in done.edit.changes]
    shown = [one for one in session.shown() if one.path in names]
    return {
        "bases": {change.name: None if change.after is None else base(change.after) for change in done.edit.changes},
        "rebased": done.rebased,
        **edit_record(done.edit),
        "findings": [finding_record(one, session.project) for one in shown],
        "made": list(done.made),
        **stacks_record(desk),
    }


def edit_record(one: Edit) -> dict[str, Any]:
    """An edit: what it is called, and the lines that it changed."""
    changes = []
    for change in one.changes:
        line, added, removed = change.lines
        changes.append({"file": change.name, "line": line, "added": added, "removed": removed})
    return {"label": one.label, "changes": changes}


def stacks_record(desk: Desk) -> dict[str, Any]:
    """What can be taken back, and made again."""
    return {
        key: {"label": stack[-1].label, "files": [change.name for change in stack[-1].changes]} if stack else None
        for key, stack in (("undo", desk.session.undoable), ("redo", desk.session.redoable))
    }
