"""Make again whatever is generated and committed.

python -m tools.generate           write what has changed
python -m tools.generate --check   say what is stale; exit 1 if anything is
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.io.files import Output
from tools import compile_models, deck_template, translations, versions, webfonts

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent


def generated() -> Iterator[tuple[str, str]]:
    """The path from the root of every generated text, with what it should hold."""
    yield from compile_models.generated().items()
    from tools import pages  # it imports what reads the compiled models

    yield from pages.generated().items()
    yield from versions.generated().items()
    yield from translations.generated().items()


def stale() -> Iterator[tuple[str, bytes]]:
    """The generated files that do not hold what they should, with what they should hold."""
    for name, text in generated():
        if not (ROOT / name).is_file() or (ROOT / name).read_text(encoding="utf-8") != text:
            yield name, text.encode()
    yield from webfonts.stale(ROOT)
    if (
        not (ROOT / deck_template.PATH).is_file()
        or (ROOT / deck_template.PATH).read_bytes() != deck_template.template()
    ):
        yield deck_template.PATH, deck_template.template()


def main(arguments: list[str]) -> int:
    """Write or check; the exit status."""
    check, found = "--check" in arguments, False
    for name, data in stale():
        found = True
        if not check:
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            Output(ROOT / name).write(data)
        sys.stdout.write(f"{name}\n")
    return 1 if found and check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
