"""The conversation itself: how it begins and ends, and what does not end it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from typing import Any

import pytest

from tests.lsp.client import COMMAND, PATIENCE, Client, client
from tests.lsp.test_findings import JOURNEY, codes

pytestmark = pytest.mark.slow

GOOD = "cxmap: 1\nx: 1\n"


def still_there(editor, tmp_path):
    editor.heard.clear()
    return codes(editor.open(tmp_path / "still-there.cxmap.yaml", GOOD)) == ["CX101"]


def test_what_it_can_do(editor):
    able = editor.server["capabilities"]
    assert editor.server["serverInfo"]["name"] == "cxmap"
    assert able["positionEncoding"] == "utf-16"
    assert able["hoverProvider"]
    assert able["definitionProvider"]
    assert able["referencesProvider"]
    assert able["codeActionProvider"] == {"codeActionKinds": ["quickfix", "source.fixAll.cxmap"]}
    assert able["textDocumentSync"] == {"openClose": True, "change": 1, "save": {"includeText": False}}


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 9), ("utf-16", 7), ("utf-32", 6)])
def test_the_columns_that_an_editor_asks_for(tmp_path, encoding, character):
    with client(general={"positionEncodings": [encoding]}) as one:
        assert one.server["capabilities"]["positionEncoding"] == encoding
        (found,) = one.open(tmp_path / "a.cxmap.yaml", "{😀: 1}\n")
        assert found["code"] == "CX008"
        (found,) = one.change(tmp_path / "a.cxmap.yaml", "{cxmap: 1, 😀: 1}\n", 2)
        assert found["range"]["end"]["character"] == len("{cxmap: 1, ") + character - 5


def test_it_asks_to_be_told_of_changes_on_disk():
    with client(workspace={"didChangeWatchedFiles": {"dynamicRegistration": True}}) as one:
        asked = one.wait_for(lambda message: message.get("method") == "client/registerCapability")
        (registration,) = asked["params"]["registrations"]
        assert registration["method"] == "workspace/didChangeWatchedFiles"
        assert any("cxmap.toml" in watcher["globPattern"] for watcher in registration["registerOptions"]["watchers"])
        one.send({"id": asked["id"], "result": None})


def test_an_option_that_some_editors_add(tmp_path):
    with client(command=[*COMMAND, "--stdio"]) as one:
        assert still_there(one, tmp_path)


@pytest.mark.parametrize(
    ("goodbye", "status"),
    [("shutdown and exit", 0), ("exit", 1), ("nothing", 1), ("shutdown", 0)],
)
def test_how_it_ends(tmp_path, goodbye, status):
    with Client() as one:
        one.open(tmp_path / "a.cxmap.yaml", GOOD)
        if "shutdown" in goodbye:
            one.ask("shutdown")
        if "exit" in goodbye:
            one.send({"method": "exit"})
        else:
            one.hang_up()
        assert one.gone() == (status, "")


LARGE = "a message of {:,} bytes; of 64 MiB at most: leave this file out of what the editor sends"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"Content-Length: 67108865\r\n\r\n", LARGE.format(67_108_865)),
        (b"Content-Length: 99999999999999999999\r\n\r\n", LARGE.format(99_999_999_999_999_999_999)),
        (b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n", "no header of a message: 'Content-Length: 9999"),
        (b"Content-Length: -5\r\n\r\n", "no header of a message: 'Content-Length: -5'"),
        (b"Content-Length: five\r\n\r\n{}", "no header of a message: 'Content-Length: five'"),
        (b"Content-Type: application/json\r\n\r\n{}", "a message without Content-Length"),
        (b"Content-Type: application/json\r\n", "a message without Content-Length"),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}\n', """no header of a message: '{"jsonrpc": "2.0","""),
        (b"\x1b[2J" + b"x" * 10_000, r"no header of a message: '\x1b[2Jxxx"),
    ],
)
def test_what_is_no_message_of_the_protocol_ends_it_in_one_line(sent, said):
    with Client() as one:
        one.send_raw(sent)
        one.hang_up()
        status, error = one.gone()
    assert status == 2
    assert error.startswith(f"cxmap: the editor sent {said}")
    assert error.count("\n") == 1
    assert len(error) < 300


