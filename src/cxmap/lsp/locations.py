"""Places in the files of a project, as editors name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import Location

from cxmap.lsp.positions import Positions
from cxmap.lsp.uris import to_uri

if TYPE_CHECKING:
    from lsprotocol.types import PositionEncodingKind

    from cxmap.diagnostics.record import Span
    from cxmap.lsp.workspace import Workspace
    from cxmap.project.document import Document


class Locations:
    """Names files and counts columns as the client of a workspace does."""

    def __init__(self, workspace: Workspace, encoding: PositionEncodingKind | str) -> None:
        self._workspace = workspace
        self._encoding = encoding

    def positions(self, document: Document) -> Positions:
        """The places of a file's text; of an open one as its editor has it."""
        buffer = self._workspace.at(document.path)
        return Positions(buffer.text if buffer else document.text, self._encoding)

    def location(self, document: Document, span: Span) -> Location:
        """A place in a file."""
        buffer = self._workspace.at(document.path)
        return Location(buffer.uri if buffer else to_uri(document.path), self.positions(document).range(span))
