"""What a stakeholder map says in words: its subtitle, and the text for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts import sentences as say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.stakeholders import StakeholderWords
    from cxmap.output.charts.stakeholders.view import StakeholdersView


def subtitle(view: StakeholdersView, words: ChartWords, own: StakeholderWords) -> str:
    """How many parties there are of each ring."""
    counts = {ring: sum(party.ring == ring for party in view.parties) for ring in own.counts}
    return ", ".join(words.counted(own.counts[ring], count) for ring, count in counts.items() if count)


def alt(view: StakeholdersView, words: ChartWords, own: StakeholderWords) -> str:
    """How many parties there are; then every one with what is done, and every relation."""
    return say.alt([own.alt.format(subtitle(view, words, own))], _said(view, own))


def _said(view: StakeholdersView, own: StakeholderWords) -> Iterator[str]:
    for party in view.parties:
        done = [f"{name}: {text}" for name, text in ((own.we_do, party.we_do), (own.they_do, party.they_do)) if text]
        if done:
            yield own.alt_party.format(party.title, own.kinds[party.kind], "; ".join(done))
        else:
            yield f"{party.title} ({own.kinds[party.kind]})."
    for relation in view.relations:
        start, end = view.parties[relation.start].title, view.parties[relation.end].title
        yield own.alt_relation.format(start, end, relation.title or own.does)
