"""How the formats for people look: colour, links and width, decided by whoever knows the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from cxmap.diagnostic import Severity

SEVERITY_COLOR = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.ADVICE: "1;36"}
BOLD = "1"
FAINT = "2"


@dataclass(frozen=True, slots=True)
class ReportStyle:
    """How to show findings to a person.

    Attributes:
        color: Whether to use colours (ANSI).
        links: Whether the terminal knows links (OSC 8).
        quiet: Findings only: neither remarks nor the summary.
        width: Columns that an excerpt of a file may take; nothing else is cut or wrapped.
    """

    color: bool = False
    links: bool = False
    quiet: bool = False
    width: int = 120

    def paint(self, text: str, color: str) -> str:
        """Safe text in a colour, given as the parameters of an SGR sequence."""
        return f"\x1b[{color}m{text}\x1b[0m" if self.color and text else text

    def link(self, text: str, url: str) -> str:
        """Safe text that leads to an address of ours."""
        return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\" if self.links else text


PLAIN = ReportStyle()
