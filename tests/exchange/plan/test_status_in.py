"""What a tracker says of the plan: which words, days and rows are understood, and what is left."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import yaml
from cxmap.analysis.roadmap import roadmap
from cxmap.choices import ACTION_STATUSES
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.plan import dates
from cxmap.exchange.plan.names import label
from cxmap.exchange.plan.status_in import Taken, take_status
from cxmap.exchange.plan.status_words import meaning, status_after
from cxmap.exchange.plan.tickets import azure_csv, jira_csv
from cxmap.exchange.sheet.cells import read_sheet
from cxmap.i18n.plan import PlanWords
from cxmap.yaml.editor.changes import edited
from tests.analysis.journeys import LIBRARY, journey, load, text, touchpoint
from tests.analysis.plans import plans
from tests.profiles import examples
from tests.support import project

if TYPE_CHECKING:
    from cxmap.project.project import Project

PLAN: dict[str, Any] = {
    "a": {
        "title": "A",
        "touchpoints": ["trip/t0"],
        "status": "planned",
        "due": "2026-09-01",
        "steps": [{"title": "Try", "due": "2026-08-01"}, {"title": "Ask", "done": True}],
    },
    "idea": {"title": "B", "touchpoints": ["trip/t0"]},
    "ready": {"title": "C", "touchpoints": ["trip/t0"], "status": "done", "finished": "2026-05-01"},
    "undated": {"title": "D", "touchpoints": ["trip/t0"], "status": "done"},
}


def planned(config: str = "") -> Project:
    return load(journey(touchpoint("t0", 9, 3)), library=LIBRARY | {"actions": PLAN}, config=config)


def taken(table: str, config: str = "") -> Taken:
    return take_status(planned(config), read_sheet(table.encode(), ".csv"))


def changes(table: str, config: str = "") -> list[tuple[str, str, Any, Any]]:
    return [tuple(change) for change in taken(table, config).changes]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # Of an action
        ("Done,,,cxmap:a", [("a", "status", "planned", "done"), ("a", "finished", None, "2026-07-01")]),
        ("done,,2026-06-20,cxmap:a", [("a", "status", "planned", "done"), ("a", "finished", None, "2026-06-20")]),
        ("In uitvoering,,,cxmap:a", [("a", "status", "planned", "in-progress")]),
        ("Won’t do,,,cxmap:a", [("a", "status", "planned", "dropped")]),
        ("To Do,,,cxmap:a", []),
        ("Open,2026-09-15,,cxmap:a", [("a", "due", "2026-09-01", "2026-09-15")]),
        ("Open,2026-09-01T00:00:00Z,,cxmap:a", []),
        ("To do,,,cxmap:idea", []),
        ("Planned,,,cxmap:idea", [("idea", "status", None, "planned")]),
        (",2026-12-01,,cxmap:idea", [("idea", "due", None, "2026-12-01")]),
        ("Closed,,,cxmap:ready", []),
        ("Closed,,2026-05-02,cxmap:ready", [("ready", "finished", "2026-05-01", "2026-05-02")]),
        ("Open,,,cxmap:ready", [("ready", "status", "done", "in-progress"), ("ready", "finished", "2026-05-01", None)]),
        ("Closed,,,cxmap:undated", []),
        # Of a step
        ("Done,,,cxmap:a/try", [("a/try", "done", None, True)]),
        ("Done,,,cxmap:a/ask", []),
        ("In progress,,,cxmap:a/ask", [("a/ask", "done", True, False)]),
        ("New,2026-08-02,,cxmap:a/try", [("a/try", "due", "2026-08-01", "2026-08-02")]),
        # Labels
        ("Done,,,team-x; CXMAP:A/TRY; y", [("a/try", "done", None, True)]),
        ('Done,,,"x, cxmap:a/try"', [("a/try", "done", None, True)]),
    ],
)
def test_what_a_row_changes(row, expected):
    assert changes(f"Status,Due date,Resolved,Labels\n{row}\n") == expected


@pytest.mark.parametrize(
    ("table", "remark"),
    [
        (
            "Status,Labels\nWith legal,cxmap:a\nWith legal,cxmap:idea\n",
            "row 2, row 3: the status 'With legal' is not known",
        ),
        ("Status,Labels\nDone,cxmap:aa\n", "row 2: the plan has no 'cxmap:aa'"),
        ("Status,Labels\nDone,x\n", "1 row passed over"),
        ("Status,Labels\nDone,cxmap:a cxmap:idea\n", "row 2: it is labelled as 'a' and 'idea', and was left"),
        ("Status,Labels\nRemoved,cxmap:a/try\n", "row 2: 'a/try' was dropped there, and was left"),
        ("Due,Labels\nsoon,cxmap:a\n", "row 2: 'soon' is no day for certain"),
        ("Due,Labels\n03/04/2026,cxmap:a\n", "row 2: '03/04/2026' is no day for certain"),
        ("Due,Labels\n30/02/2026,cxmap:a\n", "row 2: '30/02/2026' is no day for certain"),
    ],
)
def test_what_is_not_understood_is_named_and_left(table, remark):
    found = taken(table)
    assert (found.changes, dict(found.files)) == ((), {})
    assert any(remark in each for each in found.remarks), found.remarks


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("Status\nDone\n", "no column 'Labels' or 'Tags'"),
        ("Labels\ncxmap:a\n", "no column 'Status', 'State' or 'Due date'"),
        ("Status,Labels\nDone,cxmap:a\nNew,cxmap:a\n", "row 3: 'a' is in row 2 already"),
        ("", "the file is empty"),
    ],
)
def test_what_makes_no_sense_is_refused(table, problem):
    with pytest.raises(ForeignError, match=problem):
        taken(table)


@pytest.mark.parametrize(
    "table",
    [
        # As Jira, Azure DevOps and GitHub's command line write them
        (
            "Summary,Issue key,Status,Resolution,Due date,Resolved,Labels,Labels\n"
            "A,K-1,Done,Done,01/Sep/26 12:00 AM,20/Jun/26 3:15 PM,shop,cxmap:a\n"
        ),
        (
            "ID,Work Item Type,Title,Assigned To,State,Tags,Target Date,Closed Date\n"
            '4,Epic,A,,Closed,"cxmap:a; shop",9/1/2026 12:00:00 AM,6/20/2026 3:15:00 PM\n'
        ),
        (
            "number\ttitle\tstate\tstateReason\tlabels\tclosedAt\n"
            "7\tA\tCLOSED\tCOMPLETED\tcxmap:a, shop\t2026-06-20T15:15:00Z\n"
        ),
        "Titel;Staat;Labels;Einddatum;Opgelost\nA;Afgerond;cxmap:a;1-9-2026;20-6-2026\n",
        "Titel;Status;Labels;Vervaldatum;Opgelost\nA;Gereed;cxmap:a;1 september 2026;20 jun. 2026\n",
        'Title,Status,Labels,Due,Closed\nA,Done,cxmap:a,"Sep 1, 2026","June 20, 2026"\n',
    ],
)
def test_exports_of_trackers_are_read(table):
    assert changes(table) == [("a", "status", "planned", "done"), ("a", "finished", None, "2026-06-20")]


@pytest.mark.parametrize("reason", ["Won't Do", "NOT_PLANNED", "Wordt niet uitgevoerd"])
def test_what_was_closed_for_another_reason_is_dropped(reason):
    assert changes(f"Status,Resolution,Labels\nDone,{reason},cxmap:a\n") == [("a", "status", "planned", "dropped")]


def test_the_projects_own_words_come_first():
    config = '[status]\n"With LEGAL" = "in-progress"\ndone = "planned"\n'
    assert changes("Status,Labels\nwith  legal,cxmap:a\nDone,cxmap:idea\n", config) == [
        ("a", "status", "planned", "in-progress"),
        ("idea", "status", None, "planned"),
    ]


@pytest.mark.parametrize("status", ACTION_STATUSES)
def test_the_formats_own_words_are_known(status):
    assert meaning(status, {}) == status
    for now in ACTION_STATUSES:
        assert status_after(status, now) == status


@pytest.mark.parametrize(
    ("texts", "order", "days"),
    [
        (["31/10/2026", "01/02/2026"], "day-first", ["2026-10-31", "2026-02-01"]),
        (["10/31/2026", "01/02/26"], "month-first", ["2026-10-31", "2026-01-02"]),
        (["1-2-2026"], "day-first", ["2026-02-01"]),
        (["1.2.26 10:00"], "day-first", ["2026-02-01"]),
        (["1/2/2026 12:00 AM"], "month-first", ["2026-01-02"]),
        (["1/2/2026"], None, [None]),
        (["31/10/2026", "10/31/2026"], None, [None, None]),
        (["2026-10-31", "2026-1-2 10:00", "31/okt/26", "1 Mei 2026", "3-mrt-26", "Mar 3, 2026"], None,
         ["2026-10-31", "2026-01-02", "2026-10-31", "2026-05-01", "2026-03-03", "2026-03-03"]),
        (["2026-13-01", "32/Oct/26", "31/Xyz/26", "0/0/2026", ""], None, [None] * 5),
    ],
)  # fmt: skip
def test_days(texts, order, days):
    found = dates.order(texts)
    assert found == order
    read = [dates.day(one, found) for one in texts]
    assert [day.isoformat() if day else None for day in read] == days


def test_every_month_is_known_in_both_languages():
    for number in range(1, 13):
        day = dt.date(2026, number, 7)
        for lang in ("en", "nl"):
            words = PlanWords(lang)
            for month in (words.months[number - 1], words.short_months[number - 1], words.months[number - 1][:3]):
                assert dates.day(f"7 {month} 2026", None) == day


@examples(20)
@given(plans(), st.randoms(use_true_random=False))
def test_what_went_out_comes_back_and_the_files_say_so(made: Project, chance: Any) -> None:
    items = roadmap(made).items
    said = {item: chance.choice(["Done", "In progress", "To do"]) for item in items}
    out = io.StringIO(newline="")
    csv.writer(out).writerows([("Tags", "State"), *((label(item), word) for item, word in said.items())])
    found = take_status(made, read_sheet(out.getvalue().encode(), ".csv")) if items else Taken((), {}, ())
    files = {document.name: edited(document.source, data) for document, data in found.files.items()}
    others = {document.name: document.source.text for document in made.documents}
    after = project(others | files | {"cxmap.toml": ""})
    for item in roadmap(after).items:
        (word,) = [word for before, word in said.items() if before.path == item.path]
        if item.kind == "action":
            expected = {"Done": {"done"}, "In progress": {"in-progress"}, "To do": {"idea", "planned"}}[word]
            assert item.status in expected
            assert item.status == "done" or item.finished is None
        elif word == "Done" or item.status == "done":
            assert (item.status == "done") is (word == "Done")
    if items:
        again = take_status(after, read_sheet(out.getvalue().encode(), ".csv"))
        assert again.changes == ()


def test_the_tables_for_trackers_are_read_back():
    made = planned()
    for write in (jira_csv, azure_csv):
        table = write(made, roadmap(made), PlanWords()).splitlines()
        with_state = "\r\n".join(
            [f"{table[0]},State", *(f"{line},Done" if "cxmap:" in line else line for line in table[1:])]
        )
        found = take_status(made, read_sheet(with_state.encode(), ".csv"))
        assert {change.path for change in found.changes if change.new in ("done", True)} == {"a", "a/try", "idea"}


def test_comments_and_layout_stay():
    plan = """\
cxmap: 1
actions:
  a:   # the first
    title: A
    touchpoints: [trip/t0]
    status: planned   # since May
    steps:
      # one by one
      - {title: Try, due: 2026-08-01}  # in Utrecht
      - title: Ask
        owner: shop
"""
    made = project({"plan.cxmap.yaml": plan, "trip.cxmap.yaml": text(journey(touchpoint("t0", 9, 3))),
                    "library.cxmap.yaml": text(LIBRARY)})  # fmt: skip
    table = b"Status,Due,Labels\nDone,2026-09-01,cxmap:a\nDone,2026-08-02,cxmap:a/try\nDone,,cxmap:a/ask\n"
    found = take_status(made, read_sheet(table, ".csv"))
    ((document, data),) = found.files.items()
    assert (
        edited(document.source, data)
        == """\
cxmap: 1
actions:
  a:   # the first
    title: A
    touchpoints: [trip/t0]
    status: done   # since May
    due: 2026-09-01
    finished: 2026-07-01
    steps:
      # one by one
      - {title: Try, due: 2026-08-02, done: true}  # in Utrecht
      - title: Ask
        owner: shop
        done: true
"""
    )
    assert yaml.safe_load(edited(document.source, data))["actions"]["a"]["steps"][1]["done"] is True
