"""Which rules speak, how loudly, and where; and what the engine makes of their findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cxmap.diagnostic import Severity
from cxmap.errors import UsageError
from cxmap.lint.engine import diagnose
from cxmap.lint.registry import BY_CODE, RULES
from cxmap.lint.report import report
from cxmap.lint.selection import codes_of, select
from cxmap.project.config import load_config
from tests.support import FILE, WITHOUT_ADVICE, brief, diagnose_files, diagnose_text, project

if TYPE_CHECKING:
    from cxmap.project.config_model import Config

FAX = "cxmap: 1\nchannels: {fax: {title: Fax, kind: digital}}\n"
MANDATORY = {rule.code for rule in RULES if rule.mandatory}


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["CX203"], {"CX203"}),
        (["cx203"], {"CX203"}),
        (["unused-definition"], {"CX203"}),
        (["CX20"], {"CX201", "CX202", "CX203", "CX204", "CX205"}),
        (["CX2", "CX009"], {"CX009", "CX201", "CX202", "CX203", "CX204", "CX205"}),
        (["all"], set(BY_CODE)),
        ([], set()),
    ],
)
def test_codes_names_and_prefixes(words, codes):
    assert codes_of(words) == codes


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("CX999", "`cxmap rule` lists all"),
        ("unused-definitions", "'unused-definition'"),
        ("", "cxmap rule"),
        ("xyz", "cxmap rule"),
    ],
)
def test_a_word_that_no_rule_goes_by(word, remedy):
    with pytest.raises(UsageError, match=remedy):
        codes_of([word])


@pytest.mark.parametrize(
    ("toml", "key"),
    [
        ('select = ["CX99"]', "select"),
        ('ignore = ["CX99"]', "ignore"),
        ('severity = {CX99 = "advice"}', "severity"),
        ('per-file-ignores = {"a.yaml" = ["CX99"]}', "per-file-ignores"),
    ],
)
def test_such_a_word_in_the_configuration_is_said_to_stand_there(toml, key):
    with pytest.raises(UsageError, match=f"'{key}' in the configuration: unknown rule 'CX99'"):
        select(configured(toml))


@pytest.mark.parametrize(
    ("toml", "place"),
    [
        ('lang = "en"\nselect = ["CX99"]', "cxmap.toml:2:1: 'select'"),
        ('lang = "en"\n[severity]\nCX201 = "advice"\nCX99 = "advice"', "cxmap.toml:4:1: 'severity'"),
        ('[severity]\nCX201 = "advice"\nCX101 = "advice"', "cxmap.toml:3:1: 'severity'"),
        ('[per-file-ignores]\n"a.yaml" = ["CX3"]\n"b.yaml" = ["CX99"]', "cxmap.toml:3:2: 'per-file-ignores'"),
        ('extend = "house.toml"', "house.toml:2:1: 'ignore'"),
    ],
)
def test_with_its_line_and_column(tmp_path, toml, place):
    file = tmp_path / "cxmap.toml"
    file.write_text(toml)
    (tmp_path / "house.toml").write_text('\nignore = ["CX99"]\n')
    with pytest.raises(UsageError, match=re.escape(f"{place} in the configuration: ")):
        select(load_config(file), file=file)


def configured(toml: str) -> Config:
    return project({"cxmap.toml": toml, FILE: "cxmap: 1\n"}).config


def test_all_rules_unless_something_is_said():
    assert select(configured("")).codes == set(BY_CODE)


def test_the_command_line_takes_the_place_of_the_configurations_selection():
    config = configured('select = ["CX3"]\nignore = ["CX301"]\n')
    assert select(config).codes - MANDATORY == codes_of(["CX3"]) - {"CX301"}
    assert select(config, without=["CX302"]).codes - MANDATORY == codes_of(["CX3"]) - {"CX301", "CX302"}
    assert select(config, only=["CX301"]).codes - MANDATORY == {"CX301"}, (
        "asked for by name, it is not ignored from afar"
    )
    assert select(config, only=["CX30"], without=["CX302"]).codes - MANDATORY == codes_of(["CX30"]) - {"CX302"}


def test_a_file_that_is_no_cxmap_file_is_reported_whatever_is_selected():
    assert codes_of(["CX0", "CX1"]) - {"CX009"} == MANDATORY
    selection = select(configured('select = ["CX203"]\nignore = ["CX0"]\n'))
    assert selection.codes == {*MANDATORY, "CX203"}


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('ignore = ["CX101"]', "'ignore' in the configuration: 'CX101' cannot be ignored"),
        ('ignore = ["CX301", "CX1"]', "'ignore' in the configuration: 'CX1' cannot be ignored"),
        ('ignore = ["unknown-key"]', "'ignore' in the configuration: 'unknown-key' cannot be ignored"),
        ('[per-file-ignores]\n"a/" = ["CX101"]', "'per-file-ignores' in the configuration: 'CX101' cannot be ignored"),
        ('severity = {CX101 = "advice"}', "'severity' in the configuration: 'CX101' cannot be re-graded"),
        ('severity = {CX1 = "advice"}', "'severity' in the configuration: 'CX1' cannot be re-graded"),
    ],
)
def test_leaving_out_what_cannot_be_is_reported_where_it_is_asked(toml, said):
    with pytest.raises(UsageError, match=re.escape(said)):
        select(configured(f"{toml}\n"))


def test_leaving_it_out_on_the_command_line_is_reported_too():
    with pytest.raises(UsageError, match="'CX101' cannot be ignored"):
        select(configured(""), without=["CX101"])


def test_severities():
    selection = select(configured('severity = {CX203 = "error", unscored-touchpoint = "advice", CX0 = "advice"}\n'))
    assert selection.severity(BY_CODE["CX203"]) is Severity.ERROR
    assert selection.severity(BY_CODE["CX302"]) is Severity.ADVICE
    assert selection.severity(BY_CODE["CX009"]) is Severity.ADVICE
    assert selection.severity(BY_CODE["CX001"]) is Severity.ERROR
    selection = select(configured('severity = {CX302 = "error", CX3 = "advice"}\n'))
    assert selection.severity(BY_CODE["CX302"]) is Severity.ERROR, "the rule's own word, whatever stands last"
    assert selection.severity(BY_CODE["CX303"]) is Severity.ADVICE


def test_the_rules_of_errors():
    selection = select(configured('severity = {CX203 = "error", CX201 = "warning"}\n'), only=["CX2"])
    assert selection.of_errors().codes == {*MANDATORY, "CX202", "CX203", "CX204", "CX205"}
    assert selection.of_errors().severities == selection.severities


def test_rules_left_out_in_some_files():
    config = '[per-file-ignores]\n"library/" = ["CX203", "CX0"]\n"b*.yaml" = ["CX2"]\n'
    files = {"cxmap.toml": config, "library/a.cxmap.yaml": f"{FAX}foo: 1\n", "b.cxmap.yaml": FAX.replace("fax", "b")}
    files["c.cxmap.yaml"] = FAX.replace("fax", "c")
    assert [line.rpartition(":")[0] + line[-6:] for line in brief(diagnose_files(files))] == [
        "c.cxmap.yaml:2 CX203",
        "library/a.cxmap.yaml:3 CX101",
    ]


def test_an_alias_to_one_wrong_value_is_one_finding():
    text = "cxmap: 1\nx-store: &store {title: Store, kind: shop}\nstakeholders: {a: *store, b: *store}\n"
    assert brief(diagnose_text(text, WITHOUT_ADVICE)) == [f"{FILE}:2:38-42 CX104"]


def test_findings_come_in_the_order_of_path_line_column_and_code():
    found = diagnose_files(
        {"b.cxmap.yaml": f"{FAX}a: 1\n", "a.cxmap.yaml": "cxmap: 1\nb: 1\na: {}\n", "cxmap.toml": ""}
    )
    assert [one.sort_key for one in found] == sorted(one.sort_key for one in found)
    assert [one.path[0] for one in found] == ["a", "a", "b", "b"]


def test_diagnostics_carry_pointers_and_anchors():
    stages = "[{id: s, title: S, touchpoints: [{id: t, title: T, x/y: 1}]}]"
    text = f"cxmap: 1\njourney: {{id: j, title: J, personas: [p], stages: {stages}}}\n"
    found = {one.code: one for one in diagnose_text(text, WITHOUT_ADVICE)}
    assert found["CX101"].pointer == "/journey/stages/0/touchpoints/0/x~1y"
    assert found["CX101"].anchor == "journey:j/stage:s/touchpoint:t/x/y"
    assert found["CX201"].pointer == "/journey/personas/0"


def test_the_report_says_what_could_not_be_looked_for():
    loaded = project({"a.cxmap.yaml": "cxmap: 1\n[", "b.cxmap.yaml": "cxmap: 1\n", "c.yaml": "x: 1\n"})
    made = report(loaded, diagnose(loaded, select(loaded.config)), ["And more."])
    assert (made.checked, made.skipped, len(made.diagnostics)) == (2, 1, 1)
    assert made.remarks[0].startswith("a.cxmap.yaml cannot be read, so unknown references, unused definitions")
    assert made.remarks[1:] == ("And more.",)
    assert list(made.texts) == ["a.cxmap.yaml"]
