"""What a package says of itself: links that lead somewhere from anywhere, one version, what is needed and no more."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from tools import versions

import yaml
from cxmap._version import __version__
from cxmap.about import REPOSITORY_URL

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINK = re.compile(r"\]\(([^)\s]+)\)")


def long_description() -> str:
    """The README as package indexes show it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for each in PYPROJECT["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        text = re.sub(each["pattern"], each["replacement"].replace("$HFPR_VERSION", __version__), text)
    return text


def test_the_long_description_has_absolute_links_to_what_is_there() -> None:
    links = LINK.findall(long_description())
    assert len(links) > 20
    assert [link for link in links if not link.startswith("https://")] == []
    for link in links:
        path = re.sub(rf"^(https://raw\.githubusercontent\.com/cxmap/cxmap/|{REPOSITORY_URL}/blob/)", "", link)
        if path != link:
            tag, _, name = path.partition("/")
            assert (tag, (ROOT / name.partition("#")[0]).exists()) == (f"v{__version__}", True), link


def test_pictures_of_the_long_description_are_pictures() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", long_description())
    assert pictures
    assert all(link.startswith("https://raw.githubusercontent.com/") for link in pictures)


def test_the_version_is_written_in_one_place() -> None:
    assert PYPROJECT["project"]["dynamic"] == ["version", "readme"]
    for name in versions.PLACES:
        assert __version__ in (ROOT / name).read_text(encoding="utf-8")


def test_a_place_without_a_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "PLACES", {"LICENSE": (r"(?<=version: )\d+",)})
    with pytest.raises(ValueError, match="LICENSE has no place"):
        versions.generated()


def test_addresses_of_the_project_are_those_of_its_messages() -> None:
    assert all(url.startswith(REPOSITORY_URL) for url in PYPROJECT["project"]["urls"].values())


def test_the_citation_is_one() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= set(cited)
    assert cited["repository-code"] == REPOSITORY_URL


def test_the_image_gets_what_the_package_is_built_of() -> None:
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    wheel = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {"pyproject.toml", "README.md", "LICENSE"} | {
        path.partition("/")[0] for path in (*wheel["packages"], *wheel["force-include"])
    }
    assert needed <= kept
    extras = re.search(r"\[([\w,]+)\]\"", (ROOT / "Dockerfile").read_text())
    assert extras
    assert set(extras[1].split(",")) <= set(PYPROJECT["project"]["optional-dependencies"])


@pytest.mark.parametrize("form", ["bug.yml", "idea.yml"])
def test_forms_ask_something(form: str) -> None:
    asked = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / form).read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(asked)
    assert all(part["attributes"]["label"] for part in asked["body"])
