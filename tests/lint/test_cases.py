"""The cases of ``tests/lint/cases``: what people write, and word for word what they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cxmap.lint.engine import diagnose
from cxmap.lint.fix import fix
from cxmap.lint.selection import select
from cxmap.project.load import load
from tests.lint.cases import UPDATE, cases, told, write_answer
from tests.support import TODAY, diagnose_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cxmap.project.project import Project

EVERY_CASE = pytest.mark.parametrize("case", cases(), ids=str)


@EVERY_CASE
def test_case(case):
    answer = told(diagnose_files({"cxmap.toml": "", **case.files}))
    if UPDATE:
        write_answer(case, answer)
    else:
        assert answer == case.answer


@EVERY_CASE
def test_a_file_saved_on_windows_is_answered_the_same(case):
    files = {
        name: f"\ufeff{text}".replace("\n", "\r\n") if name.endswith(".yaml") else text
        for name, text in case.files.items()
    }
    assert told(diagnose_files({"cxmap.toml": "", **files})).replace(r"\r\n", r"\n") == case.answer


@EVERY_CASE
def test_fixing_ends_and_brings_in_no_error(case, tmp_path):
    if "    fix: " not in case.answer:
        return
    for name, text in {"cxmap.toml": "", **case.files}.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")

    def loaded(contents: Mapping[Path, bytes]) -> Project:
        return load(["."], today=TODAY, cwd=tmp_path, overlay=contents)

    def errors(project: Project) -> set[tuple[str, str]]:
        found = diagnose(project, select(project.config))
        return {(one.path, one.code) for one in found if one.severity == "error"}

    fixed = fix(loaded)
    assert fixed.count
    assert errors(loaded(fixed.files)) <= errors(loaded({}))
    for path, content in fixed.files.items():
        path.write_bytes(content)
    assert fix(loaded).count == 0
