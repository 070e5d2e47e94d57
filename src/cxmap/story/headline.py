"""The message of a project in up to five sentences that can be read aloud, each only where its figures exist.

In this order: where to start, what changed since the wave before, where team and customers differ most, the weakest
link or handover, what rests on customers and what on the team.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.analysis.arithmetic import mean, rounded
from cxmap.analysis.intervals import score_interval
from cxmap.analysis.scores import KINDS, from_ten
from cxmap.analysis.waves import history
from cxmap.story.changes import changes_of
from cxmap.story.journeys import VOICES, voice
from cxmap.story.weakness import weakest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.changes import ScoreChange
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.analysis.scores import Kind, Score
    from cxmap.analysis.stops import Visit
    from cxmap.i18n.story import StoryWords
    from cxmap.model.scale import Range
    from cxmap.project.project import Project
    from cxmap.story.journeys import JourneyStory
    from cxmap.story.teller import Teller
    from cxmap.story.weakness import Weakness

HeadlineKind = Literal["start", "changes", "disagreement", "weakest", "basis"]

FEWEST = 3
"""With fewer scored touchpoints there is no headline."""
LIKELY = 0.5
"""What comes first in a smaller share of the draws is not told to be the start."""
MOST_NAMES = 2
"""How many actions, or things lost, a sentence names."""


class Headline(NamedTuple):
    """One sentence of the message.

    Attributes:
        kind: What it is about.
        text: The sentence.
        journey: Id of the journey that it is about; ``None``: all.
        touchpoint: Id of the touchpoint that it is about, if it is about one.
    """

    kind: HeadlineKind
    text: str
    journey: str | None = None
    touchpoint: str | None = None


def headlines(teller: Teller) -> tuple[Headline, ...]:
    """The message, most important first; nothing where fewer than three touchpoints are scored."""
    scored = {(told.journey.id, visit.id) for told in teller.current for visit in told.visits if visit.scored}
    if len(scored) < FEWEST:
        return ()
    start, weak = _start(teller), weakest(teller)
    said = start is not None and weak is not None and weak[0].place == (start.journey, start.touchpoint, False)
    found = (start, _changes(teller), _disagreement(teller), None if said else _weakest(teller), _basis(teller))
    return tuple(headline for headline in found if headline is not None)


def _start(teller: Teller) -> Headline | None:
    """The first of the ranking, with its scores and actions; ``None`` on a tie, or where chance decides."""
    row = first_row(teller.ranking)
    if teller.ranking is None or row is None or row.tied or row.persona in teller.ranking.aside:
        return None
    own = [row] if row.persona else _rows_behind(teller.ranking, row, teller.focus)
    chances = [found.p_first for found in own if found.p_first is not None]
    if chances and mean(chances) < LIKELY:
        return None
    visits = [
        visit
        for told in teller.current
        if told.journey.id == row.journey
        for visit in told.visits
        if visit.id == row.touchpoint and visit.passage.persona in {found.persona for found in own}
    ]
    words = teller.words
    title = _titled(teller, row.title, row.journey) + _also_weakest(teller, row)
    text = words.start.format(title, _scores(teller, row, visits), _actions(teller, row.actions))
    return Headline("start", text, row.journey, row.touchpoint)


def _titled(teller: Teller, touchpoint: str, journey: str) -> str:
    """The title of a touchpoint, with that of its journey where there are several."""
    title = teller.words.quoted.format(touchpoint)
    if len(teller.current) == 1:
        return title
    own = next(told.journey.title for told in teller.current if told.journey.id == journey)
    return teller.words.of_journey.format(title, teller.words.quoted.format(own))


def first_row(ranking: Ranking | None) -> Row | None:
    """The row that a ranking begins with, where that falls short; ``None`` where nothing does, or nothing is ranked."""
    row = ranking.rows[0] if ranking and ranking.rows else None
    return row if row is not None and row.rank == 1 and row.key else None


def _rows_behind(ranking: Ranking, row: Row, focus: Sequence[str]) -> list[Row]:
    """The personas' own rows of a combined one."""
    place = (row.journey, row.touchpoint)
    return [
        found
        for found in ranking.rows
        if found.kind == "touchpoint" and (found.journey, found.touchpoint) == place and found.persona in focus
    ]


