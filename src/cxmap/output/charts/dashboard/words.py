"""The words of the dashboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.analysis.metrics import Better, Verdict
    from cxmap.choices import Lang


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

    moved: str
    sure: str
    unmeasured: str
    at_target: str
    tested: dict[Verdict, str]
    unclear: str
    among: str
    untested: dict[Verdict, str]
    on_schedule: str
    behind: str
    reached: str
    to_go: str
    way: str
    further: str
    same: str
    unread: str
    past: str
    since: str
    no_baseline: str
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
    metrics_moved: str
    evidence: str
    scored: str
    assumed: str
    of: str
    none: str
    on_scale: str

    scales: str
    chance: str
    no_chance: str
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
    moved="Moved the right way since baseline: {}",
    sure="{} more than chance",
    unmeasured="{} not measured",
    at_target="{} at the target",
    tested={"better": "Better, more than chance ({} to {})", "worse": "Worse, more than chance ({} to {})"},
    unclear="No clear change ({} to {})",
    among="Not clear among {} compared ({} to {})",
    untested={
        "no-spread": "No spread given, so not tested",
        "too-few": "Too few answers, or all alike, so not tested",
    },
    on_schedule="on schedule",
    behind="behind schedule",
    reached="Target reached",
    to_go="{} to go",
    way="{} to go, {} of the way",
    further="Further away: {} to go",
    same="As at the baseline: {} to go",
    unread="Not measured since baseline: {} to go",
    past="{}; the target's day has passed",
    since="{} since the baseline",
    no_baseline="No baseline to compare with",
    only_baseline="Not measured since baseline",
    then="baseline {} ({})",
    now="now {} ({})",
    aimed="target {} ({})",
    no_target="no target",
    nothing_known="Nothing measured yet",
    baseline="baseline",
    reading="reading",
    target="target",
    distance="still to go",
    journeys="Journeys, current state",
    journey="Journey and persona",
    index="Experience, weighted by importance",
    weakest_link="Weakest link",
    as_desired="Touchpoints at the desired level",
    metrics_moved="Metrics that moved the right way since baseline",
    evidence="Touchpoints with evidence",
    scored="{} of {} touchpoints scored",
    assumed="{} of {} scores assumed",
    of="{} of {}",
    none="not known",
    on_scale="{} to {}",
    scales="Each small chart shows its whole scale: percentages 0 to 100, NPS −100 to 100, all else from 0.",
    chance="More than chance: at 5 %, corrected (Holm) for the {} metrics compared; causes are not tested.",
    no_chance="No change is tested against chance: for that, baseline and readings need n, and sd or a percentage.",
    computed="Metrics of a journey are those that its touchpoints or its actions name.",
    no_earlier="Scores of touchpoints have no earlier measurement here: what closed is told by the metrics.",
    alt_start="Dashboard as of {}: {}.",
    alt_metric="{} ({}): {}.",
    alt_journey="{}, {}: index {}, weakest link {}, metrics that moved the right way {}, evidence at {}.",
)
_NL = DashboardWords(
    title="Dashboard",
    as_of="stand van {}",
    metrics=("1 meetpunt", "{} meetpunten"),
    months=("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    thousands=".",
    percentage_points=("{} procentpunt", "{} procentpunten"),
    better={"higher": "hoger is beter", "lower": "lager is beter"},
    moved="Bewogen de goede kant op sinds de nulmeting: {}",
    sure="{} aantoonbaar",
    unmeasured="{} niet gemeten",
    at_target="{} op het doel",
    tested={"better": "Aantoonbaar beter ({} tot {})", "worse": "Aantoonbaar slechter ({} tot {})"},
    unclear="Geen aantoonbaar verschil ({} tot {})",
    among="Niet aantoonbaar bij {} vergelijkingen ({} tot {})",
    untested={
        "no-spread": "Geen spreiding opgegeven, dus niet getoetst",
        "too-few": "Te weinig antwoorden, of allemaal gelijk, dus niet getoetst",
    },
    on_schedule="op schema",
    behind="achter op schema",
    reached="Doel bereikt",
    to_go="nog {} tot het doel",
    way="nog {} tot het doel, {} gerealiseerd",
    further="Verder weg: nog {} tot het doel",
    same="Als bij de nulmeting: nog {} tot het doel",
    unread="Niet gemeten sinds de nulmeting: nog {} tot het doel",
    past="{}; de dag van het doel is voorbij",
    since="{} sinds de nulmeting",
    no_baseline="Geen nulmeting om mee te vergelijken",
    only_baseline="Niet gemeten sinds de nulmeting",
    then="nulmeting {} ({})",
    now="nu {} ({})",
    aimed="doel {} ({})",
    no_target="geen doel",
    nothing_known="Nog niets gemeten",
    baseline="nulmeting",
    reading="meting",
    target="doel",
    distance="nog tot het doel",
    journeys="Klantreizen, huidige situatie",
    journey="Klantreis en persona",
    index="Beleving, gewogen naar belang",
    weakest_link="Zwakste schakel",
    as_desired="Contactmomenten op gewenst niveau",
    metrics_moved="Meetpunten die sinds de nulmeting de goede kant op bewogen",
    evidence="Contactmomenten met bewijs",
    scored="{} van {} contactmomenten met scores",
    assumed="{} van {} scores aangenomen",
    of="{} van {}",
    none="niet bekend",
    on_scale="{} tot {}",
    scales="Elke kleine grafiek toont de hele schaal: percentages 0 tot 100, NPS −100 tot 100, de rest vanaf 0.",
    chance="Aantoonbaar: op 5 %, gecorrigeerd (Holm) voor {} vergeleken meetpunten; oorzaken zijn niet getoetst.",
    no_chance="Geen verandering is getoetst: daarvoor is n nodig bij nulmeting en meting, en sd of een percentage.",
    computed="Meetpunten van een klantreis zijn die welke zijn contactmomenten of acties noemen.",
    no_earlier="Scores van contactmomenten hebben hier geen eerdere meting: wat dichterbij kwam, zeggen de meetpunten.",
    alt_start="Dashboard, stand van {}: {}.",
    alt_metric="{} ({}): {}.",
    alt_journey="{}, {}: index {}, zwakste schakel {}, meetpunten de goede kant op {}, bewijs bij {}.",
)


def of(lang: Lang) -> DashboardWords:
    """The words of a language."""
    return {"en": _EN, "nl": _NL}[lang]
