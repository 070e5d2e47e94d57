"""A hook of mkdocs: what a page links to outside of the site, such as an example, is at GitHub."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

REPOSITORY = "https://github.com/cxmap/cxmap/blob/main"
ROOT = Path(__file__).resolve().parent.parent
_LINK = re.compile(r"(?<=\]\()(?!https?:|mailto:|#)([^)\s#]+)")
_LIST = re.compile(r"^((?![\s>*#|-]|\d+\.).+\n)(?=[-*] |\d+\. )|^(\*\*.+\n)(?=[-*] )", re.MULTILINE)
_CODE = re.compile(r"(^(`{3,}).*?^\2`*$|`[^`\n]+`)", re.DOTALL | re.MULTILINE)


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Lead links out of ``docs``, and those to folders, to the repository; what is code stays."""
    return rewritten(markdown, Path(page.file.abs_src_path).parent)


def rewritten(markdown: str, folder: Path) -> str:
    """A page's text with those links changed.

    Args:
        markdown: The text.
        folder: The folder that the page is in.
    """

    def link(match: re.Match[str]) -> str:
        target = (folder / match[1]).resolve()
        inside = target.is_relative_to(ROOT / "docs") and not target.is_dir()
        if inside or not target.is_relative_to(ROOT):
            return match[1]
        return f"{REPOSITORY}/{target.relative_to(ROOT).as_posix()}"

    parts = _CODE.split(markdown)  # text, code, its fence, text, …
    return "".join(
        _LIST.sub(r"\g<0>\n", _LINK.sub(link, part)) if index % 3 == 0 else part
        for index, part in enumerate(parts)
        if index % 3 < 2
    )
