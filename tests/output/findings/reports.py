"""Reports made by hand, harmless and hostile, for the tests of the output formats."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.diagnostic import Diagnostic, Edit, Fix, Related, Report, Severity, Span
from cxmap.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path("/project")


def rule(code: str, name: str, severity: Severity, *, why: str = "It leads nowhere, and nobody notices.") -> Rule:
    """A rule with short examples."""
    return Rule(
        code=code,
        name=name,
        severity=severity,
        summary="an id that no file of the project defines",
        why=why,
        bad="cxmap: 1\njourney:\n  stages:\n    - channel: ⟦serach⟧\n",
        good="cxmap: 1\njourney:\n  stages:\n    - channel: search\n",
        check=None,
    )


RULES = {
    one.code: one
    for one in (
        rule("CX001", "invalid-yaml", Severity.ERROR),
        rule("CX006", "unreadable-file", Severity.ERROR),
        rule("CX101", "unknown-key", Severity.ERROR),
        rule("CX201", "unknown-reference", Severity.ERROR),
        rule("CX202", "duplicate-id", Severity.ERROR),
        rule("CX302", "unscored-touchpoint", Severity.WARNING),
        rule("CX304", "assumption-only", Severity.ADVICE, why="Because. " * 200),
    )
}

JOURNEY = """\
cxmap: 1
journey:
  id: first-shoes
  stages:
    - id: attention
      touchpoints:
        - id: search-online
          channel: serach
          scores: {importance: 8}

        - {id: 試し履き👟, name: "é", channel: shop}
"""
LIBRARY = """\
cxmap: 1
personas:
  noor:
    title: Noor
"""


def finding(
    code: str, message: str, place: tuple[int, int, int, int], path: str = "journeys/a.yaml", **more
) -> Diagnostic:
    """A finding of one of the rules above."""
    known = RULES[code]
    return Diagnostic(code, known.name, known.severity, message, path, Span(*place), **more)


def report(*diagnostics: Diagnostic, remarks: tuple[str, ...] = (), texts: Mapping[str, str] | None = None) -> Report:
    """A report in the order of the engine, with the two files above."""
    return Report(
        diagnostics=tuple(sorted(diagnostics, key=lambda one: one.sort_key)),
        checked=12,
        skipped=3,
        remarks=remarks,
        cwd=ROOT,
        root=ROOT,
        texts={"journeys/a.yaml": JOURNEY, "library/b.yaml": LIBRARY, **(texts or {})},
    )


NOTHING = report()

ORDINARY = report(
    finding(
        "CX201",
        "no channel is called 'serach'",
        (8, 20, 8, 26),
        pointer="/journey/stages/0/touchpoints/0/channel",
        anchor="journey:first-shoes/stage:attention/touchpoint:search-online/channel",
        suggestion="search",
        fix=Fix("write 'search'", (Edit(Span(8, 20, 8, 26), "search"),)),
    ),
    finding(
        "CX302",
        "no experience for 'noor' at 'search-online'",
        (7, 11, 9, 34),
        pointer="/journey/stages/0/touchpoints/0",
        anchor="journey:first-shoes/stage:attention/touchpoint:search-online",
        help="add a score, or take 'noor' out of its personas",
    ),
    finding(
        "CX101",
        "unknown key 'name'",
        (11, 23, 11, 27),
        pointer="/journey/stages/0/touchpoints/1/name",
        suggestion="title",
        help="a touchpoint has a title",
        fix=Fix("write 'title'", (Edit(Span(11, 23, 11, 27), "title"),)),
    ),
    finding("CX304", "nobody was asked about 'search-online'", (9, 11, 9, 17), anchor="journey:first-shoes"),
    finding(
        "CX202",
        "the persona 'noor' is defined twice",
        (3, 3, 3, 7),
        path="library/c.yaml",
        related=(Related("first defined here", "library/b.yaml", Span(3, 3, 3, 7)),),
    ),
    remarks=("2 accepted findings are hidden by cxmap-baseline.json.",),
    texts={"library/c.yaml": LIBRARY},
)

HOSTILE_TEXTS = (
    "\x1b[31mred\x9b2J\x07\x00\x7f",
    "two\nlines\r\n::error::forged\r::stop-commands::x",
    "##[group]forged ##vso[task.x]",
    "100%, a:b, c=d %0A %25",
    "<script>alert('1')</script> & \"quotes\"",
    "`code` | cell [link](http://x.nl) {0} {{x}} $x$ **b** @someone",
    "\u202e\u2066\u2028\ufffe\ud800\udcff",
    "=cmd()",
)
HOSTILE_PATHS = (
    "a b/'quoted' \"twice\".yaml",
    "two\nlines\r.yaml",
    "\x1b[2J.yaml",
    os.fsdecode(b"caf\xe9/\xff.yaml"),
    "::error::x,y:z%.yaml",
    "100%25 #1?.yaml",
    "漢字/👟.yaml",
    "<stdin>",
    "../outside/x.yaml",
)


def hostile() -> Report:
    """Every hostile text at every place of a finding, in files of hostile names."""
    findings = []
    texts = {}
    for number, path in enumerate(HOSTILE_PATHS):
        text = HOSTILE_TEXTS[number % len(HOSTILE_TEXTS)]
        # A file's text comes decoded from UTF-8: it holds no lone surrogates.
        texts[path] = "cxmap: 1\n" + "".join(f"{one}\n" for one in HOSTILE_TEXTS).replace("\ud800\udcff", "")
        for line, message in enumerate(HOSTILE_TEXTS, 2):
            findings.append(
                finding(
                    "CX201",
                    message,
                    (line, 2, line, 9),
                    path,
                    pointer=f"/{text}",
                    anchor=f"{text}/{line}",
                    suggestion=text,
                    help=message,
                    fix=Fix(text, (Edit(Span(line, 2, line, 9), text), Edit(Span(line, 12, line, 12), message))),
                    related=(Related(text, HOSTILE_PATHS[number - 1], Span(1, 1, 1, 6)),),
                )
            )
    return report(*findings, remarks=HOSTILE_TEXTS, texts=texts)


HOSTILE = hostile()


def many(per_rule: int = 40) -> Report:
    """The same few mistakes over and over, in two files."""
    text = "".join(f"key{number}: value{number}\n" for number in range(1, per_rule + 1))
    findings = [
        finding(code, f"{message} '{number}'", (number, 1, number, 4), path, **more)
        for path in ("journeys/one.yaml", "journeys/two.yaml")
        for number in range(1, per_rule + 1)
        for code, message, more in (
            ("CX101", "unknown key", {"fix": Fix("remove it", (Edit(Span(number, 1, number, 4), ""),))}),
            ("CX302", "no experience for", {}),
        )
    ]
    findings.append(finding("CX201", "no channel is called 'serach'", (8, 20, 8, 26)))
    return report(*findings, texts={"journeys/one.yaml": text, "journeys/two.yaml": text})


MANY = many()
EVERY_REPORT = {"nothing": NOTHING, "ordinary": ORDINARY, "hostile": HOSTILE, "many": MANY}
