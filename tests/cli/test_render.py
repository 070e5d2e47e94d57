"""``cxmap render``: how it ends."""

from __future__ import annotations

import html
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

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


def test_a_plan_is_drawn_over_what_it_is_about(tmp_path):
    for name, state, touchpoint in (("now", "current", "a"), ("plan", "desired", "a"), ("other", "current", "z")):
        point = f"{{id: {touchpoint}, title: T, scores: {{importance: 8, experience: 5}}}}"
        (tmp_path / f"{name}.cxmap.yaml").write_text(
            f"cxmap: 1\njourney: {{id: {name}, title: {name}, state: {state}, personas: [noor], starts_with: x, "
            f"ends_with: y, stages: [{{id: s, title: S, touchpoints: [{point}]}}]}}\n"
        )
    (tmp_path / "who.cxmap.yaml").write_text("cxmap: 1\npersonas: {noor: {name: Noor}}\n")
    ran = cxmap("render", "--compare", "plan", "--alt", "--format", "svg", cwd=tmp_path)
    now, other = ran.out.removeprefix("now.emotion.svg\n").split("other.emotion.svg\n")
    assert (ran.status, "desired" in now, "desired" in other) == (0, True, False)
    ran = cxmap("render", "other.cxmap.yaml", "--compare", "plan", cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert "'plan' shares no touchpoint with these journeys" in ran.err
    ran = cxmap("render", "--compare", "nothing", cwd=tmp_path)
    assert ran.err == "cxmap: no journey is called 'nothing'; there are: now, other, plan\n"


def test_how_far_it_is_goes_to_the_terminal_and_what_was_drawn_to_standard_output(tmp_path):
    cxmap("init", cwd=tmp_path)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "cxmap", "render", "--chart", "all", "--format", "svg", "-o", "charts/"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=theirs, text=True) as run:
        assert run.stdout
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # the command has ended, and its side is closed
            while some := os.read(ours, 4096):
                shown += some
        printed = run.stdout.read()
    os.close(ours)
    assert run.returncode == 0
    assert b"Drawing" in shown
    assert sorted(printed.splitlines()) == sorted(f"charts/{path.name}" for path in (tmp_path / "charts").iterdir())


@pytest.mark.slow
def test_several_charts_are_pages_of_one_pdf(tmp_path):
    cxmap("init", cwd=tmp_path)
    ran = cxmap("render", "--chart", "emotion", "--chart", "map", "--alt", "-o", "charts.pdf", cwd=tmp_path)
    assert (ran.status, ran.out.count("charts.pdf")) == (0, 1)
    assert "Emotional journey of" in ran.out
    assert "Journey map of" in ran.out
    assert (tmp_path / "charts.pdf").read_bytes().count(b"/MediaBox") == 2
    ran = cxmap("render", "--chart", "matrix", "--chart", "map", "-o", "each", "--format", "pdf", cwd=tmp_path)
    assert (tmp_path / "each" / "first-visit.map.pdf").read_bytes().count(b"/MediaBox") == 1
    ran = cxmap("render", "--chart", "emotion", "--chart", "map", "-o", "charts.svg", cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "cxmap: 2 charts cannot go to one file; name a folder: -o charts/, or write a PDF or PPTX: -o charts.pdf\n"
    )


def test_text_of_an_svg_is_outlines_or_text(tmp_path):
    cxmap("init", cwd=tmp_path)
    for kind, count in (("outlines", 0), ("text", 2)):
        ran = cxmap("render", "--svg-text", kind, "-o", f"{kind}.svg", cwd=tmp_path)
        assert (ran.status, ran.err) == (0, "")
        assert (tmp_path / f"{kind}.svg").read_text().count("@font-face") == count
    assert cxmap("render", "--svg-text", "curves", cwd=tmp_path).status == 2


def test_what_is_compared_with_an_earlier_wave(tmp_path):
    waves = "[{mean: 6, sd: 1, n: 90, source: s24}, {mean: 7.5, sd: 1, n: 90, source: s25}]"
    (tmp_path / "now.cxmap.yaml").write_text(
        "cxmap: 1\npersonas: {noor: {name: Noor}}\nsources:\n"
        "  s24: {title: Survey 2024, kind: survey, date: 2024-05-01}\n"
        "  s25: {title: Survey 2025, kind: survey, date: 2025-05-01}\n"
        "journey: {id: now, title: Now, personas: [noor], stages: [{id: s, title: S, touchpoints: "
        f"[{{id: t, title: Waits, scores: {{importance: 8, experience: {waves}}}}}]}}]}}\n"
    )
    for wave in ("s24", "2024-12-31"):
        ran = cxmap("render", "--compare-wave", wave, "--alt", "--format", "svg", cwd=tmp_path)
        assert (ran.status, ran.err) == (0, "")
        assert "Waits: +1.5 (+1.2 to +1.8) ▲ better, more than chance" in ran.out
    for arguments, status, message in (
        (["--compare-wave", "s23"], 2, "--compare-wave takes a source or a day, not 's23'"),
        (
            ["--compare-wave", "2023-01-01"],
            1,
            "no experience of journey 'now' has an earlier wave on or before 2023-01-01",
        ),
        (["--compare-wave", "s24", "--compare", "now"], 2, "draw one comparison: keep one of them"),
        (["--compare-wave", "s24", "--chart", "matrix"], 2, "--compare-wave is for --chart emotion"),
    ):
        ran = cxmap("render", *arguments, cwd=tmp_path)
        assert (ran.status, ran.out) == (status, "")
        assert message in ran.err


@pytest.mark.parametrize("lang", [[], ["--lang", "nl"]])
def test_the_headline_is_the_finding_of_the_report(tmp_path, lang):
    shutil.copytree(Path(__file__).parents[2] / "examples" / "running-shoes", tmp_path / "p")
    told = cxmap("report", "--format", "json", "-o", "-", "--today", "2026-10-15", *lang, cwd=tmp_path / "p")
    report = json.loads(told.out)
    (journey,) = (found for found in report["journeys"] if found["journey"] == "first-shoes")
    charts = ["--chart", "emotion", "--chart", "dashboard", "--chart", "trend"]
    svg = ["--format", "svg", "--svg-text", "text", "--today", "2026-10-15", "-o", "charts/", *lang]
    ran = cxmap("render", *charts, "--headline", *svg, cwd=tmp_path / "p")
    assert (ran.status, ran.err) == (0, "")
    drawn = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "p" / "charts").iterdir()}
    for stem, finding in (
        ("first-shoes.emotion", journey["findings"]["emotion"]),
        ("dashboard", report["findings"]["dashboard"]),
        ("trend", report["findings"]["trend"]),
    ):
        lines = re.findall(r"<text[^>]*>([^<]*)</text>", drawn[stem])
        assert finding in html.unescape(" ".join(lines)), stem
