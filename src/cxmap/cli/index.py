"""The index of a project: summaries of its files, kept from run to run.

A run over a few files needs no more of the others than their summaries (``cxmap.project.summary``). The index has the
summary of every file with the state that the file was in; a file in another state by now is read again. So a run over
one file of a thousand reads one, and finds what it would have found without an index.

It lies in ``.cxmap_cache``, sealed (``cxmap.cli.sealed``); what is damaged there, or was made by another version, is
made again in silence. Nothing in an summary depends on the configuration, which only says which files there are.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

from cxmap._version import __version__
from cxmap.cli.fingerprints import are_unchanged, code_states, settled_state
from cxmap.cli.sealed import keep, kept
from cxmap.project.summary import FileSummary
from cxmap.yaml.reader.read import is_ours

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.project.document import Document
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project

NAME = "index"
MADE_BY = f"{__version__} {sys.version}"
# In smaller projects an index takes as long as reading the files.
FEWEST = 10
# As many summaries are written in the time in which one file is read. Fewer new ones are worked out again in each run.
WORTH_WRITING = 200

# By the path of a file: its state, and the fields of its summary; ``None``: it is not cxmap's.
Entries = dict[str, tuple[str, Any]]


class Index:
    """What is known of the files of a project.

    Attributes:
        known: By their paths, the summaries of files not asked about that are unchanged; ``None``: that file
            is not cxmap's. These need not be read.
        states: The states that files are in, by their paths; those are missing whose state may not tell their content.
    """

    def __init__(self, project_files: ProjectFiles) -> None:
        """Recall what is known of the files of a project_files, before any of them is read."""
        self._files = project_files
        self.states: Mapping[str, str] = {}
        self._entries: Entries = {}
        self._code: dict[str, str] = {}
        self.known: Mapping[str, FileSummary | None] = {}
        if len(project_files.inputs.files) >= FEWEST:
            self._recall()

    def _recall(self) -> None:
        project_files, now = self._files, time.time_ns()
        states = (
            (path, settled_state(path, now))
            for path in project_files.inputs.files
            if path not in project_files.contents
        )
        self.states = {path: state for path, state in states if state is not None}
        self._code, entries = _kept(str(project_files.root))
        self._entries = {path: entry for path, entry in entries.items() if self.states.get(path) == entry[0]}
        self.known = {
            path: None if fields is None else FileSummary(*fields)
            for path, (_, fields) in self._entries.items()
            if not project_files.asks_about(path)
        }

    def learn(self, project: Project) -> None:
        """Keep what was found out of files that were not known, if it is worth it.

        Why a file cannot be read may be gone tomorrow without a trace in it, so of such a file nothing is kept.
        """
        new = [path for path in self.states if path not in self._entries]
        if not new or len(new) * WORTH_WRITING < len(self.states):
            return
        read = {str(document.path): document for document in project.documents}
        found = {
            path: (self.states[path], document and document.summary)
            for path in new
            if (document := read.get(path)) is None or (document.readable and self._would_be_found(path, document))
        }
        if not found:
            return
        import json

        entries = self._entries | found
        columns = (list(entries), *zip(*entries.values(), strict=True))
        text = json.dumps([MADE_BY, self._code | dict(code_states()), *columns], separators=(",", ":"))
        keep(str(self._files.root), NAME, text.encode())

    def _would_be_found(self, path: str, document: Document) -> bool:
        """Whether a file is cxmap's also where nobody names it."""
        return path not in self._files.named or is_ours(document.encoded(document.text), path)


def _kept(root: str) -> tuple[dict[str, str], Entries]:
    """The code that made the index of a project, and what that says; nothing where the code has changed."""
    data = kept(root, NAME)
    if not data:
        return {}, {}
    import json

    try:
        made_by, code, paths, states, summaries = json.loads(data)
        entries = dict(zip(paths, zip(states, summaries, strict=True), strict=True))
    except (ValueError, TypeError):  # another version's, or something else that was sealed
        return {}, {}
    return (code, entries) if made_by == MADE_BY and are_unchanged(code.items()) else ({}, {})
