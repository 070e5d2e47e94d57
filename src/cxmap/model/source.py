"""Where scores and quotes come from, and the evidence that points there."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from cxmap.model.base import Date, Entity, PersonaRef, Respondents, SourceRef, Text, Url
from cxmap.model.kinds import SourceTraits
from cxmap.model.scale import AnswerScale
from cxmap.model.validators import which_link


class Link(Entity):
    """An address with a title."""

    url: Url = Field(description="The address, http or https.", examples=["https://tickets.example/CX-12"])
    title: Text | None = Field(None, description="What is found there.")


AnyLink = Annotated[Annotated[Url, Tag("<address>")] | Annotated[Link, Tag("<link>")], Discriminator(which_link)]


class Source(SourceTraits, Entity):
    """A survey, a round of interviews, a panel, employees, a workshop: what a figure or a quote rests on."""

    title: Text = Field(description="What the source is called.")
    kind: Literal[
        "survey",
        "interview",
        "panel",
        "feedback-session",
        "usability-test",
        "reviews",
        "complaints",
        "employees",
        "observation",
        "walkthrough",
        "analytics",
        "workshop",
        "assumption",
    ] = Field(
        description="Customers' own voice: survey, interview, panel, feedback-session, usability-test, reviews, "
        "complaints. Seen from close by: employees, observation, walkthrough. Counted: analytics. "
        "The organisation's own guess: workshop, assumption."
    )
    date: Date | None = Field(None, description="When it was gathered (the last day of it).")
    n: Respondents | None = Field(None, description="How many people took part or answered.")
    population: Respondents | None = Field(
        None, description="How many there are in all, of whom `n` took part: the whole panel, all employees."
    )
    scale: AnswerScale | None = Field(
        None, description="The scale of its answers, where that is another one than the journey's."
    )
    series: Text | None = Field(
        None,
        description="What makes two sources comparable, such as `post-visit survey`: those of one series are compared "
        "wave by wave. Who changes the question gives a new one.",
        examples=["post-visit survey"],
    )
    description: str | None = Field(None, description="How it was done.")
    url: str | None = Field(None, description="Where to read more. cxmap never opens it.")


class Evidence(Entity):
    """What a source says about a journey, a stage, a touchpoint or a persona."""

    source: SourceRef = Field(description="The source that says so.")
    quote: str | None = Field(None, description="What was said, word for word.")
    note: str | None = Field(None, description="What was seen or found, in yours.")
    persona: PersonaRef | None = Field(None, description="The persona whom it is about; absent: all of them.")
    finding: Literal["confirms", "contradicts", "new"] | None = Field(
        None, description="Whether it confirms what was assumed, contradicts it, or shows a need nobody had seen."
    )
    date: Date | None = Field(None, description="When it was said or seen.")
    links: list[AnyLink] = Field([], description="Where to read more: addresses, with a title or without.")
