"""CX319: a contact on the organisation's own channel that nobody answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import lacks, thing
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project


def check(project: Project) -> Iterator[Finding]:
    """Touchpoints on our own channels without an owner."""
    for document, _ in project.journey_documents():
        for placed in document.touchpoints():
            if not placed.touchpoint.owner and lacks(document, (*placed.pointer, "owner")):
                channels = [experience.channel for experience, _ in placed.variants]
                own = next((name for name in channels if name and _is_own(project, name)), None)
                if own is not None:
                    yield Finding(
                        first_key(document, *placed.pointer),
                        f"nobody owns {thing(document, placed.pointer)}, on your own channel '{own}'",
                        help="add 'owner': the department or team that answers for it",
                    )


def _is_own(project: Project, channel: str) -> bool:
    definition = project.definition("channels", channel) if channel in project.channels else None
    return definition is not None and lacks(definition.document, (*definition.pointer, "run_by"))


RULE = Rule(
    code="CX319",
    name="ownerless-touchpoint",
    severity=Severity.ADVICE,
    summary="a touchpoint on the organisation's own channel has no owner",
    why="Everybody is responsible for the journey, and for each contact one department or team answers. Without a name "
    "beside it, an improvement has nobody to start it and a complaint nobody to go to. A channel of somebody else "
    "says so in run_by.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
channels:
  email: {title: E-mail, kind: digital}
journey:
  id: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
  ends_with: Goes for the first run
  stages:
    - id: use
      title: Running
      touchpoints:
        - ⟦id⟧: tips
          title: Gets tips for the first weeks
          channel: email
          wow: A message from the seller after the first run
          scores: {importance: 8, experience: 7, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    good="""\
--- journey.cxmap.yaml
cxmap: 1
channels:
  email: {title: E-mail, kind: digital}
journey:
  id: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
  ends_with: Goes for the first run
  stages:
    - id: use
      title: Running
      touchpoints:
        - id: tips
          title: Gets tips for the first weeks
          channel: email
          owner: online
          wow: A message from the seller after the first run
          scores: {importance: 8, experience: 7, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    check=check,
)
