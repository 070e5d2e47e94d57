"""What helps while a file is written: completion, the outline, renaming, layout, and how a touchpoint stands."""

from __future__ import annotations

import json
import shutil
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command import cxmap
from tests.lsp.client import uri_of

if TYPE_CHECKING:
    from tests.lsp.client import Client

VERSIONS = count(2)
"""Of a document that is typed into."""

EXAMPLE = Path(__file__).parents[2] / "examples/running-shoes"
LIBRARY = """\
cxmap: 1
personas: {noor: {name: Noor 🏃 de Wit, story: S, goals: [G]}, joost: {name: Joost}}
channels: {web: {title: "The web\\nsite", kind: digital}, shop: {title: Shop, kind: physical}}
stakeholders: {store: {title: Store team, kind: team}}
"""
JOURNEY = """\
cxmap: 1
journey:
  id: now
  title: Today
  personas: [noor]
  stages:
    - id: buy
      title: Buys
      touchpoints:
        - id: look
          title: 👟 Looks
          channel: web
          scores: {importance: 9, experience: 4}
        - {id: pay, title: Pays, owner: store, scores: {importance: 5, experience: 8}}
actions:
  quick: {title: Quick, touchpoints: [look, now/pay, "now/pay#handover"], owner: store}
"""
OTHER = """\
cxmap: 1
journey:
  id: then
  title: Tomorrow
  state: desired
  redesigns: now
  personas: [noor]
  stages: [{id: buy, title: Buys, touchpoints: [{id: buy-at-once, title: Buys, replaces: [look, pay]}]}]
"""


@pytest.fixture
def project(editor: Client, tmp_path: Path) -> Path:
    (tmp_path / "cxmap.toml").touch()
    for name, text in {"library": LIBRARY, "now": JOURNEY, "then": OTHER}.items():
        (tmp_path / f"{name}.cxmap.yaml").write_text(text, encoding="utf-8")
    editor.open(tmp_path / "now.cxmap.yaml", JOURNEY)
    return tmp_path


def asked(editor: Client, project: Path, text: str, what: str, **more: Any) -> Any:
    """Type a text with ``|`` where the cursor is, and ask about that place."""
    before, after = text.split("|")
    path = project / "now.cxmap.yaml"
    editor.type(path, before + after, next(VERSIONS))
    line = before.count("\n")
    character = len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
    return editor.about(what, path, line, character, **more)


def changed(text: str, edits: list[dict[str, Any]]) -> str:
    """A text after the edits of an editor, whose columns count UTF-16."""
    lines = text.split("\n")

    def offset(place: dict[str, int]) -> int:
        units = lines[place["line"]].encode("utf-16-le")[: 2 * place["character"]]
        return sum(len(line) + 1 for line in lines[: place["line"]]) + len(units.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda edit: -offset(edit["range"]["start"])):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text


@pytest.mark.parametrize(
    ("old", "new", "offered"),
    [
        ("channel: web", "channel: |", ["shop", "web"]),
        ("channel: web", "channel: w|", ["shop", "web"]),
        ("channel: web", "channel: w|eb", ["shop", "web"]),
        ("personas: [noor]", "personas: [|]", ["joost", "noor"]),
        ("personas: [noor]", "personas: [noor, jo|]", ["joost", "noor"]),
        ("touchpoints: [look", "touchpoints: [|look", ["look", "now/", "pay", "then/"]),
        ("touchpoints: [look", "touchpoints: [then/|", ["then/buy-at-once"]),
        ("owner: store, scores", "owner: |, scores", ["store"]),
        ("title: Today", "title: |", []),
        ("title: Today", "title: no|or", []),
        ("id: look", "id: |look", []),
        ("cxmap: 1", "|cxmap: 1", []),
    ],
)
def test_ids_are_completed_where_the_format_refers_to_something(
    editor: Client, project: Path, old: str, new: str, offered: list[str]
) -> None:
    items = asked(editor, project, JOURNEY.replace(old, new, 1), "completion")
    assert sorted(item["label"] for item in items) == offered


def test_what_is_completed_takes_the_place_of_what_is_typed(editor: Client, project: Path) -> None:
    text = JOURNEY.replace("channel: web", "channel: w|xx")
    [item] = [item for item in asked(editor, project, text, "completion") if item["label"] == "web"]
    assert item["detail"] == "channel: The web\\nsite"
    assert item["filterText"].startswith("web ")
    assert changed(text.replace("|", ""), [item["textEdit"]]) == JOURNEY


def test_broken_text_is_no_reason_to_fail(editor: Client, project: Path) -> None:
    for text in ("cxmap: 1\njourney: [|", "cxmap: 1\njourney: {personas: [|", "cxmap: 1\n\t|"):
        assert asked(editor, project, text, "completion") == []
        assert asked(editor, project, text, "rename", newName="x") is None
        assert asked(editor, project, text, "formatting", options={"tabSize": 2, "insertSpaces": True}) == []
        assert isinstance(asked(editor, project, text, "documentSymbol"), list)


