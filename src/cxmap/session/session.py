"""A project that is edited for a while: each edit is the smallest change of text, and can be taken back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from cxmap.io.files import ChangedError
from cxmap.lint.fix import apply_fixes
from cxmap.lint.refusal import refuses
from cxmap.project.document import Document
from cxmap.project.tree import DISK
from cxmap.session.errors import ConflictError
from cxmap.session.history import Edit, FileChange, write_all
from cxmap.session.ops import applied
from cxmap.session.whole import HeldFile, WholeProject
from cxmap.yaml.editor.changes import EditError
from cxmap.yaml.editor.ops import Draft

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cxmap.diagnostic import Diagnostic
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project
    from cxmap.session.ops import Op
    from cxmap.session.whole import Judged


class FileEdit(NamedTuple):
    """What is to be done to a file.

    Attributes:
        file: Its name: relative to the root, with ``/``.
        base: By what the caller knows the bytes that it saw (see ``base``); ``None``: not said.
        ops: The changes, in order.
    """

    file: str
    base: str | None
    ops: Sequence[Op]


class Done(NamedTuple):
    """What an edit came to.

    Attributes:
        edit: The step that can be taken back, or was.
        made: The steps of what was added, in order.
        rebased: Whether a file was not what the caller saw, and the change was made nevertheless.
    """

    edit: Edit
    made: tuple[str, ...] = ()
    rebased: bool = False


class HarmError(Exception):
    """An edit would bring in errors that were not there; nothing was written.

    Attributes:
        found: These errors.
        project: The project with them in it.
    """

    def __init__(self, found: Sequence[Diagnostic], project: Project) -> None:
        self.found = tuple(found)
        self.project = project
        super().__init__(f"{found[0].code} {found[0].message}")


class NoFileError(Exception):
    """The project has found no file of this name."""


class ReadOnlyError(Exception):
    """A session that changes nothing was asked for a change."""


TRIES: Final = 3
"""How often an edit is made again where somebody else writes the file meanwhile."""


class Session(WholeProject):
    """A project that is edited.

    Attributes:
        read_only: Whether no edit is made.
        undoable: The edits that can be taken back, the newest last.
        redoable: Those that were taken back, the newest last.
    """

    def __init__(self, root: Path, today: Callable[[], dt.date], *, read_only: bool = False) -> None:
        super().__init__(root, today)
        self.read_only = read_only
        self.undoable: list[Edit] = []
        self.redoable: list[Edit] = []
        self._drafts: dict[str, Draft] = {}  # of files that were edited, for the next edit
        self._outdated: dict[str, Draft] = {}  # freed by warm(): each has thousands of nodes

    def edit(self, edits: Sequence[FileEdit], label: str) -> Done:
        """Change files: all of them or none.

        Args:
            edits: What is to be done, each file once.
            label: What it is called in the list of edits.

        Raises:
            NoFileError: There is no such file.
            OpError: An op means nothing.
            ConflictError: What an op names is not there, or not what it was.
            EditError: A text cannot be changed so.
            HarmError: There would be an error that was not there.
            WriteError: A file cannot be written.
        """
        return self._again(lambda: self._edit(edits, label))

    def fix(self, file: str, base_: str | None, code: str, line: int) -> Done:
        """Make the fix of a finding; raises as ``edit`` does."""
        return self._again(lambda: self._fix(file, base_, code, line))

    def create(self, path: Path, content: bytes, label: str, made: Sequence[str] = ()) -> Done:
        """Make a new file of the project; raises as ``edit`` does."""
        self._may_write()
        if path.exists():
            raise ConflictError(f"there is a file '{path.name}' already")
        name = path.relative_to(self.root).as_posix()
        return Done(self._make([FileChange(path, name, None, content)], label), tuple(made))

    def undo(self) -> Done:
        """Take the newest edit back.

        Raises:
            ConflictError: There is none, or a file has changed since; then the edit stays in the list.
            WriteError: A file cannot be written.
        """
        return Done(self._step(self.undoable, self.redoable, "taken back"))

    def redo(self) -> Done:
        """Make the edit again that was taken back last; raises as ``undo`` does."""
        return Done(self._step(self.redoable, self.undoable, "made again"))

    def warm(self) -> None:
        """Get ready for the next edit of the file that was edited last, when nobody waits."""
        self._outdated.clear()
        for change in self.undoable[-1].changes if self.undoable else ():
            document = self.document(change.name)
            if document is not None and not document.source.problems:
                _ = self._draft(document).root

    def _again(self, work: Callable[[], Done]) -> Done:
        """Edit; where somebody else has written a file meanwhile, look at the disk and edit what is there now."""
        self._may_write()
        for _ in range(TRIES):
            try:
                return work()
            except ChangedError:
                self.refresh()
        raise ConflictError("somebody else writes this file all the time")

    def _may_write(self) -> None:
        if self.read_only:
            raise ReadOnlyError

    def _edit(self, edits: Sequence[FileEdit], label: str) -> Done:
        changes: list[FileChange] = []
        made: list[str] = []
        rebased = False
        self._outdated |= self._drafts
        for one in edits:
            document = self._writable(one.file)
            content = document.encoded(document.text)
            rebased |= one.base is not None and one.base != base(content)
            draft = self._draft(document)
            for op in one.ops:
                after, step = applied(draft, op)
                made += [step] if step else []
                draft = draft if after is draft.source else Draft.of(after)
            changes.append(FileChange(document.path, document.relative, content, document.encoded(draft.source.text)))
            self._drafts[document.location] = draft
        changes = [change for change in changes if change.before != change.after]
        if not changes:
            return Done(Edit(label, (), self.version), tuple(made), rebased)
        return Done(self._make(changes, label), tuple(made), rebased)

    def _fix(self, file: str, base_: str | None, code: str, line: int) -> Done:
        document = self._writable(file)
        content = document.encoded(document.text)
        found = next(
            (
                one
                for one in self.judged.found
                if one.path == document.name and one.code == code and one.span.line == line and one.fix
            ),
            None,
        )
        if found is None or found.fix is None:
            raise ConflictError(f"there is nothing to fix in line {line} any more")
        text, _ = apply_fixes(document.text, [found.fix])
        change = FileChange(document.path, document.relative, content, document.encoded(text))
        return Done(self._make([change], found.fix.title), (), base_ is not None and base_ != base(content))

    def _writable(self, name: str) -> Document:
        """A file that may be edited.

        Raises:
            NoFileError: There is none of that name.
            EditError: It cannot be read.
        """
        document = self.document(name)
        if document is None:
            raise NoFileError(name)
        if document.source.problems:
            raise EditError(f"{name}: what cannot be read cannot be changed; mend it in an editor")
        return document

    def _draft(self, document: Document) -> Draft:
        known = self._drafts.get(document.location)
        if known is None or known.source.text != document.text:
            known = self._drafts[document.location] = Draft.of(document.source)
        return known

    def _make(self, changes: Sequence[FileChange], label: str) -> Edit:
        """Write changes of files, unless that would do harm, and go on with them."""
        after = self._after(changes)
        judged = self._judge(after)
        harm = _harm(self.judged, judged)
        if harm:
            raise HarmError(harm, judged.project)
        self._write(changes)
        self._go_on(changes, after, judged)
        done = Edit(label, tuple(changes), self.version)
        self.undoable.append(done)
        self.redoable.clear()
        return done

    def _write(self, changes: Sequence[FileChange]) -> None:
        """Make all changes, or none; a file that has become a link out of the project is not followed."""
        for change in changes:
            if DISK.leads_out(str(change.path), self.root):
                raise EditError(f"{change.name}: it is a link that leads out of the project; put the file itself here")
        write_all(changes)

    def _go_on(self, changes: Sequence[FileChange], files: dict[str, HeldFile], judged: Judged | None = None) -> None:
        if any(change.before is None or change.after is None for change in changes):
            self._standing = self._look()  # there are other files now
        self._files = files
        self._take(judged)

    def _after(self, changes: Sequence[FileChange]) -> dict[str, HeldFile]:
        """The files with some changes, of which nothing is written yet."""
        assert self._standing is not None  # noqa: S101 - without it there is nothing to change
        known, files = dict(self._files), self._standing.project_files
        for change in changes:
            path = str(change.path)
            if change.after is None:
                known.pop(path, None)
            else:
                known[path] = HeldFile(change.after, self._read_again(files, path, change.after))
        return dict(sorted(known.items()))

    def _read_again(self, files: ProjectFiles, path: str, content: bytes) -> Document | None:
        """A file with new bytes, which need not be read where an edit has read them."""
        draft, document = self._drafts.get(path), self._files[path].document if path in self._files else None
        if draft is None or document is None or document.encoded(draft.source.text) != content:
            return files.document(path, content)
        return Document.of(document.path, document.name, document.relative, draft.source, marked=document.marked)

    def _step(self, stack: list[Edit], other: list[Edit], what: str) -> Edit:
        """Take the newest edit of a stack back, and put it onto the other one."""
        self._may_write()
        if not stack:
            raise ConflictError(f"there is nothing to be {what}")
        edit = stack[-1]
        changes = [change.reverse for change in edit.changes]
        try:
            self._write(changes)
        except ChangedError as error:
            self.refresh()
            raise ConflictError(f"'{edit.label}' cannot be {what}: a file has changed since") from error
        stack.pop()  # only now, as a write may fail
        self._go_on(changes, self._after(changes))
        done = Edit(edit.label, tuple(changes), self.version)
        other.append(done)
        return done


def _harm(before: Judged, after: Judged) -> list[Diagnostic]:
    """The errors that refuse journeys and were not there before, told by their rules in each file."""
    counts = [Counter((one.path, one.code) for one in judged.found if refuses(one)) for judged in (before, after)]
    worse = counts[1] - counts[0]
    known = {(one.path, one.code, one.anchor, one.message) for one in before.found}
    return [
        one
        for one in after.found
        if refuses(one) and worse[one.path, one.code] and (one.path, one.code, one.anchor, one.message) not in known
    ] or [one for one in after.found if refuses(one) and worse[one.path, one.code]]


def base(content: bytes) -> str:
    """By what a client knows the bytes of a file that it has seen."""
    import hashlib

    return hashlib.sha256(content).hexdigest()
