"""The tool's own words on charts, in English and Dutch. Everything else comes from the file as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.choices import RANKING_KEYS

if TYPE_CHECKING:
    import datetime as dt

    from cxmap.choices import Lang, RankingKey
    from cxmap.output.charts.views import Scale


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language. Fields with ``{}`` are completed with ``str.format`` by numbers or by already complete text."""

    lang: Lang
    decimal: str
    months: tuple[str, ...]
    and_: str

    emotional_journey: str
    current: str
    desired_state: str
    goal: str

    experience: str
    importance: str
    importance_derived: str
    very_good: str
    neutral: str
    very_poor: str
    good_enough: str
    own_scale: str

    touchpoint: str
    channel: str
    feeling: str
    lifts_lowers: str
    nobody: str
    continued: str
    detour_back: str
    detour: str

    ranking: dict[RankingKey, str]
    gap: str
    interval: str
    assumption: str
    no_score: str
    moment_of_truth: str
    wow: str
    weakest_link: str
    largest_drop: str
    channel_changes: str
    loses: str
    handover: str
    desired: str
    drawn_smooth: str

    sources: str
    no_sources: str
    respondents: str
    respondents_each: str
    converted: str
    all_assumed: str
    some_assumed: str
    none_assumed: str

    nothing_scored: str
    small_samples: str
    unmatched: str
    others: str

    alt_size: str
    alt_touchpoints: tuple[str, str]
    alt_stages: tuple[str, str]
    alt_highest: str
    alt_lowest: str
    alt_unscored: str
    alt_desired: str

    def number(self, value: float) -> str:
        """A number with at most one decimal; a whole one has none."""
        return self._written(f"{value:.1f}")

    def on_scale(self, value: float, scale: Scale) -> str:
        """A score with as many decimals as its scale asks for: up to two where it has few points, as 1 to 5 has."""
        return self._written(f"{value:.{_decimals(scale)}f}")

    def _written(self, digits: str) -> str:
        """Digits without zeros at their end, with the language's decimal mark and a true minus."""
        digits = digits.rstrip("0").rstrip(".")
        return "0" if digits == "-0" else digits.replace(".", self.decimal).replace("-", "−")

    def apart(self, one: float, other: float, scale: Scale) -> str:
        """How much more the first of two scores is, with a true minus: the difference of what is printed."""
        decimals = _decimals(scale)
        return self._written(f"{round(one, decimals) - round(other, decimals):.{decimals}f}")

    def date(self, day: dt.date) -> str:
        """A day in words."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def counted(self, forms: tuple[str, str], count: int) -> str:
        """A number of things, one or more."""
        return forms[0] if count == 1 else forms[1].format(count)

    def listed(self, texts: list[str]) -> str:
        """Texts in a row: a, b and c."""
        return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} {self.and_} {texts[-1]}"


def _decimals(scale: Scale) -> int:
    """How many decimals a score on this scale may have."""
    return 1 if scale.max - scale.min > 5 else 2


EN = Vocabulary(
    lang="en",
    decimal=".",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    and_="and",
    emotional_journey="Emotional journey of {}",
    current="current experience",
    desired_state="desired experience",
    goal="Goal: {}",
    experience="Experience",
    importance="Importance",
    importance_derived="Importance, derived",
    very_good="very good",
    neutral="neutral",
    very_poor="very poor",
    good_enough="good enough",
    own_scale="{}\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}{}",
    touchpoint="Touchpoint",
    channel="Channel",
    feeling="Feels, thinks",
    lifts_lowers="Pleasures, pain points",
    nobody="no contact with us",
    continued="{} (continued)",
    detour_back="back to {}",
    detour="detour",
    ranking={name: name for name in RANKING_KEYS},
    gap="gap to importance",
    interval="95 % interval",
    assumption="assumption",
    no_score="no score",
    moment_of_truth="moment of truth",
    wow="wow",
    weakest_link="weakest link",
    largest_drop="largest drop",
    channel_changes="channel changes",
    loses="something gets lost",
    handover="handover",
    desired="desired",
    drawn_smooth="The curve between the points is a visual aid.",
    sources="Sources: {}",
    no_sources="Sources: none given",
    respondents="n = {}",
    respondents_each="n = {}–{} a score",
    converted="converted from {} to {}",
    all_assumed="All scores are the organisation's own assumptions.",
    some_assumed="{} of {} scores are the organisation's own assumptions (hollow marks, dotted line).",
    none_assumed="No score is marked as an assumption.",
    nothing_scored="No touchpoint has a score.",
    small_samples="Fewer than {} answers: {}.",
    unmatched="Only in “{}”: {}.",
    others="{} others",
    alt_size="{} in {}, on a scale from {} (very poor) to {} (very good).",
    alt_touchpoints=("1 touchpoint", "{} touchpoints"),
    alt_stages=("1 stage", "{} stages"),
    alt_highest="Highest: {} ({}).",
    alt_lowest="Lowest: {} ({}).",
    alt_unscored="Without a score: {}.",
    alt_desired="The desired experience is drawn over it.",
)

NL = Vocabulary(
    lang="nl",
    decimal=",",
    months=(
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    and_="en",
    emotional_journey="Emotionele klantreis van {}",
    current="huidige beleving",
    desired_state="gewenste beleving",
    goal="Doel: {}",
    experience="Beleving",
    importance="Belang",
    importance_derived="Belang, afgeleid",
    very_good="zeer goed",
    neutral="neutraal",
    very_poor="zeer slecht",
    good_enough="goed genoeg",
    own_scale="{}\N{NO-BREAK SPACE}tot\N{NO-BREAK SPACE}{}",
    touchpoint="Contactmoment",
    channel="Kanaal",
    feeling="Voelt, denkt",
    lifts_lowers="Plus- en minpunten",
    nobody="geen contact met ons",
    continued="{} (vervolg)",
    detour_back="terug naar {}",
    detour="omweg",
    ranking={
        "priority": "prioriteit",
        "gap": "kloof",
        "opportunity": "kans",
        "shortfall": "tekort",
        "improvement": "verbeterwaarde",
        "target": "afstand tot het doel",
    },
    gap="kloof tussen belang en ervaring",
    interval="95 %-interval",
    assumption="aanname",
    no_score="geen score",
    moment_of_truth="moment van de waarheid",
    wow="wow",
    weakest_link="zwakste schakel",
    largest_drop="grootste daling",
    channel_changes="kanaalwissel",
    loses="er gaat iets verloren",
    handover="overgang",
    desired="gewenst",
    drawn_smooth="De boog tussen de punten is een hulplijn.",
    sources="Bronnen: {}",
    no_sources="Bronnen: geen opgegeven",
    respondents="n = {}",
    respondents_each="n = {}–{} per score",
    converted="omgerekend van {} tot {}",
    all_assumed="Alle scores zijn aannames van de organisatie zelf.",
    some_assumed="{} van {} scores zijn aannames van de organisatie zelf (open tekens, stippellijn).",
    none_assumed="Geen score is als aanname gemerkt.",
    nothing_scored="Geen enkel contactmoment heeft een score.",
    small_samples="Minder dan {} antwoorden: {}.",
    unmatched="Alleen in “{}”: {}.",
    others="{} andere",
    alt_size="{} in {}, op een schaal van {} (zeer slecht) tot {} (zeer goed).",
    alt_touchpoints=("1 contactmoment", "{} contactmomenten"),
    alt_stages=("1 fase", "{} fasen"),
    alt_highest="Hoogste: {} ({}).",
    alt_lowest="Laagste: {} ({}).",
    alt_unscored="Zonder score: {}.",
    alt_desired="De gewenste beleving is eroverheen getekend.",
)


def of(lang: Lang) -> Vocabulary:
    """The words of a language."""
    return {"en": EN, "nl": NL}[lang]
