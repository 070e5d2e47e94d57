"""Small projects for the tests of single rules: a library, and one journey made of touchpoints in flow style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support import TODAY, diagnose_files

if TYPE_CHECKING:
    import datetime as dt

    from cxmap.diagnostic import Diagnostic

LIBRARY = """\
cxmap: 1
segments: {runners: {title: Runners}}
personas:
  noor: {name: Noor, segment: runners, story: Starts to run., goals: [Run 5 km]}
  andre: {name: André, segment: runners, story: Starts again., goals: [Run 10 km]}
stakeholders:
  store: {title: Store, kind: team}
  online: {title: Online, kind: team}
  partner: {title: Partner, kind: partner}
channels:
  web: {title: Website, kind: digital}
  app: {title: App, kind: digital}
  shop: {title: Shop, kind: physical}
  phone: {title: Telephone, kind: human}
  market: {title: Market place, kind: digital, run_by: partner}
sources:
  interviews: {title: Interviews, kind: interview}
  sellers: {title: Sellers, kind: employees}
  survey: {title: Survey, kind: survey, date: 2026-03-31, scale: {min: 1, max: 5}}
  wall: {title: Workshop, kind: workshop}
  bent: {title: Survey with a wrong scale, kind: survey, scale: {min: 5, max: 1}}
"""


def journey_text(*touchpoints: str, journey: str = "", stage: str = "", more: str = "") -> str:
    """A journey file.

    Args:
        touchpoints: Each in flow style.
        journey: Lines of the journey besides id, title and stages; without ``personas`` it is Noor's.
        stage: What the one stage has besides id, title and touchpoints, in flow style.
        more: Other sections of the file.
    """
    lines = journey.splitlines()
    if not any(line.startswith("personas:") for line in lines):
        lines.insert(0, "personas: [noor]")
    head = "".join(f"  {line}\n" for line in lines)
    stages = f"  stages: [{{id: s, title: S, {stage}{', ' if stage else ''}touchpoints: [{', '.join(touchpoints)}]}}]\n"
    return f"cxmap: 1\njourney:\n  id: j\n  title: J\n{head}{stages}{more}"


def findings(
    code: str,
    *touchpoints: str,
    journey: str = "",
    stage: str = "",
    more: str = "",
    config: str = "",
    today: dt.date = TODAY,
) -> list[Diagnostic]:
    """What one rule finds in a journey beside the library; see ``journey_text``."""
    text = journey_text(*touchpoints, journey=journey, stage=stage, more=more)
    files = {"journey.cxmap.yaml": text, "library.cxmap.yaml": LIBRARY, "cxmap.toml": config}
    return [one for one in diagnose_files(files, today=today) if one.code == code]


def pointers(found: list[Diagnostic]) -> list[str]:
    """Where, as JSON pointers below the one stage's touchpoints where they lie there."""
    return [one.pointer.removeprefix("/journey/stages/0/touchpoints") for one in found]
