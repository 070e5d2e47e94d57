"""Prints how many seconds of processor an edit in the studio takes, from question to answer: the median of many.

python -m benchmarks.scorer PROJECT RUNS

Each edit sets a score, is judged and written; the chart is asked for afterwards, and is not counted. What is tidied up
after an answer is not counted either. The collector is set as ``cxmap studio`` sets it.
"""

from __future__ import annotations

import datetime as dt
import gc
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from cxmap.__main__ import SELDOM
from cxmap.session.session import Session
from cxmap.studio.desk import Asked, Desk
from cxmap.studio.edits import edit
from cxmap.studio.parts import scores_record


def main(project: Path, runs: int) -> float:
    """Edit again and again."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(project, root)
        session = Session(root, lambda: dt.date(2026, 7, 1))
        gc.set_threshold(SELDOM)  # here and below as the program sets it
        session.refresh()
        gc.collect()
        gc.freeze()
        desk = Desk(session)
        documents = [found for found in session.project.journey_documents() if found[1].state == "current"]
        journey = max(documents, key=lambda found: len(found[0].text))[1].id
        scores = scores_record(desk, Asked({"journey": journey}, {}, {}))
        places = [score["at"] for score in scores["scores"] if score["editable"] and score["kind"] == "desired"][:5]
        seconds = []
        for number in range(runs):
            ops = [{"op": "set", "at": places[number % len(places)], "value": 2 + number % 7}]
            body = {"file": scores["file"], "base": None, "label": "Score", "ops": ops}
            started = time.process_time()
            edit(desk, Asked({}, {}, body))
            seconds.append(time.process_time() - started)
            session.warm()
            gc.collect()
        return statistics.median(seconds)


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2])))
