"""The extension for VS Code: its snippets are right, it packs, and it starts the language server."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import yaml
from cxmap.diagnostic import Severity
from tests.support import diagnose_text

EXTENSION = Path(__file__).parents[2] / "editors/vscode"
SNIPPETS = json.loads((EXTENSION / "snippets.json").read_text(encoding="utf-8"))
LIBRARY = """\
personas: {amina: {name: Amina, story: S., goals: [G]}}
channels: {branch: {title: Branch, kind: physical}}
stakeholders: {front-desk: {title: Front desk, kind: team}}
sources: {survey: {title: S, kind: survey, date: 2026-03-31}}
"""


def typed(name: str, indent: int = 0) -> str:
    """A snippet as it stands in a file when none of its places was changed."""
    text = "\n".join(SNIPPETS[name]["body"])
    text = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", text)
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text).replace("$0", "")
    return "".join(f"{' ' * indent}{line}\n" for line in text.splitlines())


JOURNEY = typed("Journey file").rstrip("\n")
CASES = {
    "Journey file": f"{JOURNEY}\n{LIBRARY}",
    "Stage": f"{JOURNEY}\n{typed('Stage', 4).replace('arrival', 'later').replace('enter', 'sit')}{LIBRARY}",
    "Touchpoint": f"{JOURNEY}\n{typed('Touchpoint', 8).replace('enter', 'sit')}{LIBRARY}",
    "Measured score": JOURNEY.replace("experience: 6", f"experience: {typed('Measured score').strip()}")
    + f"\n{LIBRARY}",
    "Persona": f"{JOURNEY}\n{LIBRARY.partition(chr(10))[2]}personas:\n{typed('Persona', 2)}",
    "Action": f"{JOURNEY}\n{LIBRARY}actions:\n{typed('Action', 2)}",
}


def test_every_snippet_has_a_case() -> None:
    assert set(CASES) == set(SNIPPETS)


@pytest.mark.parametrize("name", CASES)
def test_a_snippet_is_right_as_it_stands(name: str) -> None:
    assert yaml.safe_load(CASES[name])
    errors = [found for found in diagnose_text(CASES[name]) if found.severity is Severity.ERROR]
    assert [found.message for found in errors] == []


def test_a_workspace_cannot_choose_what_is_started() -> None:
    settings = json.loads((EXTENSION / "package.json").read_text())["contributes"]["configuration"]["properties"]
    assert {setting["scope"] for setting in settings.values()} == {"machine"}


@pytest.mark.node
def test_the_extension_packs_what_it_runs(tmp_path: Path) -> None:
    package = tmp_path / "cxmap.vsix"
    command = ["npm", "exec", "--", "vsce", "package", "--out", str(package)]
    subprocess.run(command, cwd=EXTENSION, check=True, capture_output=True, timeout=300)
    with zipfile.ZipFile(package) as archive:
        names = set(archive.namelist())
        schema = archive.read("extension/cxmap-v1.schema.json")
    assert {
        "extension/package.json",
        "extension/extension.js",
        "extension/snippets.json",
        "extension/node_modules/vscode-languageclient/package.json",
    } <= names
    assert not [name for name in names if "@vscode" in name or name.endswith("package-lock.json")]
    assert schema == (EXTENSION.parents[1] / "schemas/cxmap-v1.schema.json").read_bytes()


# The extension between an editor that is not there and a client that writes down what it is told.
STAND_IN = """
const Module = require("module");
const load = Module._load;
const said = [];
const vscode = {
  workspace: {
    getConfiguration: () => ({ get: () => process.argv[1] }),
    createFileSystemWatcher: (pattern) => pattern,
    onDidChangeConfiguration: () => ({}),
  },
  window: { showErrorMessage: async (text) => { said.push(text); } },
};
class LanguageClient {
  constructor(id, name, server, options) { Object.assign(this, { server, options }); }
  async start() { said.push(this.server, this.options); if (this.server.command === "gone") throw new Error("gone"); }
  async stop() { said.push("stopped"); }
}
Module._load = (name, ...rest) =>
  name === "vscode" ? vscode : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
const extension = require(process.argv[2]);
(async () => {
  await extension.activate({ subscriptions: [] });
  await extension.deactivate();
  console.log(JSON.stringify(said));
})();
"""


@pytest.mark.node
@pytest.mark.parametrize("program", [str(Path(sys.executable).parent / "cxmap"), "gone"])
def test_it_starts_the_language_server(program: str) -> None:
    command = ["node", "-e", STAND_IN, program, str(EXTENSION / "extension.js")]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    server, options, last = json.loads(ran.stdout)
    assert server == {"command": program, "args": ["lsp"]}
    assert {"scheme": "file", "language": "yaml"} in options["documentSelector"]
    assert last == "stopped" if program != "gone" else "does not start; install 'cxmap[lsp]'" in last
