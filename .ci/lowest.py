"""Print the lowest version of all that cxmap may be installed with, by pyproject.toml, as constraints of pip."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

for dependencies in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()):
    for dependency in dependencies:
        match = re.fullmatch(r"([\w.-]+)>=([\d.]+)(?:,.*)?", dependency)
        if match is None:
            sys.exit(f"pyproject.toml: no lowest version in '{dependency}'; write it as 'name>=1.2'")
        sys.stdout.write(f"{match[1]}=={match[2]}\n")
