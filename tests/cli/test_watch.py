"""``cxmap validate --watch``: checks again whenever a file changes, until it is interrupted."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SOUND = "cxmap: 1\nstakeholders:\n  store: {title: Store team, kind: department}\n"


def test_a_change_is_checked_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.cxmap.yaml"
    path.write_text(SOUND)
    command = [sys.executable, "-m", "cxmap", "validate", "--watch"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("Checked 1 file (0 skipped): 0 errors")
        writer = subprocess.Popen(  # again and again, as the watching begins a moment after the first answer
            ["sh", "-c", f"while sleep 0.3; do echo 'more: 1' >> '{path}'; done"]
        )
        try:
            line = process.stdout.readline()
        finally:
            writer.kill()
            writer.wait()
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        process.stdout.read()
    assert line.startswith("a.cxmap.yaml:4:1: CX101")
    assert process.returncode == 130
    assert "Traceback" not in rest
