"""What is shown while somebody types is what ``cxmap validate FILE`` finds in the same text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxmap.lint.engine import diagnose
from cxmap.lint.selection import select
from cxmap.output.findings.json_object import diagnostic_object
from cxmap.project.load import Stdin, load
from cxmap.text.escape import one_line
from tests.support import TODAY

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests/corpus"
EXAMPLES = sorted(path for path in (ROOT / "examples").rglob("*.yaml") if "survey" not in path.name)
SEVERITIES = {1: "error", 2: "warning", 3: "advice"}

LIBRARY = """\
cxmap: 1
personas:
  noor: {name: Noor, story: Runs., goals: [Run]}
"""
JOURNEY = """\
cxmap: 1
journey:
  id: shoes
  title: Shoes 👟
  personas: [noor]
  stages:
    - {id: buy, title: Buys, touchpoints: [{id: pay, title: Pays}]}
"""


def as_json(found, text):
    """What an editor was told, in the words of ``--format json`` as far as they go."""
    return sorted(
        (SEVERITIES[one["severity"]], one["code"], _message(one), *_span(one["range"], text)) for one in found
    )


def _message(one):
    return one["message"].partition("\n")[0]


def _span(range_, text):
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for place in (range_["start"], range_["end"]):
        units = lines[place["line"]].encode("utf-16-le", "surrogatepass")[: 2 * place["character"]]
        mark = place["line"] == 0 and text.startswith("\ufeff")
        yield place["line"] + 1
        yield len(units.decode("utf-16-le", "surrogatepass")) + 1 - mark


def validated(objects):
    keys = ("severity", "code", "message", "line", "column", "end_line", "end_column")
    return sorted(tuple(one_line(one[key]) if key == "message" else one[key] for key in keys) for one in objects)


def found_in(path, text):
    project = load(
        today=TODAY,
        today_given=False,  # the configuration's day goes first, as in the server
        cwd=path.parent,
        stdin=Stdin(text.encode("utf-8", "surrogatepass"), str(path)),
    )
    return validated(diagnostic_object(one) for one in diagnose(project, select(project.config)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples(editor, path):
    text = path.read_text(encoding="utf-8")
    assert as_json(editor.open(path, text), text) == found_in(path, text)
    broken = text.replace("title:", "titel:").replace("experience", "experence")
    assert as_json(editor.change(path, broken, 2), broken) == found_in(path, broken)


def test_what_the_command_prints(editor, tmp_path):
    path = tmp_path / "a.cxmap.yaml"
    path.write_text(JOURNEY, encoding="utf-8")
    shown = as_json(editor.open(path, JOURNEY), JOURNEY)
    done = subprocess.run(
        [sys.executable, "-m", "cxmap", "validate", path, "--format", "json"], capture_output=True, check=False
    )
    assert shown == validated(json.loads(done.stdout)["diagnostics"])
    assert len(shown) > 3


def test_the_corpus(editor, tmp_path):
    (tmp_path / "cxmap.toml").write_text(f"today = {TODAY}\n")
    path = tmp_path / "a.cxmap.yaml"
    editor.open(path, "")
    for version, file in enumerate(sorted(CORPUS.glob("*.cxmap.yaml")), 2):
        try:
            text = file.read_bytes().decode()
        except UnicodeDecodeError:
            continue  # an editor shows such a file as another text
        shown = as_json(editor.change(path, text, version), text)
        assert shown == found_in(path, text), file.name


def test_half_a_pair_of_surrogates(editor, tmp_path):
    text = "cxmap: 1\nx: \ud800\n"
    (one,) = editor.open(tmp_path / "a.cxmap.yaml", text)
    assert one["code"] == "CX003"


def test_a_keystroke(editor, tmp_path):
    path = tmp_path / "a.cxmap.yaml"
    assert codes(editor.open(path, "cxmap: 1\nx: 1\n")) == ["CX101"]
    assert codes(editor.change(path, "cxmap: 1\nx-note: 1\n", 2)) == []
    assert codes(editor.change(path, "cxmap: 1\nx-note: [\n", 3)) == ["CX001"]


def test_of_many_changes_in_a_row_the_last_is_shown(editor, tmp_path):
    path = tmp_path / "a.cxmap.yaml"
    editor.open(path, "cxmap: 1\n")
    for version in range(2, 60):
        editor.type(path, f"cxmap: 1\nkey-{version}: 1\n", version)
    (one,) = editor.found(path, 59)
    assert one["message"].startswith("unknown key 'key-59'")


def test_a_finding_leads_to_its_page_and_to_the_other_place(editor, tmp_path):
    (tmp_path / "cxmap.toml").touch()
    (tmp_path / "a.cxmap.yaml").write_text(LIBRARY)
    path = tmp_path / "b.cxmap.yaml"
    twice = next(one for one in editor.open(path, LIBRARY) if one["code"] == "CX202")
    assert twice["source"] == "cxmap"
    assert twice["codeDescription"]["href"].endswith("/docs/rules/CX202.md")
    (other,) = twice["relatedInformation"]
    assert other["location"] == {
        "uri": (tmp_path / "a.cxmap.yaml").as_uri(),
        "range": {"start": {"line": 2, "character": 2}, "end": {"line": 2, "character": 6}},
    }


def test_a_definition_in_another_open_file(editor, tmp_path):
    (tmp_path / "cxmap.toml").write_text("ignore = ['CX3']\n")
    library, journey = tmp_path / "library.cxmap.yaml", tmp_path / "b.cxmap.yaml"
    assert codes(editor.open(journey, JOURNEY)) == ["CX201"]
    assert codes(editor.open(library, LIBRARY)) == []  # not saved yet, and part of the project all the same
    assert editor.found(journey) == []
    editor.type(library, LIBRARY.replace("noor", "mia"), 2)
    assert codes(editor.found(library, 2)) == ["CX203"]
    (one,) = editor.found(journey)
    assert one["message"].startswith("no persona is called 'noor'")


def test_a_file_that_is_closed_is_what_the_disk_has(editor, tmp_path):
    (tmp_path / "cxmap.toml").write_text("ignore = ['CX3']\n")
    library, journey = tmp_path / "library.cxmap.yaml", tmp_path / "b.cxmap.yaml"
    library.write_text(LIBRARY)
    editor.open(library, LIBRARY.replace("noor", "mia"))
    assert codes(editor.open(journey, JOURNEY)) == ["CX201"]
    editor.tell("textDocument/didClose", textDocument={"uri": library.as_uri()})
    assert editor.found(library) == []
    assert editor.found(journey) == []


def test_what_changes_on_disk(editor, tmp_path):
    config, library, journey = (tmp_path / name for name in ("cxmap.toml", "library.cxmap.yaml", "b.cxmap.yaml"))
    config.write_text("ignore = ['CX3']\n")
    assert codes(editor.open(journey, JOURNEY)) == ["CX201"]
    library.write_text(LIBRARY)
    editor.tell("textDocument/didSave", textDocument={"uri": journey.as_uri()})
    assert editor.found(journey) == []
    library.unlink()
    changes = [{"uri": library.as_uri(), "type": 3}]
    editor.tell("workspace/didChangeWatchedFiles", changes=changes)
    assert codes(editor.found(journey)) == ["CX201"]
    config.write_text("ignore = ['CX2', 'CX3']\n")
    editor.tell("workspace/didChangeWatchedFiles", changes=[{"uri": config.as_uri(), "type": 2}])
    assert editor.found(journey) == []


def test_the_configuration(editor, tmp_path):
    (tmp_path / "cxmap.toml").write_text(
        "exclude = ['drafts/']\n[per-file-ignores]\n'quiet.cxmap.yaml' = ['CX3']\n[severity]\nCX301 = 'error'\n"
    )
    (tmp_path / "drafts").mkdir()
    draft = tmp_path / "drafts/a.cxmap.yaml"
    draft.write_text(JOURNEY, encoding="utf-8")
    assert editor.open(draft, JOURNEY) == []
    quiet = editor.open(tmp_path / "quiet.cxmap.yaml", JOURNEY)
    assert {code[:3] for code in codes(quiet)} == {"CX2"}
    loud = editor.open(tmp_path / "loud.cxmap.yaml", JOURNEY.replace("shoes", "boots"))
    assert [one["severity"] for one in loud if one["code"] == "CX301"] == [1]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("cxmap.toml", "ignroe = []", "did you mean 'ignore'?"),
        ("cxmap.toml", "ignore = ['CX999']", "unknown rule 'CX999'"),
        ("cxmap.toml", "[", "TOML"),
        ("cxmap-baseline.json", "[", "not a baseline"),
    ],
)
def test_what_is_wrong_with_a_configuration_is_told_once(editor, tmp_path, name, content, said):
    path = tmp_path / "a.cxmap.yaml"
    (tmp_path / "cxmap.toml").touch()
    (tmp_path / name).write_text(content)
    editor.heard.clear()
    assert editor.open(path, JOURNEY) == []
    assert editor.change(path, JOURNEY + "x: 1\n", 2) == []
    (message,) = [one["params"] for one in editor.heard if one.get("method") == "window/showMessage"]
    assert said in message["message"]
    (tmp_path / name).write_text("" if name == "cxmap.toml" else '{"cxmap-baseline": 1, "files": {}}')
    editor.tell("textDocument/didSave", textDocument={"uri": path.as_uri()})
    assert "CX101" in codes(editor.found(path))


def test_the_baseline(editor, tmp_path):
    path = tmp_path / "a.cxmap.yaml"
    path.write_text(JOURNEY, encoding="utf-8")
    command = [sys.executable, "-m", "cxmap", "validate", path, "--update-baseline", "-q"]
    subprocess.run(command, cwd=tmp_path, check=False, capture_output=True)
    assert editor.open(path, JOURNEY) == []
    assert codes(editor.change(path, JOURNEY.replace("noor", "mia"), 2)) == []  # the same place, as the baseline has it
    assert codes(editor.change(path, JOURNEY + "  owner: nobody\n", 3)) == ["CX201"]


def test_a_comment_silences(editor, tmp_path):
    path = tmp_path / "a.cxmap.yaml"
    assert "CX201" in codes(editor.open(path, JOURNEY))
    silenced = JOURNEY.replace("[noor]", "[noor]  # cxmap: ignore[CX201]")
    assert "CX201" not in codes(editor.change(path, silenced, 2))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "services: {}\n"),
        ("a.yml", ""),
        ("cxmap.txt", JOURNEY),
        ("compose.yaml", "x: [\n"),
    ],
)
def test_what_is_not_cxmaps(editor, tmp_path, name, text):
    assert editor.open(tmp_path / name, text) == []


@pytest.mark.slow
def test_a_file_becomes_cxmaps_as_it_is_typed(editor, tmp_path):
    path = tmp_path / "a.yaml"
    assert editor.open(path, "cxmap\n") == []
    assert codes(editor.change(path, "cxmap:\n", 2)) != []
    assert editor.change(path, "", 3) == []


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="bytes in names")
def test_a_name_that_is_not_utf_8(editor, tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.cxmap.yaml"))
    path.write_text("cxmap: 1\nx: 1\n")
    assert codes(editor.open(path, "cxmap: 1\nx: 1\n")) == ["CX101"]


def codes(found):
    return [one["code"] for one in found]
