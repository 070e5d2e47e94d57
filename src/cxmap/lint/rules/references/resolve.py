"""References that lead nowhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from cxmap.lint.messages import SINGULAR, shown
from cxmap.lint.rules.references.defined import defined
from cxmap.model.constants import SECTIONS
from cxmap.model.ids import is_id, is_target
from cxmap.project.memo import memoized
from cxmap.project.summary import JOURNEYS, action_target

if TYPE_CHECKING:
    from cxmap.lint.rules.references.defined import Defined, Names
    from cxmap.model.references import Reference
    from cxmap.project.document import Document
    from cxmap.project.project import Project

MAX_LISTED = 8


@dataclass(frozen=True, slots=True)
class Unknown:
    """A reference to what is not there.

    Attributes:
        message: What is wrong.
        suggestion: The nearest that is there, as it would be written in the reference's place.
        sure: Whether nothing else can be meant.
        help: What to do, where nothing is near.
        elsewhere: Whether a file that cannot be read could hold it.
    """

    message: str
    suggestion: str | None = None
    sure: bool = False
    help: str | None = None
    elsewhere: bool = False


@memoized
def resolver(project: Project) -> Resolver:
    """What tells of a project's references which lead nowhere."""
    return Resolver(project, defined(project))


class Resolver:
    """Tells which references lead nowhere; those that break the form of an id have an error of their own."""

    def __init__(self, project: Project, defined: Defined) -> None:
        self._project = project
        self._defined = defined
        self.in_section = cache(self._look_up)

    def unknown(self, document: Document, reference: Reference) -> Unknown | None:
        """What is wrong with a reference of a file, or ``None``."""
        if reference.to == "targets":
            if not is_target(reference.id):
                return None
            return self._target(document, reference.id) or self._elsewhere(document, reference)
        if reference.to == "touchpoints":
            return self._own_touchpoint(document, reference.id)
        if reference.to == "redesigned":
            return self._redesigned(document, reference.id)
        return self.in_section(reference.to, reference.id)

    def in_journey(self, journey: str, touchpoint: str, behind: str = "") -> Unknown | None:
        """What is wrong with ``journey/touchpoint``, or ``None``."""
        names = self._defined.section(JOURNEYS)
        if journey in self._project.definitions[JOURNEYS]:
            return self._touchpoint_of(journey, touchpoint, f"{journey}/", behind)
        if journey in names:
            return None
        message = f"no journey is called {shown(journey)}"
        near = _near(message, journey, names, _choices(names), behind=f"/{touchpoint}{behind}", elsewhere=True)
        found = near.suggestion.partition("/")[0] if near.suggestion else ""
        return replace(near, sure=near.sure and found in self._defined.journeys_with(touchpoint))

    def _look_up(self, section: str, name: str) -> Unknown | None:
        """What is wrong with a name of something in a section, or ``None``."""
        names = self._defined.section(section)
        if name in names or not is_id(name):
            return None
        message = f"no {SINGULAR[section]} is called {shown(name)}"
        other = next((known for known in SECTIONS if name in self._defined.section(known)), None)
        if other:
            return Unknown(message, help=f"{shown(name)} is a {SINGULAR[other]}", elsewhere=True)
        return _near(message, name, names, _how_to_define(section, names), elsewhere=True)

    def _own_touchpoint(self, document: Document, name: str, behind: str = "") -> Unknown | None:
        names = self._defined.touchpoints(document)
        if name in names or not is_id(name):
            return None
        message = f"no touchpoint of this journey is called {shown(name)}"
        return _near(message, name, names, _choices(names), behind=behind)

    def _redesigned(self, document: Document, name: str) -> Unknown | None:
        """A touchpoint of the journey that ``redesigns`` names; of any journey where it names none."""
        given = document.at(("journey", "redesigns"))
        if given is None:
            if self._defined.journeys_with(name) or not is_id(name):
                return None
            return Unknown(
                f"no journey has a touchpoint {shown(name)}",
                help="say in 'redesigns' which journey this one replaces",
                elsewhere=True,
            )
        definition = self._project.definition(JOURNEYS, given) if isinstance(given, str) else None
        return self._touchpoint_of(given, name) if definition else None

    def _touchpoint_of(self, journey: str, name: str, before: str = "", behind: str = "") -> Unknown | None:
        definition = self._project.definitions[JOURNEYS][journey][0]
        names = self._defined.touchpoints(definition.document)
        if name in names or not is_id(name):
            return None
        message = f"journey {shown(journey)} has no touchpoint {shown(name)}"
        return _near(message, name, names, _choices(names), before=before, behind=behind)

    def _target(self, document: Document, text: str) -> Unknown | None:
        place, hash_, part = text.partition("#")
        journey, slash, touchpoint = place.rpartition("/")
        behind = hash_ + part
        if slash:
            return self.in_journey(journey, touchpoint, behind)
        if isinstance(document.at(("journey",)), dict):
            return self._own_touchpoint(document, touchpoint, behind)
        journeys = self._defined.journeys_with(touchpoint)
        return Unknown(
            f"{shown(touchpoint)} names no journey, and this file describes none",
            suggestion=f"{journeys[0]}/{touchpoint}{behind}" if len(journeys) == 1 else None,
            sure=len(journeys) == 1 and not self._project.unreadable,
            help="write journey/touchpoint",
        )

    def _elsewhere(self, document: Document, reference: Reference) -> Unknown | None:
        """What is wrong with a gain that an action hopes for at a touchpoint that it is not for, or ``None``."""
        if not reference.is_key:
            return None
        action = reference.pointer[:2]
        given = document.at((*action, "touchpoints"))
        texts = [text for text in given if isinstance(text, str)] if isinstance(given, list) else []
        if not texts or any(not is_target(text) or self._target(document, text) for text in texts):
            return None  # what this action is for is reported there
        own = {target[:2] for text in texts if (target := action_target(text, document))}
        target = action_target(reference.id, document)
        if target is None or target[:2] in own:
            return None
        return Unknown(
            f"action {shown(str(action[-1]))} is not for touchpoint {shown(reference.id)}",
            help="add it to the action's 'touchpoints', or remove it here",
        )


def _near(
    message: str,
    name: str,
    names: Names,
    otherwise: str,
    *,
    before: str = "",
    behind: str = "",
    elsewhere: bool = False,
) -> Unknown:
    """With the nearest of some names, and what stands around it in the reference; else with what to do otherwise."""
    found = names.vocabulary.nearest(name)
    if found is None:
        return Unknown(message, help=otherwise, elsewhere=elsewhere)
    sure = names.vocabulary.clear(name) is not None
    return Unknown(message, f"{before}{found}{behind}", sure, elsewhere=elsewhere)


def _how_to_define(section: str, names: Names) -> str:
    if section == JOURNEYS:
        return _choices(names)
    listed = f", or name one of: {', '.join(names.ids)}" if 0 < len(names.ids) <= MAX_LISTED else ""
    return f"define it under '{section}'{listed}"


def _choices(names: Names) -> str:
    if not names.ids:
        return "there is none"
    return f"there are: {', '.join(names.ids[:MAX_LISTED])}{', …' if len(names.ids) > MAX_LISTED else ''}"
