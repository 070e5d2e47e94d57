"""The conversation with an editor: what it asks, and what it gets without asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

from lsprotocol import types
from pygls.exceptions import (
    FeatureNotificationError,
    FeatureRequestError,
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidRequest,
)
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from cxmap._version import __version__
from cxmap.errors import UsageError
from cxmap.lsp.completion import TRIGGERS
from cxmap.lsp.debounce import Pace
from cxmap.lsp.diagnostics import published
from cxmap.lsp.features import (
    FIX_ALL,
    code_actions,
    completions,
    definitions,
    formatting,
    hovering,
    references,
    rename_range,
    renaming,
    symbols,
)
from cxmap.lsp.frames import Frames
from cxmap.lsp.locations import Locations
from cxmap.lsp.workspace import Workspace
from cxmap.text.escape import one_line
from cxmap.yaml.editor.layout import LayoutError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from cxmap.lsp.workspace import CheckedFile

WATCHED: Final = (
    "**/*.{yaml,yml,answers.json}",
    "**/{cxmap.toml,.cxmap.toml,pyproject.toml,.gitignore,cxmap-baseline.json}",
)

TOO_LATE: Final = JsonRpcInvalidRequest("after shutdown only exit is left")


def serve(stdin: BinaryIO, stdout: BinaryIO, today: Callable[[], dt.date]) -> int:
    """Talk to an editor until it ends the conversation.

    Args:
        stdin: What the editor says.
        stdout: What it hears; nobody else may write there.
        today: Gives the day that due dates and ages are judged on.

    Returns:
        0 where the editor said before that it would end, as the protocol asks it to; 1 where it is just gone.

    Raises:
        UsageError: What the editor says is not the protocol.
    """
    server = Server(Workspace(today))
    server.start_io(cast("BinaryIO", Frames(stdin)), stdout)
    return 0 if server.told_to_end else 1


class Protocol(LanguageServerProtocol):
    """The protocol, in which a request that makes no sense is answered too, with an error."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The message that a JSON object is."""
        if {"jsonrpc", "method"} <= data.keys():
            data = {"params": None, **data}  # they are optional
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and "id" in data:
                self._send_response(data["id"], error=(TOO_LATE if self._shutdown else error).to_response_error())
            raise

    def handle_message(self, message: Any) -> None:
        """Do what a message asks for; after ``shutdown`` a request is refused, as the protocol wants it."""
        if self._shutdown and hasattr(message, "id") and hasattr(message, "method"):
            self._send_response(message.id, error=TOO_LATE.to_response_error())
        else:
            super().handle_message(message)


