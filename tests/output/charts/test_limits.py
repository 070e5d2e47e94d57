"""What no chart could show is refused with one line that names the limit and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support import project

from cxmap.output.charts.catalogue import Wish, plan
from cxmap.output.drawing.options import ChartError

if TYPE_CHECKING:
    from cxmap.choices import Chart

JOURNEY = (
    "journey: {{id: j, title: J, personas: [{}], stages: [{{id: s, title: S, touchpoints: [{{id: t, title: T}}]}}]}}\n"
)


def refused(text: str, chart: Chart, wish: Wish | None = None) -> str:
    loaded = project({"p.cxmap.yaml": "cxmap: 1\n" + text})
    [planned] = plan(loaded, loaded.documents, [chart], wish or Wish())
    return str(planned.view) if isinstance(planned.view, ChartError) else ""


def personas(count: int) -> str:
    names = [f"p{i}" for i in range(count)]
    return "".join(["personas:\n", *(f"  {name}: {{name: P}}\n" for name in names), JOURNEY.format(", ".join(names))])


def test_personas() -> None:
    message = "13 personas; a chart shows 12 at most: name those to show with --persona"
    assert refused(personas(13), "emotion") == message
    assert refused(personas(12), "emotion") == ""
    assert refused(personas(13), "emotion", Wish(("p3", "p4"))) == ""


def test_stakeholders() -> None:
    parties = [f"  s{i}: {{title: S, kind: team}}\n" for i in range(101)]
    message = "101 stakeholders; this chart shows 100 at most"
    assert refused("".join(["stakeholders:\n", *parties]), "stakeholders") == message
    assert refused("".join(["stakeholders:\n", *parties[:100]]), "stakeholders") == ""


def test_actions() -> None:
    actions = [f"  a{i}: {{title: A}}\n" for i in range(501)]
    message = "501 actions; this chart shows 500 at most"
    assert refused("".join(["actions:\n", *actions]), "roadmap") == message
    assert refused("".join(["actions:\n", *actions[:500]]), "roadmap") == ""


def tied(count: int) -> str:
    """Parties with so many relations between them."""
    pairs = [(i, k) for i in range(40) for k in range(40) if i != k][:count]
    parties = "".join(
        f"  s{i}: {{title: S, kind: team, relations: ["
        + ", ".join(f"{{to: s{k}, title: t}}" for start, k in pairs if start == i)
        + "]}\n"
        for i in range(40)
    )
    return f"stakeholders:\n{parties}"


def test_relations() -> None:
    assert refused(tied(1001), "stakeholders") == "1,001 relations; this chart shows 1,000 at most"
    assert refused(tied(1000), "stakeholders") == ""
