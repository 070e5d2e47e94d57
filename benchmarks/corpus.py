"""A deterministic corpus: any number of files that form one project, with references across files.

Journeys have 12 touchpoints (about 160 lines, 6 kB) in varied text, in several scripts. One library file in every
twenty defines what the journeys of its block and of others refer to; a project of one file has both in one. The same
size gives the same bytes everywhere.

    python benchmarks/corpus.py FOLDER FILES [TOUCHPOINTS]
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from functools import partial
from pathlib import Path

SEED = 20260101
BLOCK = 20
STAGES = (
    ("need", "Finds out", "need"),
    ("search", "Looks around", "attention"),
    ("choice", "Chooses", "evaluation"),
    ("buy", "Buys", "purchase"),
    ("use", "Uses it", "use"),
    ("stay", "Comes back", "loyalty"),
)
DOES = ("Reads about", "Asks for", "Compares", "Waits for", "Receives", "Checks", "Returns", "Talks about", "Pays for")
WHAT = (
    "the first offer",
    "een abonnement",
    "die Rechnung",
    "la livraison à domicile",
    "el formulario",
    "the small print",
    "跑步鞋",
    "배송 안내",
    "配送状況",
    "договор",
    "η εγγραφή",
    "delivery 🚚",
)
FEELS = ("curious", "onzeker", "relieved", "enttäuscht", "fier", "安心", "bored", "in a hurry", "welcome")
FAULTS = (
    (r"\bfeeling:", "feling:"),
    (r"(?m)^ {10}owner: \S+", "          owner: nobody"),
    (r"\bimportance: ", "importance: 1"),
)
SAYS = (
    "I did not know whom to ask.",
    "Alles was duidelijk, maar niemand belde terug.",
    "C'était plus simple que prévu.",
    "すぐに届きました。",
    "Three forms, and every one asks for my name.",
    "Die Mitarbeiterin hat sich Zeit genommen.",
)


def write_corpus(folder: Path, files: int, touchpoints: int = 12, faults: int = 0) -> None:
    """Write a project of so many YAML files into an empty folder; a folder that holds it already is left alone.

    At so many touchpoints of each journey a key is misspelt, an owner is unknown and a score is off its scale.
    """
    done = folder / ".complete"
    key = f"{SEED} {files} {touchpoints} {faults} {Path(__file__).stat().st_size}"
    if done.is_file() and done.read_text() == key:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "cxmap.toml").write_text("gap-threshold = 9.0\n")
    if files == 1:
        library, journey = (make(random.Random(SEED)) for make in (partial(_library, 0), partial(_only, touchpoints)))
        (folder / "journey.cxmap.yaml").write_text(library + journey, encoding="utf-8")
        done.write_text(key)
        return
    blocks = (files + BLOCK - 1) // BLOCK
    for number in range(files):
        chance = random.Random(SEED + number)
        block = number // BLOCK
        place = folder / f"team-{block:04}"
        place.mkdir(exist_ok=True)
        if number % BLOCK == 0:
            text, name = _library(block, chance), "library"
        else:
            text, name = journey_text(number, block, blocks, chance, touchpoints), f"journey-{number:05}"
        for right, wrong in FAULTS:
            text = re.sub(right, wrong, text, count=faults) if faults else text
        (place / f"{name}.cxmap.yaml").write_text(text, encoding="utf-8")
    done.write_text(key)


def _library(block: int, chance: random.Random) -> str:
    lines = ["cxmap: 1", "", "segments:"]
    lines += [f"  segment-{block}: {{title: Segment {block}, share: {chance.randint(1, 9) / 10}}}", "", "personas:"]
    for who in "ab":
        lines += [
            f"  persona-{block}-{who}:",
            f"    name: {chance.choice(('Noor', 'Émile', 'Ömer', '美咲', 'Ana'))} {block}",
            f"    segment: segment-{block}",
            f"    story: {chance.choice(SAYS)}",
            f"    goals: [{chance.choice(WHAT)}]",
        ]
    lines += ["", "stakeholders:"]
    lines += [f"  team-{block}-{who}: {{title: Team {block} {who}, kind: team}}" for who in "ab"]
    lines += ["", "channels:"]
    lines += [f"  web-{block}: {{title: Website {block}, kind: digital}}"]
    lines += [f"  desk-{block}: {{title: Desk {block}, kind: human}}", "", "sources:"]
    lines += [f"  survey-{block}:", f"    {{title: Survey {block}, kind: survey, date: 2026-03-31, n: 300}}"]
    lines += [f"  talks-{block}: {{title: Talks {block}, kind: interview, date: 2026-02-01, n: 12}}"]
    lines += [f"  staff-{block}: {{title: Staff {block}, kind: employees, date: 2026-02-01, n: 12}}", "", "metrics:"]
    lines += [
        f"  metric-{block}:",
        "    title: Answered within a day",
        "    better: higher",
        "    baseline: {date: 2026-01-31, value: 40}",
        "    target: {date: 2026-12-31, value: 80}",
    ]
    return "\n".join(lines) + "\n"


def _only(touchpoints: int, chance: random.Random) -> str:
    return journey_text(0, 0, 1, chance, touchpoints).removeprefix("cxmap: 1\n")


def journey_text(number: int, block: int, blocks: int, chance: random.Random, touchpoints: int) -> str:
    """The text of a journey file; what it refers to is in the libraries of its block, and of one of the others."""
    other = chance.randrange(blocks)
    own = f"journey-{number}"
    lines = [
        "cxmap: 1",
        "",
        "journey:",
        f"  id: {own}",
        f"  title: {chance.choice(WHAT)} no. {number}",
        f"  personas: [persona-{block}-a, persona-{other}-b]",
        f"  goal: {chance.choice(SAYS)}",
        "  starts_with: Somebody mentions it",
        "  ends_with: Tells a friend",
        f"  owner: team-{block}-a",
        "  stages:",
    ]
    per_stage = max(1, -(-touchpoints // len(STAGES)))
    made = 0
    for name, title, phase in STAGES:
        if made >= touchpoints:
            break
        lines += [f"    - id: {name}", f"      title: {title}", f"      phase: {phase}", "      touchpoints:"]
        for _ in range(min(per_stage, touchpoints - made)):
            lines += _touchpoint(made, block, other, chance)
            made += 1
    lines += [
        "",
        "actions:",
        f"  action-{number}:",
        f"    title: {chance.choice(DOES)} {chance.choice(WHAT)}, better",
        f"    touchpoints: [{own}/step-0]",
        f"    owner: team-{block}-b",
        f"    metrics: [metric-{other}]",
        "    status: in-progress",
        "    start: 2026-04-01",
        "    due: 2027-06-30",
    ]
    return "\n".join(lines) + "\n"


def _touchpoint(index: int, block: int, other: int, chance: random.Random) -> list[str]:
    home = block if chance.random() < 0.7 else other
    wow = [f"          wow: {chance.choice(SAYS)}"] if index == 0 else []
    return [
        f"        - id: step-{index}",
        f"          title: {chance.choice(DOES)} {chance.choice(WHAT)}",
        f"          channel: {chance.choice(('web', 'desk'))}-{home}",
        f"          owner: team-{home}-{chance.choice('ab')}",
        f"          feeling: {chance.choice(FEELS)}",
        *wow,
        "          handover: {note: Goes by itself}",
        "          scores:",
        f"            importance: {chance.randint(30, 98) / 10}",
        f"            experience: {{mean: {chance.randint(20, 95) / 10}, sd: 1.{chance.randint(1, 9)}, "
        f"n: {chance.randint(30, 300)}, source: survey-{home}}}",
        f'          evidence: [{{source: {chance.choice(("talks", "staff"))}-{home}, quote: "{chance.choice(SAYS)}"}}]',
    ]


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 12)
