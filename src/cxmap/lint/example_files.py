"""The files that the rules' examples have in common, so that each shows what it is about."""

from __future__ import annotations

from typing import Final

PEOPLE: Final = """\
--- library.cxmap.yaml
cxmap: 1
segments:
  beginners: {title: New runners}
personas:
  noor:
    name: Noor de Wit
    segment: beginners
    story: Noor has signed up for her first 5 km and has never bought running shoes.
    goals: [Run without pain]
stakeholders:
  store: {title: Store team, kind: team}
  online: {title: Online team, kind: team}
"""

SOURCES: Final = """\
sources:
  interviews: {title: Twelve interviews, kind: interview}
  sellers: {title: Round of the shop floor, kind: employees}
"""

LIBRARY: Final = PEOPLE + SOURCES

JOURNEY: Final = """\
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
          wow: A message from the seller that evening
          scores: {importance: 9, experience: 8, source: interviews}
          evidence: [{source: sellers, quote: They come back to tell us how it went.}]
"""