def _scores(teller: Teller, row: Row, visits: Sequence[Visit]) -> str:
    """What importance and experience are, and who says so."""
    words, on = teller.words, row.scales
    importance = [visit.importance for visit in visits if visit.importance]
    experience = [visit.experience for visit in visits if visit.experience]
    shared = on.same and not row.derived
    least = min(score.value for score in importance)
    said_i = words.on_scale(least, on.importance)
    if len({words.on_scale(score.value, on.importance) for score in importance}) > 1:
        said_i = words.at_least.format(said_i)
    average, mark = mean([score.value for score in experience]), on.experience.pass_
    # Below a pass mark that may be named in the same sentence it has to look so.
    said_e = words.below_mark(average, mark, on.experience) if mark else words.on_scale(average, on.experience)
    if len({words.on_scale(score.value, on.experience) for score in experience}) > 1:
        said_e = words.on_average.format(said_e, len(experience))
    if not shared:
        said_i, said_e = _on(said_i, on.importance, words), _on(said_e, on.experience, words)
    who_i = "derived" if row.derived else _who(teller.project, importance)
    who_e = _who(teller.project, experience)
    if who_i == who_e:
        text = words.scores[who_e].format(words.its_importance, said_i, words.its_experience, said_e)
    else:
        parts = [
            words.score[who_i].format(words.its_importance, said_i),
            words.score[who_e].format(words.its_experience, said_e),
        ]
        text = words.listed(parts)
    ends = (words.general(on.experience.min), words.general(on.experience.max))
    return words.on_all.format(text, *ends) if shared else text


def _on(said: str, scale: Range, words: StoryWords) -> str:
    return words.on.format(said, words.general(scale.min), words.general(scale.max))


def _who(project: Project, scores: Sequence[Score]) -> str:
    """Who is behind some scores: the team where any of them is an estimate of theirs."""
    return max((voice(project, score) for score in scores), key=VOICES.index)


def _actions(teller: Teller, names: Sequence[str]) -> str:
    """What is done about it, as far as the files say."""
    words, actions = teller.words, teller.project.actions
    if not actions:
        return words.no_plan
    if not names:
        return words.no_action
    said = [
        words.with_status.format(words.quoted.format(actions[name].title), words.statuses[actions[name].status])
        for name in names
        if name in actions
    ]
    if len(said) == 1:
        return words.one_action.format(said[0])
    several = words.actions if len(said) <= MOST_NAMES else words.some_actions
    return several.format(words.listed(said[:MOST_NAMES]))


def _some(said: Sequence[str], words: StoryWords) -> str:
    """A list that is complete, or says that it is not."""
    listed = words.listed(said[:MOST_NAMES])
    return words.among_others.format(listed) if len(said) > MOST_NAMES else listed


def _changes(teller: Teller) -> Headline | None:
    """What changed since the wave before; ``None`` where nothing could be tested."""
    said = what_changed(teller, teller.current)
    return Headline("changes", said) if said else None


def what_changed(teller: Teller, journeys: Sequence[JourneyStory]) -> str:
    """What experiences of some journeys changed more than chance since the wave before; ``""``: none was tested."""
    words = teller.words
    found = [
        one.change
        for one in changes_of(teller.project, journeys).scores
        if one.change.key.kind == "experience" and one.change.change and one.change.change.p is not None
    ]
    if not found:
        return ""
    parts = []
    for verdict in ("better", "worse"):
        titles = dict.fromkeys(_place(one, words) for one in found if one.change and one.change.verdict == verdict)
        if titles:
            parts.append(words.changed[verdict].format(_some(list(titles), words)))
    if not parts:
        return words.counted(words.none_changed, len(found))
    unclear = sum(one.change is not None and not one.change.clear for one in found)
    said = words.listed(parts)
    if not unclear:
        return words.since_before.format(said)
    return words.since_before_unclear.format(said, words.whole(unclear), words.whole(len(found)))


def _place(change: ScoreChange, words: StoryWords) -> str:
    title = words.quoted.format(change.passage.touchpoint.title)
    return words.handover_to.format(title) if change.key.handover else title


class Difference(NamedTuple):
    """A mark of the team outside the interval of what customers say of the same.

    Attributes:
        visit: Where.
        kind: ``importance`` or ``experience``.
        thought: The team's last mark.
        said: The customers' last measurement.
    """

    visit: Visit
    kind: Kind
    thought: Score
    said: Score


