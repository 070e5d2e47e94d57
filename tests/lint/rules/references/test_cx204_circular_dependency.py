"""CX204: actions that wait for each other through 'depends_on', or journeys that detail each other."""

from __future__ import annotations

import pytest

from tests.lint.rules.references.library import LIBRARY, USES, journey
from tests.support import WITHOUT_ADVICE, assert_marks, diagnose_files


class TestCircles:
    @pytest.mark.parametrize(
        "waits",
        [
            {"a": "[⟦CX204 a⟧]"},
            {"a": "[⟦CX204 b⟧]", "b": "[⟦CX204 a⟧]", "c": "[a]", "d": "[⟦CX204 d⟧]"},
            {"a": "[⟦CX204 b⟧]", "b": "[⟦CX204 a⟧]"},
            {"a": "[⟦CX204 b⟧]", "b": "[⟦CX204 c⟧, d]", "c": "[⟦CX204 a⟧]", "d": "[]", "e": "[a]"},
            {"a": "[b, c]", "b": "[c]", "c": "[]"},
            {"a": "[⟦CX204 b⟧, c]", "b": "[⟦CX204 a⟧]", "c": "[⟦CX204 d⟧]", "d": "[⟦CX204 c⟧]"},
        ],
        ids=["itself", "two and one apart", "two", "three, and others beside them", "none", "two circles and a bridge"],
    )
    def test_actions_that_wait_for_each_other(self, waits):
        actions = "".join(f"  {name}: {{title: X, touchpoints: [a], depends_on: {on}}}\n" for name, on in waits.items())
        assert_marks(journey(file_end=f"actions:\n{actions}"))

    def test_the_message_shows_the_circle(self):
        steps = [("a", "b"), ("b", "c"), ("c", "a")]
        actions = "".join(f"  {a}: {{title: X, touchpoints: [a], depends_on: [{b}]}}\n" for a, b in steps)
        found = diagnose_files({"cxmap.toml": WITHOUT_ADVICE, **journey(file_end=f"actions:\n{actions}")})
        assert [one.message.partition(": ")[2] for one in found] == ["a → b → c → a", "b → c → a → b", "c → a → b → c"]

    @pytest.mark.parametrize(
        ("length", "shown"), [(12, " → ".join(f"a{n}" for n in [*range(12), 0])), (13, "a0 → a1 → … → a0")]
    )
    def test_a_long_circle_is_not_shown_whole(self, length, shown):
        waits = {f"a{n}": f"a{(n + 1) % length}" for n in range(length)}
        actions = "".join(f"  {one}: {{title: X, touchpoints: [a], depends_on: [{on}]}}\n" for one, on in waits.items())
        found = diagnose_files({"cxmap.toml": WITHOUT_ADVICE, **journey(file_end=f"actions:\n{actions}")})
        assert len(found) == length
        assert found[0].message == f"actions wait for each other: {shown}"

    def test_journeys_that_detail_each_other(self):
        stage = "{id: s, title: S, detailed_in: ⟦CX204 NEXT⟧, touchpoints: [{id: t, title: T}]}"
        text = "cxmap: 1\njourney: {id: NAME, title: J, personas: [noor], stages: [STAGE]}\n"
        files = {
            f"{name}.cxmap.yaml": text.replace("STAGE", stage).replace("NAME", name).replace("NEXT", following)
            for name, following in [("x", "y"), ("y", "x")]
        }
        assert_marks({"a.cxmap.yaml": LIBRARY + USES, **files})
