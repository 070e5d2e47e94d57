"""``cxmap fmt``: the canonical layout, with every comment kept."""

from __future__ import annotations

import difflib
import sys
from typing import TYPE_CHECKING

from cxmap.cli.console import pass_on, project_finder, remark
from cxmap.errors import NothingThereError

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from cxmap.cli.options import ForceExclude, Paths, Quiet, StdinFilename
    from cxmap.project.document import Document
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project


def command(
    paths: Paths = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; exit with 1 if something would.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and change nothing.")] = False,
    force_exclude: ForceExclude = False,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
) -> int:
    """Lay out files in one way, with every comment kept.

    Two spaces a level, lists two deeper than their key, one empty line at most in a row.

    Only blanks and line breaks change, and only in files of cxmap: other YAML is passed over. Comments, quotes, order
    and what the file says stay, which is proven for each file before it is written; a file of which it cannot be
    proven is skipped.

    Examples:
      cxmap fmt
      cxmap fmt journeys/ --check
      cxmap fmt --diff journeys/first-shoes.cxmap.yaml
    """
    from cxmap.io.files import write
    from cxmap.text.escape import path_name
    from cxmap.yaml.editor.layout import LayoutError, laid_out

    files = project_finder(paths, stdin_filename=stdin_filename, force_exclude=force_exclude, ours_only=True)({})
    try:
        project = files.load()
    except NothingThereError:
        if paths == ["-"] or force_exclude:
            return _nothing(files, unchanged=not (check or diff), quiet=quiet)
        raise
    status = _show_unreadable(project)
    stdin = project.reported[0] if paths == ["-"] else None
    readable = [document for document in project.reported if document.readable]
    changed = 0
    for document in readable:
        old = document.source.text
        try:
            new = laid_out(old)
        except LayoutError as error:
            remark(f"{document.name}: left unchanged: {error}")
            status, new = 1, old
        changed += new != old
        if diff:
            sys.stdout.write(_diff(document, new))
        elif document is stdin and not check:
            pass_on(document.encoded(new))
        elif new != old:
            if not check:
                write(document.path, document.encoded(new), expected=document.encoded(old))
            sys.stdout.write(f"{path_name(document.name)}\n")
    if not quiet and not (stdin and not check):
        remark(_summary(changed, len(project.reported), would=check or diff))
    return 1 if changed and (check or diff) else status


def _nothing(files: ProjectFiles, *, unchanged: bool, quiet: bool) -> int:
    """Say that no file is cxmap's; standard input comes out unchanged where it is to come out at all."""
    for content in files.contents.values() if unchanged else ():
        pass_on(content)
    if not quiet:
        remark("No file of cxmap; nothing was laid out.")
    return 0


def _show_unreadable(project: Project) -> int:
    """Say what keeps files from being read; 1 if anything does."""
    from cxmap.cli.console import is_terminal, render_report
    from cxmap.lint.engine import diagnose
    from cxmap.lint.report import report
    from cxmap.lint.selection import select

    if all(document.readable for document in project.reported):
        return 0
    unreadable = {document.name for document in project.reported if not document.readable}
    found = diagnose(project, select(project.config, only=["CX0"]))
    errors = [error for error in found if error.path in unreadable]
    shown = render_report(report(project, errors), "full" if is_terminal(sys.stderr) else "concise", quiet=True)
    sys.stderr.write(shown)
    return 1


def _diff(document: Document, new: str) -> str:
    from cxmap.text.escape import path_name, terminal

    name = path_name(document.name)
    lines = difflib.unified_diff(
        document.source.text.splitlines(keepends=True), new.splitlines(keepends=True), name, f"{name} (laid out)"
    )
    return terminal("".join(line if line.endswith("\n") else f"{line}\n" for line in lines))


def _summary(changed: int, count: int, *, would: bool) -> str:
    return f"{changed} of {count} {'file' if count == 1 else 'files'} {'would be laid out' if would else 'laid out'}."
