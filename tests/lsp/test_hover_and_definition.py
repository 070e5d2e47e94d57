"""What an id stands for, and what a finding means."""

from __future__ import annotations

import pytest

from cxmap.lint.explain import markdown, plain
from cxmap.lint.registry import BY_CODE
from tests.lsp.client import client

LIBRARY = """\
cxmap: 1
personas:
  noor:
    name: Noor 🏃 de Wit
stakeholders:
  store: {title: "<img src=x> **Store** [team](http://x.y)", kind: team}
channels:
  404: {title: Not text, kind: digital}
  web: {kind: digital}
"""
NOW = """\
cxmap: 1
journey:
  id: now
  title: Today
  personas: [noor]
  owner: store
  stages:
    - id: buy
      title: Buys
      touchpoints:
        - {id: look, title: "👟 Looks", channel: web}
        - {id: pay, title: Pays, handover: {from: look}}
"""
THEN = """\
cxmap: 1
journey:
  id: then
  title: Tomorrow
  redesigns: now
  personas: [noor]
  stages:
    - id: buy
      title: Buys
      touchpoints:
        - {id: pay-there, title: Pays, replaces: [pay], by_persona: {noor: {feeling: calm}}}
actions:
  build: {title: Build it, touchpoints: [now/look, "now/pay#handover", pay-there], depends_on: [build]}
"""


@pytest.fixture(scope="module")
def files(editor, tmp_path_factory):
    folder = tmp_path_factory.mktemp("project")
    (folder / "cxmap.toml").touch()
    paths = {}
    for name, text in (("library", LIBRARY), ("now", NOW), ("then", THEN)):
        paths[name] = folder / f"{name}.cxmap.yaml"
        paths[name].write_text(text, encoding="utf-8")
    editor.open(paths["then"], THEN)
    editor.open(paths["now"], NOW)
    return paths


def position(text, mark):
    """Line and character, from 0 and in UTF-16, of the place that ``|`` marks."""
    before, after = mark.split("|")
    at = text.index(before + after) + len(before)
    line = text.count("\n", 0, at)
    return line, len(text[text.rfind("\n", 0, at) + 1 : at].encode("utf-16-le")) // 2


def stretch(text, what):
    """The text of a place that the server names."""
    start, end = what["start"], what["end"]
    assert start["line"] == end["line"]
    units = text.split("\n")[start["line"]].encode("utf-16-le")[2 * start["character"] : 2 * end["character"]]
    return units.decode("utf-16-le")


@pytest.mark.parametrize(
    ("mark", "where", "line", "word"),
    [
        ("personas: [n|oor]", "library", 2, "noor"),
        ("personas: [noor|]", "library", 2, "noor"),
        ("redesigns: |now", "now", 2, "now"),
        ("replaces: [p|ay]", "now", 11, "pay"),
        ("by_persona: {no|or", "library", 2, "noor"),
        ("[now/lo|ok", "now", 10, "look"),
        ('"now/pay#hand|over"', "now", 11, "pay"),
        (", pay-th|ere]", "then", 10, "pay-there"),
        ("depends_on: [buil|d]", "then", 12, "build"),
    ],
)
def test_definition(editor, files, mark, where, line, word):
    (found,) = editor.about("definition", files["then"], *position(THEN, mark))
    assert found["uri"] == files[where].as_uri()
    assert found["range"]["start"]["line"] == line
    assert stretch(files[where].read_text(encoding="utf-8"), found["range"]) == word


@pytest.mark.parametrize(
    ("where", "mark", "found"),
    [
        ("then", "personas: [n|oor]", ["now 4 noor", "then 5 noor", "then 10 noor"]),
        ("now", "owner: st|ore", ["now 5 store"]),
        ("now", "id: n|ow", ["then 4 now"]),
        ("now", "{id: lo|ok", ["now 11 look", "then 12 now/look"]),
        ("then", "[now/lo|ok", ["now 11 look", "then 12 now/look"]),
        ("now", "{id: p|ay,", ["then 10 pay", 'then 12 "now/pay#handover"']),
        ("then", "{id: pay-th|ere,", ["then 12 pay-there"]),
        ("then", "  buil|d: {title", ["then 12 build"]),
        ("then", "title: Tomo|rrow", []),
    ],
)
def test_references(editor, files, where, mark, found):
    texts = {files["now"].as_uri(): ("now", NOW), files["then"].as_uri(): ("then", THEN)}
    place = position(texts[files[where].as_uri()][1], mark)
    answer = editor.about("references", files[where], *place, context={"includeDeclaration": False})
    named = [(*texts[one["uri"]], one["range"]) for one in answer]
    assert sorted(f"{name} {at['start']['line']} {stretch(text, at)}" for name, text, at in named) == sorted(found)
    declared = editor.about("references", files[where], *place, context={"includeDeclaration": True})
    assert declared[len(declared) - len(answer) :] == answer
    assert declared[: len(declared) - len(answer)] == editor.about("definition", files[where], *place)


def test_definition_of_a_definition_is_itself(editor, files):
    (found,) = editor.about("definition", files["now"], *position(NOW, "{id: lo|ok"))
    assert (found["uri"], stretch(NOW, found["range"])) == (files["now"].as_uri(), "look")


def test_definition_behind_an_emoji(editor, files):
    (found,) = editor.about("definition", files["now"], *position(NOW, "channel: w|eb"))
    assert found["uri"] == files["library"].as_uri()
    (found,) = editor.about("definition", files["now"], *position(NOW, "from: |look"))
    assert stretch(NOW, found["range"]) == "look"


