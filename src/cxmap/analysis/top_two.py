"""What changed in the share of top-two answers, where scores are given as counts.

The verdict of a change is that of its means; these shares say the same answers in another way, with
Newcombe's interval.
Formulas: docs/method.md, "Changes".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.difference import of_shares

if TYPE_CHECKING:
    from cxmap.analysis.changes import ScoreChange
    from cxmap.analysis.difference import Change


class TopTwoChange(NamedTuple):
    """The share of the two highest marks at two waves, 0-1.

    Attributes:
        marks: The two marks.
        before: At the wave compared with.
        after: At the last wave, or the one picked.
        change: The later less the earlier, with its interval and p; it has no verdict of its own.
    """

    marks: tuple[float, float]
    before: float
    after: float
    change: Change


def top_two_change(given: ScoreChange) -> TopTwoChange | None:
    """The change of the share of top-two answers.

    ``None`` unless the means are tested, which is where two waves can be compared, and both are counted on one scale of
    whole marks.
    """
    old, new = given.before, given.after
    if old is None or given.change is None or given.change.p is None:
        return None
    if old.top_two is None or new.top_two is None or old.top_two.marks != new.top_two.marks or not old.n or not new.n:
        return None
    change = of_shares(old.top_two.share, old.n, new.top_two.share, new.n)
    return TopTwoChange(
        new.top_two.marks,
        old.top_two.share,
        new.top_two.share,
        change._replace(conservative=given.change.conservative),
    )
