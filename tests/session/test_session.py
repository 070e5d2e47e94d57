"""A session: edits name things by ids, are the smallest change of text, do no harm, and can be taken back."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.io.files import WriteError
from cxmap.session.errors import ConflictError, OpError
from cxmap.session.ops import Op
from cxmap.session.session import FileEdit, HarmError, NoFileError, ReadOnlyError, Session, base
from cxmap.session.steps import LAST
from cxmap.yaml.editor.changes import EditError
from cxmap.yaml.editor.proof import comments
from tests.profiles import examples
from tests.support import TODAY

EXAMPLES = Path(__file__).parents[2] / "examples"
LIBRARY = """\
cxmap: 1
personas:
  noor: {name: Noor, story: Starts to run., goals: [Run 5 km]}
  andre:
    name: André   # as he says it
    story: Starts again.
    goals: [Run 10 km]
sources:
  wall: {title: Workshop, kind: workshop, date: 2026-01-14}
"""
JOURNEY = """\
cxmap: 1

journey:
  id: shoes
  title: Shoes  # a working title
  personas: [noor, andre]
  stages:
    - id: idea
      title: The idea
      touchpoints:
        # nobody is met here
        - id: decides
          title: Decides
          thinking: [Shall I?, Yes]
          scores: {importance: 6, experience: 8}

        - id: asks
          title: Asks a friend
          scores:
            experience: [6, {mark: 7, source: wall}]
          by_persona: {andre: {feeling: Careful}}
    - id: buy
      title: Buys
      touchpoints:
        - id: pay
          title: Pays
          returns_to: decides