@pytest.mark.parametrize("mark", ["cx|map: 1", "title: Tomo|rrow", "personas|: [noor]"])
def test_no_definition(editor, files, mark):
    assert editor.about("definition", files["then"], *position(THEN, mark)) == []


def test_a_definition_that_is_not_saved(editor, files):
    editor.open(files["library"], "# moved\n" + LIBRARY)
    (found,) = editor.about("definition", files["then"], *position(THEN, "personas: [n|oor]"))
    assert found["range"]["start"]["line"] == 3
    editor.tell("textDocument/didClose", textDocument={"uri": files["library"].as_uri()})
    (found,) = editor.about("definition", files["then"], *position(THEN, "personas: [n|oor]"))
    assert found["range"]["start"]["line"] == 2


def test_all_definitions_of_what_is_defined_twice(editor, tmp_path):
    (tmp_path / "cxmap.toml").touch()
    (tmp_path / "b.cxmap.yaml").write_text(LIBRARY, encoding="utf-8")
    (tmp_path / "c.cxmap.yaml").write_text(LIBRARY, encoding="utf-8")
    path = tmp_path / "a.cxmap.yaml"
    editor.open(path, NOW)
    found = editor.about("definition", path, *position(NOW, "[n|oor]"))
    assert [one["uri"][-12:] for one in found] == ["b.cxmap.yaml", "c.cxmap.yaml"]


def said(editor, path, text, mark):
    found = editor.about("hover", path, *position(text, mark))
    return found and (found["contents"]["value"], stretch(text, found["range"]))


def test_hover_on_an_id(editor, files):
    assert said(editor, files["then"], THEN, "personas: [n|oor]") == (
        "**persona noor**: Noor 🏃 de Wit (library.cxmap.yaml)",
        "noor",
    )
    assert said(editor, files["then"], THEN, '"now/pay#|handover"')[0] == "**touchpoint pay**: Pays (now.cxmap.yaml)"
    assert said(editor, files["then"], THEN, "title: Tomo|rrow") is None


def test_text_from_a_file_is_no_markup(editor, files):
    value, _ = said(editor, files["now"], NOW, "owner: st|ore")
    assert value == (r"**stakeholder store**: \<img src=x\> \*\*Store\*\* \[team\](http\://x.y) (library.cxmap.yaml)")


def test_hover_on_a_finding(editor, files):
    value, word = said(editor, files["then"], THEN, "depends_on: [bu|ild]")
    assert value == "**action build**: Build it (then.cxmap.yaml)\n\n---\n\n" + markdown(BY_CODE["CX204"])
    assert word == "build"


WAVES = """\
cxmap: 1
personas: {noor: {name: Noor}}
sources:
  wall: {title: Wall, kind: workshop}
  spring: {title: Spring, kind: survey, date: 2026-03-31, scale: {min: 1, max: 5}}
journey:
  id: now
  title: Today
  personas: [noor]
  scores_source: wall
  stages:
    - id: buy
      title: Buys
      touchpoints:
        - id: look
          title: Looks
          scores:
            importance: 8
            experience:
              - 6
              - {mark: 7, source: wall}
              - {mean: 4.2, n: 1057, source: spring}
"""


def test_hover_on_a_score_with_waves(editor, tmp_path):
    (tmp_path / "cxmap.toml").touch()
    path = tmp_path / "a.cxmap.yaml"
    editor.open(path, WAVES)
    history = (
        "**experience**, oldest first, on 1 to 10:\n\n"
        "1. 6 (wall, no date)\n2. 7 (wall, no date)\n3. 8.2, n 1,057 (spring, 2026-03-31)"
    )
    for mark in ("exper|ience:", "{me|an: 4.2", "- |6"):
        assert said(editor, path, WAVES, mark) == (history, "experience")
    value, word = said(editor, path, WAVES, "source: sp|ring}")
    assert (value, word) == (f"**source spring**: Spring (a.cxmap.yaml)\n\n---\n\n{history}", "spring")
    assert said(editor, path, WAVES, "import|ance: 8") is None  # a single one has no history


def test_references_inside_waves(editor, tmp_path):
    (tmp_path / "cxmap.toml").touch()
    path = tmp_path / "a.cxmap.yaml"
    editor.open(path, WAVES)
    place = position(WAVES, "wa|ll: {title")
    found = editor.about("references", path, *place, context={"includeDeclaration": False})
    assert [one["range"]["start"]["line"] for one in found] == [9, 20]


def test_an_editor_that_shows_no_markdown(files):
    with client() as one:
        one.open(files["then"], THEN)
        found = one.about("hover", files["then"], *position(THEN, "depends_on: [bu|ild]"))
    assert found["contents"]["kind"] == "plaintext"
    assert found["contents"]["value"] == "action build: Build it (then.cxmap.yaml)\n\n---\n\n" + plain(BY_CODE["CX204"])


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "CX008"), ("cxmap: 1\njourney: [\n", "CX001"), ("cxmap: 1\njourney: 5\n", "CX103"), ("\ud800", "CX003")],
)
def test_a_file_that_says_nothing(editor, tmp_path, text, code):
    path = tmp_path / "a.cxmap.yaml"
    (found,) = editor.open(path, text)
    place = found["range"]["start"].values()
    assert editor.about("definition", path, *place) == []
    assert editor.about("hover", path, *place)["contents"]["value"] == markdown(BY_CODE[code])
