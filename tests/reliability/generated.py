"""Files that git cannot hold, or should not: made when they are needed."""

from __future__ import annotations

import os
import random
import socket
from typing import TYPE_CHECKING

from cxmap.yaml.reader.limits import MAX_BYTES, MAX_NODES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = b"cxmap: 1\n"
ONE = "{id: %s, title: T}"


def _filled(unit: bytes, end: bytes = b"", start: bytes = HEAD) -> bytes:
    """A file as large as may be: a start, a unit as often as it fits, an end."""
    return start + unit * ((MAX_BYTES - len(start) - len(end)) // len(unit)) + end


def _most(share: int) -> int:
    """A number of things that a file may just hold, given the number if 50,000 nodes were the limit."""
    return share * MAX_NODES // 50_000


def _lines(template: str, count: int, head: str = "") -> bytes:
    count = _most(count)
    text = head + "".join(template.replace("%d", str(number)) for number in range(count))
    return HEAD + text.encode()


def _journey(touchpoints: str, personas: str = "p", more: str = "") -> bytes:
    text = f"journey:\n  id: a\n  title: A\n  personas: [{personas}]\n  stages:\n    - id: s\n      title: S\n"
    return HEAD + f"{text}      touchpoints:\n{touchpoints}{more}".encode()


def _touchpoints(template: str, count: int) -> str:
    return "".join(f"        - {template.replace('%d', str(number))}\n" for number in range(_most(count)))


def _noise(size: int) -> bytes:
    return random.Random(8).randbytes(size)


CONTENTS: dict[str, Callable[[], bytes]] = {
    # Size and shape
    "over-the-limit": lambda: _filled(b"# x\n") + b"# x\n" * 2,
    "comments": lambda: _filled(b"# nothing to see here, move on\n"),
    "blank-lines": lambda: _filled(b"\n"),
    "crlf-blank-lines": lambda: _filled(b"\r\n"),
    "one-plain-word": lambda: _filled(b"x", start=HEAD + b"a: "),
    "plain-words": lambda: _filled(b"word ", start=HEAD + b"a: "),
    "plain-lines": lambda: _filled(b"  word\n", start=HEAD + b"a:\n"),
    "quoted": lambda: _filled(b"x", b'"\n', start=HEAD + b'a: "'),
    "quoted-lines": lambda: _filled(b" x\n", b'"\n', start=HEAD + b'a: "'),
    "quoted-escapes": lambda: _filled(rb"\n", b'"\n', start=HEAD + b'a: "'),
    "quoted-pairs": lambda: _filled(rb"\ud83d\ude00", b'"\n', start=HEAD + b'a: "'),
    "quoted-backslashes": lambda: _filled(rb"\\", b'\\ud83d\\ude00"\n', start=HEAD + b'a: "'),
    "unclosed-quote": lambda: _filled(b"word ", start=HEAD + b'a: "'),
    "unclosed-quote-lines": lambda: _filled(b"word\n", start=HEAD + b'a: "'),
    "block-scalar": lambda: _filled(b"  text\n", start=HEAD + b"a: |\n"),
    "folded-scalar": lambda: _filled(b"  text\n", start=HEAD + b"a: >\n"),
    "block-scalar-blank": lambda: _filled(b"\n", start=HEAD + b"a: |\n"),
    "spaces": lambda: _filled(b" ", start=HEAD + b"a: x"),
    "tabs": lambda: _filled(b"\t", start=HEAD + b"a: x"),
    "zero-bytes": lambda: bytes(MAX_BYTES),
    "control-characters": lambda: _filled(b"\x01"),
    "next-lines": lambda: _filled("\u2028".encode(), start=HEAD + b"a: x"),
    "combining": lambda: _filled("\u0301".encode(), start=HEAD + b"title: x"),
    "noise": lambda: _noise(MAX_BYTES),
    "noise-in-utf-16": lambda: b"\xff\xfe" + _noise(MAX_BYTES - 2),
    "latin-1-at-the-end": lambda: _filled(b"# x\n", b"\xe9"),
    "one-long-key": lambda: _filled(b"k", b": x\n"),
    "directives": lambda: _filled(b"%TAG !a! tag:x,2000:\n", b"---\ncxmap: 1\n", start=b""),
    "directives-all-different": lambda: b"".join(b"%%TAG !a%d! tag:x,2000:\n" % n for n in range(100_000)) + HEAD,
    # Nesting
    "flow-lists": lambda: _filled(b"[", start=HEAD + b"a: "),
    "flow-mappings": lambda: _filled(b"{a: ", start=HEAD + b"a: "),
    "flow-lists-closed": lambda: HEAD + b"a: " + b"[" * 1_000_000 + b"]" * 1_000_000,
    "flow-closing": lambda: _filled(b"]", start=HEAD + b"a: "),
    "dashes": lambda: _filled(b"- ", start=b""),
    "questions": lambda: _filled(b"? ", start=b""),
    "indents": lambda: HEAD + b"".join(b" " * n + b"a:\n" for n in range(2500)),
    "list-of-lists": lambda: _filled(b"[],", b"]\n", start=HEAD + b"a: ["),
    # Nodes and aliases
    "scalars": lambda: _filled(b"x,", b"]\n", start=HEAD + b"a: ["),
    "list-items": lambda: _filled(b"- x\n", start=b""),
    "as-many-nodes-as-may-be": lambda: _lines("k%d: [x]\n", 16_600),
    "keys": lambda: _lines("k%d: x\n", 24_900),
    "keys-alike": lambda: _lines("journe%d: x\n", 24_900),
    "duplicate-keys": lambda: _filled(b"a: x\n"),
    "odd-keys": lambda: _lines("%d: x\n", 24_900),
    "odd-keys-after-commas": lambda: HEAD + b"a: {" + b",".join(b"%d" % n for n in range(_most(24_900))) + b"}\n",
    "anchors": lambda: _lines("- &a%d x\n", 49_900).removeprefix(HEAD),
    "aliases": lambda: HEAD + b"a: &a x\nb: [" + b"*a," * _most(49_900) + b"]\n",
    "aliases-of-a-list": lambda: HEAD + b"a: &a [x, x, x, x]\nb: [" + b"*a," * _most(9_900) + b"]\n",
    "aliases-undefined": lambda: _filled(b"*a,", start=HEAD + b"b: ["),
    "tags": lambda: _lines("k%d: !x y\n", 24_900),
    "merge-keys": lambda: _lines("k%d: {<<: x}\n", 12_400),
    "suppressions": lambda: _lines("k%d: x # cxmap: ignore[CX203]\n", 24_900),
    "suppression-words": lambda: HEAD + b"a: x # cxmap: ignore[" + b"CX203, " * 500_000 + b"]\n",
    "suppressions-of-the-file": lambda: _filled(b"# cxmap: ignore-file[CX203]\n"),
    "suppression-blanks": lambda: _filled(b" ", b"ignore[CX203]\n", start=HEAD + b"# cxmap:"),
    "suppression-opened": lambda: _filled(b"# cxmap: ignore["),
    # What the rules look at
    "touchpoints": lambda: _journey(_touchpoints("{id: t%d, title: T}", 9_900)),
    "as-many-touchpoints-as-may-be": lambda: _journey(
        _touchpoints("{id: t%d, title: T, scores: {importance: 1}}", 3_900)
    ),
    "touchpoints-with-wrong-keys": lambda: _journey(_touchpoints("{id: t%d, titel: T, sentiment: 5}", 7_000)),
    "touchpoints-of-one-id": lambda: _journey(_touchpoints("{id: t, title: T}", 9_900)),
    "touchpoints-for-many": lambda: _journey(
        _touchpoints("{id: t%d, title: T, scores: {importance: 1}}", 4_000),
        ", ".join(f"p{n}" for n in range(_most(9_000))),
    ),
    "personas-of-a-journey": lambda: _journey(
        _touchpoints(ONE % "t", 1), ", ".join(f"p{n}" for n in range(_most(49_900)))
    ),
    "personas-defined": lambda: _lines("  p%d: {name: P}\n", 12_400, "personas:\n"),
    "channels-unknown": lambda: _journey(
        _touchpoints("{id: t%d, title: T, channel: serach%d}", 3_500),
        more="channels:\n" + "".join(f"  search{n}: {{title: S, kind: digital}}\n" for n in range(_most(4_000))),
    ),
    "long-ids-alike": lambda: _journey(
        _touchpoints("{id: t%d, title: T, channel: " + "a" * 900 + "%d}", 300),
        more="channels:\n" + "".join(f"  {'a' * 900}b{n}: {{title: S, kind: digital}}\n" for n in range(300)),
    ),
    "details-in-a-chain": lambda: _journey(_touchpoints("{id: t%d, title: T, detailed_in: a}", 7_000)),
    "returns": lambda: _journey(_touchpoints("{id: t%d, title: T, returns_to: t0}", 7_000)),
    "handovers": lambda: _journey(
        _touchpoints("{id: t%d, title: T, handover: {from: t0, scores: {experience: 1}}}", 3_700)
    ),
    "actions-in-a-circle": lambda: _lines("  a%d: {title: A, depends_on: [a%d1, a%d]}\n", 6_200, "actions:\n"),
    "actions-in-a-chain": lambda: (
        HEAD
        + b"actions:\n"
        + b"".join(b"  a%d: {title: A, depends_on: [a%d]}\n" % (n, n + 1) for n in range(_most(7_000)))
        + b"  a%d: {title: A, depends_on: [a0]}\n" % _most(7_000)
    ),
    "actions-all-on-all": lambda: (
        HEAD
        + b"actions:\n"
        + b"".join(
            b"  a%d: {title: A, depends_on: [%s]}\n" % (n, b", ".join(b"a%d" % m for m in range(_most(45) + 165)))
            for n in range(_most(45) + 165)
        )
    ),
    "actions-for-a-touchpoint": lambda: _lines(
        "  a%d: {title: A, touchpoints: [a/t], due: 2026-02-30}\n", 5_400, "actions:\n"
    ),
    "metric-readings": lambda: (
        HEAD
        + b"metrics: {m: {title: M, better: higher, readings: ["
        + b"{date: 2026-01-01, value: 1}," * _most(9_900)
        + b"]}}\n"
    ),
    "steps": lambda: (
        HEAD + b"actions: {a: {title: A, steps: [" + b"{title: S, due: 2026-13-01}," * _most(9_900) + b"]}}\n"
    ),
    "counts": lambda: _journey(
        "        - {id: t, title: T, scores: {experience: {counts: {"
        + ", ".join(f"{n}: 1" for n in range(_most(24_900)))
        + "}}}}\n"
    ),
    "evidence": lambda: _journey(
        "        - {id: t, title: T, evidence: [" + "{source: s, quote: Q, finding: new}," * _most(7_000) + "]}\n"
    ),
    "thinking": lambda: _journey("        - {id: t, title: T, thinking: [" + "TODO shoes," * _most(49_900) + "]}\n"),
    "jargon-in-a-long-text": lambda: _journey(
        "        - {id: t, title: T, doing: '" + "shoe shoes " * 300_000 + "'}\n"
    ),
    "placeholder-almost": lambda: _journey("        - {id: t, title: '" + "{" * 3_000_000 + "'}\n"),
    "long-title": lambda: _journey("        - {id: t, title: '" + "x" * 4_000_000 + "'}\n"),
    "long-id": lambda: _journey("        - {id: '" + "x" * 4_000_000 + "', title: T}\n"),
    "long-date": lambda: _lines("", 0, "actions: {a: {title: A, due: '" + "1" * 4_000_000 + "'}}\n"),
    "long-number": lambda: _lines("", 0, "metrics: {m: {title: M, baseline: {value: " + "1" * 4_000_000 + "}}}\n"),
    "long-hex-number": lambda: _lines("", 0, "a: 0x" + "f" * 4_000_000 + "\n"),
    "dashes-in-a-number": lambda: _lines("", 0, "a: " + "1" * 2_000_000 + "." + "1" * 2_000_000 + "x\n"),
    "long-portrait": lambda: _lines("", 0, "personas: {p: {name: P, portrait: '" + "../" * 1_000_000 + "x'}}\n"),
}
"""Contents of one file, by name. Each is refused, or checked, within the limits of time and memory."""


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(HEAD)
        file.truncate(5 << 30)


def _socket(path: Path) -> None:
    here = os.open(".", os.O_RDONLY)
    os.chdir(path.parent)  # the address of a socket may have no more than 108 bytes
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)
    os.fchdir(here)
    os.close(here)


