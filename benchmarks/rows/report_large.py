"""``cxmap report`` of 200 touchpoints, against ``cxmap render`` of the same emotional journey as an SVG."""

from benchmarks import large
from benchmarks.rows import report
from benchmarks.work import Work

TOUCHPOINTS, PERSONAS = 200, 2


def work() -> Work:
    """See the module."""
    file = large.journey(TOUCHPOINTS, PERSONAS)
    return report.against_one_chart(f"report, {TOUCHPOINTS} touchpoints", file, file, 4)
