"""``cxmap render``: how it ends."""

from __future__ import annotations

import pytest

from tests.cli.command import cxmap

WRONG = "cxmap: 1\njourney: {id: j, title: J, personas: [p], stages: []}\n"


@pytest.mark.parametrize("output", [[], ["-o", "x.png"], ["-o", "charts/"], ["--chart", "all", "-o", "x.svg"]])
def test_a_journey_with_errors_is_not_drawn(tmp_path, output):
    (tmp_path / "j.cxmap.yaml").write_text(WRONG)
    ran = cxmap("render", *output, cwd=tmp_path)
    assert (ran.status, ran.out) == (1, "")
    assert "CX104" in ran.err
    assert "internal error" not in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["j.cxmap.yaml"]


def test_no_home_is_no_remark(tmp_path):
    cxmap("init", cwd=tmp_path)
    nowhere = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "MPLCONFIGDIR"), "/proc/nowhere")
    ran = cxmap("render", "--format", "svg", cwd=tmp_path, environment=nowhere)
    assert (ran.status, ran.out, ran.err) == (0, "journeys/first-visit.emotion.svg\n", "")
