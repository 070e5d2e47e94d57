"""Safe editing: new errors are refused with their places, and nobody's change is written over."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cxmap.errors import UsageError
from cxmap.io.files import WriteError
from cxmap.project.load import load
from cxmap.session.editing import RefusedError, WhichJourneyError, find_journey, refuse_errors, save
from cxmap.yaml.editor.changes import own_copy
from tests.lint.small import LIBRARY, journey_text
from tests.support import brief

TODAY = dt.date(2026, 7, 1)
SOUND = "".join(line for line in LIBRARY.splitlines(keepends=True) if "bent" not in line)  # a wrong scale
TEXT = journey_text("{id: a, title: A, scores: {importance: 5}}  # ours\n")


@pytest.fixture
def loaded(tmp_path):
    """Loads a project of one journey, with other contents for some files."""
    (tmp_path / "cxmap.toml").touch()
    (tmp_path / "library.cxmap.yaml").write_text(SOUND)
    (tmp_path / "j.cxmap.yaml").write_text(TEXT)
    return lambda contents: load(["."], today=TODAY, cwd=tmp_path, overlay=contents)


def scored(document, value):
    """The data of the journey's file with another importance."""
    data: Any = own_copy(document.data)
    data["journey"]["stages"][0]["touchpoints"][0]["scores"]["importance"] = value
    return data


def importance(project):
    """The one importance of a project."""
    scores = project.journeys["j"].stages[0].touchpoints[0].scores
    return scores and scores.importance


def test_a_change_is_written_and_the_rest_stays(loaded, tmp_path):
    project, document, journey = find_journey(loaded({}), None)
    assert (journey.id, project.reported) == ("j", (document,))
    after = save(document, scored(document, 8), loaded)
    assert (tmp_path / "j.cxmap.yaml").read_text() == TEXT.replace("importance: 5", "importance: 8")
    assert importance(after) == 8


def test_a_dry_run_writes_nothing(loaded, tmp_path):
    _, document, _ = find_journey(loaded({}), "j")
    after = save(document, scored(document, 8), loaded, dry_run=True)
    assert importance(after) == 8
    assert (tmp_path / "j.cxmap.yaml").read_text() == TEXT


def test_what_would_bring_in_an_error_is_refused_and_nothing_is_printed(loaded, tmp_path, capfd):
    _, document, _ = find_journey(loaded({}), "j")
    with pytest.raises(RefusedError, match="CX105") as refused:
        save(document, scored(document, 80), loaded)
    assert [error.rpartition(" ")[2] for error in brief(refused.value.report.diagnostics)] == ["CX105"]
    assert (tmp_path / "j.cxmap.yaml").read_text() == TEXT
    assert capfd.readouterr() == ("", "")


def test_a_file_that_changed_meanwhile_is_not_written_over(loaded, tmp_path):
    _, document, _ = find_journey(loaded({}), "j")
    theirs = TEXT.replace("title: J", "title: Theirs")
    (tmp_path / "j.cxmap.yaml").write_text(theirs)
    with pytest.raises(WriteError, match="changed after it was read"):
        save(document, scored(document, 8), loaded)
    assert (tmp_path / "j.cxmap.yaml").read_text() == theirs


def test_which_journey(loaded, tmp_path):
    with pytest.raises(UsageError, match="no journey is called 'jj'; did you mean 'j'"):
        find_journey(loaded({}), "jj")
    (tmp_path / "k.cxmap.yaml").write_text(TEXT.replace("id: j", "id: k"))
    with pytest.raises(WhichJourneyError) as unclear:
        find_journey(loaded({}), None)
    assert unclear.value.ids == ("j", "k")
    assert find_journey(loaded({}), "k")[2].id == "k"


@pytest.mark.parametrize("name", [None, "j"])
def test_a_journey_with_errors_is_not_edited(loaded, tmp_path, name):
    (tmp_path / "j.cxmap.yaml").write_text(TEXT.replace("importance: 5", "importance: 50"))
    with pytest.raises(RefusedError, match="CX105"):
        find_journey(loaded({}), name)


def test_an_error_elsewhere_refuses_nothing(loaded, tmp_path):
    other = TEXT.replace("id: j", "id: k").replace("importance: 5", "importance: 50")
    (tmp_path / "k.cxmap.yaml").write_text(other)
    find_journey(loaded({}), "j")
    with pytest.raises(RefusedError):
        refuse_errors(loaded({}))
