"""The README's journey file is one."""

from __future__ import annotations

import re
from pathlib import Path

from cxmap.diagnostic import Severity
from tests.support import diagnose_text

README = Path(__file__).parents[2] / "README.md"


def test_the_example_is_sound() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert [one.message for one in diagnose_text(example) if one.severity is not Severity.ADVICE] == []
