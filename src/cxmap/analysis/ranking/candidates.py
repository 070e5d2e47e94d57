"""From a journey to what can be ranked: the touchpoints of each persona, and the steps between them, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.dependence import driver_class
from cxmap.analysis.intervals import TOO_FEW, Paired, fewest, gap_interval, sample, standard_error, wilson
from cxmap.analysis.ranking import figures
from cxmap.analysis.ranking.quadrants import borderline, quadrant
from cxmap.analysis.ranking.rows import Figures, Row, RowPlace, TopTwoShare, Unscored
from cxmap.analysis.scores import alike, answer_scale, last_wave, resolve, scales, sd_to_ten
from cxmap.errors import UsageError
from cxmap.model.types import Counts, Mean
from cxmap.project.project import ActionTarget

if TYPE_CHECKING:
    from cxmap.analysis.handovers import HandoverStep
    from cxmap.analysis.ranking.options import Options
    from cxmap.analysis.ranking.rows import Kind
    from cxmap.analysis.scores import Score, ScoreSet, TopTwo
    from cxmap.analysis.stops import Visit
    from cxmap.choices import RankingKey
    from cxmap.model.crosshair import Point
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


class Candidate(NamedTuple):
    """What may become a row: a touchpoint of a persona, or the step into it.

    Attributes:
        kind: ``touchpoint`` or ``handover``.
        stop: The touchpoint.
        scores: Its scores, or those of the step.
        to_us: What the touchpoint is worth to the organisation.
        paired: Where the same people gave both scores: how their differences spread.
        pointer: Where it stands in the file.
    """

    kind: Kind
    stop: Visit
    scores: ScoreSet
    to_us: Score | None
    paired: Paired | None
    pointer: Pointer

    @property
    def derived(self) -> bool:
        """Whether its importance is a weight computed from answers."""
        return self.scores.importance is not None and self.scores.importance.derived

    @property
    def errors(self) -> tuple[float, float] | None:
        """Standard errors of importance and experience, on 0-10; ``None`` unless each has one, be it 0."""
        i, e = self.scores.importance, self.scores.experience
        of_i, of_e = standard_error(i) if i else None, standard_error(e) if e else None
        return None if of_i is None or of_e is None else (of_i, of_e)

    def missing(self, by: RankingKey, options: Options) -> tuple[str, ...]:
        """What its ranking needs and the file does not give."""
        needed = {"importance": self.scores.importance, "experience": self.scores.experience}
        if by == "target":
            needed["desired"] = self.scores.desired
        if options.our_weight:
            needed["importance_to_us"] = self.to_us
        missing = [name for name, score in needed.items() if score is None]
        experience = self.scores.experience
        if by == "improvement" and experience is not None and experience.negative_share is None:
            missing.append("counts")
        if options.shares and not missing and not self.top_two:
            missing.append("counts")
        return tuple(missing)

    @property
    def top_two(self) -> tuple[TopTwo, TopTwo] | None:
        """Shares of the two highest marks of importance and experience; ``None`` unless both are counted."""
        i, e = self.scores.importance, self.scores.experience
        return (i.top_two, e.top_two) if i and e and i.top_two and e.top_two else None


def of_touchpoint(project: Project, stop: Visit) -> Candidate:
    """The candidate that a touchpoint is."""
    passage = stop.passage
    to_us = resolve(project, passage.journey, passage.touchpoint.importance_to_us, "importance")
    return Candidate("touchpoint", stop, stop.scores, to_us, _paired(project, stop), passage.pointer)


def of_step(step: HandoverStep) -> Candidate:
    """The candidate for the handover into a touchpoint, which has no worth to the organisation."""
    return Candidate("handover", step.into, step.scores, None, None, step.pointer)


def row(
    project: Project,
    candidate: Candidate,
    by: RankingKey,
    options: Options,
    cross: Point | None = None,
    *,
    weakest_link: bool = False,
) -> Row:
    """The row of a candidate, not yet ranked.

    Args:
        project: For actions.
        candidate: The candidate; without a key where it lacks a score.
        by: The ranking figure.
        options: For the organisation's weight, and whether the figure is multiplied by the reach, if that is known.
        cross: Where quadrants meet; ``None``: it lies in none.
        weakest_link: Whether it is the weakest link of the journey for its persona.

    Raises:
        UsageError: The organisation's own importance is to be blended with one of another nature.
    """
    passage, scores = candidate.stop.passage, candidate.scores
    on = scales(project, passage.journey)
    i, e, d = scores.importance, scores.experience, scores.desired
    weighed10 = _weighed10(candidate, options.our_weight)
    found = Figures() if weighed10 is None or e is None else _figures(weighed10, e, d, derived=candidate.derived)
    if options.shares:
        found = found._replace(opportunity=_of_shares(candidate))
    reach = passage.experience.reach
    keys = found.times(reach) if options.reach and reach is not None else found
    given = [score for score in (i, e) if score]
    driver = driver_class(project, passage.document, passage.touchpoint.id, e)
    handover = candidate.kind == "handover"
    target = ActionTarget(passage.journey.id, passage.touchpoint.id, handover)
    gap = gap10 = interval = None
    if i and e and not candidate.derived:
        gap = i.value - e.value if on.same else None
        gap10 = i.value10 - e.value10
        interval = gap_interval(i, e, candidate.paired)
    return Row(
        kind=candidate.kind,
        journey=passage.journey.id,
        stage=passage.stage.id,
        stage_title=passage.stage.title,
        touchpoint=passage.touchpoint.id,
        title=passage.touchpoint.title,
        persona=passage.persona,
        channel=passage.experience.channel,
        owner=passage.touchpoint.owner,
        tags=tuple(passage.touchpoint.tags),
        position=passage.position,
        scales=on,
        importance=i.value if i else None,
        experience=e.value if e else None,
        desired=d.value if d else None,
        importance10=i.value10 if i else None,
        experience10=e.value10 if e else None,
        desired10=d.value10 if d else None,
        derived=candidate.derived,
        weighed10=weighed10,
        figures=found,
        keys=keys,
        key=keys.of(by),
        gap=gap,
        gap10=gap10,
        moment_of_truth=not handover and passage.experience.moment_of_truth is True,
        wow=not handover and passage.experience.wow is not None,
        reach=reach,
        n=fewest(given),
        sample=sample(given),
        guess=any(score.guess for score in given),
        actions=project.actions_by_target.get(target, ()),
        place=RowPlace(passage.document, candidate.pointer),
        interval=interval,
        quadrant=quadrant(i.value10, e.value10, cross, wow=passage.experience.wow is not None, basic=driver == "basic")
        if cross and i and e
        else None,
        driver=driver,
        borderline=bool(cross and i and e and borderline(i, e, cross)),
        weakest_link=weakest_link,
        negative_share=_negative(e),
        top_two=(_top_two(i), _top_two(e)) if options.shares else (None, None),
    )


def unscored(candidate: Candidate, missing: tuple[str, ...]) -> Unscored:
    """The record of a touchpoint that cannot be ranked."""
    passage = candidate.stop.passage
    return Unscored(
        journey=passage.journey.id,
        stage=passage.stage.id,
        touchpoint=passage.touchpoint.id,
        persona=passage.persona,
        owner=passage.touchpoint.owner,
        channel=passage.experience.channel,
        tags=tuple(passage.touchpoint.tags),
        moment_of_truth=passage.experience.moment_of_truth is True,
        importance10=candidate.scores.importance.value10 if candidate.scores.importance else None,
        missing=missing,
        place=RowPlace(passage.document, candidate.pointer),
    )


def _figures(i10: float, experience: Score, desired: Score | None, *, derived: bool) -> Figures:
    e10, share = experience.value10, experience.negative_share
    improvement = None if share is None else figures.improvement(i10, share)
    shortfall = figures.shortfall(i10, e10)
    if derived:
        return Figures(shortfall=shortfall, improvement=improvement)
    return Figures(
        priority=figures.priority(i10, e10),
        gap=figures.gap(i10, e10),
        opportunity=figures.opportunity(i10, e10),
        shortfall=shortfall,
        improvement=improvement,
        target=figures.target(i10, e10, desired.value10) if desired else None,
    )


def _weighed10(candidate: Candidate, our_weight: float) -> float | None:
    """``(1 - W)·i10 + W·(importance to us, on 0-10)``."""
    importance, to_us = candidate.scores.importance, candidate.to_us
    if importance is None or not our_weight:
        return importance.value10 if importance else None
    if to_us is None:
        return None
    if importance.derived != to_us.derived:
        raise UsageError(
            f"'{candidate.stop.id}' has a derived importance, a weight, and one that is a mark: --our-weight cannot "
            "blend the two; leave it out"
        )
    return (1 - our_weight) * importance.value10 + our_weight * to_us.value10


def _negative(experience: Score | None) -> tuple[float, float, float] | None:
    if experience is None or experience.negative_share is None or experience.n is None:
        return None
    return (experience.negative_share, *wilson(experience.negative_share, experience.n))


def _of_shares(candidate: Candidate) -> float | None:
    """The opportunity of ten times the shares of top-two answers (Ulwick 2002)."""
    if candidate.derived or candidate.top_two is None:
        return None
    importance, experience = candidate.top_two
    return figures.opportunity(10 * importance.share, 10 * experience.share)


def _top_two(score: Score | None) -> TopTwoShare | None:
    if score is None or score.top_two is None or score.n is None:
        return None
    share, marks, five_point = score.top_two
    estimates = score.n >= TOO_FEW and not score.guess and score.unseen > 0
    return TopTwoShare(share, wilson(share, score.n) if estimates else None, marks, five_point)


def _paired(project: Project, stop: Visit) -> Paired | None:
    """``gap_sd`` on 0-10, with ``gap_n``.

    ``None`` unless both scores are measured on one scale, as a difference asks for, and are of one source and date: of
    other waves it says nothing.
    """
    given = stop.passage.experience.scores
    if given is None or given.gap_sd is None:
        return None
    importance, experience = last_wave(given.importance), last_wave(given.experience)
    if not isinstance(importance, (Mean, Counts)) or not isinstance(experience, (Mean, Counts)):
        return None
    i, e = stop.importance, stop.experience
    if i is None or e is None or i.source is None or (i.source, i.date) != (e.source, e.date):
        return None
    on = scales(project, stop.passage.journey)
    one = answer_scale(project, importance.source, on.importance)
    other = answer_scale(project, experience.source, on.experience)
    return Paired(sd_to_ten(given.gap_sd, one), given.gap_n) if alike(one, other) else None
