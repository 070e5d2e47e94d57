"""Prints how many seconds it takes from a keystroke to what the language server finds: the median of many.

python -m benchmarks.typist PROJECT TOUCHPOINTS

This process becomes the server, so that its memory can be measured; its child is the editor.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import time
from pathlib import Path

from benchmarks.corpus import BLOCK, SEED, journey_text

KEYSTROKES = 40
PAUSE = 0.1  # seconds between two, of somebody who types fast


def main(project: Path, touchpoints: int) -> None:
    """Become the server, with an editor that types as a child."""
    here, there = os.pipe(), os.pipe()
    if os.fork() == 0:
        os.close(here[0])
        os.close(there[1])
        with os.fdopen(here[1], "wb") as out, os.fdopen(there[0], "rb") as into:
            print(Editor(out, into).type(project, touchpoints))
        return
    os.close(here[1])
    os.close(there[0])
    os.dup2(here[0], 0)
    os.dup2(there[1], 1)
    os.execv(sys.executable, [sys.executable, "-m", "cxmap", "lsp"])


class Editor:
    """As much of an editor as it takes to type."""

    def __init__(self, out, into) -> None:
        self._out, self._into = out, into

    def type(self, project: Path, touchpoints: int) -> float:
        """Type into a journey that is not saved yet."""
        uri = (project / "typed.cxmap.yaml").resolve().as_uri()
        blocks = len(list(project.glob("team-*")))
        text = journey_text(blocks * BLOCK, 0, blocks, random.Random(SEED), touchpoints)
        self.say("initialize", 1, processId=None, rootUri=None, capabilities={})
        self.listen(None)
        self.say("initialized")
        self.say("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 0, "text": text})
        self.listen(0)
        seconds = []
        for version in range(1, KEYSTROKES + 1):
            time.sleep(PAUSE)
            line = text.index("title: ", len(text) // 2) + len("title: ")
            text = f"{text[:line]}x{text[line:]}"
            started = time.perf_counter()
            document = {"uri": uri, "version": version}
            self.say("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])
            self.listen(version)
            seconds.append(time.perf_counter() - started)
        self.say("shutdown", 2)
        self.listen(None)
        self.say("exit")
        return statistics.median(seconds)

    def say(self, method: str, number: int | None = None, **params) -> None:
        """Send a message; with a number it is a request."""
        message = {"jsonrpc": "2.0", "method": method, "id": number, "params": params}
        body = json.dumps({key: value for key, value in message.items() if value is not None}).encode()
        self._out.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._out.flush()

    def listen(self, version: int | None) -> None:
        """Wait for what is found in a version of the file; ``None``: for any message without a version."""
        while True:
            length = 0
            while header := self._into.readline().strip():
                length = int(header.removeprefix(b"Content-Length: ")) if b"Length" in header else length
            if not length:
                raise SystemExit("the server has ended")
            if json.loads(self._into.read(length)).get("params", {}).get("version") == version:
                return


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
