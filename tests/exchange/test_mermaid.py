"""Mermaid's journey diagrams: every form found in the wild becomes a journey, and the way back keeps what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.analysis.ranking.gaps import gaps
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.mermaid.blocks import journey_blocks
from cxmap.exchange.mermaid.diagram import read_diagram
from cxmap.exchange.mermaid.from_journey import diagram as drawn
from cxmap.exchange.mermaid.to_journey import Taken, journey
from tests.profiles import examples
from tests.support import diagnose_text, project

FILE = "journey.cxmap.yaml"


def read(text):
    (block,) = journey_blocks(text)
    return read_diagram(block)


def told(diagram):
    """What a diagram says, to compare: title, and each section with its tasks."""
    tasks = [(one.name, [(task.name, task.score, set(task.actors)) for task in one.tasks]) for one in diagram.sections]
    return diagram.title, [(name, inside) for name, inside in tasks if inside]


def taken_over(diagram, **options):
    return journey(diagram, name="Journey", taken=Taken(), **options)


def way_back(diagram, **options):
    """The diagram of the journey that a diagram became."""
    loaded = project({FILE: taken_over(diagram, **options).text})
    ((document, found),) = loaded.journey_documents()
    return drawn(loaded, document, found).text


TASKS = "section Go\nMake tea: 5: Me\nWalk: 3: Me, Cat"
FORMS = {
    "as documented": "journey\n  title Day\n  section Go\n    Make tea: 5: Me\n    Walk: 3: Me, Cat\n",
    "CRLF": "journey\r\n  title Day\r\n  section Go\r\n    Make tea: 5: Me\r\n    Walk: 3: Me, Cat\r\n",
    "CR": "journey\r  title Day\r  section Go\r    Make tea: 5: Me\r    Walk: 3: Me, Cat\r",
    "tabs": "journey\n\ttitle Day\n\tsection Go\n\t\tMake tea: 5: Me\n\t\tWalk:\t3:\tMe,\tCat\n",
    "no indentation": f"journey\ntitle Day\n{TASKS}",
    "indentation that means nothing": "   journey\ntitle Day\n      section Go\n Make tea: 5: Me\n\n Walk: 3: Me, Cat",
    "blanks before the colon": "journey\ntitle Day\nsection Go\nMake tea   : 5 : Me\nWalk : 3 : Me , Cat",
    "no blanks at all": "journey\ntitle Day\nsection Go\nMake tea:5:Me\nWalk:3:Me,Cat",
    "quotes": 'journey\ntitle "Day"\nsection "Go"\n"Make tea": 5: "Me"\n"Walk": 3: "Me", "Cat"',
    "front matter": f"---\ntitle: Day\n---\njourney\n{TASKS}",
    "front matter, indented": f"---\n    title: 'Day'\n    ---\n  journey\n{TASKS}",
    "a title for those who cannot see": f"journey\naccTitle: Day\n{TASKS}",
    "comments and directives": f"%% c\n%%{{init: {{\n 'theme': 'dark'}}}}%%\njourney\n%% c\ntitle Day\n  %% c\n{TASKS}",
    "a comma too many": "journey\ntitle Day\nsection Go\nMake tea: 5: Me,\nWalk: 3: Me, Cat, ,Me",
    "decimals and signs": "journey\ntitle Day\nsection Go\nMake tea: 5.0: Me\nWalk: +3: Me, Cat",
    "capital letters": "Journey\nTitle Day\nSECTION Go\nMake tea: 5: Me\nWalk: 3: Me, Cat",
    "a semicolon at the end": "journey;\ntitle Day;\nsection Go;\nMake tea: 5: Me;\nWalk: 3: Me, Cat;",
    "line breaks and entities": "journey\ntitle D#97;y\nsection Go\nMake<br/>tea: 5: Me\nWalk: 3: Me, Cat",
    "in Markdown": f"# x\n\n```mermaid\njourney\ntitle Day\n{TASKS}\n```\n",
    "in a longer fence": f"````mermaid\njourney\ntitle Day\n{TASKS}\n````\n```\nx\n```",
    "in a list": "\n  ".join(["- x\n", "~~~ mermaid", "journey", "title Day", *TASKS.split("\n"), "~~~"]),
    "in a quotation": "\n> ".join(["> x", "```mermaid", "journey", "title Day", *TASKS.split("\n"), "```"]),
    "in Azure DevOps": f"::: mermaid\njourney\ntitle Day\n{TASKS}\n:::\n",
    "in Pandoc": f"```{{.mermaid}}\njourney\ntitle Day\n{TASKS}\n```\n",
    "in HTML": f'<pre class="mermaid">\njourney\ntitle Day\n{TASKS}\n</pre>',
    "a fence that never closes": f"```mermaid\njourney\ntitle Day\n{TASKS}\n",
}
SAME = ("Day", [("Go", [("Make tea", 5, {"Me"}), ("Walk", 3, {"Me", "Cat"})])])


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS.keys())
def test_every_form_says_the_same(text):
    assert told(read(text)) == SAME


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS.keys())
def test_every_form_becomes_a_journey_that_validates_and_comes_back(text):
    diagram = read(text)
    made = taken_over(diagram)
    assert [one for one in diagnose_text(made.text) if one.severity == "error"] == []
    assert told(read(way_back(diagram))) == SAME


def test_a_journey_file():
    text = (
        "journey\n  title My day\n  accDescr {\n    A day,\n    in short\n  }\n  Wake up: 2\n"
        "  section At work: morning\n    Make tea: 5: Me, Cat\n    Make tea: 4: Me\n    Feed the cat: 3: Cat\n"
    )
    assert taken_over(read(text)).text.split("\n", 1)[1] == (
        "# x-actors: who takes part where the customer does not, as the diagram has it.\n"
        "cxmap: 1\n\npersonas:\n  me: {name: Me}\n\nstakeholders:\n  cat: {title: Cat, kind: other}\n\n"
        "journey:\n  id: my-day\n  title: My day\n  description: A day, in short\n  personas: [me]\n"
        "  scale: {min: 1, max: 5}\n  stages:\n    - id: start\n      title: Start\n      x-no-section: true\n"
        "      touchpoints:\n        - id: wake-up\n          title: Wake up\n          scores: {experience: 2}\n"
        '          x-actors: []\n    - id: at-work-morning\n      title: "At work: morning"\n      touchpoints:\n'
        "        - id: make-tea\n          title: Make tea\n          supported_by: [cat]\n"
        "          scores: {experience: 5}\n        - id: make-tea-2\n          title: Make tea\n"
        "          scores: {experience: 4}\n        - id: feed-the-cat\n          title: Feed the cat\n"
        "          supported_by: [cat]\n          scores: {experience: 3}\n          x-actors: [cat]\n"
    ).replace("x-actors: [cat]", "x-actors: [Cat]")


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("Wait: 5 minutes: 3: Me", ("Wait: 5 minutes", 3, {"Me"})),
        ("section chief: 3: Me", ("section chief", 3, {"Me"})),
        ("Title deed: 3: Me", ("Title deed", 3, {"Me"})),
        ("Walk: 3", ("Walk", 3, set())),
        ("Walk: 3:", ("Walk", 3, set())),
        ("Walk: : Me", ("Walk", None, {"Me"})),
        ("Walk: good: Me", ("Walk", None, {"Me"})),
        ("散步: 3: 我, 猫", ("散步", 3, {"我", "猫"})),
        ("Walk：now: 3: Me", ("Walk：now", 3, {"Me"})),
    ],
)
def test_tasks(line, task):
    assert told(read(f"journey\n{line}\n")) == ("", [(None, [task])])


def test_a_section_without_a_name_stays_apart():
    diagram = read("journey\nsection\nA: 1: Me\nsection B\nC: 2: Me\nsection\nD: 3: Me\n")
    assert [one.name for one in read(way_back(diagram)).sections] == [None, "B", "Start"]


def test_what_could_not_be_carried_is_listed_with_its_line():
    text = "journey\ntitle A\naccTitle: B\nsection Empty\nsection S\nSay hello\nWalk: : Me\nRun: 3: Me\n"
    assert taken_over(read(text)).left == (
        "line 1: a second title: 'B'",
        "line 4: a section without tasks: 'Empty'",
        "line 6: not a task: 'Say hello'",
        "line 7: no score: 'Walk'",
    )


def test_scores_outside_the_scale_are_refused_with_the_scale_that_fits():
    diagram = read("journey\nA: 7: Me\nB: 0\nC: 3\n")
    with pytest.raises(ForeignError) as refused:
        taken_over(diagram)
    assert refused.value.problems == (
        "line 2: the score 7 of 'A' is outside 1 to 5",
        "line 3: the score 0 of 'B' is outside 1 to 5",
        "say what the scale is, such as --scale 0,7",
    )
    assert taken_over(diagram, scale=(0, 7)).data["journey"]["scale"] == {"min": 0, "max": 7}


@pytest.mark.parametrize(
    "text", ["# A\n```mermaid", "```mermaid\n```", "---\n---", "```mermaid\n---\ntitle: A\n---\n```"]
)
def test_a_diagram_without_lines_is_none(text):
    assert journey_blocks(text) == []


def test_a_score_beyond_all_numbers_is_refused():
    with pytest.raises(ForeignError, match="the score inf of 'A' is outside 1 to 5"):
        taken_over(read(f"journey\nA: {'9' * 400}: Me\n"))


@pytest.mark.parametrize(
    ("tasks", "options", "persona"),
    [
        ("A: 1: Me, Cat\nB: 1: Cat\n", {}, "Cat"),
        ("A: 1: Me, Cat\n", {}, "Me"),
        ("A: 1: Me, Cat\nB: 1: Cat\n", {"customer": "Me"}, "Me"),
        ("A: 1\n", {}, "Customer"),
        ("A: 1\n", {"customer": "Ann"}, "Ann"),
    ],
)
def test_the_customer(tasks, options, persona):
    data = taken_over(read("journey\n" + tasks), **options).data
    assert [one["name"] for one in data["personas"].values()] == [persona]


def test_a_customer_whom_nobody_knows_is_refused():
    with pytest.raises(ForeignError, match="unknown actor 'Dog'; the actors are 'Me', 'Cat'"):
        taken_over(read("journey\nA: 1: Me, Cat\n"), customer="Dog")


def test_several_diagrams_share_who_takes_part():
    blocks = journey_blocks(
        "```mermaid\njourney\ntitle A\nB: 1: Me\n```\n```mermaid\njourney\ntitle A\nC: 2: Me\n```\n"
    )
    taken = Taken()
    first, second = (journey(read_diagram(block), name="x", taken=taken) for block in blocks)
    assert (first.id, second.id) == ("a", "a-2")
    assert "personas" in first.data
    assert "personas" not in second.data


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Journey\n\nJourney to the centre: 5: Me\n",
        "```mermaid\ngraph TD\n```\n",
        "<!--\n```mermaid\njourney\nA: 1\n```\n-->\n",
        "```yaml\njourney:\n  id: x\n```\n",
        "journey:\n  id: x\n",
    ],
)
def test_what_is_no_diagram(text):
    assert journey_blocks(text) == []


def test_a_diagram_without_a_task_is_refused():
    with pytest.raises(ForeignError, match="line 1: this journey diagram has no task"):
        read("journey\ntitle A\n")


@pytest.mark.parametrize(
    "text", ["journey\n" + "a" * 10**6, "journey\n" + " " * 10**6 + "x", "%%{" * 10**5, "<div " * 10**5]
)
def test_long_lines_take_no_time(text):
    for block in journey_blocks(text):
        with pytest.raises(ForeignError):
            read_diagram(block)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12).filter(
    str.strip
)
NAMES = st.one_of(
    st.sampled_from(["Me", "a: b", "x;y", "#1", "title", "section 2", "–", "100%", '"q"', "a, b", "%%x"]), TEXTS
)


def _spoken(text):
    return " ".join(text.split())


@examples(60)
@given(
    title=NAMES,
    sections=st.lists(
        st.tuples(NAMES, st.lists(st.tuples(NAMES, st.integers(1, 5), st.sets(st.sampled_from("abc"))), min_size=1)),
        min_size=1,
        max_size=3,
    ),
)
def test_hostile_names_stay_names_all_the_way(title, sections):
    """Whatever a name holds, a diagram keeps its structure, and a diagram that cxmap drew comes back as it was."""
    from cxmap.text.escape import mermaid

    lines = ["%% from cxmap: x, scale 1 to 5", "journey", f"title {mermaid(title)}"]
    for name, tasks in sections:
        lines.append(f"section {mermaid(name)}")
        lines += [f"{mermaid(task)}: {score}: {', '.join(sorted(actors))}" for task, score, actors in tasks]
    diagram = read("\n".join(lines))
    assert [[task.score for task in section.tasks] for section in diagram.sections] == [
        [score for _, score, _ in tasks] for _, tasks in sections
    ]
    assert told(read(way_back(diagram))) == told(diagram)


TWO = """cxmap: 1
segments: {s: {title: S, share: SHARE}, t: {title: T, share: 0.1}}
personas: {p: {name: Piet, segment: s}, q: {name: Quin, segment: t}}
journey:
  id: r
  title: R
  personas: [p, q]
  stages:
    - id: f
      title: F
      touchpoints:
        - id: a
          title: Overridden
          scores: {importance: 9, experience: 8}
          by_persona: {p: {scores: {importance: 9, experience: 2}}, q: {scores: {importance: 9, experience: 6}}}
        - {id: b, title: One, scores: {importance: 5, experience: 8}, by_persona: {p: {scores: {experience: 4}}}}
        - {id: c, title: Hers, personas: [q], scores: {importance: 7, experience: 6}}
        - {id: d, title: No importance, scores: {experience: 7}, by_persona: {q: {scores: {experience: 3}}}}
"""


@pytest.mark.parametrize(
    ("share", "marks"),
    [
        ("0.9", [2.4, 4.4, 6, 6.6]),
        ("0.1", [4, 6, 6, 5]),
        ("0", [6, 8, 6, 3]),
        ("0.9, priority: none", [6, 8, 6, 3]),
        ("0.9, priority: target", [2, 4, 6, 7]),
    ],
)
def test_without_a_persona_the_mark_is_the_mean_over_all(share, marks):
    loaded = project({FILE: TWO.replace("SHARE", share)})
    ((document, found),) = loaded.journey_documents()
    shown = [float(line.split(":")[1]) for line in drawn(loaded, document, found).text.splitlines() if "      " in line]
    assert shown == marks
    together = {row.touchpoint: row.experience for row in gaps(loaded).rows if row.kind == "combined"}
    assert {"a", "b"} <= set(together)  # only q passes c, who is not in focus in the last case
    assert together == pytest.approx({name: mark for name, mark in zip("abc", marks, strict=False) if name in together})
