"""The words of the dashboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.charts.dashboard.view import Better, Course
    from cxmap.charts.views import Lang


@dataclass(frozen=True, slots=True)
class DashboardWords:
    """One language. Fields with ``{}`` are completed with ``str.format`` by numbers or already complete text."""

    title: str
    as_of: str
    metrics: tuple[str, str]
    months: tuple[str, ...]
    thousands: str
    percentage_points: tuple[str, str]
    better: dict[Better, str]

    tally: dict[Course, str]
    reached: str
    to_go: str
    way: str
    further: str
    same: str
    unread: str
    past: str
    gained: str
    lost: str
    no_baseline: str
    unchanged: str
    only_baseline: str
    then: str
    now: str
    aimed: str
    no_target: str
    nothing_known: str

    baseline: str
    reading: str
    target: str
    distance: str

    journeys: str
    journey: str
    index: str
    weakest_link: str
    as_desired: str
    metrics_closer: str
    evidence: str
    scored: str
    assumed: str
    of: str
    none: str
    on_scale: str

    scales: str
    chance: str
    computed: str
    no_earlier: str

    alt_start: str
    alt_metric: str
    alt_journey: str


_EN = DashboardWords(
    title="Dashboard",
    as_of="as of {}",
    metrics=("1 metric", "{} metrics"),
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    thousands=",",
    percentage_points=("{} percentage point", "{} percentage points"),
    better={"higher": "higher is better", "lower": "lower is better"},
    tally={
        "reached": "{} at the target",
        "closer": "{} closer to the target",
        "same": "{} unchanged",
        "further": "{} further from the target",
        "better": "{} better than at the baseline",
        "worse": "{} worse than at the baseline",
        "unknown": "{} not read since the baseline",
    },
    reached="Target reached",
    to_go="{} to go",
    way="{} to go, {} of the way",
    further="Further away: {} to go",
    same="Unchanged: {} to go",
    unread="Not read since the baseline: {} to go",
    past="{}; the target's day has passed",
    gained="Better by {} since the baseline",
    lost="Worse by {} since the baseline",
    no_baseline="No baseline to compare with",
    unchanged="Unchanged since the baseline",
    only_baseline="Not read since the baseline",
    then="baseline {} ({})",
    now="now {} ({})",
    aimed="target {} ({})",
    no_target="no target",
    nothing_known="Nothing measured yet",
    baseline="baseline",
    reading="reading",
    target="target",
    distance="still to go",
    journeys="Journeys, as they are",
    journey="Journey and persona",
    index="Experience, weighted by importance",
    weakest_link="Weakest link",
    as_desired="Touchpoints as good as desired",
    metrics_closer="Metrics closer to target than at the baseline",
    evidence="Touchpoints with evidence",
    scored="{} of {} touchpoints scored",
    assumed="{} of {} experiences assumed",
    of="{} of {}",
    none="not known",
    on_scale="{} to {}",
    scales="Each small chart shows its whole scale: percentages 0 to 100, NPS −100 to 100, all else from 0.",
    chance="Changes are as read; whether they are more than chance is not tested.",
    computed="Metrics of a journey are those that its touchpoints or its actions name, with a target and read since.",
    no_earlier="Scores of touchpoints have no earlier measurement here: what closed is told by the metrics.",
    alt_start="Dashboard as of {}: {} ({}).",
    alt_metric="{} ({}): {}.",
    alt_journey="{}, {}: index {}, weakest link {}, evidence at {}.",
)
_NL = DashboardWords(
    title="Dashboard",
    as_of="stand van {}",
    metrics=("1 meetpunt", "{} meetpunten"),
    months=("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    thousands=".",
    percentage_points=("{} procentpunt", "{} procentpunten"),
    better={"higher": "hoger is beter", "lower": "lager is beter"},
    tally={
        "reached": "{} op het doel",
        "closer": "{} dichter bij het doel",
        "same": "{} onveranderd",
        "further": "{} verder van het doel",
        "better": "{} beter dan bij de nulmeting",
        "worse": "{} slechter dan bij de nulmeting",
        "unknown": "{} niet gemeten sinds de nulmeting",
    },
    reached="Doel bereikt",
    to_go="nog {} te gaan",
    way="nog {} te gaan, {} van de weg",
    further="Verder weg: nog {} te gaan",
    same="Onveranderd: nog {} te gaan",
    unread="Niet gemeten sinds de nulmeting: nog {} te gaan",
    past="{}; de dag van het doel is voorbij",
    gained="{} beter dan bij de nulmeting",
    lost="{} slechter dan bij de nulmeting",
    no_baseline="Geen nulmeting om mee te vergelijken",
    unchanged="Onveranderd sinds de nulmeting",
    only_baseline="Niet gemeten sinds de nulmeting",
    then="nulmeting {} ({})",
    now="nu {} ({})",
    aimed="doel {} ({})",
    no_target="geen doel",
    nothing_known="Nog niets gemeten",
    baseline="nulmeting",
    reading="meting",
    target="doel",
    distance="nog te gaan",
    journeys="Klantreizen, zoals ze nu zijn",
    journey="Klantreis en persona",
    index="Beleving, gewogen naar belang",
    weakest_link="Zwakste schakel",
    as_desired="Contactmomenten zo goed als gewenst",
    metrics_closer="Meetpunten dichter bij het doel dan bij de nulmeting",
    evidence="Contactmomenten met bewijs",
    scored="{} van {} contactmomenten met scores",
    assumed="{} van {} belevingen aangenomen",
    of="{} van {}",
    none="niet bekend",
    on_scale="{} tot {}",
    scales="Elke kleine grafiek toont de hele schaal: percentages 0 tot 100, NPS −100 tot 100, de rest vanaf 0.",
    chance="Veranderingen zijn zoals gemeten; of ze meer dan toeval zijn, is niet getoetst.",
    computed="Meetpunten van een klantreis: genoemd bij contactmomenten of acties, met een doel, en sindsdien gemeten.",
    no_earlier="Scores van contactmomenten hebben hier geen eerdere meting: wat dichterbij kwam, zeggen de meetpunten.",
    alt_start="Dashboard, stand van {}: {} ({}).",
    alt_metric="{} ({}): {}.",
    alt_journey="{}, {}: index {}, zwakste schakel {}, bewijs bij {}.",
)


def of(lang: Lang) -> DashboardWords:
    """The words of a language."""
    return {"en": _EN, "nl": _NL}[lang]
