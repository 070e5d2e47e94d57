"""Links in the documentation lead somewhere: to a file that is there, and to a heading that it has."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"(?<!`)\[[^\]]*\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]*))?\)")
FENCED = re.compile(r"^(`{3,}).*?^\1$", re.DOTALL | re.MULTILINE)
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")] + [
    page for folder in ("docs", "examples") for page in sorted((ROOT / folder).rglob("*.md"))
]


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    found = re.findall(r"^#+ (.+)$", FENCED.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in found}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        leads_to = (page.parent / target).resolve() if target else page
        assert leads_to.exists(), target
        if anchor and leads_to.suffix == ".md":
            assert anchor in headings(leads_to), f"{target}#{anchor}"


def test_every_page_can_be_found_from_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    found, waiting = set[Path](), [index]
    while waiting:
        page = waiting.pop()
        if page in found:
            continue
        found.add(page)
        if page.suffix == ".md":
            links = LINK.findall(page.read_text(encoding="utf-8"))
            waiting += [one for target, _ in links if (one := (page.parent / target).resolve()).is_file()]
    committed = subprocess.run(["git", "ls-files", "docs/*.md"], cwd=ROOT, capture_output=True, text=True, check=True)
    pages = {ROOT / name for name in committed.stdout.split() if not name.startswith("docs/decisions/")}
    assert {page.name for page in pages - found} == set()


def test_every_how_to_is_there_in_dutch() -> None:
    pages = {page.name for page in (ROOT / "docs/how-to").glob("*.md")}
    english = {name for name in pages if not name.endswith(".nl.md")}
    assert {name for name in english if f"{name[:-3]}.nl.md" not in pages} == {"studio-session.md"}  # it is generated
    assert {name for name in pages - english if f"{name[:-6]}.md" not in english} == set()
