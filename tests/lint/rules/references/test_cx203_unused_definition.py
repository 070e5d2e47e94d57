"""CX203: a persona, channel, source or metric that nothing refers to."""

from __future__ import annotations

import pytest

from tests.lint.rules.references.library import LIBRARY, USES, journey
from tests.support import assert_marks


class TestUnused:
    def test_in_any_file(self):
        assert_marks(
            {"a.cxmap.yaml": LIBRARY.replace("talk:", "⟦CX203 spare⟧:") + USES.replace(", {source: talk}", "")}
        )

    def test_a_misspelt_reference_counts_as_a_use(self):
        assert_marks({"a.cxmap.yaml": LIBRARY + USES.replace("source: talk", "source: ⟦CX201 talks⟧")})

    @pytest.mark.parametrize(
        "fields",
        ["⟦CX101 chanel⟧: fax", "channel: ⟦CX104 Fax⟧", "also_through: ⟦CX103 fax⟧", "channel: ⟦CX103 [fax]⟧"],
    )
    def test_what_is_named_where_the_format_is_broken_counts_as_used(self, fields):
        files = journey("", f"{{id: a, title: A, {fields}}}", file_end="channels: {fax: {title: Fax, kind: digital}}\n")
        assert_marks(files)

    def test_what_names_itself_is_not_in_use_for_that(self):
        assert_marks("cxmap: 1\npersonas: {⟦CX203 p⟧: {name: P, evidence: [{source: s, persona: p}]}}\n"
                     "sources: {s: {title: S, kind: survey}}\n")  # fmt: skip

    def test_segments_and_stakeholders_may_stand_alone(self):
        assert_marks("cxmap: 1\nsegments: {a: {title: A}}\nstakeholders: {b: {title: B, kind: team}}\n")
