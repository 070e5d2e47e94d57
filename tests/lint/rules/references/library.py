"""What the tests of references share: a library, and a journey beside it."""

from __future__ import annotations

LIBRARY = """\
cxmap: 1
segments: {beginners: {title: Beginners}}
personas:
  noor: {name: Noor, segment: beginners}
  andre: {name: Andre}
stakeholders: {store: {title: Store, kind: team}, brand: {title: Brand, kind: supplier}}
channels: {web: {title: Web, kind: digital}, shop: {title: Shop, kind: physical, run_by: brand}}
sources: {survey: {title: Survey, kind: survey}, talk: {title: Talk, kind: interview}}
metrics: {nps: {title: NPS, better: higher}}
"""


USES = """\
journey:
  id: all
  title: Everything
  personas: [noor, andre]
  stages:
    - id: s
      title: S
      touchpoints:
        - id: a
          title: A
          channel: web
          also_through: [shop]
          metrics: [nps]
          evidence: [{source: survey}, {source: talk}]
"""  # refers to everything, so that nothing is unused


def journey(head: str = "", *touchpoints: str, file_end: str = "") -> dict[str, str]:
    """A project whose second file holds a journey ``mine`` with the given fields and touchpoints."""
    lines = "".join(f"        - {one}\n" for one in touchpoints or ["{id: a, title: A}", "{id: b, title: B}"])
    text = f"""cxmap: 1
journey:
  id: mine
  title: Mine
  personas: [noor]
{head}  stages:
    - id: s
      title: S
      touchpoints:
{lines}{file_end}"""
    return {"a.cxmap.yaml": LIBRARY + USES, "b.cxmap.yaml": text}
