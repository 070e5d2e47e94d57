"""Outlines: notes as people type them become a journey, and the way back keeps all that the grammar holds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cxmap.diagnostic import Severity
from cxmap.exchange.draft.journey import (
    DURATIONS,
    FIELDS,
    SHARED,
    TEXTS,
    ExperienceDraft,
    JourneyDraft,
    Marks,
    SourceDraft,
    StageDraft,
    TouchpointDraft,
)
from cxmap.exchange.draft.to_journey import KnownNames, to_journey
from cxmap.exchange.draft.values import date, duration, participants
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.outline.from_journey import OutlineDraft
from cxmap.exchange.outline.read import read_outline
from cxmap.exchange.outline.write import write_outline
from cxmap.text.suggestions import fold
from tests.profiles import examples
from tests.support import diagnose_text, project

GOLDEN = Path(__file__).parent / "golden" / "outline"
FILE = "journey.cxmap.yaml"


def made(text, **options):
    """The file and all remarks of an outline."""
    outline = read_outline(text, **options)
    new = to_journey(outline.draft, KnownNames(), name="Notes")
    marks = [f"{line}: scores {written}: {title}" for line, title, written in outline.marks]
    remarks = [f"{line}: {sentence}" for line, sentence in outline.remarks]
    return new, [new.account, *marks, *new.remarks, *remarks]


def stage(text, **options):
    """The touchpoints of one stage, and the remarks on them."""
    outline = read_outline(f"## Stage\n{text}", **options)
    return outline.draft.touchpoints, [sentence for _, sentence in outline.remarks]


def only(text, **options):
    (touchpoint,), remarks = stage(text, **options)
    return touchpoint, remarks


@pytest.mark.parametrize("name", ["workshop", "notities"])
def test_an_outline_becomes_a_journey(name):
    new, remarks = made((GOLDEN / f"{name}.md").read_text(encoding="utf-8"))
    assert new.text == (GOLDEN / f"{name}.cxmap.yaml").read_text(encoding="utf-8")
    assert "\n".join(remarks) + "\n" == (GOLDEN / f"{name}.remarks.txt").read_text(encoding="utf-8")
    assert [found for found in diagnose_text(new.text) if found.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", ["workshop", "notities"])
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_an_outline_is_stable_after_one_pass(name, lang):
    def again(text):
        loaded = project({FILE: made(text)[0].text})
        ((document, journey),) = loaded.journey_documents()
        exported = OutlineDraft(loaded, document, journey)
        assert exported.left == []
        return write_outline(exported.draft, lang)

    once = again((GOLDEN / f"{name}.md").read_text(encoding="utf-8"))
    assert again(once) == once


MARKS = [  # what is typed, what is the title, importance / experience / desired
    ("Pays 8/7.5", "Pays", (8, 7.5, None)),
    ("Pays 8/7,5", "Pays", (8, 7.5, None)),
    ("Pays 8 / 7", "Pays", (8, 7, None)),
    ("Pays 8/6>8", "Pays", (8, 6, 8)),
    ("Pays 8/6 -> 8", "Pays", (8, 6, 8)),
    ("Pays 8/6→8", "Pays", (8, 6, 8)),
    ("Pays 8/-", "Pays", (8, None, None)),
    ("Pays -/7", "Pays", (None, 7, None)),
    ("Pays 8>9", "Pays", (8, None, 9)),
    ("Pays  8", "Pays", (8, None, None)),
    ("Pays 8", "Pays 8", (None, None, None)),
    ("Pays #shop 8", "Pays", (8, None, None)),
    ("Pays 8/7 #shop", "Pays", (8, 7, None)),
    ("Pays 8/7 !", "Pays", (8, 7, None)),
    ("Pays 8/7 (at the till)", "Pays (at the till)", (8, 7, None)),
    ("Pays 8/7.", "Pays", (8, 7, None)),
    ("Pays importance 8 experience 7", "Pays", (8, 7, None)),
    ("Betaalt belang 9 ervaring 4 (gewenst 8)", "Betaalt", (9, 4, 8)),
    ("Betaalt belang: 9, ervaring: 4", "Betaalt", (9, 4, None)),
    ("24/7 helpdesk", "24/7 helpdesk", (None, None, None)),
    ("1/2 price for members", "1/2 price for members", (None, None, None)),
    ("Helpdesk 24/7", "Helpdesk 24/7", (None, None, None)),
    ("Open on 12/3", "Open on 12/3", (None, None, None)),
    ("Pays 8/11", "Pays 8/11", (None, None, None)),
    ("Pays 8/7 6/5", "Pays 8/7 6/5", (None, None, None)),
    ("Reads 3/4/2026", "Reads 3/4/2026", (None, None, None)),
    ("Route 66", "Route 66", (None, None, None)),
    ("Pays 8\\/7", "Pays 8/7", (None, None, None)),
    ("Pays -/-", "Pays -/-", (None, None, None)),
]


@pytest.mark.parametrize(("typed", "title", "marks"), MARKS, ids=[typed for typed, _, _ in MARKS])
def test_marks_are_what_stands_last_and_nothing_else(typed, title, marks):
    touchpoint, remarks = only(f"- {typed}")
    assert touchpoint.title == title
    assert touchpoint.shared.marks == Marks(*marks)
    if "/" in title and "\\" not in typed and title not in {"Reads 3/4/2026", "Pays -/-"}:
        assert remarks  # what looks like marks and was not read is told


def test_a_scale_decides_what_can_be_a_mark():
    outline = read_outline("Scale: 0 tot 100\n## Stage\n- Helpdesk 24/7\n")
    assert outline.draft.touchpoints[0].shared.marks == Marks(24, 7)
    assert [written for _, _, written in outline.marks] == ["24/7"]


TAGS = [  # what is typed, title, channels, owners, personas, moment of truth
    ("Pays #shop @store !", "Pays", ["shop"], ["store"], [], True),
    ("Pays #shop, @store; cash", "Pays cash", ["shop"], ["store"], [], False),
    ("Learns C# from #1 at a@b.nl", "Learns C# from #1 at a@b.nl", [], [], [], False),
    ("Finally!", "Finally!", [], [], [], False),
    ("50% off", "50% off", [], [], [], False),
    ("Belt #telefoon de klant", "Belt de klant", ["telefoon"], [], [], False),
    ('Belt @"Team Klantcontact" @planning', "Belt", [], ["Team Klantcontact", "planning"], [], False),
    ("Belt (alleen Henk)", "Belt", [], [], ["Henk"], False),
    ("Calls (only Henk and Noor) 8/7", "Calls", [], [], ["Henk", "Noor"], False),
    ("Calls %Henk", "Calls", [], [], ["Henk"], False),
    ("[ ] Calls **twice** at [[Shop|the shop]]", "Calls twice at the shop", [], [], [], False),
    ("Calls\u00a0#phone", "Calls", ["phone"], [], [], False),
    ("Reads \\#hashtag and \\@name", "Reads #hashtag and @name", [], [], [], False),
]


@pytest.mark.parametrize(("typed", "title", "channels", "owners", "personas", "moment"), TAGS)
def test_tags_start_a_word(typed, title, channels, owners, personas, moment):
    touchpoint, _ = only(f"- {typed}")
    assert (touchpoint.title, touchpoint.channels, touchpoint.owners) == (title, channels, owners)
    assert (touchpoint.personas, touchpoint.moment_of_truth) == (personas, moment)


BELOW = [  # a bullet below a touchpoint, the field, the text
    ("- (+) Fast", "positives", "Fast"),
    ("- + Fast", "positives", "Fast"),
    ("+ Fast", "positives", "Fast"),
    ("* (-) Slow", "negatives", "Slow"),
    ("- – Slow", "negatives", "Slow"),
    ("- Slow", "description", "Slow"),
    ("- plus: Fast", "positives", "Fast"),
    ("- knelpunt: Traag", "negatives", "Traag"),
    ("- => Do it", "opportunities", "Do it"),
    ("- idee: Doe het", "opportunities", "Doe het"),
    ("- ? Why", "questions", "Why"),
    ("- * Aside", "description", "Aside"),
    ("- wacht: 2 à 3 weken", "wait", "3 weeks"),
    ("- wachttijd: half uur", "wait", "30 minutes"),
    ("- Takes: 12 min", "takes", "12 minutes"),
    ("- duurt: lang", "description", "duurt: lang"),
    ("- voelt: paniek", "feeling", "paniek"),
    ("- verwacht: snelheid", "expectation", "snelheid"),
    ("- gaat verloren: het nummer", "loses", "het nummer"),
    ("- wauw: gebak", "wow", "gebak"),
    ("- wil: meer weten", "description", "wil: meer weten"),
    ("- whatever: it is", "description", "whatever: it is"),
    ("- see https://example.org: nice", "description", "see https://example.org: nice"),
]


@pytest.mark.parametrize(("typed", "name", "text"), BELOW)
def test_what_is_below_a_touchpoint(typed, name, text):
    touchpoint, _ = only(f"- Pays\n  {typed}\n")
    assert touchpoint.shared.values == {name: [text]}


def test_a_bare_dash_is_a_pain_point_only_beside_a_bare_plus():
    touchpoints, _ = stage("- One\n  + good\n  - bad\n- Two\n  - a note\n")
    assert touchpoints[0].shared.values == {"positives": ["good"], "negatives": ["bad"]}
    assert touchpoints[1].shared.values == {"description": ["a note"]}


def test_a_plus_that_is_everybodys_bullet_is_no_sign():
    touchpoints, _ = stage("+ One\n  + note\n+ Two\n")
    assert touchpoints[0].shared.values == {"description": ["note"]}
    assert [touchpoint.title for touchpoint in touchpoints] == ["One", "Two"]


QUOTES = [
    ('"Too slow"', "Too slow", None),
    ("“Too slow” (Noor)", "Too slow", "Noor de Wit"),
    ("„Te traag” — Noor", "Te traag", "Noor de Wit"),
    ('Noor: "Too slow"', "Too slow", "Noor de Wit"),
    ("«Trop lent»", "Trop lent", None),
    ("> Too slow", "Too slow", None),
    ('"Too slow" (Piet)', "Too slow", None),
]


@pytest.mark.parametrize(("typed", "text", "who"), QUOTES)
def test_quotes_are_said_by_a_persona_or_by_nobody(typed, text, who):
    outline = read_outline(f"Persona: Noor de Wit\n## Stage\n- Pays\n  - {typed}\n")
    assert outline.draft.touchpoints[0].quotes == [(text, who)]
    assert bool(outline.remarks) == ("Piet" in typed)


def test_a_quote_on_a_line_of_its_own_belongs_to_the_touchpoint_above():
    touchpoint, _ = only('- Pays\n- "Too slow"\n')
    assert touchpoint.quotes == [("Too slow", None)]


STRUCTURE = {
    "two blanks": "## Stage\n- Pays\n  - (+) Fast\n",
    "four blanks": "## Stage\n- Pays\n    - (+) Fast\n",
    "a tab": "## Stage\n- Pays\n\t- (+) Fast\n",
    "numbers": "## Stage\n1. Pays\n   - (+) Fast\n",
    "brackets behind numbers": "## Stage\n1) Pays\n   - (+) Fast\n",
    "dots": "## Stage\n• Pays\n  • (+) Fast\n",
    "headings": "## Stage\n### Pays\n- (+) Fast\n",
    "underlined": "Stage\n-----\n- Pays\n  - (+) Fast\n",
    "CRLF": "## Stage\r\n- Pays\r\n  - (+) Fast\r\n",
    "flat": "## Stage\n- Pays\n- (+) Fast\n",
    "wrapped": "## Stage\n-\u00a0Pays\n  - (+)\n    Fast\n",
    "closed heading": "## Stage ##\n- Pays\n  - (+) Fast",
}


@pytest.mark.parametrize("text", STRUCTURE.values(), ids=STRUCTURE)
def test_every_layout_says_the_same(text):
    outline = read_outline(text)
    assert outline.draft.stages == [
        StageDraft(
            "Stage", touchpoints=[TouchpointDraft("Pays", shared=ExperienceDraft(values={"positives": ["Fast"]}))]
        )
    ]
    assert outline.remarks == []


REMARKS = [  # an outline, a part of what is told
    ("- Pays\n", "touchpoints before the first stage"),
    ("## A\n- Pays\n## B\n", "a stage without touchpoints: 'B'"),
    ("# A\n# B\n- Pays\n", "a second heading with one '#', read as a stage: 'B'"),
    ("## A\n- Pays\n```\ncode\n```\n", "passed over: a block of code"),
    ("## A\n- Pays\n| a | b |\n", "passed over: a table"),
    ("## A\n- Pays\n<!-- a\nb -->\n", "passed over: a comment"),
    ("## A\n- Pays\n- #shop 8/7\n", "a touchpoint without a title: '#shop 8/7'"),
    ("## A\n- Pays\n- \n", "an empty bullet"),
    ("Facilitator: Piet\n## A\n- Pays\n", "unknown key 'Facilitator': kept in the description"),
    ("---\ntags: x\n---\n## A\n- Pays\n", "not read in the front matter: 'tags'"),
    ("Scale: many\n## A\n- Pays\n", "no scale was read in 'many'; write it as 1-10"),
    ("Lang: fr\n## A\n- Pays\n", "unknown language 'fr'"),
    ("Persona: Noor (29)\n## A\n- Pays\n", "not read of a persona: '29'"),
    ("Persona: Noor\n## A\n- Pays %Henk\n", "'Henk' is none of the personas named at the start: added"),
    ("## A\n- Pays\n  - wait: 2-3 days\n", "of '2-3 days' the larger was taken: 3 days"),
    ("## A\n- Pays\n  - wait: ages\n", "no duration was read in 'ages'"),
    ("## A\n- Pays\n  - wants: 11\n", "no score from 1 to 10: '11'"),
]


@pytest.mark.parametrize(("text", "told"), REMARKS)
def test_what_was_left_or_may_be_meant_otherwise_is_told(text, told):
    assert any(told in sentence for _, sentence in read_outline(text).remarks)


def test_a_phase_and_a_duration_are_taken_out_of_the_brackets_and_nothing_else():
    (first, second), _ = (
        read_outline("## A (attention, online, 2 weeks)\n- x\n## B (see (c))\n- y\n").draft.stages,
        None,
    )
    assert (first.title, first.phase, first.takes) == ("A (online)", "attention", "2 weeks")
    assert (second.title, second.phase, second.takes) == ("B (see (c))", None, None)


@pytest.mark.parametrize("text", ["", "# Title\n", "## A\nprose\n", "\ufffd", "```\n- a\n"])
def test_without_a_touchpoint_there_is_no_journey(text):
    with pytest.raises(ForeignError, match="no touchpoint found; write stages as '## Title'"):
        read_outline(text)


def test_the_same_title_twice_makes_two_ids():
    new, _ = made("## A\n- Pays\n- Pays\n## A\n- Pays\n")
    assert [line.strip() for line in new.text.splitlines() if "id: pays" in line] == [
        "- id: pays",
        "- id: pays-2",
        "- id: pays-3",
    ]
    assert diagnose_text(new.text, 'ignore = ["CX3", "CX4"]\n') == []


def test_who_and_what_a_project_knows_is_used():
    outline = read_outline("Persona: Noor\n## A\n- Pays #Website @store\n")
    known = KnownNames(
        ["notes"], personas={"noor": "Noor"}, stakeholders={"shop-team": "Store"}, channels={"web": "Website"}
    )
    new = to_journey(outline.draft, known, name="Notes")
    assert new.id == "notes-2"
    assert not any(section in new.text for section in ("\npersonas:", "\nstakeholders:", "\nchannels:"))
    assert "channel: web\n" in new.text
    assert "owner: shop-team\n" in new.text


def test_a_large_outline_takes_time_in_proportion():
    def seconds(count):
        text = "## A\n" + "- Pays #shop @store 8/7 !\n  - (+) fast\n  - word: note\n  more of it\n" * count
        start = time.process_time()
        assert len(read_outline(text).draft.touchpoints) == count
        return time.process_time() - start

    small = max(seconds(500), 0.005)
    assert seconds(4000) < 8 * 4 * small


# Random journeys

WORDS = st.sampled_from(
    ["a", "the", "8/7", "24/7", "(only", "Noor)", "#x", "@y", "%z", "!", "-", "(+)", "+", "=>", "?", "*", '"', "“", "”",
     "1.", "wait:", "importance", "9", "**", "__", "[[", "]]", "&amp;", "\\", "\\#", "<!--", "-->", "`", "```", "|",
     "(attention)", ">", "->", "→", "and", "en", ",", "8", "[", "x]", "---", "===", "#", "é", "C#", "Goal:", "~~~",
     "•", "x:", "«", "»", "$", "½", "</b>", "x#", "'", "–"]
)  # fmt: skip
TEXT = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
MARK = st.sampled_from([None, 1, 7.5, 10, 3.25])
DURATION = st.sampled_from(["1 minute", "20 minutes", "1.5 hours", "3 working-days", "2 weeks", "1 month"])


@st.composite
def experiences(draw, names=FIELDS):
    """Marks and the texts of two fields at most."""
    values = {}
    for name in draw(st.lists(st.sampled_from(names), max_size=2, unique=True)):
        texts = DURATION if name in DURATIONS else TEXT
        values[name] = draw(st.lists(texts, min_size=1, max_size=2 if name in TEXTS else 1))
    return ExperienceDraft(Marks(draw(MARK), draw(MARK), draw(MARK)), values)


@st.composite
def drafts(draw):
    personas = draw(st.lists(TEXT, min_size=1, max_size=2))
    if len({fold(name) for name in personas}) < len(personas) or not all(map(fold, personas)):
        personas = ["Noor"]
    who = st.sampled_from(personas)
    own = experiences([name for name in FIELDS if name not in SHARED]).filter(lambda own: own.marks or own.values)
    touchpoints = [
        TouchpointDraft(
            draw(TEXT),
            draw(st.lists(TEXT, max_size=1)),
            draw(st.lists(TEXT, max_size=1)),
            draw(st.lists(who, unique=True, max_size=1)),
            draw(st.booleans()),
            draw(experiences()),
            draw(st.dictionaries(who, own, max_size=1)),
            draw(st.lists(st.tuples(TEXT, st.none() | who), max_size=1)),
        )
        for _ in range(draw(st.integers(1, 2)))
    ]
    source = SourceDraft(draw(TEXT), draw(st.sampled_from([None, "2026-01-14"])), draw(st.sampled_from([None, 9])))
    is_told = date(source.title) or participants(source.title)
    phase, takes = draw(st.sampled_from([(None, None), ("use", None), (None, "2 weeks"), ("attention", "1 day")]))
    return JourneyDraft(
        draw(TEXT),
        personas,
        {name: draw(TEXT) for name in draw(st.sets(st.sampled_from(["goal", "starts_with", "ends_with", "route"])))},
        draw(st.lists(TEXT, max_size=1)),
        draw(st.none() | TEXT),
        draw(st.sampled_from([None, (1, 10)])),
        None if is_told else draw(st.sampled_from([None, source])),
        draw(st.sampled_from(["en", "nl"])),
        [StageDraft(draw(TEXT), phase, takes, draw(st.none() | TEXT), draw(st.lists(TEXT, max_size=2)), touchpoints)],
    )


@given(drafts(), st.sampled_from(["en", "nl"]))
@examples(60)
def test_an_outline_says_all_that_a_draft_says(draft, lang):
    outline = read_outline(write_outline(draft, lang))
    assert outline.draft == draft
    assert outline.remarks == []


@given(drafts(), st.sampled_from(["en", "nl"]))
@examples(40)
def test_an_outline_renders_as_nested_lists(draft, lang):
    """A reader of Markdown sees the same headings and bullets, with the same words on the first level."""
    tokens = MarkdownIt("commonmark").parse(write_outline(draft, lang))
    depth, bullets, headings = 0, [], []
    level = 0  # of the heading whose text comes next
    for token in tokens:
        depth += {"bullet_list_open": 1, "bullet_list_close": -1}.get(token.type, 0)
        if token.type == "list_item_open":
            bullets.append(depth)
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "inline" and level:
            headings.append((level, "".join(part.content for part in token.children or ())))
            level = 0
        assert token.type not in {"ordered_list_open", "code_block", "fence", "html_block", "blockquote_open", "hr"}
    touchpoints = draft.touchpoints
    below = sum(
        len(each.quotes)
        + sum(len(texts) for own in (each.shared, *each.by_persona.values()) for texts in own.values.values())
        + sum(bool(own.marks) for own in each.by_persona.values())
        for each in touchpoints
    )
    assert (bullets.count(1), bullets.count(2), max(bullets)) == (len(touchpoints), below, 2 if below else 1)
    assert headings[0] == (1, draft.title)
    assert [level for level, _ in headings] == [1] + [2] * len(draft.stages)


@given(st.text(max_size=200))
@examples(30)
def test_no_text_makes_a_journey_that_is_wrong(text):
    """Whatever the notes are: a journey without errors, or one line that says what is missing."""
    try:
        new, _ = made(f"## A\n- Pays\n{text}")
    except ForeignError:
        return
    assert [found for found in diagnose_text(new.text) if found.severity is Severity.ERROR] == []


@given(st.lists(WORDS, max_size=30).map(" ".join), st.integers(0, 6))
@examples(30)
def test_no_words_make_a_journey_that_is_wrong(text, lead):
    try:
        new, _ = made(f"## A\n- Pays\n{' ' * lead}- {text}\n")
    except ForeignError:
        return
    assert [found for found in diagnose_text(new.text) if found.severity is Severity.ERROR] == []


@pytest.mark.parametrize("text", ["kwartier", "drie kwartier", "half an hour", "anderhalf uur", "2 tot 3 dagen"])
def test_durations_as_people_say_them(text):
    expected = {"kwartier": "15 minutes", "drie kwartier": "45 minutes", "half an hour": "30 minutes"}
    read = duration(text)
    assert read is not None
    assert read.text == {**expected, "anderhalf uur": "1.5 hours", "2 tot 3 dagen": "3 days"}[text]