class Server(LanguageServer):
    """The language server.

    Attributes:
        files: What is open, and what is found in it.
        told_to_end: Whether the editor has said that it is about to end the conversation.
    """

    def __init__(self, files: Workspace) -> None:
        # Changes come as the whole text: then nobody has to agree on where the lines of the old one ended.
        super().__init__("cxmap", __version__, types.TextDocumentSyncKind.Full, protocol_cls=Protocol)
        self.files = files
        self.told_to_end = False
        self._pace = Pace(self._publish)
        self._published: dict[str, tuple[int, list[types.Diagnostic]]] = {}
        self._problems: dict[str, str] = {}
        kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL])
        self._answer(types.INITIALIZED, self._watch)
        self._answer(types.TEXT_DOCUMENT_DID_OPEN, self._opened)
        self._answer(types.TEXT_DOCUMENT_DID_CHANGE, self._changed)
        self._answer(types.TEXT_DOCUMENT_DID_SAVE, self._saved, types.SaveOptions(include_text=False))
        self._answer(types.TEXT_DOCUMENT_DID_CLOSE, self._closed)
        self._answer(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self._changed_on_disk)
        self._answer(types.TEXT_DOCUMENT_CODE_ACTION, self._actions, kinds)
        self._answer(types.TEXT_DOCUMENT_HOVER, self._hover)
        self._answer(types.TEXT_DOCUMENT_DEFINITION, self._definition)
        self._answer(types.TEXT_DOCUMENT_REFERENCES, self._references)
        self._answer(types.TEXT_DOCUMENT_COMPLETION, self._completion, types.CompletionOptions(TRIGGERS))
        self._answer(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, self._symbols)
        self._answer(types.TEXT_DOCUMENT_PREPARE_RENAME, self._prepare_rename)
        self._answer(types.TEXT_DOCUMENT_RENAME, self._rename, types.RenameOptions(prepare_provider=True))
        self._answer(types.TEXT_DOCUMENT_FORMATTING, self._format)
        self._answer(types.SHUTDOWN, self._about_to_end)

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Log in the editor, in one line, what no request waits for."""
        if source is not FeatureRequestError:
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, one_line(f"cxmap: {error}")))

    def _answer(self, method: str, answer: Callable[[Any], Any], options: object = None) -> None:
        """Have something done when the editor sends a message; what goes wrong is said in one line."""

        def guarded(params: Any) -> Any:
            try:
                return answer(params)
            except Exception as error:  # noqa: BLE001 - the server goes on, whatever one message did
                raise _internal(error) from None

        self.feature(method, options)(guarded)

    # What is open

    def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        one = params.text_document
        self.files.put(one.uri, one.version, one.text)
        self.files.look_again()
        self._pace.soon(self.files.beside(one.uri))

    def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        self.files.put(uri, params.text_document.version, self.workspace.get_text_document(uri).source)
        self._pace.soon(self.files.beside(uri))

    def _saved(self, params: types.DidSaveTextDocumentParams) -> None:
        self.files.look_again()
        self._pace.soon(self.files.beside(params.text_document.uri))

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        beside = self.files.beside(uri)
        self.files.drop(uri)
        self._problems.pop(uri, None)
        if self._published.pop(uri, None):
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        self._pace.soon(other for other in beside if other != uri)

    # What is on disk

    def _watch(self, _params: types.InitializedParams) -> None:
        """Ask for a notice when files change on disk, of an editor that can tell."""
        able = self.client_capabilities.workspace and self.client_capabilities.workspace.did_change_watched_files
        if able and able.dynamic_registration:
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            self.client_register_capability(types.RegistrationParams([types.Registration(method, method, options)]))

    def _changed_on_disk(self, _params: types.DidChangeWatchedFilesParams) -> None:
        self.files.look_again()
        self._pace.soon(self.files.uris())

    # What is found

    def _publish(self, uri: str) -> None:
        """Tell the editor what is found in a file, unless it knows."""
        buffer = self.files.buffer(uri)
        if buffer is None:
            return
        try:
            found = self._found(uri)
        except Exception as error:  # noqa: BLE001 - as above; nobody waits for an answer here
            self.report_server_error(_internal(error), FeatureNotificationError)
            return
        if self._published.get(uri) != (buffer.version, found):
            self._published[uri] = buffer.version, found
            params = types.PublishDiagnosticsParams(uri, found, buffer.version)
            self.text_document_publish_diagnostics(params)

    def _found(self, uri: str) -> list[types.Diagnostic]:
        checked = self._check(uri)
        if checked is None:
            return []
        at = self._locations()
        positions = at.positions(checked)
        return [published(finding, checked.project, positions, at) for finding in checked.shown]

    def _check(self, uri: str) -> CheckedFile | None:
        """A file, checked; what is wrong with its configuration is reported once."""
        try:
            checked = self.files.check(uri)
        except UsageError as error:
            problem = one_line(str(error))
            if problem not in self._problems.values():
                self.window_show_message(types.ShowMessageParams(types.MessageType.Error, problem))
            self._problems[uri] = problem
            return None
        self._problems.pop(uri, None)
        return checked

    def _locations(self) -> Locations:
        return Locations(self.files, self.workspace.position_encoding or types.PositionEncodingKind.Utf16)

    # What is asked

    def _actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        able = self.client_capabilities.workspace and self.client_capabilities.workspace.workspace_edit
        versioned = bool(able and able.document_changes)
        checked = self._check(params.text_document.uri)
        return code_actions(checked, params, self._locations(), versioned=versioned) if checked else []

    def _hover(self, params: types.HoverParams) -> types.Hover | None:
        able = self.client_capabilities.text_document and self.client_capabilities.text_document.hover
        formats = able.content_format if able and able.content_format else []
        checked = self._check(params.text_document.uri)
        markdown = types.MarkupKind.Markdown in formats
        return hovering(checked, params, self._locations(), markdown=markdown) if checked else None

    def _definition(self, params: types.DefinitionParams) -> list[types.Location]:
        checked = self._check(params.text_document.uri)
        return definitions(checked, params.position, self._locations()) if checked else []

    def _references(self, params: types.ReferenceParams) -> list[types.Location]:
        checked = self._check(params.text_document.uri)
        return references(checked, params, self._locations()) if checked else []

    def _completion(self, params: types.CompletionParams) -> list[types.CompletionItem]:
        checked = self._check(params.text_document.uri)
        return completions(checked, params.position, self._locations()) if checked else []

    def _symbols(self, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        checked = self._check(params.text_document.uri)
        return symbols(checked, self._locations()) if checked else []

    def _prepare_rename(self, params: types.PrepareRenameParams) -> types.Range | None:
        checked = self._check(params.text_document.uri)
        return rename_range(checked, params.position, self._locations()) if checked else None

    def _rename(self, params: types.RenameParams) -> types.WorkspaceEdit | None:
        checked = self._check(params.text_document.uri)
        return renaming(checked, params, self._locations()) if checked else None

    def _format(self, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        checked = self._check(params.text_document.uri)
        return formatting(checked, self._locations()) if checked else []

    def _about_to_end(self, _params: None) -> None:
        self.told_to_end = True


def _internal(error: Exception) -> JsonRpcInternalError:
    """What cannot be done as asked, or what nobody foresaw, in one line."""
    if isinstance(error, UsageError | LayoutError):
        return JsonRpcInternalError(one_line(str(error)))
    return JsonRpcInternalError(one_line(f"{type(error).__name__}: {error}"))
