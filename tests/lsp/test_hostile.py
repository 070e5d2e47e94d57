"""A stranger's project: its text is shown as text, and nothing in it leads out of it."""

from __future__ import annotations

import sys

import pytest
from markdown_it import MarkdownIt

from tests.lsp.client import Client
from tests.lsp.test_findings import codes
from tests.reliability import hostile
from tests.reliability.test_walls import project  # noqa: F401 - a fixture
from tests.text.test_escape import CONTROL


def strings(value):
    """All texts in an answer."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return [value] if isinstance(value, str) else []


@pytest.mark.slow
def test_what_is_shown_is_text(editor, tmp_path):
    hostile.sound(tmp_path)
    hostile.wrong(tmp_path)
    shown = []
    for path in sorted(tmp_path.rglob("*.cxmap.yaml")):
        text = path.read_text(encoding="utf-8")
        found = editor.open(path, text)
        shown += [one["message"] for one in found]
        shown += [other["message"] for one in found for other in one.get("relatedInformation") or ()]
        shown += [one["title"] for one in editor.actions(path)]
        for line, content in list(enumerate(text.split("\n")))[:120]:
            for character in range(4, len(content), 20):
                hover = editor.about("hover", path, line, character)
                if hover:
                    shown.append(hover["contents"]["value"])
                    html = MarkdownIt().render(hover["contents"]["value"])
                    assert not {"<img", "<script", "<b>", "javascript:"} & set(html.lower().split())
    assert len(shown) > 20
    for text in shown:
        assert not CONTROL.search(text.replace("\n", "")), text


@pytest.mark.slow
def test_nothing_leads_out_of_a_project(project):  # noqa: F811 - the fixture
    command = [sys.executable, "-m", "tests.reliability.walled", str(project), "lsp"]
    with Client(command=command) as editor:
        for path in sorted(project.glob("*.yaml")):
            text = path.read_text()
            assert codes(editor.open(path, text))
            editor.actions(path)
            editor.actions(path, only=["source.fixAll"])
            for line in range(text.count("\n")):
                editor.about("hover", path, line, 20)
                editor.about("definition", path, line, 20)
        status, said = editor.end()
    assert status == 0
    assert set(said.splitlines()) <= {"WALL socket.__new__"}  # the pair by which an event loop wakes itself
