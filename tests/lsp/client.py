"""A client of the language server: the protocol as it is, over the pipes of a real process."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

COMMAND = (sys.executable, "-m", "cxmap", "lsp")
PATIENCE = 60  # seconds; only a failing test waits as long


class Client:
    """Talks to a ``cxmap lsp`` process."""

    def __init__(self, *, command: Sequence[str] = COMMAND, **capabilities: Any) -> None:
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={name: value for name, value in os.environ.items() if name != "CXMAP_DEBUG"},
        )
        self.heard: list[dict[str, Any]] = []
        self._inbox: Queue[dict[str, Any] | None] = Queue()
        self._number = 0
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.server = self.ask("initialize", processId=None, rootUri=None, capabilities=capabilities)
        self.tell("initialized")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self._listener.join()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe:
                pipe.close()

    def tell(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self.send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request; its answer."""
        answer = self.answer(method, **params)
        assert "error" not in answer, answer
        return answer["result"]

    def answer(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a request; the answer with whatever it says, an error as well."""
        self._number += 1
        self.send({"id": self._number, "method": method, **({"params": params} if params else {})})
        return self.wait_for(lambda one: one.get("id") == self._number and "method" not in one)

    def send(self, message: dict[str, Any]) -> None:
        """Send a message."""
        self.send_bytes(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def send_bytes(self, body: bytes) -> None:
        """Send what claims to be a message."""
        self.send_raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def send_raw(self, sent: bytes) -> None:
        """Send anything, without a header."""
        assert self.process.stdin
        self.process.stdin.write(sent)
        self.process.stdin.flush()

    def wait_for(self, wanted: Any) -> dict[str, Any]:
        """The next message of a kind; what comes before it is put aside in ``heard``."""
        while True:
            try:
                message = self._inbox.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"nothing came: {self.heard[-3:]}") from None
            assert message is not None, "the server has ended"
            if wanted(message):
                return message
            self.heard.append(message)

    def open(self, path: Path | str, text: str, version: int = 1) -> list[dict[str, Any]]:
        """Open a file; what is found in it."""
        uri = uri_of(path)
        document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return self.found(path, version)

    def change(self, path: Path | str, text: str, version: int) -> list[dict[str, Any]]:
        """Type something; what is found then."""
        self.type(path, text, version)
        return self.found(path, version)

    def type(self, path: Path | str, text: str, version: int) -> None:
        """Type something, and go on."""
        self.tell(
            "textDocument/didChange",
            textDocument={"uri": uri_of(path), "version": version},
            contentChanges=[{"text": text}],
        )

    def found(self, path: Path | str, version: int | None = None) -> list[dict[str, Any]]:
        """What the server says next of a file, of one version of it or of any."""
        uri = uri_of(path)

        def wanted(message: dict[str, Any]) -> bool:
            if message.get("method") != "textDocument/publishDiagnostics":
                return False
            params = message["params"]
            return params["uri"] == uri and version in {None, params.get("version")}

        return list(self.wait_for(wanted)["params"]["diagnostics"])

    def about(self, what: str, path: Path | str, line: int, character: int, **more: Any) -> Any:
        """Ask about a place, line and character from 0."""
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{what}", textDocument={"uri": uri_of(path)}, position=place, **more)

    def actions(self, path: Path | str, first: int = 0, last: int = 10**6, **context: Any) -> list[dict[str, Any]]:
        """The code actions for some lines, from 0."""
        lines = {"start": {"line": first, "character": 0}, "end": {"line": last, "character": 0}}
        context = {"diagnostics": [], **context}
        return list(
            self.ask("textDocument/codeAction", textDocument={"uri": uri_of(path)}, range=lines, context=context)
        )

    def end(self) -> tuple[int, str]:
        """Say goodbye as the protocol asks; the exit status, and what was said on standard error."""
        self.ask("shutdown")
        self.send({"method": "exit"})
        return self.gone()

    def hang_up(self) -> None:
        """Go away without a word."""
        assert self.process.stdin
        self.process.stdin.close()

    def gone(self) -> tuple[int, str]:
        """The exit status of the process, and what it has said on standard error."""
        assert self.process.stderr
        status = self.process.wait(PATIENCE)
        return status, self.process.stderr.read().decode()

    def _listen(self) -> None:
        stdout = self.process.stdout
        assert stdout
        while header := stdout.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                length = int(value) if name == b"Content-Length" else length
                header = stdout.readline()
            self._inbox.put(json.loads(stdout.read(length)))
        self._inbox.put(None)


@contextmanager
def client(*, command: Sequence[str] = COMMAND, **capabilities: Any) -> Iterator[Client]:
    """A client, whose server must end well and must not have said anything beside the protocol."""
    with Client(command=command, **capabilities) as one:
        yield one
        assert one.end() == (0, "")


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """A text after edits of a server that counts in UTF-16, done as the protocol says: none of them moves another."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)

    def offset(place: dict[str, int]) -> int:
        if place["line"] >= len(lines):
            return len(text)
        units = lines[place["line"]].rstrip("\r\n").encode("utf-16-le")[: 2 * place["character"]]
        return sum(map(len, lines[: place["line"]])) + len(units.decode("utf-16-le"))

    places = [(offset(one["range"]["start"]), offset(one["range"]["end"]), one["newText"]) for one in edits]
    for start, end, new in sorted(places, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def uri_of(path: Path | str) -> str:
    """A file's URI; a text is one."""
    return path if isinstance(path, str) else path.as_uri()
