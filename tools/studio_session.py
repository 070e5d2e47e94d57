"""``python -m tools.studio_session``: writes the page of a session in the studio, from nothing to a chart.

Every step is done in the browser, with chromium, and what git says after it is put below it. A test does the same, and
compares.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from tests.browser.studio import Open

PAGE = Path(__file__).parents[1] / "docs/how-to/studio-session.md"
CHROMIUM = "/usr/bin/chromium"
FOLDER = "parcels"
INTRODUCTION = """\
# A session in the studio, step by step

A journey from an empty folder to a chart, and no YAML is typed. Below each step is what `git diff` shows after it.
Every step was done in a browser by `python -m tools.studio_session`, which wrote this page; a test does it again.

```sh
mkdir parcels && cd parcels
git init
touch cxmap.toml
cxmap studio
```
"""
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{role}_{what}": "reader@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}
PLACE = "/journey/sends-a-parcel-back/emotion"


def _persona(made: Open) -> None:
    made.keyed("new-persona").click()
    made.page.locator("#new-title").fill("Ada")
    made.page.keyboard.press("Enter")
    made.saved("Ada: added")


def _journey(made: Open) -> None:
    made.page.keyboard.press("Escape")
    made.keyed("nav-new-journey").click()
    made.page.locator("#new-title").fill("Sends a parcel back")
    made.page.keyboard.press("Enter")
    made.saved("Sends a parcel back: added")
    made.page.locator("tr[data-touchpoint]").first.wait_for()


def _name(made: Open) -> None:
    made.page.locator("tr[data-touchpoint] [data-key^=row-]").first.click()
    made.keyed("f-title").fill("Looks up how it works")
    made.page.keyboard.press("Tab")
    made.saved("Title")
    made.page.keyboard.press("Escape")


def _touchpoint(made: Open) -> None:
    made.page.locator('[data-key^="add-touchpoint-"]').first.click()
    made.page.keyboard.type("Prints the label")
    made.page.keyboard.press("Enter")
    made.saved("Prints the label: added")
    made.page.keyboard.press("Escape")


def _scores(made: Open) -> None:
    for row, figures in zip(("", "prints-the-label"), ((6, 8), (8, 4)), strict=True):
        for kind, figure in zip(("importance", "experience"), figures, strict=True):
            at = f'[data-key^="score-{row}"][data-key$="/ada/{kind}"]'
            made.page.locator(at).first.fill(str(figure))
            made.page.keyboard.press("Tab")
            made.saved(f"{kind}: {figure}")


def _drag(made: Open) -> None:
    handle = made.page.locator('[data-point*="/prints-the-label/"][data-point$="/experience"]')
    handle.wait_for(state="attached")
    handle.focus()
    for _ in range(3):
        made.page.keyboard.press("ArrowDown")
    made.saved("Prints the label, experience: 2.5")


def _write(made: Open) -> None:
    made.keyed("row-prints-the-label").click()
    made.keyed("f-doing").fill("Looks for somebody with a printer")
    made.page.keyboard.press("Tab")
    made.saved("Doing")


def _move(made: Open) -> None:
    made.keyed("panel-earlier").click()
    made.saved("moved")


def _undo(made: Open) -> None:
    made.page.keyboard.press("Escape")
    made.page.locator("body").press("Control+z")
    made.saved("Undone")


STEPS: tuple[tuple[str, Callable[[Open], None]], ...] = (
    ("Press *New persona*, type `Ada`, Enter.", _persona),
    ("Press *New journey*, type `Sends a parcel back`, Enter: it comes with a first touchpoint.", _journey),
    ("Press the touchpoint, and type its title: `Looks up how it works`.", _name),
    ("Press *+ Touchpoint*, type `Prints the label`, Enter.", _touchpoint),
    ("Type four scores into the table: 6 and 8, 8 and 4.", _scores),
    ("In the chart, take the second mark down, by dragging it or with ↓ three times.", _drag),
    ("Press *Prints the label*; under *Doing* write `Looks for somebody with a printer`.", _write),
    ("Press *Earlier*.", _move),
    ("That was wrong: Ctrl-Z.", _undo),
)


def record(browser: Browser, folder: Path) -> str:
    """Go through the session in an empty folder.

    Returns:
        The page of it.
    """
    from tests.browser.studio import studio

    (folder / "cxmap.toml").touch()
    _git(folder, "init", "-q")
    _git(folder, "add", ".")
    _git(folder, "commit", "-qm", "Begin")
    parts = [INTRODUCTION]
    with studio(browser, folder, "--lang", "en") as made:
        for number, (text, step) in enumerate(STEPS, 1):
            step(made)
            _git(folder, "add", "--intent-to-add", ".")
            diff = [line for line in _git(folder, "diff", "-U1").splitlines() if not line.startswith("index ")]
            parts.append(f"## {number}. {text}\n\n```diff\n" + "\n".join(diff) + "\n```\n")
            _git(folder, "commit", "-qam", text)
        made.page.locator("figure svg").wait_for()
    parts.append("## The ranking, and the chart as a file\n\nWhat was built is like any other project:\n\n```")
    commands = ("cxmap gaps", "cxmap render --chart emotion -o emotion.svg")
    parts += [f"$ {command}\n{_run(folder, *command.split())}".rstrip() for command in commands]
    parts.append("```\n")
    return "\n".join(parts)


def _git(folder: Path, *arguments: str) -> str:
    return _run(folder, "git", *arguments)


def _run(folder: Path, *command: str) -> str:
    whole = [sys.executable, "-m", *command] if command[0] == "cxmap" else command
    ran = subprocess.run(whole, cwd=folder, env=os.environ | GIT, check=True, capture_output=True, encoding="utf-8")
    return ran.stdout


@contextmanager
def _chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def main() -> None:
    """Write the page."""
    with tempfile.TemporaryDirectory() as outer, _chromium() as browser:
        folder = Path(outer) / FOLDER
        folder.mkdir()
        PAGE.write_text(record(browser, folder), encoding="utf-8")


if __name__ == "__main__":
    main()
