"""Terms of the format that are said alike wherever they are said: of a plan on charts, in tables and in reports."""

from __future__ import annotations

from cxmap.i18n.language import Phrases

STATUSES = Phrases(
    {
        "idea": ("idea", "idee"),
        "planned": ("planned", "gepland"),
        "in-progress": ("in progress", "in uitvoering"),
        "done": ("done", "afgerond"),
        "dropped": ("dropped", "gestopt"),
    }
)
"""How far an action is."""

LEVERS = Phrases(
    {
        "automation": ("automation", "automatisering"),
        "personalisation": ("personalisation", "personalisatie"),
        "contextual": ("contextual", "contextueel"),
        "proactive": ("proactive", "proactief"),
        "people": ("people", "mensen"),
        "process": ("process", "proces"),
        "product": ("product", "product"),
        "communication": ("communication", "communicatie"),
        "training": ("training", "training"),
    }
)
"""By what means an action improves."""
