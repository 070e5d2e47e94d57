"""Prints how many seconds a chart takes in a process that has drawn one already.

python benchmarks/warm_chart.py PROJECT
"""

from __future__ import annotations

import datetime as dt
import sys
import time

from cxmap.output.charts.batch import Job, draw
from cxmap.output.charts.catalogue import Wish, plan
from cxmap.output.drawing.options import ChartOptions
from cxmap.project.load import load

DPI = 144
COUNTED = 10

project = load([sys.argv[1]], today=dt.date(2026, 1, 1))
documents = [document for document in project.documents if document.journey][: COUNTED + 1]
jobs = [Job(one.view, "png", ChartOptions(), DPI) for one in plan(project, documents, ["emotion"], Wish((), None))]
draw(jobs[0])
started = time.perf_counter()
for job in jobs[1:]:
    draw(job)
print((time.perf_counter() - started) / len(jobs[1:]))