def _loop(path: Path) -> None:
    other = path.with_name("other-end")
    path.symlink_to(other)
    other.symlink_to(path)


THINGS: dict[str, tuple[Callable[[Path], None], str]] = {
    "folder": (lambda path: path.mkdir(), ""),
    "pipe": (os.mkfifo, "cannot be read: not a regular file"),
    "socket": (_socket, "cannot be read: not a regular file"),
    "link-to-a-device": (
        lambda path: path.symlink_to("/dev/zero"),
        "cannot be read: it is a link that leads out of the project",
    ),
    "link-to-the-memory": (
        lambda path: path.symlink_to("/proc/self/mem"),
        "cannot be read: it is a link that leads out",
    ),
    "link-to-nothing": (lambda path: path.symlink_to("gone"), "cannot be read: it does not exist"),
    "links-in-a-circle": (_loop, "cannot be read: its links lead in a circle"),
    "link-to-a-folder": (lambda path: path.symlink_to("."), "cannot be read: it is a folder"),
    "five-gibibytes-of-nothing": (_sparse, "5,368,709,120 bytes; the limit is 4 MiB (4,194,304 bytes)"),
}
"""What else can lie where a file is expected: how it is made, and what is said of it when a folder is checked."""

NAMES = (
    "two\nlines.cxmap.yaml",
    "\x1b]0;owned\x07\x1b[2J.cxmap.yaml",
    "::error::forged\r::stop-commands::x.cxmap.yaml",
    "##[error]x ##vso[task.x].cxmap.yaml",
    "\u202egnp.cxmap.yaml",
    "-rf.cxmap.yaml",
    "--fix.cxmap.yaml",
    "a b 'c' \"d\" $HOME `id` $(id).cxmap.yaml",
    "<script>alert(1)<&script>.cxmap.yaml",
    "[red]x[bold].cxmap.yaml",
    "|x|y|[z](w).cxmap.yaml",
    "100%25 #1?.cxmap.yaml",
    "=cmd().cxmap.yaml",
    os.fsdecode(b"caf\xe9\xff.cxmap.yaml"),
    "漢字👟.cxmap.yaml",
    "x" * 244 + ".cxmap.yaml",
)
"""Names of files that act in careless output."""
