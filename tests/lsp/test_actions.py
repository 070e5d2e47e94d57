"""Quick fixes: what they offer, and that doing them does what they say."""

from __future__ import annotations

import pytest

from cxmap.lint.fix import fix
from cxmap.project.load import load
from tests.lsp.client import applied, client
from tests.lsp.test_findings import CORPUS, JOURNEY, LIBRARY, codes
from tests.support import TODAY

FAULTY = """\
cxmap: 1
channels:
  web: {title: Website 🌍, kind: digitl, adress: x}
  desk: {titel: Desk, kind: human}
journey:
  title: Shoes
  personas: [nor]  # whoever
  owner: nobody
  stages:
    - {id: buy, title: Buys, touchpoints: [{title: Pays, channel: wep}]}
"""


def titles(actions):
    return [one["title"] for one in actions]


def edits(action, path):
    return action["edit"]["changes"][path.as_uri()]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cxmap.toml").write_text("ignore = ['CX3']\ntoday = 2026-07-01\n")
    (tmp_path / "library.cxmap.yaml").write_text(LIBRARY)
    return tmp_path


def test_what_is_offered(editor, folder):
    path = folder / "a.cxmap.yaml"
    editor.open(path, FAULTY)
    assert titles(editor.actions(path, 2, 2)) == ["Write 'digital'"]
    assert titles(editor.actions(path, 3, 3)) == ["Write 'title'"]
    assert titles(editor.actions(path, 4, 5)) == ["Add id: shoes"]
    assert titles(editor.actions(path, 6, 6)) == [
        "Write 'noor'",
        "Ignore unknown-reference (CX201) for this line",
    ]
    assert titles(editor.actions(path, 7, 7)) == ["Ignore unknown-reference (CX201) for this line"]
    assert editor.actions(path, 8, 8) == []


def test_a_quick_fix(editor, folder):
    path = folder / "a.cxmap.yaml"
    shown = editor.open(path, FAULTY)
    action = editor.actions(path, 9, 9)[0]
    (finding,) = action["diagnostics"]
    assert finding in shown
    assert action["kind"] == "quickfix"
    mended = applied(FAULTY, edits(action, path))
    assert mended != FAULTY
    assert finding["message"] not in [one["message"] for one in editor.change(path, mended, 2)]


def test_a_file_that_is_open_by_two_names(editor, folder):
    """What is offered for one of its texts is never done to the other."""
    path = folder / "a.cxmap.yaml"
    other = path.as_uri().replace("a.cxmap", "%61.cxmap")
    before = editor.open(path, FAULTY)
    editor.open(other, "# 🌍\n\n" + JOURNEY)
    assert editor.change(path, FAULTY + "\n", 2) == before
    action = editor.actions(path, 9, 9)[0]
    assert applied(FAULTY, edits(action, path)) != FAULTY
    assert edits(action, path)[0]["range"]["start"]["line"] == 9
    assert editor.actions(other, 9, 9) == []


def test_a_suggestion_that_is_not_sure_is_offered_and_not_preferred(editor, folder):
    path = folder / "a.cxmap.yaml"
    editor.open(path, FAULTY)
    unsure, sure = (editor.actions(path, line, line)[0] for line in (2, 3))
    assert not unsure.get("isPreferred")
    assert sure["isPreferred"]
    assert "kind: digital," in applied(FAULTY, edits(unsure, path))


def test_a_fix_that_would_do_harm_is_not_offered(editor, folder):
    path = folder / "a.cxmap.yaml"
    text = "cxmap: 2\nx: 1\n"  # of version 1 it would have an unknown key
    assert codes(editor.open(path, text)) == ["CX106"]
    assert editor.actions(path) == []


