"""Code blocks of translated pages: copied from the English page that they name, so that the two never differ."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs"
MARK = re.compile(r"<!-- Code blocks are those of ([\w-]+\.md): make generate copies them\. -->\n")
FENCED = re.compile(r"^(`{3,}).*?^\1$", re.DOTALL | re.MULTILINE)


def generated() -> dict[str, str]:
    """What each page that begins with such a line should hold, by its path from the root.

    Raises:
        ValueError: It has more or fewer blocks than the page that it names.
    """
    found = {}
    for page in sorted(DOCS.rglob("*.nl.md")):
        text = page.read_text(encoding="utf-8")
        if mark := MARK.match(text):
            blocks = [block[0] for block in FENCED.finditer((page.parent / mark[1]).read_text(encoding="utf-8"))]
            own = FENCED.findall(text)
            if len(own) != len(blocks):
                raise ValueError(f"{page.name} has {len(own)} code blocks, and {mark[1]} {len(blocks)}")
            remaining = iter(blocks)
            found[page.relative_to(DOCS.parent).as_posix()] = FENCED.sub(lambda _: next(remaining), text)  # noqa: B023 -- used at once
    return found
