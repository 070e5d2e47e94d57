"""Read a file: bytes to text, text to data with places, and everything that is wrong with it as YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxmap.source.build import Builder, Fault, Stop
from cxmap.source.decode import decode
from cxmap.source.disk import read_file
from cxmap.source.events import MarkedYAMLError, open_events
from cxmap.source.limits import MAX_BYTES
from cxmap.source.places import Places
from cxmap.source.problem import Problem
from cxmap.source.source import Source

__all__ = ["is_ours", "read", "read_file"]

_OURS = re.compile(rb"(?:^|[\r\n])(?:\xef\xbb\xbf)?cxmap:")
_CODES = {
    "duplicate": "CX002",
    "depth": "CX004",
    "nodes": "CX004",
    "documents": "CX005",
    "merge": "CX007",
    "tag": "CX007",
    "misfit": "CX007",
    "undefined": "CX001",
    "itself": "CX001",
}


def is_ours(data: bytes, filename: str) -> bool:
    return filename.lower().endswith((".cxmap.yaml", ".cxmap.yml")) or _OURS.search(data) is not None


def read(data: bytes | Problem, name: str) -> Source:
    if isinstance(data, Problem):
        return Source(name, "", None, Places("", None), (data,))
    if len(data) > MAX_BYTES:
        return Source(name, "", None, Places("", None), (Problem("CX004", "the file is larger than 4 MiB"),))
    text, problems = decode(data)
    if problems:
        return Source(name, text, None, Places(text, None), problems)
    builder = Builder(text, open_events(text))
    places = Places(text, builder)
    faults = builder.faults
    data_: object = None
    extra = []
    try:
        builder.run()
        data_ = builder.root
    except Stop as stop:
        faults = [*builder.faults, stop.fault]
        if stop.fault.kind == "documents":
            data_ = builder.root
    except MarkedYAMLError as error:
        m = error.problem_mark.index
        extra.append(Problem("CX001", error.problem, places.lines.span(m, m)))
    found = [_problem(f, text, places) for f in faults] + extra
    if not found and not (isinstance(data_, dict) and "cxmap" in data_):
        found.append(Problem("CX008", "not a cxmap file", help="start it with 'cxmap: 1'"))
    return Source(name, text, data_, places, tuple(found), tuple(builder.odd_keys))


def _problem(f: Fault, text, places):
    rel = ()
    if f.kind == "duplicate":
        rel = (("first here", places.span(f.pointer, key=True)),)
    return Problem(
        _CODES[f.kind], f"{f.kind}: {text[f.start : f.end]!r}", places.lines.span(f.start, f.end), None, rel, f.pointer
    )