def disagreements(project: Project, journeys: Sequence[JourneyStory]) -> list[Difference]:
    """Where the team's mark lies outside the interval of the customers' scores, the largest difference first."""
    found = []
    for told in journeys:
        for visit in told.visits:
            for kind in KINDS:
                own = history(project, visit.passage, kind).own
                thought = next((score for score in reversed(own) if voice(project, score) == "team"), None)
                said = next((score for score in reversed(own) if voice(project, score) == "customers"), None)
                around = score_interval(said) if said is not None else None
                if thought and said and around and not around.contains(thought.value10):
                    found.append(Difference(visit, kind, thought, said))
    return sorted(found, key=lambda one: -rounded(abs(one.thought.value10 - one.said.value10)))


def _disagreement(teller: Teller) -> Headline | None:
    found = disagreements(teller.project, teller.current)
    if not found:
        return None
    words, first = teller.words, found[0]
    passage = first.visit.passage
    on = next(told.figures[passage.persona].scales for told in teller.current if told.document is passage.document)
    scale = on.of(first.kind)
    around = score_interval(first.said)
    if around is None:
        return None
    source = teller.project.sources.get(first.said.source or "")
    converted = ""
    if first.said.converted and source is not None and source.scale is not None:
        converted = words.converted.format(words.general(source.scale.min), words.general(source.scale.max))
    about = words.importance_differs if first.kind == "importance" else words.experience_differs
    text = words.disagree.format(
        about.format(words.quoted.format(passage.touchpoint.title)),
        words.on_scale(first.thought.value, scale),
        words.on_scale(first.said.value, scale),
        words.on_scale(from_ten(around.low, scale), scale),
        words.on_scale(from_ten(around.high, scale), scale),
        converted,
    )
    return Headline("disagreement", text, passage.journey.id, first.visit.id)


def _weakest(teller: Teller) -> Headline | None:
    """The weakest of all links and handovers; ``None`` where that is good enough."""
    found = weakest(teller)
    if found is None:
        return None
    weak, personas = found
    words, on = teller.words, weak.scale
    title = _titled(teller, weak.visit.passage.touchpoint.title, weak.told.journey.id)
    if len(personas) == 1 and len(teller.focus) > 1:
        opening = words.weakest_link_for if weak.handover is None else words.weakest_handover_for
        start = opening.format(teller.names.persona(personas[0]), title)
    else:
        start = (words.weakest_link if weak.handover is None else words.weakest_handover).format(title)
    value = weak.experience.value
    figure = words.on_scale(value, on) if on.pass_ is None else words.below_mark(value, on.pass_, on)
    said = words.score[voice(teller.project, weak.experience)].format(words.its_experience, _on(figure, on, words))
    lost = words.lost.format(_some(weak.lost, words)) if weak.lost else ""
    text = words.weakest.format(start, said, _below_pass(teller, weak) + lost)
    return Headline("weakest", text, weak.told.journey.id, weak.visit.id)


def _below_pass(teller: Teller, weak: Weakness) -> str:
    """That it is below the pass mark, where there is one."""
    mark = weak.scale.pass_
    return teller.words.below_pass.format(teller.words.general(mark)) if mark is not None else ""


def _also_weakest(teller: Teller, row: Row) -> str:
    """That what comes first is the weakest link as well, where it is."""
    found = weakest(teller)
    if found is None or found[0].place != (row.journey, row.touchpoint, False):
        return ""
    weak, personas = found
    only_for = personas[0] if len(personas) == 1 and len(teller.focus) > 1 else None
    link = teller.words.link_for.format(teller.names.persona(only_for)) if only_for else teller.words.is_link
    return link + _below_pass(teller, weak)


class Basis(NamedTuple):
    """What the scores of importance and experience rest on, each counted for every persona who passes."""

    customers: int
    observed: int
    team: int

    @property
    def scores(self) -> int:
        """How many there are."""
        return self.customers + self.observed + self.team


def basis(project: Project, journeys: Sequence[JourneyStory]) -> Basis:
    """What the scores of some journeys rest on."""
    voices = [
        voice(project, score)
        for told in journeys
        for visit in told.visits
        for score in (visit.importance, visit.experience)
        if score is not None
    ]
    return Basis(voices.count("customers"), voices.count("observed"), voices.count("team"))


def _basis(teller: Teller) -> Headline | None:
    found, words = basis(teller.project, teller.current), teller.words
    if not found.scores or found.customers == found.scores:
        return None
    parts = [words.counted(words.rest_on["customers"], found.customers) if found.customers else words.none_on_customers]
    parts += [words.counted(words.rest_on["observed"], found.observed)] if found.observed else []
    parts += [words.counted(words.rest_on["team"], found.team)] if found.team else []
    return Headline("basis", words.basis.format(words.whole(found.scores), words.listed(parts)))