@pytest.mark.parametrize("name", ["cx-faulty", *sorted(one.name for one in CORPUS.glob("type-*.cxmap.yaml"))])
def test_mend_all_is_what_fix_does(editor, folder, name):
    path = folder / "a.cxmap.yaml"
    text = FAULTY if name == "cx-faulty" else (CORPUS / name).read_text(encoding="utf-8")
    path.write_bytes(text.encode())
    editor.open(path, text)
    found = editor.actions(path, only=["source.fixAll"])
    fixed = fix(lambda overlay: load([path], today=TODAY, cwd=folder, overlay=overlay))
    mended = applied(text, edits(found[0], path)) if found else text
    assert mended.encode() == fixed.files.get(path, text.encode())
    assert bool(found) == bool(fixed.files)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_mend_all_leaves_other_lines_alone(editor, folder, ends):
    path = folder / "a.cxmap.yaml"
    text = FAULTY.replace("\n", ends).removesuffix(ends)
    editor.open(path, text)
    (action,) = editor.actions(path, only=["source.fixAll.cxmap"])
    assert action["kind"] == "source.fixAll.cxmap"
    assert not {0, 1, 2, 7} & {one["range"]["start"]["line"] for one in edits(action, path)}
    mended = applied(text, edits(action, path))
    assert mended.replace(ends, "\n").count("\n") == FAULTY.count("\n")  # the journey's id; the last line has no end
    editor.change(path, mended, 2)
    assert editor.actions(path, only=["source.fixAll"]) == []


@pytest.mark.parametrize(
    ("only", "kinds"),
    [
        (["quickfix"], {"quickfix"}),
        (["source"], {"source.fixAll.cxmap"}),
        (["source.fixAll.other"], set()),
        (["refactor"], set()),
        (["", "quickfix"], {"quickfix"}),
    ],
    ids=str,
)
def test_the_kinds_that_are_asked_for(editor, folder, only, kinds):
    path = folder / "a.cxmap.yaml"
    editor.open(path, FAULTY)
    assert {one["kind"] for one in editor.actions(path, only=only)} == kinds


@pytest.mark.parametrize(
    ("line", "silenced"),
    [
        ("  owner: nobody", "  owner: nobody  # cxmap: ignore[CX201]"),
        ("  owner: nobody   ", "  owner: nobody  # cxmap: ignore[CX201]   "),
        ("  owner: nobody # who?", "  owner: nobody # cxmap: ignore[CX201] # who?"),
        ("  owner: nobody # cxmap: ignore[CX203]", "  owner: nobody # cxmap: ignore[CX203, CX201]"),
        ("  {owner: nobody, goal: 'a # b'} #", None),
        ("  goal: 'a # b'\n  owner: nobody", "  goal: 'a # b'\n  owner: nobody  # cxmap: ignore[CX201]"),
    ],
)
def test_ignore_for_this_line(editor, folder, line, silenced):
    path = folder / "a.cxmap.yaml"
    text = JOURNEY + line + "\n"
    editor.open(path, text)
    found = [one for one in editor.actions(path, 7, 8) if one["title"].startswith("Ignore")]
    assert bool(found) == (silenced is not None)
    if found:
        after = applied(text, edits(found[0], path))
        assert after == JOURNEY + str(silenced) + "\n"
        assert "CX201" not in codes(editor.change(path, after, 2))


@pytest.mark.parametrize("text", ["|\n    TODO\n    more", ">-\n    TODO", "'TODO\n    more'", "TODO\n    more"])
def test_no_comment_within_a_text(editor, folder, text):
    (folder / "cxmap.toml").touch()
    path = folder / "a.cxmap.yaml"
    text = JOURNEY.replace("title: Shoes 👟", f"title: Shoes\n  goal: {text}")
    before = codes(editor.open(path, text))
    for version, action in enumerate(editor.actions(path, 4, 4), 2):
        after = applied(text, edits(action, path))
        (code,) = {one["code"] for one in action["diagnostics"]}
        assert codes(editor.change(path, after, version)) == [one for one in before if one != code]
        editor.change(path, text, version)


def test_an_error_of_the_format_cannot_be_ignored(editor, folder):
    path = folder / "a.cxmap.yaml"
    editor.open(path, "cxmap: 1\nxyz: 1\n")
    assert editor.actions(path) == []


def test_an_editor_that_knows_versions_gets_them(folder):
    path = folder / "a.cxmap.yaml"
    with client(workspace={"workspaceEdit": {"documentChanges": True}}) as one:
        one.open(path, FAULTY, 7)
        (change,) = one.actions(path, 3, 3)[0]["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": path.as_uri(), "version": 7}
    assert applied(FAULTY, change["edits"]) == FAULTY.replace("titel", "title")
