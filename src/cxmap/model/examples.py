"""An example of each part that a person writes: shown by editors, and typed by them as a snippet."""

from __future__ import annotations

from typing import Any, Final

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "Segment": {"title": "Young families", "priority": "target", "share": 0.4},
    "Persona": {
        "name": "Amina Yilmaz",
        "segment": "families",
        "story": "Who this person is and what brings them here",
        "goals": ["What this person wants to reach"],
    },
    "Stakeholder": {"title": "Front desk", "kind": "team"},
    "Channel": {"title": "Website", "kind": "digital"},
    "Source": {
        "title": "Survey after the visit",
        "kind": "survey",
        "date": "2026-03-31",
        "n": 212,
        "scale": {"min": 1, "max": 5},
    },
    "Stage": {
        "id": "arrival",
        "title": "Arrival",
        "touchpoints": [{"id": "enter", "title": "What happens here, as the customer would say it"}],
    },
    "Touchpoint": {
        "id": "enter",
        "title": "What happens here, as the customer would say it",
        "channel": "website",
        "owner": "front-desk",
        "scores": {"importance": 8, "experience": 6},
    },
    "Mean": {"mean": 7.2, "sd": 1.6, "n": 57, "source": "survey"},
    "Evidence": {"source": "survey", "quote": "What a customer said"},
    "Action": {
        "title": "What is improved",
        "touchpoints": ["first-visit/enter"],
        "hypothesis": "Why it will help",
        "owner": "front-desk",
        "status": "planned",
        "due": "2026-09-30",
        "metrics": ["recommend"],
    },
    "Step": {"title": "A piece of work", "owner": "front-desk", "due": "2026-07-31"},
    "Metric": {
        "title": "What shows whether it works",
        "kind": "percentage",
        "better": "higher",
        "baseline": {"date": "2026-03-31", "value": 62},
        "target": {"date": "2027-03-31", "value": 80},
    },
}
"""By the name of the model."""


def snippet(name: str) -> dict[str, Any]:
    """The example as VS Code and the YAML language server take a snippet: each value is a place to type over."""
    places = iter(range(1, 100))

    def place(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: place(each) for key, each in value.items()}
        if isinstance(value, list):
            return [place(each) for each in value]
        return f"${{{next(places)}:{value}}}"

    return {"label": name.lower(), "body": place(EXAMPLES[name])}