def test_the_outline_has_stages_touchpoints_and_actions(editor: Client, project: Path) -> None:
    journey, action = asked(editor, project, f"{JOURNEY}|", "documentSymbol")
    assert (journey["name"], journey["detail"], action["name"]) == ("Today", "journey now", "Quick")
    [stage] = journey["children"]
    assert [one["name"] for one in stage["children"]] == ["👟 Looks", "Pays"]

    def inside(inner: dict[str, Any], outer: dict[str, Any]) -> bool:
        starts, ends = ([tuple(part[end].values()) for part in (outer, inner)] for end in ("start", "end"))
        return starts[0] <= starts[1] and ends[1] <= ends[0]

    def check(symbol: dict[str, Any]) -> None:
        assert inside(symbol["selectionRange"], symbol["range"])
        for child in symbol.get("children") or ():
            assert inside(child["range"], symbol["range"])
            check(child)

    check(journey)


@pytest.mark.parametrize(
    ("mark", "new", "texts"),
    [
        ("- id: lo|ok", "see", {"now": [("look", "see", 2)], "then": [("look", "see", 1)]}),
        ("now/p|ay, ", "buy", {"now": [("pay", "buy", 3)], "then": [("pay", "buy", 1)]}),
        (
            "id: n|ow",
            "later",
            {"now": [("id: now", "id: later", 1), ("now/", "later/", 2)], "then": [("now", "later", 1)]},
        ),
        (
            "[no|or]",
            "anna",
            {"now": [("noor", "anna", 1)], "then": [("noor", "anna", 1)], "library": [("noor:", "anna:", 1)]},
        ),
    ],
)
def test_an_id_is_renamed_in_every_file(
    editor: Client, project: Path, mark: str, new: str, texts: dict[str, list[tuple[str, str, int]]]
) -> None:
    answer = asked(editor, project, JOURNEY.replace(mark.replace("|", ""), mark, 1), "rename", newName=new)
    before = {"library": LIBRARY, "now": JOURNEY, "then": OTHER}
    found = {Path(uri).name.partition(".")[0]: edits for uri, edits in answer["changes"].items()}
    assert set(found) == set(texts)
    for name, pairs in texts.items():
        expected = before[name]
        for old, other, times in pairs:
            assert expected.count(old) == times
            expected = expected.replace(old, other)
        assert changed(before[name], found[name]) == expected


@pytest.mark.parametrize(("new", "said"), [("Not an id", "is no id"), ("pay", "there is a touchpoint 'pay' already")])
def test_an_id_that_cannot_be_is_refused(editor: Client, project: Path, new: str, said: str) -> None:
    path = project / "now.cxmap.yaml"
    line = JOURNEY.split("\n").index("        - id: look")
    asked(editor, project, f"{JOURNEY}|", "hover")
    place = {"line": line, "character": 15}
    answer = editor.answer("textDocument/rename", textDocument={"uri": uri_of(path)}, position=place, newName=new)
    assert said in answer["error"]["message"]
    range_ = editor.about("prepareRename", path, line, 15)
    assert (range_["start"]["character"], range_["end"]["character"]) == (14, 18)
    assert editor.about("prepareRename", path, 3, 12) is None


def test_formatting_is_what_fmt_does(editor: Client, project: Path) -> None:
    untidy = JOURNEY.replace("channel: web", "channel:    web").replace("personas: [noor]", "personas: [ noor ]\n\n\n")
    edits = asked(editor, project, f"{untidy}|", "formatting", options={"tabSize": 2, "insertSpaces": True})
    assert changed(untidy, edits) == cxmap("fmt", "-", cwd=project, stdin=untidy.encode()).out


def test_hover_says_how_a_touchpoint_stands_as_gaps_does(editor: Client, project: Path) -> None:
    said = asked(editor, project, JOURNEY.replace("- id: look", "- id: lo|ok"), "hover")["contents"]["value"]
    (project / "now.cxmap.yaml").write_text(JOURNEY, encoding="utf-8")
    ranked = json.loads(cxmap("gaps", "--format", "json", "now.cxmap.yaml", cwd=project).out)
    [row] = [row for row in ranked["rows"] if row["touchpoint"] == "look"]
    assert f"noor: importance {row['importance']}, experience {row['experience']}; rank {row['rank']} of 2 by" in said


@pytest.mark.slow
def test_every_id_of_an_example_can_be_renamed_without_a_new_finding(editor: Client, tmp_path: Path) -> None:
    folder = tmp_path / "shoes"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("*.png", "*.html"))
    path = folder / "journeys/first-shoes.cxmap.yaml"
    text = path.read_text(encoding="utf-8")
    editor.open(path, text)
    before = cxmap("validate", "--format", "json", "--no-cache", cwd=folder).out
    for wanted in ("journey", "stakeholder", "touchpoint", "persona"):
        places = {
            "journey": "id: first-shoes",
            "touchpoint": "- id: try-on",
            "persona": "personas: [noor",
            "stakeholder": "owner: ",
        }
        at = text.index(places[wanted]) + len(places[wanted])
        line, character = text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1
        answer = editor.about("rename", path, line, character, newName=f"renamed-{wanted}")
        assert answer["changes"]
        for uri, edits in answer["changes"].items():
            file = Path(uri.removeprefix("file://"))
            file.write_text(changed(file.read_text(encoding="utf-8"), edits), encoding="utf-8")
        text = path.read_text(encoding="utf-8")
        editor.change(path, text, 2 + list(places).index(wanted))
        editor.tell("workspace/didChangeWatchedFiles", changes=[])
        after = json.loads(cxmap("validate", "--format", "json", "--no-cache", cwd=folder).out)
        assert after["summary"] == json.loads(before)["summary"], (wanted, after["diagnostics"])
