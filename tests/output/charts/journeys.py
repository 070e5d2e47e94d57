"""Journeys to lay out: any number of touchpoints and personas, any text, every mark somewhere."""

from __future__ import annotations

import datetime as dt
import itertools
import random

from cxmap.output.charts.views import (
    Channel,
    EmotionView,
    Handover,
    JourneyPoint,
    PersonaLine,
    Scale,
    Score,
    SourceNote,
    Stage,
    Touchpoint,
)

CHANNELS = (
    Channel("Website", "digital"),
    Channel("Shop in the station", "physical"),
    None,
    Channel("Customer service", "human"),
)
PLAIN = ("Looks up running shoes online", "Waits", "Gets advice on how she runs", "Pays at the till", "Asks a friend")
TEXTS = {
    "plain": PLAIN,
    "long words": (
        "Hottentottententententoonstellingsbezoek",
        "x" * 40,
        "a/b/c" * 12,
        "Verzekeringsmaatschappijmedewerker",
    ),
    "long text": (
        "A title that goes on and on until nobody can be expected to read it to its very end, and then some " * 3,
    ),
    "markup": ("from $5 to $10", r"$\frac{$", "_a_ ^b^ <b>&amp;</b> {0} %s", "`code` **bold** [link](x)", "=1+1"),
    "control": ("a\x00b\x1b[31mc", "tab\there\r\nand there", "\ud800 lone", "￿￾", "a\u202eb\u2066c\u2028d"),
    "emoji": ("🙂👍🔥", "👩\u200d💻 codes 👨\u200d👩\u200d👧", "🇳🇱 flag 👋🏽", "❤️ love", "1️⃣ first"),
    "arabic": ("البحث عن أحذية الجري عبر الإنترنت", "ينتظر الطرد", "يدفع", "يسأل صديقا"),
    "hebrew": ("מחפש נעלי ריצה באינטרנט", "מחכה", "משלם"),
    "chinese": ("在网上查找跑步鞋，然后比较价格。", "等待包裹「三天」", "付款"),
    "japanese": ("オンラインでランニングシューズを調べて、価格を比較する。", "待つ", "支払う"),
    "korean": ("온라인에서 운동화를 찾아보고 가격을 비교합니다", "기다립니다", "결제"),
    "thai": ("ค้นหารองเท้าวิ่งออนไลน์แล้วเปรียบเทียบราคา", "รอ"),
    "combining": ("Z̴̢̛͓̜̯̪͎̲̯̹̗͎a̵̡̧̛̭l̶g̷o̸", "e" + "\u0301" * 60, "ạ̈́ ộ ǖ"),
    "blank": (" ", "\u3000", "\u00a0", "\u200b\u200d\ufeff"),
}


def journey(
    touchpoints: int, personas: int = 1, texts: str = "plain", *, seed: int = 1, desired: bool = False
) -> EmotionView:
    """A journey with this many touchpoints; the same arguments give the same journey."""
    rng = random.Random(seed)
    say = itertools.cycle(TEXTS[texts])
    sizes: list[int] = []
    while sum(sizes) < touchpoints:
        sizes.append(min(rng.randrange(1, 7), touchpoints - sum(sizes)))
    detour = touchpoints // 2 if touchpoints > 4 else None
    place = itertools.count()
    stages = tuple(
        Stage(
            next(say),
            tuple(Touchpoint(next(say), detour - 2 if next(place) == detour else None) for _ in range(size)),
            goal=next(say),
        )
        for size in sizes
    )
    lines = tuple(
        PersonaLine(
            name=next(say),
            segment=next(say),
            points=tuple(_point(rng, i, say, personas=personas, desired=desired) for i in range(touchpoints)),
        )
        for _ in range(personas)
    )
    return EmotionView(
        title=next(say),
        state="current",
        scale=Scale(1, 10, 5.5),
        importance_scale=Scale(1, 10),
        stages=stages,
        lines=lines,
        sources=(
            SourceNote(next(say), (48, 212), dt.date(2026, 3, 31)),
            SourceNote("Workshop", (9, 9), None, assumed=True),
        ),
        goal=next(say),
    )


def _point(
    rng: random.Random, place: int, say: itertools.cycle[str], *, personas: int, desired: bool
) -> JourneyPoint | None:
    if personas > 1 and rng.random() < 0.1:
        return None
    value = round(rng.uniform(1, 10), 1)
    measured = rng.random() < 0.5
    interval = (value - 0.7, value + 0.7) if measured else None
    experience = (
        None
        if rng.random() < 0.1
        else Score(value, interval, 57 if measured else None, assumed=not measured, below=value < 5.5)
    )
    channel = CHANNELS[rng.randrange(len(CHANNELS))]
    return JourneyPoint(
        experience=experience,
        importance=Score(rng.randrange(1, 11), assumed=rng.random() < 0.3) if rng.random() < 0.9 else None,
        desired=round(rng.uniform(6, 10), 1) if desired else None,
        channel=channel and Channel(next(say), channel.kind),
        handover=Handover(Score(5.0), (next(say),)) if place and rng.random() < 0.2 else None,
        moment_of_truth=rng.random() < 0.2,
        weakest_link=place == 3,
        wow=next(say) if rng.random() < 0.15 else "",
        feeling=next(say),
        lifts=(next(say), next(say)),
        lowers=(next(say),),
    )
