"""What is written on slides: runs of text, paragraphs and the columns of tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["l", "r", "ctr"]
Tone = Literal["ink", "muted", "short", "good"]
"""A colour of the theme of charts."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look."""

    text: str
    bold: bool = False
    tone: Tone = "ink"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: runs, at so much of the size of the text, with so much white above it, in sizes."""

    runs: tuple[Run, ...]
    size: float = 1.0
    before: float = 0.0
    bullet: bool = False

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, and how much of the width it takes beside the others."""

    head: str
    share: float
    align: Align = "l"


Cell = tuple[Run, ...]
