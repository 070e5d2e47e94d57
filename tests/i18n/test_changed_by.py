"""How a difference is printed beside the two figures that it is of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.i18n.language import Language
from tests.profiles import examples


@pytest.mark.parametrize(
    ("before", "after", "digits", "interval", "clear", "said"),
    [
        (5.74, 5.96, 1, (-0.7, 1.1), False, ["+0.3", "−0.7", "+1.1"]),  # 5.7 → 6.0
        (8.86, 9.34, 1, (-0.02, 0.92), False, ["+0.4", "0.0", "+0.9"]),  # 8.9 → 9.3
        (3.884, 3.856, 2, None, False, ["−0.02"]),  # 3.88 → 3.86, where 3.856 - 3.884 is -0.03 when rounded
        (5.0, 5.0, 1, (0.0, 0.0), False, ["0.0", "0.0", "0.0"]),
        (-0.04, 0.04, 1, None, False, ["0.0"]),
        (8.96, 9.04, 1, (0.02, 0.14), True, ["+0.08", "+0.02", "+0.14"]),  # 9.0 → 9.0, and more than chance
        (5.74, 5.96, 1, (0.19, 0.24), True, ["+0.22", "+0.19", "+0.24"]),  # +0.3 lies outside 0.2 to 0.2
    ],
)
def test_what_is_printed_is_subtracted(
    before: float, after: float, digits: int, interval: tuple[float, float] | None, clear: bool, said: list[str]
) -> None:
    assert Language().changed_by(before, after, digits, interval, clear=clear) == said


MARKS = st.floats(-100, 100).map(lambda mark: round(mark, 4))


@examples(100)
@given(MARKS, MARKS, st.integers(0, 2), st.floats(1e-3, 5))
def test_what_is_printed_agrees(before: float, after: float, digits: int, half: float) -> None:
    """It is the difference of the two printed figures, or has a decimal more; and lies within its printed interval."""
    words, apart = Language(), after - before
    clear = half < abs(apart)
    said = words.changed_by(before, after, digits, (apart - half, apart + half), clear=clear)
    difference, low, high = (float(each.replace("−", "-")) for each in said)
    first, second = (float(words.fixed(each, digits).replace("−", "-")) for each in (before, after))
    assert low <= difference <= high
    assert not clear or difference * apart > 0
    as_printed = said[0] == words.signed(second - first, digits)
    assert as_printed or len(said[0].partition(".")[2]) == digits + 1
