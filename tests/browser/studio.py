"""A studio of its own for a test: a folder, a server that is a real process, and a page that looks at it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

PATIENCE = 20_000
"""Milliseconds: a machine that does other things too is no reason to fail."""

LIBRARY = """\
cxmap: 1

personas:
  ada:
    name: Ada
    goals: [A pair that fits]

sources:
  wall: {title: The wall, kind: workshop}
  survey: {title: The survey of May, kind: survey, date: 2026-05-31}
"""

JOURNEY = """\
cxmap: 1

journey:
  id: returns
  title: Sends a parcel back
  personas: [ada]
  scores_source: wall
  stages:
    - id: find-out
      title: Finds out how
      touchpoints:
        # What the shop says on its page.
        - id: looks-it-up
          title: Looks up how it works
          doing: Reads the page
          thinking: [Where do I start?]
          scores: {importance: 6, experience: 8}
        - id: prints
          title: Prints the label
          scores: {importance: 8, experience: 4, desired: 7}
    - id: bring
      title: Brings it away
      touchpoints:
        - id: brings
          title: Brings it to the counter
          scores:
            importance: 7
            experience: {mean: 6.2, n: 40, sd: 1.1, source: survey}
        - id: refund
          title: Gets the money back
          scores: {importance: 9, experience: 5}
"""
NAME = "returns.cxmap.yaml"


@dataclass
class Open:
    """A page of a studio.

    Attributes:
        page: The tab.
        folder: The project.
        address: What `cxmap studio` printed.
        said: What its console said, and errors of its scripts.
    """

    page: Page
    folder: Path
    address: str
    said: list[str] = field(default_factory=list)

    def go(self, place: str) -> None:
        """Show another view, by its address."""
        self.page.evaluate("place => { location.hash = place }", place)

    def text(self, name: str = NAME) -> str:
        """A file as it is on disk."""
        return (self.folder / name).read_bytes().decode()

    def comes_to(self, text: str, name: str = NAME) -> None:
        """Wait until a file holds a text: the page shows a change before it is written."""
        until = time.monotonic() + PATIENCE / 1000
        while self.text(name) != text and time.monotonic() < until:
            self.page.wait_for_timeout(50)
        assert self.text(name) == text

    def write(self, text: str, name: str = NAME) -> None:
        """Change a file as editors do: beside it, and then in its place."""
        beside = self.folder / f".{name}.new"
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, self.folder / name)

    def keyed(self, key: str) -> Locator:
        """What has this key in the page."""
        return self.page.locator(f'[data-key="{key}"]')

    def point(self, touchpoint: str, kind: str = "experience") -> Locator:
        """The handle of a mark."""
        return self.page.locator(f'[data-point="returns/{touchpoint}/ada/{kind}"]')

    def drag(self, touchpoint: str, scores: float, *, let_go: bool = True) -> None:
        """Drag a mark of the experience by so many steps of the scale, up where positive."""
        handle, plot = self.point(touchpoint), self.page.locator('[data-scale="experience"]').first
        box = handle.bounding_box()
        assert box is not None
        height, ends = plot.evaluate(
            """plot => {
              const {top, bottom, min, max} = plot.dataset
              return [(bottom - top) * plot.ownerSVGElement.getScreenCTM().a, max - min]
            }"""
        )
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x, y - scores / 2 * height / ends)
        mouse.move(x, y - scores * height / ends)
        if let_go:
            mouse.up()

    def forgive(self, status: int) -> None:
        """Pass over what a browser says of its own accord of an answer that had to have this status."""
        self.said = [line for line in self.said if f"status of {status}" not in line]

    def saved(self, text: str) -> None:
        """Wait until the page has said that something was done."""
        expect(self.page.locator("#status")).to_contain_text(text, timeout=PATIENCE)


@contextmanager
def studio(browser: Browser, folder: Path, *options: str, place: str = "", **look: Any) -> Iterator[Open]:
    """A studio over a folder, and its page at a place such as ``/journey/returns/emotion``."""
    command = [sys.executable, "-m", "cxmap", "studio", str(folder), "--no-browser", *options]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        page = browser.new_page(**{"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", **look})
        page.set_default_timeout(PATIENCE)
        opened = Open(page, folder, address)
        page.on("console", lambda message: opened.said.append(message.text))
        page.on("pageerror", lambda error: opened.said.append(str(error)))
        page.goto(address + place)
        yield opened
        page.close()
    finally:
        server.terminate()
        server.communicate(timeout=10)


def returns(folder: Path) -> Path:
    """The project of these tests, written into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "library.cxmap.yaml").write_text(LIBRARY, encoding="utf-8")
    (folder / NAME).write_text(JOURNEY, encoding="utf-8")
    (folder / "cxmap.toml").write_text("", encoding="utf-8")
    return folder
