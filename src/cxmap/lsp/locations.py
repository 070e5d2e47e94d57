"""Places in the files of a project, as editors name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import Location

from cxmap.lsp.positions import Positions
from cxmap.lsp.uris import to_uri

if TYPE_CHECKING:
    from lsprotocol.types import PositionEncodingKind

    from cxmap.diagnostic import Span
    from cxmap.lsp.workspace import CheckedFile, Workspace
    from cxmap.project.document import Document


class Locations:
    """Names files and counts columns as the client of a workspace does."""

    def __init__(self, workspace: Workspace, encoding: PositionEncodingKind | str) -> None:
        self._workspace = workspace
        self._encoding = encoding

    def positions(self, checked: CheckedFile) -> Positions:
        """The places of the text that was checked, as its editor has it."""
        return Positions(checked.buffer.text, self._encoding)

    def location(self, document: Document, span: Span) -> Location:
        """A place in a file, which may be open."""
        buffer = self._workspace.at(document.path)
        uri, text = (buffer.uri, buffer.text) if buffer else (to_uri(document.path), document.text)
        return Location(uri, Positions(text, self._encoding).range(span))
