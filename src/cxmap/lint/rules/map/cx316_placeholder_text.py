"""CX316: text that was never filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from cxmap.diagnostic import Severity
from cxmap.lint.example_files import JOURNEY, LIBRARY
from cxmap.lint.finding import Finding, value
from cxmap.lint.messages import shown
from cxmap.lint.rule import Rule
from cxmap.model.placeholders import SAMPLE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.project import Project
    from cxmap.yaml.values import Key, Pointer, Value

    # The last step and the way to it: much cheaper than a pointer for every text, of which few are needed.
    Way: TypeAlias = "tuple[Way, Key] | None"

UNFILLED = re.compile(r"(?:TODO|TBD)\b|\{[^{}]*\}$|<[^<>]*>$")
FIRST_LETTERS = ("T", "{", "<")
LOREM_IPSUM = "lorem ipsum"


def check(project: Project) -> Iterator[Finding]:
    """Text values that are still a template's, or a note to oneself."""
    for document in project.reported:
        for text, way in _placeholders(document.data) if document.understood else ():
            from cxmap.model.introspection import shape_at  # here, because hardly any file gets here

            pointer = _pointer(way)
            if shape_at(pointer) is not None and not document.is_wrong(pointer):
                yield Finding(
                    value(document, *pointer),
                    f"{shown(text)} was never filled in",
                    help="write what is true here, or remove the key",
                )


def is_placeholder(text: str) -> bool:
    """Whether a text stands for one that is still to be written."""
    bare = text.strip()
    return (
        (bare.startswith(FIRST_LETTERS) and UNFILLED.match(bare) is not None)
        or bare in SAMPLE_TEXTS
        or (len(bare) >= len(LOREM_IPSUM) and LOREM_IPSUM in bare.lower())
    )


def _placeholders(root: dict[Key, Value]) -> Iterator[tuple[str, Way]]:
    """The placeholders among all text values of a file, each with the way to it, under the user's own keys as well."""
    waiting: list[tuple[dict[Key, Value] | list[Value], Way]] = [(root, None)]
    while waiting:
        data, way = waiting.pop()
        for key, item in data.items() if isinstance(data, dict) else enumerate(data):
            if isinstance(item, str):
                if is_placeholder(item):
                    yield item, (way, key)
            elif isinstance(item, (dict, list)):
                waiting.append((item, (way, key)))


def _pointer(way: Way) -> Pointer:
    steps: list[Key] = []
    while way is not None:
        way, step = way
        steps.append(step)
    return tuple(reversed(steps))


RULE = Rule(
    code="CX316",
    name="placeholder-text",
    severity=Severity.WARNING,
    summary="text that was never filled in: it starts with TODO or TBD, contains lorem ipsum, is as a whole {…} or "
    "<…>, or is the sample text of a new file",
    why="What was to be filled in later ends up on the wall, in the report and before the board. An empty place is "
    "honest, a placeholder looks like an answer.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
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
        - id: first-run
          title: Goes for the first run
          feeling: ⟦TODO ask Noor⟧
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
    + LIBRARY,
    good=JOURNEY + LIBRARY,
    check=check,
)
