"""The words of the priority matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.analysis.ranking.quadrants import Quadrant
    from cxmap.model.crosshair import CrosshairKind
    from cxmap.output.charts.views import Lang


@dataclass(frozen=True, slots=True)
class MatrixWords:
    """One language. Fields with ``{}`` are completed with ``str.format`` by numbers or already complete text."""

    matrix_of: str
    important: str
    medium: str
    unimportant: str
    quadrants: dict[Quadrant, str]
    crosshairs: dict[CrosshairKind, str]
    improve_first: str
    nothing_short: str
    scores: str
    gap: str
    no_gap: str
    ranked: str
    rank: str
    cut: str
    part: str
    counted: str
    unnamed: str
    wow: str
    too_few: str
    not_scored: str
    plan: str
    some_assumed: str
    alt_start: str
    alt_axes: str
    alt_points: tuple[str, str]
    alt_cross: str
    alt_first: str


_EN = MatrixWords(
    matrix_of="Priority matrix of {}",
    important="very important",
    medium="medium",
    unimportant="unimportant",
    quadrants={
        "concentrate-here": "Concentrate here",
        "keep-up": "Keep up the good work",
        "low-priority": "Low priority",
        "possible-overkill": "Possible overinvestment",
    },
    crosshairs={"mean": "mean", "median": "median", "scale": "middle of the scale", "given": "chosen crossing"},
    improve_first="Improve first",
    nothing_short="Nothing falls short.",
    scores="importance {}, experience {}",
    gap="gap {}",
    no_gap="no gap: above it the experience falls short",
    ranked="Ranks by {}, 1 to 5 for each persona, as in the ranking of gaps.",
    rank="rank",
    cut="The axes show a part of their scales: importance {} to {} of {} to {}, experience {} to {} of {} to {}.",
    part="{}, part of the scale {} to {}",
    counted="×2: two touchpoints with the same scores, at one point; and so on.",
    unnamed="Small points without a name are neither among the first 5 nor moments of truth.",
    wow="No overinvestment, being a wow: {}.",
    too_few="Fewer than four scored touchpoints, so no quadrants: {}.",
    not_scored="Not in the matrix, for want of a score: {}.",
    plan="A plan: nothing in it is ranked.",
    some_assumed="{} of {} scores are the organisation's own assumptions (hollow points have at least one).",
    alt_start="Priority matrix of {}: {}.",
    alt_axes="{}; importance from {} to {}, experience from {} to {}.",
    alt_points=("1 scored touchpoint", "{} scored touchpoints"),
    alt_cross="Quadrants meet at importance {}, experience {} ({}).",
    alt_first="First to improve: {}.",
)
_NL = MatrixWords(
    matrix_of="Prioriteitenmatrix van {}",
    important="heel belangrijk",
    medium="gemiddeld",
    unimportant="onbelangrijk",
    quadrants={
        "concentrate-here": "Hier aan werken",
        "keep-up": "Zo doorgaan",
        "low-priority": "Lage prioriteit",
        "possible-overkill": "Mogelijk meer dan nodig",
    },
    crosshairs={
        "mean": "gemiddelde",
        "median": "mediaan",
        "scale": "midden van de schaal",
        "given": "gekozen kruising",
    },
    improve_first="Eerst verbeteren",
    nothing_short="Niets schiet tekort.",
    scores="belang {}, beleving {}",
    gap="kloof {}",
    no_gap="geen kloof: erboven schiet de beleving tekort",
    ranked="Rangen naar {}, 1 tot 5 per persona, zoals in de ranglijst van kloven.",
    rank="rang",
    cut="De assen tonen een deel van hun schaal: belang {} tot {} van {} tot {}, beleving {} tot {} van {} tot {}.",
    part="{}, deel van de schaal {} tot {}",
    counted="×2: twee contactmomenten met dezelfde scores, op één punt; enzovoort.",
    unnamed="Kleine punten zonder naam horen niet bij de eerste 5 en zijn geen moment van de waarheid.",
    wow="Niet meer dan nodig, want een wow: {}.",
    too_few="Minder dan vier contactmomenten met scores, dus geen kwadranten: {}.",
    not_scored="Niet in de matrix, bij gebrek aan een score: {}.",
    plan="Een plan: er staat niets in een rangorde.",
    some_assumed="{} van {} scores zijn aannames van de organisatie zelf (open punten hebben er minstens een).",
    alt_start="Prioriteitenmatrix van {}: {}.",
    alt_axes="{}; belang van {} tot {}, beleving van {} tot {}.",
    alt_points=("1 contactmoment met scores", "{} contactmomenten met scores"),
    alt_cross="De kwadranten komen samen bij belang {}, beleving {} ({}).",
    alt_first="Eerst te verbeteren: {}.",
)


def of(lang: Lang) -> MatrixWords:
    """The words of a language."""
    return {"en": _EN, "nl": _NL}[lang]
