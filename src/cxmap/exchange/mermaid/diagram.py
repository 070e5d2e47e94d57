"""What a ``journey`` diagram says, and how it is read from its lines."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Final

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.mermaid.blocks import CodeBlock, body, front_matter_end

MARK: Final = "%% from cxmap"
"""How a diagram that cxmap wrote starts: its texts can be read back exactly, and its scale is known."""

_SCALE = re.compile(re.escape(MARK) + r"\b.*\bscale (?P<min>-?[\d.]+) to (?P<max>-?[\d.]+)")
_WORD = re.compile(r"^(?P<word>title|section|accTitle|accDescr)(?=[\s:{]|$)\s*(?P<rest>.*)$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)\s*")
_ENTITY = re.compile(r"#(\w+);")
_LINE_TAG = re.compile(r"<br ?/?>", re.IGNORECASE)
_QUOTES: Final = {'"': '"', "'": "'", "“": "”", "`": "`"}
_NARROW: Final = str.maketrans("：；＃，％", ":;#,%")


@dataclass(frozen=True, slots=True)
class Task:
    """A task.

    Attributes:
        name: What it is called.
        score: Its score; ``None`` without one.
        actors: Who takes part, in order.
        line: Where it stands in the file.
    """

    name: str
    score: float | None
    actors: tuple[str, ...]
    line: int


@dataclass(slots=True)
class DiagramSection:
    """A section; the tasks before the first one have a section without a name."""

    name: str | None
    line: int
    tasks: list[Task] = field(default_factory=list)


@dataclass(slots=True)
class Diagram:
    """A diagram.

    Attributes:
        line: Where it starts in the file.
        title: ``""`` without one.
        description: For those who cannot see it; ``""`` without one.
        sections: In order.
        scale: The scale of its scores, if it says so.
        left: What it says that has no place here, with the line.
    """

    line: int
    title: str = ""
    description: str = ""
    sections: list[DiagramSection] = field(default_factory=list)
    scale: tuple[float, float] | None = None
    left: list[tuple[int, str]] = field(default_factory=list)

    @property
    def tasks(self) -> list[Task]:
        """All tasks, in order."""
        return [task for section in self.sections for task in section.tasks]


def read_diagram(block: CodeBlock) -> Diagram:
    """What the lines of a ``journey`` diagram say.

    Raises:
        ForeignError: It has no task.
    """
    return _Reader(block).read()


class _Reader:
    def __init__(self, block: CodeBlock) -> None:
        self._block = block
        self._ours = any(line.strip().startswith(MARK) for line in block.lines)
        self._diagram = Diagram(block.first)
        self._accessible_title = ""
        self._description: list[str] | None = None  # the lines so far, inside accDescr { }

    def read(self) -> Diagram:
        diagram = self._diagram
        for number, line in body(self._block)[1:]:
            self._line(number, line.strip().rstrip(";").rstrip())
        if self._description is not None:
            self._describe()
        self._own_scale()
        front = (line.strip().partition(":") for line in self._block.lines[: front_matter_end(self._block)])
        front_titles = [self._text(value) for key, _, value in front if key == "title"]
        titles = [diagram.title, *front_titles, self._accessible_title]
        diagram.title = next((title for title in titles if title), "")
        diagram.left += [
            (diagram.line, f"a second title: '{title}'")
            for title in dict.fromkeys(titles)
            if title not in {"", diagram.title}
        ]
        if not diagram.tasks:
            raise ForeignError(f"line {diagram.line}: this journey diagram has no task; write 'Task: 3: Actor'")
        return diagram

    def _own_scale(self) -> None:
        for line in self._block.lines:
            if found := _SCALE.match(line.strip()):
                self._diagram.scale = float(found["min"]), float(found["max"])

    def _line(self, number: int, line: str) -> None:
        if self._description is not None:
            self._description.append(line.partition("}")[0])
            if "}" in line:
                self._describe()
            return
        word = _WORD.match(line)
        rest = word["rest"].removeprefix(":").strip() if word else ""
        match word["word"].lower() if word else "":
            case "acctitle":
                self._accessible_title = self._text(rest)
            case "accdescr" if rest.startswith("{"):
                self._description = [rest[1:].partition("}")[0]]
                if "}" in rest:
                    self._describe()
            case "accdescr":
                self._diagram.description = self._text(rest)
            case "title" if rest and not _is_task_with_actors(line):
                self._diagram.title = self._text(rest)
            case "section" if not _is_task_with_actors(line):
                self._diagram.sections.append(DiagramSection(self._text(rest) or None, number))
            case _:
                self._task(number, line)

    def _task(self, number: int, line: str) -> None:
        left = self._diagram.left
        written, score, actors = _fields(line)
        name = self._text(written)
        if not name or ":" not in line:
            left.append((number, f"not a task: '{line}'"))
            return
        if score is None:
            left.append((number, f"no score: '{name}'"))
        if not self._diagram.sections:
            self._diagram.sections.append(DiagramSection(None, number))
        names = [self._text(actor) for actor in (actors or "").split(",")]
        task = Task(name, score, tuple(dict.fromkeys(actor for actor in names if actor)), number)
        self._diagram.sections[-1].tasks.append(task)

    def _describe(self) -> None:
        lines = [line for line in self._description or () if line]
        self._diagram.description = self._text(" ".join(lines))
        self._description = None

    def _text(self, written: str) -> str:
        """What a piece of text says: without quotes around it, entities and line breaks as what they stand for."""
        text = _LINE_TAG.sub(" ", " ".join(written.split())).strip()
        if len(text) > 1 and _QUOTES.get(text[0]) == text[-1] and text[0] not in text[1:-1]:
            text = text[1:-1].strip()
        text = _ENTITY.sub(_character, text)
        if self._ours:
            text = (text.removeprefix("\u200b") or text).translate(_NARROW)
        return " ".join(text.split())


def _fields(line: str) -> tuple[str, float | None, str | None]:
    """Name, score and actors of a task; colons before the first number belong to the name."""
    parts = line.split(":")
    for index, part in enumerate(parts[1:], 1):
        if _NUMBER.fullmatch(part):
            return ":".join(parts[:index]), float(part), ":".join(parts[index + 1 :]) or None
    return parts[0], None, ":".join(parts[2:]) or None


def _is_task_with_actors(line: str) -> bool:
    _, score, actors = _fields(line)
    return score is not None and actors is not None


def _character(entity: re.Match[str]) -> str:
    """What an entity stands for: ``#35;`` by number, ``#quot;`` by name, as in HTML."""
    written = f"&#{entity[1]};" if entity[1].isdigit() else f"&{entity[1]};"
    read = html.unescape(written)
    return entity[0] if read == written else read