def test_headers_as_http_allows_them(tmp_path):
    with client() as one:
        body = b'{"jsonrpc": "2.0", "id": "x", "method": "nonsense"}'
        one.send_raw(b"content-type: x\r\nCONTENT-LENGTH:%d\n\n%s\r\n" % (len(body), body))
        assert one.wait_for(lambda message: message.get("id") == "x")["error"]["code"] == -32601
        assert still_there(one, tmp_path)


def test_a_request_after_shutdown_is_refused(tmp_path):
    with Client() as one:
        one.ask("shutdown")
        for method in ("textDocument/hover", "shutdown", "nonsense"):
            assert one.answer(method)["error"]["code"] == -32600
        one.tell("textDocument/didSave", textDocument={"uri": "file:///a.yaml"})
        one.send({"method": "exit"})
        assert one.gone() == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_ends_it():
    with Client() as one:
        one.process.send_signal(2)
        assert one.gone() == (-2, "")


def test_without_the_extra(tmp_path):
    (tmp_path / "pygls.py").write_text("raise ImportError('no module named pygls', name='pygls')")
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, "-m", "cxmap", "lsp"],
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "cxmap: lsp needs an extra: pip install 'cxmap[lsp]'\n"


@pytest.mark.parametrize(
    "uri", ["untitled:Untitled-1", "git:/a.cxmap.yaml", "file:///tmp/%00.cxmap.yaml", "", "file://["]
)
def test_what_is_no_file(editor, tmp_path, uri):
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": GOOD}
    editor.tell("textDocument/didOpen", textDocument=document)
    editor.type(uri, GOOD, 2)
    assert editor.about("hover", uri, 0, 0) is None
    assert editor.about("definition", uri, 0, 0) == []
    assert editor.actions(uri) == []
    editor.tell("textDocument/didClose", textDocument={"uri": uri})
    assert still_there(editor, tmp_path)


@pytest.mark.parametrize("place", [(10**9, 0), (0, 10**9), (2**31 - 1, 2**31 - 1)])
def test_places_that_are_not_there(editor, tmp_path, place):
    path = tmp_path / "a.cxmap.yaml"
    editor.open(path, JOURNEY)
    editor.about("hover", path, *place)
    editor.about("definition", path, *place)
    editor.about("references", path, *place, context={"includeDeclaration": True})
    assert editor.actions(path, place[0], 0) == []


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("textDocument/hover", {"textDocument": {"uri": "file:///a.yaml"}, "position": {"line": -1, "character": 0}}),
        ("textDocument/hover", {"textDocument": {"uri": "file:///a.yaml"}, "position": {"line": "x", "character": 0}}),
        ("textDocument/hover", {"textDocument": 5}),
        ("textDocument/definition", {"nonsense": []}),
        ("textDocument/codeAction", {"textDocument": {"uri": "file:///a.yaml"}}),
        ("textDocument/nonsense", {"x": 1}),
        ("workspace/executeCommand", {"command": "rm"}),
    ],
)
def test_a_request_that_makes_no_sense_is_answered_with_an_error(editor, tmp_path, method, params):
    answer = editor.answer(method, **params)
    assert answer["error"]["code"] < 0
    assert "Traceback" not in str(answer)
    assert "data" not in answer["error"]
    assert still_there(editor, tmp_path)


def test_a_request_that_it_does_not_know(editor, tmp_path):
    for params in ({}, {"x": 1}):
        answer = editor.answer("textDocument/nonsense", **params)
        assert answer["error"]["code"] == -32601
    assert still_there(editor, tmp_path)


def test_a_notification_that_it_does_not_know(editor, tmp_path):
    editor.send({"method": "$/nonsense"})
    assert still_there(editor, tmp_path)
    assert "window/logMessage" not in [one["method"] for one in editor.heard]


