"""What the tests of rules on the format share: a touchpoint to add to, the one finding of a text, and its fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.lint.fix import apply_fixes
from tests.support import WITHOUT_ADVICE, diagnose_text

if TYPE_CHECKING:
    from cxmap.diagnostic import Diagnostic


HEAD = "cxmap: 1\npersonas: {noor: {name: Noor}}\n"


def fixed(text: str) -> str:
    """The text after one pass of all fixes."""
    fixes = [one.fix for one in diagnose_text(text, WITHOUT_ADVICE) if one.fix]
    return apply_fixes(text, fixes)[0]


TOUCHPOINT = """\
cxmap: 1
personas: {noor: {name: Noor}}
journey:
  id: shoes
  title: Shoes
  personas: [noor]
  stages:
    - id: choice
      title: Choice
      touchpoints:
        - id: try-on
          title: Tries on
"""


def only(text: str) -> Diagnostic:
    found = diagnose_text(text, WITHOUT_ADVICE)
    assert len(found) == 1, [f"{one.code} {one.message}" for one in found]
    return found[0]
