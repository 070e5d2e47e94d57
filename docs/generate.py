"""Makes again whatever is generated and committed.

python docs/generate.py           write what has changed
python docs/generate.py --check   say what is stale; exit 1 if anything is
"""

from __future__ import annotations

import sys
from pathlib import Path

from cxmap.boundary.files import write
from cxmap.model.compiling import compile_model
from cxmap.model.file import File
from cxmap.model.json_schema import schema_text
from cxmap.project.config_model import Config

ROOT = Path(__file__).resolve().parent.parent


def generated() -> dict[str, str]:
    """What every generated file should hold, by its path from the root."""
    return {
        "schemas/cxmap-v1.schema.json": schema_text(),
        "src/cxmap/model/compiled.py": compile_model(File, "cxmap.model.compiled", "Files, ready to be checked."),
        "src/cxmap/project/compiled.py": compile_model(
            Config, "cxmap.project.compiled", "The configuration, ready to be checked."
        ),
    }


def stale() -> dict[str, str]:
    """The generated files that do not hold what they should, with what they should hold."""
    return {
        name: text
        for name, text in generated().items()
        if not (ROOT / name).is_file() or (ROOT / name).read_text(encoding="utf-8") != text
    }


def main(arguments: list[str]) -> int:
    """Write or check; the exit status."""
    found = stale()
    for name, text in found.items():
        if "--check" not in arguments:
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            write(ROOT / name, text.encode())
        sys.stdout.write(f"{name}\n")
    return 1 if found and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
