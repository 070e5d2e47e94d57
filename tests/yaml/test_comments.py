"""Which comments are addressed to cxmap, and which only look so."""

from __future__ import annotations

import pytest

from cxmap.yaml.reader.comments import Comment
from cxmap.yaml.reader.read import read

C = "# cxmap: ignore[CX304]"


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        (f"a: 1 {C}\n", [Comment(1, 6, C, own_line=False)]),
        (f"{C}\na: 1\n  {C} \n", [Comment(1, 1, C, own_line=True), Comment(3, 3, C, own_line=True)]),
        (f"a: 😀 {C}\r\nb: 1 \t{C}", [Comment(1, 6, C, own_line=False), Comment(2, 7, C, own_line=False)]),
        (f"a: [1, {C}\n 2] {C}\n", [Comment(1, 8, C, own_line=False), Comment(2, 5, C, own_line=False)]),
        (f"a: | {C}\n  {C}\n{C}\n", [Comment(1, 6, C, own_line=False), Comment(3, 1, C, own_line=True)]),
        (f"a: >2-\t{C}\n  {C}\n", [Comment(1, 8, C, own_line=False)]),
        (f"a: '{C}'\nb: \"x {C}\"\nc: 'x\n  {C}\n  '\n", []),
        (f"a: x{C}\nb: x{C}y\n", []),
        (f'"{C}": 1\n', []),
        ("a: 1 # a word\n# about # cxmap: nothing\n", []),
        (
            "a: 1 #cxmap:x\nb: 1 #\tcxmap: y\n",
            [Comment(1, 6, "#cxmap:x", own_line=False), Comment(2, 6, "#\tcxmap: y", own_line=False)],
        ),
        (f"a: &x {C}\n  !!str {C}\n  b\n", [Comment(1, 7, C, own_line=False), Comment(2, 9, C, own_line=False)]),
        (f"a: 1\n--- {C}\n", [Comment(2, 5, C, own_line=False)]),
        (f"a: 1 {C}\n---\n[ {C}\n\t@", [Comment(1, 6, C, own_line=False), Comment(3, 3, C, own_line=False)]),
        (f"a: x\u2028{C}\n", []),
        (f"a: [ {C}\n", []),
        (f"{C}\na: \x07\n", []),
    ],
)
def test_comments(text, comments):
    assert read(text.encode(), "a.yaml").comments == tuple(comments)
