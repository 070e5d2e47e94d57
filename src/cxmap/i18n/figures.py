"""What the figures are called by which touchpoints are ranked."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrases


class FigureWords(Language):
    """What charts and tables alike call the figures that a ranking can be by."""

    ranking = Phrases(
        {
            "priority": ("priority", "prioriteit"),
            "gap": ("gap", "kloof"),
            "opportunity": ("opportunity", "kans"),
            "shortfall": ("shortfall", "tekort"),
            "improvement": ("improvement", "verbeterwaarde"),
            "target": ("target", "afstand tot het doel"),
        }
    )
