"""The page's scripts say which types they have, and TypeScript checks that they keep to them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NODE = ROOT / "tests/node"
WEB = "src/cxmap/studio/web"


@pytest.mark.node
def test_scripts_keep_to_their_types(tmp_path: Path) -> None:
    scripts = shutil.copytree(ROOT / WEB, tmp_path / WEB)
    (tmp_path / "tests/node").mkdir(parents=True)
    shutil.copy(NODE / "tsconfig.json", tmp_path / "tests/node")
    command = [str(NODE / "node_modules/.bin/tsc"), "-p", str(tmp_path / "tests/node")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert [path.name for path in scripts.glob("*.js") if not path.read_text().startswith("// @ts-check\n")] == []
    (scripts / "wrong.js").write_text('import { number } from "./words.js";\n\nexport const text = number("7");\n')
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode > 0
    assert "wrong.js(3,28): error TS2345" in ran.stdout