@pytest.mark.parametrize(
    "message",
    [
        {
            "method": "textDocument/didChange",
            "params": {
                "textDocument": {"uri": "file:///never-opened.yaml", "version": 2},
                "contentChanges": [{"text": ""}],
            },
        },
        {"method": "textDocument/didChange", "params": {}},
        {"method": "textDocument/didClose", "params": {"textDocument": {"uri": "file:///never-opened.yaml"}}},
        {"method": "textDocument/didSave", "params": {"textDocument": {"uri": "file:///never-opened.yaml"}}},
        {"method": "workspace/didChangeWatchedFiles", "params": {"changes": []}},
        {"method": "nonsense", "params": [1]},
        {"method": "$/cancelRequest", "params": {"id": 99999}},
        {"id": 99999, "result": 5},
    ],
    ids=lambda message: str(message.get("method")),
)
def test_a_message_that_makes_no_sense_is_passed_over(editor, tmp_path, message):
    editor.send(message)
    assert still_there(editor, tmp_path)


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff", b"5", b'{"jsonrpc": "2.0"}', b"[" * 20_000])
def test_what_is_no_message_is_passed_over(editor, tmp_path, body):
    editor.send_bytes(body)
    assert still_there(editor, tmp_path)


def test_a_file_at_the_limit(editor, tmp_path):
    path = tmp_path / "a.cxmap.yaml"
    assert codes(editor.open(path, "cxmap: 1\n#" + "x" * 4 * 1024**2)) == ["CX004"]
    assert codes(editor.change(path, "cxmap: 1\nx: '" + "x" * 4_000_000 + "'\n", 2)) == ["CX101"]


def test_files_around_it_that_cannot_be_read(editor, tmp_path):
    (tmp_path / "cxmap.toml").touch()
    (tmp_path / "b.cxmap.yaml").write_bytes(b"cxmap: 1\nx: \xff")
    (tmp_path / "c.cxmap.yaml").symlink_to(tmp_path / "gone")
    (tmp_path / "d.cxmap.yaml").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "e.cxmap.yaml")
    (tmp_path / "f.cxmap.yaml").mkdir()
    assert codes(editor.open(tmp_path / "a.cxmap.yaml", GOOD)) == ["CX101"]


def test_a_folder_that_goes_away(editor, tmp_path):
    folder = tmp_path / "project"
    folder.mkdir()
    path = folder / "a.cxmap.yaml"
    path.write_text(GOOD)
    editor.open(path, GOOD)
    path.unlink()
    folder.rmdir()
    editor.tell("textDocument/didSave", textDocument={"uri": path.as_uri()})
    assert codes(editor.change(path, GOOD + "y: 2\n", 2)) == ["CX101", "CX101"]


def patched(check):
    """The command, with another body for what checks a file."""
    code = f"""
import os, sys
from cxmap.__main__ import main
from cxmap.lsp.workspace import Workspace
original = Workspace.check
def check(self, uri):
    {check}
Workspace.check = check
sys.argv = ["cxmap", "lsp"]
main()
"""
    return Client(command=[sys.executable, "-c", code])


def test_nothing_else_is_written_to_standard_output(tmp_path):
    """A warning of a library, say, that prints where it should not."""
    with patched("print('hello'); os.write(1, b'hello'); return original(self, uri)") as one:
        assert codes(one.open(tmp_path / "a.cxmap.yaml", GOOD)) == ["CX101"]
        status, said = one.end()
    assert status == 0
    assert said.count("hello") == 2


def test_an_answer_that_fails_is_an_error_and_one_line(tmp_path):
    with patched("raise ValueError('of this\\nkind')") as one:
        uri = (tmp_path / "a.cxmap.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": GOOD}
        one.tell("textDocument/didOpen", textDocument=document)
        said = one.wait_for(lambda message: message.get("method") == "window/logMessage")
        assert said["params"]["message"] == r"cxmap: ValueError: of this\nkind"
        place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
        answer = one.answer("textDocument/hover", **place)
        assert answer["error"] == {"code": -32603, "message": r"ValueError: of this\nkind"}
        assert one.end() == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_editor_that_does_not_listen_any_more(tmp_path):
    uri = (tmp_path / "a.cxmap.yaml").as_uri()
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": GOOD}
    messages: list[dict[str, object]] = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None, "rootUri": None}},
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": document}},
    ]
    process: Any = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with process:
        process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            for message in messages:
                body = json.dumps({"jsonrpc": "2.0", **message}).encode()
                process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            process.stdin.flush()
        assert (process.wait(PATIENCE), process.stderr.read()) == (-signal.SIGPIPE, b"")
