"""What the tests of rules on personas and segments share: a journey, and what one rule finds in a library beside it."""

from __future__ import annotations

from tests.support import diagnose_files

JOURNEY = """\
cxmap: 1
journey: {id: j, title: J, personas: [mo], stages: [{id: s, title: S, touchpoints: [{id: a, title: A}]}]}
"""


def found(code: str, library: str) -> list[tuple[str, str]]:
    """Place and message of what one rule finds in a library beside a journey of persona mo."""
    files = {"journey.cxmap.yaml": JOURNEY, "library.cxmap.yaml": f"cxmap: 1\n{library}\n"}
    return [(one.pointer, one.message) for one in diagnose_files(files) if one.code == code]
