"""``--add-suppressions``: a comment for every finding of today, so that a team goes on from where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Fix
from cxmap.lint.engine import diagnose
from cxmap.lint.fix import MAX_PASSES, Fixed, apply_fixes
from cxmap.lint.registry import BY_CODE
from cxmap.lint.rules.yaml.cx009_unused_suppression import RULE as UNUSED_SUPPRESSION
from cxmap.lint.suppression import silencing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from cxmap.diagnostic import Diagnostic
    from cxmap.lint.selection import Selection
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def silence(load: Callable[[Mapping[Path, bytes]], Project], selection_of: Callable[[Project], Selection]) -> Fixed:
    """Silence what is found, line by line, in memory.

    What cannot be silenced stays: a rule that no comment silences, and a line that can hold no comment.

    Args:
        load: Loads the project with other contents for some files.
        selection_of: Which rules' findings to silence.

    Returns:
        The new contents. Nothing is written.
    """
    done = Fixed()
    for _ in range(MAX_PASSES):  # one more code for each line in each
        project = load(done.files)
        found = diagnose(project, selection_of(project))
        before = done.count
        for document in project.reported:
            fixes = _comments(document, [one for one in found if one.path == document.name])
            if fixes:
                text, count = apply_fixes(document.source.text, fixes)
                done.before.setdefault(document.path, document)
                done.files[document.path] = document.encoded(text)
                done.count += count
        if done.count == before:
            break
    return done


def _comments(document: Document, found: list[Diagnostic]) -> list[Fix]:
    """A comment for the first finding of each line that can have one."""
    fixes: dict[int, Fix] = {}
    for finding in found:
        line, rule = finding.span.line, BY_CODE[finding.code]
        if line in fixes or rule.mandatory or rule is UNUSED_SUPPRESSION:
            continue
        edit = silencing(document.source, line, rule.code)
        if edit is not None:
            fixes[line] = Fix(f"ignore {rule.name}", (edit,))
    return list(fixes.values())