"""
NAMES = {"library.cxmap.yaml": LIBRARY, "journey.cxmap.yaml": JOURNEY, "cxmap.toml": ""}
FILE = "journey.cxmap.yaml"
IDEA = ["journey", "stages", "#idea", "touchpoints"]
BUY = ["journey", "stages", "#buy", "touchpoints"]
DECIDES = [*IDEA, "#decides"]


def opened(root, *, read_only=False):
    session = Session(root, lambda: TODAY, read_only=read_only)
    session.refresh()
    return session


@pytest.fixture
def root(tmp_path):
    for name, text in NAMES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def session(root):
    return opened(root)


def change(session, *ops, file=FILE, base_=None):
    return session.edit([FileEdit(file, base_, [Op.of(op) for op in ops])], "Change")


def diff(session, before=JOURNEY, file=FILE):
    """The lines that came and went."""
    old, new = before.splitlines(), (session.root / file).read_bytes().decode().splitlines()
    return [f"-{line.strip()}" for line in old if line not in new] + [
        f"+{line.strip()}" for line in new if line not in old
    ]


SETS: list[tuple[dict[str, Any], list[str]]] = [
    (
        {"op": "set", "at": [*DECIDES, "scores", "experience"], "value": 7.5, "was": 8},
        ["scores: {importance: 6, experience: 7.5}"],
    ),
    (
        {"op": "set", "at": [*DECIDES, "scores", "desired"], "value": 9},
        ["scores: {importance: 6, experience: 8, desired: 9}"],
    ),
    ({"op": "set", "at": [*DECIDES, "doing"], "value": "Says: yes # now"}, ['doing: "Says: yes # now"']),
    ({"op": "set", "at": [*DECIDES, "feeling"], "value": "no"}, ["feeling: no"]),
    ({"op": "set", "at": [*DECIDES, "title"], "value": "5"}, ['title: "5"']),
    ({"op": "set", "at": [*DECIDES, "moment_of_truth"], "value": True}, ["moment_of_truth: true"]),
    ({"op": "set", "at": [*DECIDES, "thinking", {"is": "Yes"}], "value": "No"}, ["thinking: [Shall I?, No]"]),
    (
        {"op": "add", "at": [*DECIDES, "thinking"], "value": "When?", "after": {"is": "Shall I?"}},
        ['thinking: [Shall I?, "When?", Yes]'],
    ),
    ({"op": "add", "at": [*DECIDES, "negatives"], "value": "Costs time"}, ["negatives: [Costs time]"]),
    (
        {"op": "set", "at": [*IDEA, "#asks", "scores", "experience", LAST, "mark"], "value": 8, "was": 7},
        ["experience: [6, {mark: 8, source: wall}]"],
    ),
    (
        {"op": "set", "at": [*DECIDES, "by_persona", "noor", "scores", "experience"], "value": 5},
        ["by_persona:", "noor:", "scores: {experience: 5}"],
    ),
    (
        {"op": "set", "at": [*IDEA, "#asks", "by_persona", "noor", "feeling"], "value": "Glad"},
        ["by_persona: {andre: {feeling: Careful}, noor: {feeling: Glad}}"],
    ),
    ({"op": "set", "at": ["journey", "goal"], "value": "Run"}, ["goal: Run"]),
    (
        {"op": "set", "at": ["journey", "scale"], "value": {"max": 10, "min": 1, "pass": 5.5}},
        ["scale: {min: 1, max: 10, pass: 5.5}"],
    ),
    ({"op": "remove", "at": [*DECIDES, "scores", "importance"], "was": 6}, ["scores: {experience: 8}"]),
    ({"op": "remove", "at": [*IDEA, "#asks", "by_persona", "andre", "feeling"]}, []),
    ({"op": "set", "at": [*DECIDES, "thinking"], "value": None}, []),
    ({"op": "set", "at": [*DECIDES, "wow"], "value": None}, []),
]


@pytest.mark.parametrize(("op", "came"), SETS, ids=[f"{op['op']} {op['at'][-1]}" for op, _ in SETS])
def test_an_op_is_the_smallest_change_and_can_be_taken_back(session, op, came):
    change(session, op)
    lines = diff(session)
    assert [line for line in lines if line.startswith("+")] == [f"+{line}" for line in came]
    assert comments((session.root / FILE).read_text()) == comments(JOURNEY)
    if session.undoable:
        session.undo()
    assert (session.root / FILE).read_text() == JOURNEY


def test_a_touchpoint_is_added_with_an_id_moved_and_removed(session):
    done = change(
        session,
        {
            "op": "add",
            "at": IDEA,
            "value": {"scores": {"experience": 7}, "title": "Asks a friend"},
            "after": "#decides",
        },
    )
    assert done.made == ("#asks-a-friend",)
    assert diff(session) == ["+- id: asks-a-friend", "+scores: {experience: 7}"]
    change(session, {"op": "move", "at": DECIDES, "to": BUY, "after": "#pay"})
    text = (session.root / FILE).read_text()
    assert text.index("id: pay") < text.index("# nobody is met here") < text.index("id: decides")
    change(session, {"op": "move", "at": ["journey", "stages", "#buy"], "to": ["journey", "stages"], "after": None})
    assert [stage["id"] for stage in session.document(FILE).data["journey"]["stages"]] == ["buy", "idea"]
    change(
        session,
        {"op": "remove", "at": [*BUY, "#pay", "returns_to"]},
        {"op": "remove", "at": [*BUY, "#decides"]},
    )
    assert "nobody is met here" not in (session.root / FILE).read_text()
    for _ in range(4):
        session.undo()
    assert (session.root / FILE).read_text() == JOURNEY
    for _ in range(4):
        session.redo()
    assert "nobody is met here" not in (session.root / FILE).read_text()


@pytest.mark.parametrize(("after", "place"), [(None, 0), ({"last": True}, -1), ("#decides", 1)])
def test_what_is_added_goes_behind_what_is_named(session, after, place):
    done = change(session, {"op": "add", "at": IDEA, "value": {"title": "Asks a friend"}, "after": after})
    stage = session.document(FILE).data["journey"]["stages"][0]
    assert f"#{stage['touchpoints'][place]['id']}" == done.made[0]


def test_definitions_of_the_library_are_edited_by_the_same_ops(session):
    file = "library.cxmap.yaml"
    change(
        session,
        {"op": "set", "at": ["personas", "andre", "quote"], "value": "My knee!"},
        {"op": "set", "at": ["sources", "wall", "n"], "value": 9.0},
        {"op": "add", "at": ["personas"], "key": None, "value": {"name": "Ben Olsen"}},
        {"op": "add", "at": ["metrics"], "key": "sold", "value": {"better": "higher", "title": "Sold"}},
        file=file,
    )
    assert diff(session, LIBRARY, file) == [
        "-wall: {title: Workshop, kind: workshop, date: 2026-01-14}",
        "+quote: My knee!",
        "+ben-olsen: {name: Ben Olsen}",
        "+wall: {title: Workshop, kind: workshop, date: 2026-01-14, n: 9}",
        "+metrics:",
        "+sold: {title: Sold, better: higher}",
    ]


@pytest.mark.parametrize(
    ("op", "code"),
    [
        ({"op": "set", "at": [*DECIDES, "scores", "experience"], "value": 99}, "CX105"),
        ({"op": "set", "at": [*DECIDES, "scores", "experience"], "value": "high"}, "CX103"),
        ({"op": "set", "at": [*DECIDES, "channel"], "value": "web"}, "CX201"),
        ({"op": "set", "at": [*DECIDES, "nothing"], "value": 1}, "CX101"),
        ({"op": "set", "at": [*DECIDES, "title"], "value": " "}, "CX104"),
        ({"op": "remove", "at": DECIDES}, "CX201"),
        ({"op": "remove", "at": [*BUY, "#pay"]}, "CX104"),
        ({"op": "add", "at": BUY, "value": {"id": "asks", "title": "Again"}}, "CX202"),
        ({"op": "remove", "at": ["journey", "title"]}, "CX102"),
    ],
)
def test_what_would_bring_in_an_error_is_refused_with_it(session, op, code):
    with pytest.raises(HarmError) as refused:
        change(session, op)
    assert {one.code for one in refused.value.found} == {code}
    assert (session.root / FILE).read_text() == JOURNEY
    assert not session.undoable


def test_harm_is_looked_for_in_the_whole_project(session):
    """A persona whom a journey names goes only together with that name: two files, one step."""
    gone = {"op": "remove", "at": ["personas", "andre"]}
    with pytest.raises(HarmError):
        change(session, gone, file="library.cxmap.yaml")
    outs = [
        {"op": "remove", "at": ["journey", "personas", {"is": "andre"}]},
        {"op": "remove", "at": [*IDEA, "#asks", "by_persona", "andre"]},
    ]
    session.edit(
        [FileEdit("library.cxmap.yaml", None, [Op.of(gone)]), FileEdit(FILE, None, [Op.of(op) for op in outs])],
        "Delete André",
    )
    assert "andre" not in (session.root / FILE).read_text() + (session.root / "library.cxmap.yaml").read_text()
    assert len(session.undoable) == 1
    session.undo()
    assert {name: (session.root / name).read_text() for name in NAMES} == NAMES


def test_a_file_with_an_error_can_be_edited_as_long_as_it_gets_no_worse(root):
    (root / FILE).write_text(JOURNEY.replace("experience: 8", "experience: 88"))
    session = opened(root)
    change(session, {"op": "set", "at": [*DECIDES, "doing"], "value": "Looks"})
    with pytest.raises(HarmError):
        change(session, {"op": "set", "at": [*DECIDES, "scores", "importance"], "value": 99})


@pytest.mark.parametrize(
    ("op", "now"),
    [
        ({"op": "set", "at": [*DECIDES, "scores", "experience"], "value": 5, "was": 7}, 8),
        ({"op": "set", "at": [*DECIDES, "feeling"], "value": "Glad", "was": "Sad"}, None),
        ({"op": "set", "at": [*DECIDES, "title"], "value": "D", "was": None}, "Decides"),
        ({"op": "set", "at": [*IDEA, "#gone", "title"], "value": "D"}, None),
        ({"op": "remove", "at": [*DECIDES, "wow"]}, None),
        ({"op": "add", "at": IDEA, "value": {"title": "T"}, "after": "#gone"}, None),
        ({"op": "move", "at": DECIDES, "to": ["journey", "stages", "#gone", "touchpoints"]}, None),
        ({"op": "add", "at": ["personas"], "key": "noor", "value": {}}, None),
    ],
)
def test_what_is_not_as_it_was_seen_is_a_conflict(session, op, now):
    if "key" in op:
        with pytest.raises(ConflictError, match="already"):
            change(session, op, file="library.cxmap.yaml")
        return
    with pytest.raises(ConflictError) as conflict:
        change(session, op)
    assert conflict.value.now == now
    assert (session.root / FILE).read_text() == JOURNEY


def test_of_two_items_alike_none_is_meant(root):
    (root / FILE).write_text(JOURNEY.replace("[Shall I?, Yes]", "[Yes, Yes]"))
    with pytest.raises(ConflictError, match="2 times"):
        change(opened(root), {"op": "remove", "at": [*DECIDES, "thinking", {"is": "Yes"}]})


@pytest.mark.parametrize(
    "op",
    [
        None,
        {},
        {"op": "other"},
        {"op": "set", "at": [], "value": 1},
        {"op": "set", "at": ["a"]},
        {"op": "set", "at": "a", "value": 1},
        {"op": "set", "at": [3], "value": 1},
        {"op": "set", "at": ["a"], "value": 1, "more": 1},
        {"op": "move", "at": ["a"]},
        {"op": "set", "at": ["a"] * 40, "value": 1},
        {"op": "add", "at": ["a"], "key": 1, "value": 1},
    ],
)
def test_what_is_no_op_is_told_from_one(op):
    with pytest.raises(OpError):
        Op.of(op)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800"])
def test_a_value_that_no_file_can_hold_is_refused(session, value):
    with pytest.raises(OpError):
        change(session, {"op": "set", "at": [*DECIDES, "title"], "value": value})


@pytest.mark.parametrize(
    ("op", "error"),
    [
        ({"op": "move", "at": [*IDEA, "#asks"], "to": ["journey", "stages"]}, OpError),
        ({"op": "move", "at": ["journey", "stages", "#idea"], "to": IDEA}, OpError),
        ({"op": "move", "at": ["journey", "title"], "to": IDEA}, OpError),
    ],
)
def test_a_move_goes_to_a_list_of_its_kind(session, op, error):
    with pytest.raises(error):
        change(session, op)


# Other hands.


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("title: Decides", "title: &d Decides").replace("title: Pays", "title: *d"),
        lambda _: (
            "cxmap: 1\njourney: {id: shoes, title: S, personas: [noor], stages: [{id: idea, title: I, touchpoints:\n"
            "  [{id: decides, title: D, scores: {importance: 6, experience: 8}}]}]} # one line\n"
        ),
    ],
    ids=["crlf", "bom", "anchor", "flow"],
)
def test_a_file_keeps_its_hand(root, changed):
    content = changed(JOURNEY).encode()
    (root / FILE).write_bytes(content)
    session = opened(root)
    change(session, {"op": "set", "at": [*DECIDES, "scores", "experience"], "value": 3})
    assert (root / FILE).read_bytes() == content.replace(b"experience: 8", b"experience: 3")
    session.undo()
    assert (root / FILE).read_bytes() == content


def test_what_an_anchor_names_is_not_changed_behind_the_back_of_its_aliases(root):
    text = JOURNEY.replace("scores: {importance: 6, experience: 8}", "scores: &s {importance: 6, experience: 8}")
    text = text.replace("returns_to: decides", "scores: *s")
    (root / FILE).write_text(text)
    session = opened(root)
    for touchpoint in (DECIDES, [*BUY, "#pay"]):
        with pytest.raises(EditError, match="by hand"):
            change(session, {"op": "set", "at": [*touchpoint, "scores", "experience"], "value": 3})
    assert (root / FILE).read_text() == text


def test_an_edit_of_an_old_text_is_made_where_all_that_it_names_is_as_it_was(session, root):
    seen = base(JOURNEY.encode())
    (root / FILE).write_text(JOURNEY.replace("title: Pays", "title: Pays at the till"))
    done = change(session, {"op": "set", "at": [*DECIDES, "scores", "experience"], "value": 7, "was": 8}, base_=seen)
    assert done.rebased
    text = (root / FILE).read_text()
    assert "Pays at the till" in text
    assert "experience: 7" in text
    with pytest.raises(ConflictError):
        change(session, {"op": "set", "at": [*DECIDES, "scores", "experience"], "value": 6, "was": 8}, base_=seen)


def test_undo_of_what_somebody_else_has_changed_since_is_a_conflict_and_stays(session, root):
    change(session, {"op": "set", "at": [*DECIDES, "title"], "value": "D"})
    mine = (root / FILE).read_text()
    (root / FILE).write_text(mine + "# theirs\n")
    with pytest.raises(ConflictError, match="cannot be taken back: a file has changed since"):
        session.undo()
    assert (root / FILE).read_text() == mine + "# theirs\n"
    assert len(session.undoable) == 1
    (root / FILE).write_text(mine)
    session.refresh()
    session.undo()
    assert (root / FILE).read_text() == JOURNEY
    (root / FILE).write_text(JOURNEY + "# theirs\n")
    with pytest.raises(ConflictError, match="cannot be made again: a file has changed since"):
        session.redo()


def test_an_edit_that_is_refused_leaves_undo_and_redo_as_they_were(session):
    change(session, {"op": "set", "at": [*DECIDES, "title"], "value": "D"})
    session.undo()
    for op in ({"op": "set", "at": [*DECIDES, "title"], "value": 3}, {"op": "remove", "at": [*DECIDES, "wow"]}):
        with pytest.raises((HarmError, ConflictError)):
            change(session, op)
    session.redo()
    assert "title: D\n" in (session.root / FILE).read_text()
    with pytest.raises(ConflictError, match="nothing"):
        session.redo()


@pytest.mark.parametrize("how", ["gone", "folder", "link", "large"])
def test_a_file_that_is_no_file_any_more_is_not_written(session, root, tmp_path_factory, how):
    (root / FILE).unlink()
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text(JOURNEY)
    if how == "folder":
        (root / FILE).mkdir()
    elif how == "link":
        (root / FILE).symlink_to(outside)
    elif how == "large":
        (root / FILE).write_text(JOURNEY + "# x\n" * 1_100_000)
    for _ in range(2):
        with pytest.raises((NoFileError, EditError, WriteError, ConflictError)):
            change(session, {"op": "set", "at": [*DECIDES, "title"], "value": "D"})
        session.refresh()
    assert outside.read_text() == JOURNEY


def test_a_file_that_was_replaced_by_a_rename_is_edited_as_it_is_now(session, root):
    (root / "new").write_text(JOURNEY.replace("Asks a friend", "Asks"))
    (root / "new").replace(root / FILE)
    change(session, {"op": "set", "at": [*DECIDES, "title"], "value": "D"})
    assert "title: Asks\n" in (root / FILE).read_text()


def test_two_sessions_of_one_folder_lose_nothing(root):
    one, other = opened(root), opened(root)
    change(one, {"op": "set", "at": [*DECIDES, "title"], "value": "D"})
    change(other, {"op": "set", "at": [*BUY, "#pay", "title"], "value": "P"})
    text = (root / FILE).read_text()
    assert "title: D\n" in text
    assert "title: P\n" in text
    with pytest.raises(ConflictError):
        one.undo()


def test_what_did_not_change_on_disk_is_no_news(session, root, parsed):
    version = session.version
    (root / FILE).write_text(JOURNEY)
    assert session.refresh() is None
    change(session, {"op": "set", "at": [*DECIDES, "title"], "value": "D"})
    assert session.version == version + 1
    parsed.clear()
    assert session.refresh() is None
    assert parsed == []
    (root / "library.cxmap.yaml").write_text(LIBRARY + "# more\n")
    assert session.refresh() == ("library.cxmap.yaml",)
    assert parsed == ["library.cxmap.yaml"]


def test_a_file_of_answers_that_comes_changes_and_goes_is_news(session, root):
    answers = root / "journey.answers.json"
    for content in (b"{}", b'{"cxmap-answers": 1}', None):
        answers.unlink() if content is None else answers.write_bytes(content)
        before = session.project
        assert session.refresh() == (answers.name,)
        assert session.project is not before, "what was computed with other answers is not asked again"
        assert session.refresh() is None


def test_after_an_error_a_journey_is_shown_as_it_was(session, root):
    (root / FILE).write_text(JOURNEY.replace("title: Decides", "title: [Decides"))
    session.refresh()
    project, document, error = session.sound_with("shoes")
    assert document.text == JOURNEY
    assert project.by_name[FILE] is document
    assert error is not None
    assert error.path == FILE
    with pytest.raises(EditError):
        change(session, {"op": "set", "at": [*DECIDES, "title"], "value": "D"})
    (root / "cxmap.toml").write_text("lang = 3\n")
    session.refresh()
    assert "cxmap.toml" in session.problem


def test_a_session_that_only_reads_changes_nothing(root):
    session = opened(root, read_only=True)
    for work in (
        lambda: change(session, {"op": "set", "at": [*DECIDES, "title"], "value": "D"}),
        session.undo,
        session.redo,
        lambda: session.create(root / "new.cxmap.yaml", b"", "New"),
        lambda: session.fix(FILE, None, "CX101", 3),
    ):
        with pytest.raises(ReadOnlyError):
            work()


def test_an_empty_folder_is_a_project_to_begin_with(tmp_path):
    session = opened(tmp_path)
    session.create(tmp_path / "journeys" / "a.cxmap.yaml", LIBRARY.encode(), "New")
    assert [document.relative for document in session.project.documents] == ["journeys/a.cxmap.yaml"]


def test_a_new_file_is_one_step_of_undo(session, root):
    new = root / "new" / "ben.cxmap.yaml"
    session.create(new, b"cxmap: 1\npersonas: {ben: {name: Ben}}\n", "Ben")
    assert "ben" in session.project.personas
    session.undo()
    assert not new.exists()
    assert "ben" not in session.project.personas
    session.redo()
    new.write_bytes(new.read_bytes() + b"# theirs\n")
    with pytest.raises(ConflictError):
        session.undo()
    assert new.exists()


def test_a_fix_is_an_edit(root):
    (root / FILE).write_text(JOURNEY.replace("title: The idea", "titel: The idea"))
    session = opened(root)
    found = next(one for one in session.judged.found if one.code == "CX101")
    session.fix(FILE, None, found.code, found.span.line)
    assert (root / FILE).read_text() == JOURNEY
    with pytest.raises(ConflictError):
        session.fix(FILE, None, found.code, found.span.line)


def test_what_is_judged_after_edits_is_what_is_judged_from_the_start(session, root):
    for op in (
        {"op": "set", "at": [*DECIDES, "title"], "value": "D"},
        {"op": "remove", "at": ["journey", "personas", {"is": "andre"}]},
    ):
        try:
            change(session, op)
        except HarmError:
            change(session, {"op": "remove", "at": [*IDEA, "#asks", "by_persona"]}, op)
        assert session.judged.found == opened(root).judged.found


# Both examples, and random edits of them.


@pytest.fixture(scope="module", params=["running-shoes", "airport"])
def example(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("example") / request.param
    shutil.copytree(EXAMPLES / request.param, folder)
    return opened(folder)


def random_op(session, chance):
    """An op on something that is there, in a file of the project."""
    document = chance.choice([each for each in session.project.documents if each.data])
    sections = [key for key in document.data if key not in {"cxmap", "journey"}]
    if document.journey and (not sections or chance.random() < 0.7):
        stage = chance.choice(document.data["journey"]["stages"])
        around = ["journey", "stages", f"#{stage['id']}", "touchpoints"]
        touchpoint = chance.choice(stage["touchpoints"])
        at = [*around, f"#{touchpoint['id']}"]
        other = chance.choice(document.data["journey"]["stages"])
        return document.relative, chance.choice(
            [
                {"op": "set", "at": [*at, "title"], "value": f"T: {chance.random()}"},
                {"op": "set", "at": [*at, "scores", "desired"], "value": chance.choice([3, 4.5])},
                {"op": "set", "at": [*at, "feeling"], "value": chance.choice(["yes", "Glad # not", None])},
                {"op": "add", "at": around, "value": {"title": "New"}, "after": chance.choice([None, at[-1]])},
                {"op": "add", "at": [*at, "positives"], "value": chance.choice(["Quick", "- odd: {"])},
                {"op": "add", "at": [*at, "evidence"], "value": {"quote": "So it is"}, "after": None},
                {"op": "move", "at": at, "to": ["journey", "stages", f"#{other['id']}", "touchpoints"], "after": None},
                {"op": "move", "at": around[:3], "to": around[:2], "after": chance.choice([None, f"#{other['id']}"])},
                {"op": "remove", "at": at},
                {"op": "remove", "at": [*at, chance.choice([key for key in touchpoint if key != "id"])]},
            ]
        )  # fmt: skip
    section = chance.choice(sections)
    name = chance.choice(list(document.data[section]))
    return document.relative, chance.choice(
        [
            {"op": "set", "at": [section, name, "description"], "value": "Said so"},
            {"op": "set", "at": [section, name, "title"], "value": "Another"},
            {"op": "remove", "at": [section, name]},
            {"op": "add", "at": [section], "key": None, "value": {"title": "New", "kind": "survey", "name": "N"}},
        ]
    )


@examples(40)
@given(st.integers(0, 2**32 - 1).map(Random))
def test_any_edit_of_an_example_is_made_or_refused_and_undo_gives_the_bytes_back(example, chance):
    folder = example.root
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    file, op = random_op(example, chance)
    try:
        change(example, op, file=file)
    except (HarmError, ConflictError, EditError, OpError):
        assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before
        return
    path = folder / file
    assert [one for one in before if one != path and one.read_bytes() != before[one]] == []
    if op["op"] != "remove":
        assert sorted(comments(path.read_text())) == sorted(comments(before[path].decode()))
    if op["op"] in {"set", "add"}:
        lines = set(path.read_text().splitlines()) ^ set(before[path].decode().splitlines())
        assert len(lines) <= 5
    if example.undoable:
        example.undo()
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before
