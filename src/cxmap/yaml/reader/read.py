"""Read a file: bytes to text, text to data with places, and everything that is wrong with it as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxmap.yaml.reader.build import Builder, Unreadable
from cxmap.yaml.reader.decode import decode
from cxmap.yaml.reader.disk import is_ours, read_file, too_large
from cxmap.yaml.reader.errors import Fault, FaultKind, Problem, problems
from cxmap.yaml.reader.events import MarkedYAMLError, open_events
from cxmap.yaml.reader.limits import MAX_BYTES, MAX_DIRECTIVES
from cxmap.yaml.reader.source import SourceText
from cxmap.yaml.reader.source_map import SourceMap
from cxmap.yaml.values import EMPTY

if TYPE_CHECKING:
    from cxmap.yaml.reader.errors import Complaint
    from cxmap.yaml.reader.source_map import Extent
    from cxmap.yaml.values import Value

__all__ = ["is_ours", "read", "read_file"]

_VERSION_KEY: Final = "cxmap"


def read(data: bytes | Problem, name: str) -> SourceText:
    """Read a file that is meant for cxmap: one that was named, or that ``is_ours``.

    Args:
        data: Its bytes, or the problem that ``read_file`` had with it.
        name: As it is shown.

    Returns:
        What it says, and what is wrong with it. Never raises, whatever the bytes.
    """
    if isinstance(data, bytes) and len(data) > MAX_BYTES:
        data = too_large(len(data))
    if isinstance(data, Problem):
        return SourceText(name, "", None, SourceMap(""), (data,))
    text, wrong = decode(data)
    if not wrong and text.count("\n%") > MAX_DIRECTIVES:
        wrong = (Problem("CX004", f"more than {MAX_DIRECTIVES:,} lines that start with %"),)
    if wrong:
        return SourceText(name, text, None, SourceMap(text), wrong)
    return _parse(text, name)


def _parse(text: str, name: str) -> SourceText:
    builder = Builder(text, open_events(text))
    data: Value | None = None
    complaint: Complaint | None = None
    stop: Fault | None = None
    try:
        builder.run()
        data = builder.root
    except Unreadable as stopped:
        stop = stopped.fault
        if stop.kind is FaultKind.SECOND_DOCUMENT:
            data = builder.root
    except MarkedYAMLError as not_yaml:
        complaint = _complaint(not_yaml, text, builder.last)
    places = SourceMap(text, builder.notes)
    found = [*problems(builder.faults, builder.fault_count, text, places)]
    if stop:
        found.append(stop.problem(text, places))
    if complaint:
        from cxmap.yaml.reader.syntax import explain

        found.append(explain(complaint, places.lines))
    if not found and not (isinstance(data, dict) and _VERSION_KEY in data):
        found.append(_not_ours(data))
    return SourceText(name, text, data, places, tuple(found))


def _complaint(error: MarkedYAMLError, text: str, last: Extent | None) -> Complaint:
    from cxmap.yaml.reader.errors import Complaint  # few files need it, and every run would pay for it

    offset = min(error.problem_mark.index if error.problem_mark else 0, len(text))
    opening = min(error.context_mark.index, len(text)) if error.context_mark else offset
    start, end = last or (offset, offset)
    return Complaint(text, offset, f"{error.context or ''}: {error.problem or ''}", opening, (start, max(start, end)))


def _not_ours(data: Value | None) -> Problem:
    if data is EMPTY:
        message = "the file holds no data"
    elif isinstance(data, dict):
        message = f"not a cxmap file: it has no '{_VERSION_KEY}:'"
    elif isinstance(data, str) and data.startswith(f"{_VERSION_KEY}:"):
        message = f"no space after '{_VERSION_KEY}:'"
    else:
        message = "not a cxmap file: it is not a mapping"
    return Problem("CX008", message, help=f"begin it with '{_VERSION_KEY}: 1'")
