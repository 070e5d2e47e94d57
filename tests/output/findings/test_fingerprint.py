"""A finding stays the same one when its line moves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.output.findings.reports import ORDINARY, finding, report

from cxmap.diagnostic import Report, Span
from cxmap.output.findings.fingerprint import LineHashes, fingerprints
from cxmap.output.findings.places import RepositoryPlaces


def prints(one: Report) -> list[str]:
    return fingerprints(one, RepositoryPlaces(one))


def moved(one: Report, by: int) -> Report:
    spans = [Span(found.span.line + by, 1, found.span.end_line + by, 2) for found in one.diagnostics]
    pairs = zip(one.diagnostics, spans, strict=True)
    return replace(one, diagnostics=tuple(found._replace(span=span, message="other") for found, span in pairs))


def test_a_moved_line_has_the_same_fingerprint():
    assert prints(moved(ORDINARY, 17)) == prints(ORDINARY)


@pytest.mark.parametrize("what", [{"code": "CX202"}, {"path": "journeys/b.yaml"}, {"anchor": "journey:other"}])
def test_rule_file_and_structural_path_make_another(what):
    one = finding("CX201", "m", (1, 1, 1, 2), anchor="journey:a")
    assert prints(report(one)) != prints(report(one._replace(**what)))


def test_the_pointer_stands_in_for_a_missing_structural_path():
    one = finding("CX201", "m", (1, 1, 1, 2), pointer="/a")
    assert prints(report(one)) != prints(report(one._replace(pointer="/b")))


def test_findings_of_the_same_place_are_told_apart_by_their_order():
    one = finding("CX201", "m", (1, 1, 1, 2), anchor="journey:a")
    pair = prints(report(one, one._replace(message="n")))
    assert len(set(pair)) == 2
    assert pair[0] == prints(report(one))[0]


def test_the_current_directory_makes_no_difference():
    one = ORDINARY.diagnostics[0]._replace(path="a.yaml")
    assert prints(replace(ORDINARY, cwd=ORDINARY.cwd / "journeys", diagnostics=(one,))) == prints(ORDINARY)[:1]


# The figures are those that GitHub's upload action is itself tested with.
GREETINGS = [
    *("e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1"),
    *("b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"),
]
LOREM = [
    *(f"a7f2ff13bc495cf2:{count}" for count in range(1, 7)),
    *("a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"),
]


@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        ("", ["c129715d7a2bc9a3:1"]),
        (" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
        (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETINGS),
        (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", GREETINGS),
        (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETINGS),
        (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", GREETINGS),
        ("Lorem ipsum dolor sit amet.\n" * 10, LOREM),
    ],
)
def test_line_hashes_are_those_of_github(text, hashes):
    made = LineHashes(text)
    assert [made.of(line) for line in range(1, len(hashes) + 1)] == hashes
    assert made.of(len(hashes) + 1) is None
    assert made.of(0) is None
