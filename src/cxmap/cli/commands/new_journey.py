"""``cxmap new journey``: one more journey file, ready to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop, remark
from cxmap.cli.prompts import Asking, NoInput, some_of
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.cli.options import Quiet
    from cxmap.i18n.samples import QuestionWords
    from cxmap.project.project import Project
    from cxmap.scaffold.new_entities import NewPersona


def command(
    name: Annotated[
        str | None, typer.Argument(metavar="ID|TITLE", help="An id such as first-visit, or a title to make one from.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What the journey is called.")] = None,
    persona: Annotated[
        list[str] | None,
        typer.Option("--persona", metavar="ID|NAME", help="Who makes it; a project's first one is new. Repeatable."),
    ] = None,
    goal: Annotated[
        str | None, typer.Option("--goal", metavar="TEXT", help="What the customer wants to reach.")
    ] = None,
    starts_with: Annotated[
        str | None, typer.Option("--starts-with", metavar="TEXT", help="What sets it going.")
    ] = None,
    ends_with: Annotated[
        str | None, typer.Option("--ends-with", metavar="TEXT", help="What the customer has or does at the end.")
    ] = None,
    stage: Annotated[
        list[str] | None, typer.Option("--stage", metavar="TITLE", help="A stage, in order. Repeatable.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE|DIR", help="Where to (default: beside the other journeys)."),
    ] = None,
    no_input: NoInput = False,
    quiet: Quiet = False,
) -> None:
    """Start a journey: a file that validates, ready to fill in.

    In a terminal it asks for what the options do not say, stage by stage, in the configuration's language. What stays
    unsaid becomes sample text to replace, which cxmap validate reports until then.

    Examples:
      cxmap new journey
      cxmap new journey "A first visit" --persona noor --stage Before --stage There --stage Afterwards
      cxmap new journey returns --no-input -o journeys/
    """
    from cxmap.cli.new_file import (
        file_for,
        folder_for,
        language_at,
        project_at,
        remind,
        root_around,
        write_new,
    )
    from cxmap.i18n.samples import QuestionWords
    from cxmap.scaffold.new_entities import NewJourney, NewPersona, journey_text
    from cxmap.session.placing import folder_of_journeys

    root = root_around(folder_for(output or "."))
    project, lang = project_at(root), language_at(root)
    words, asking = QuestionWords(lang), Asking(no_input=no_input, lang=lang)
    identifier, title = asking.title(name, title, "--title", words.journey)
    refuse_taken(project, "journeys", identifier)
    known = _known(project)
    if known:
        personas, new = _chosen(asking, words, persona, known), dict[str, NewPersona]()
    else:
        new = _first(asking, words, persona)
        personas = list(new)
    journey = NewJourney(
        identifier,
        title,
        personas,
        goal=asking.text(goal, "--goal", words.goal),
        starts_with=asking.text(starts_with, "--starts-with", words.starts),
        ends_with=asking.text(ends_with, "--ends-with", words.ends),
        stages=[
            (each, [] if stage else asking.texts(None, "--stage", words.touchpoints.format(each)))
            for each in asking.texts(stage, "--stage", words.stages)
        ],
        lang=lang,
    )
    folder = output if output is not None else str(folder_of_journeys(project, root))
    text = journey_text(journey, new)
    write_new({file_for(folder, identifier): text.encode()})
    if not quiet:
        remind(text)


def refuse_taken(project: Project | None, section: str, identifier: str) -> None:
    """Refuse an id that something has already.

    Raises:
        Stop: It is taken; says where.
    """
    found = project.definitions[section].get(identifier) if project else None
    if found:
        what = section.removesuffix("s")
        raise Stop(
            f"there is a {what} with the id '{identifier}' already, in {found[0].document.name}; name another id: "
            f"cxmap new {what} ID --{'title' if what == 'journey' else 'name'} TEXT"
        )


def _known(project: Project | None) -> dict[str, str]:
    """The names of the project's personas by id, as far as the id can be referred to."""
    from cxmap.model.ids import is_id

    found = project.definitions["personas"] if project else {}
    return {name: str(getattr(known[0].model, "name", None) or name) for name, known in found.items() if is_id(name)}


def _chosen(asking: Asking, words: QuestionWords, given: Sequence[str] | None, known: Mapping[str, str]) -> list[str]:
    """Ids of personas that there are."""
    if not given and not asking.possible and len(known) == 1:
        return list(known)
    listed = some_of(known)
    while True:
        said = asking.texts(given, "--persona", words.whose.format(listed))
        if not said and asking.possible:
            return list(known)[:1]
        if not said:
            raise Stop(f"say whose journey it is with --persona; there are: {listed}")
        problem, found = _looked_up(said, known)
        if problem is None:
            return found
        if given:
            raise Stop(problem)
        remark(problem)


def _looked_up(said: Sequence[str], known: Mapping[str, str]) -> tuple[str | None, list[str]]:
    """What is wrong with ids or names of personas, and the ids that they stand for."""
    from cxmap.text.suggestions import fold, nearest

    by_word = {fold(word): persona for persona in reversed(list(known)) for word in (known[persona], persona)}
    for word in said:
        if fold(word) not in by_word:
            otherwise = f"there are: {some_of(known)}; cxmap new persona adds one"
            return f"no persona is called '{word}'{hint(nearest(word, known), otherwise)}", []
    return None, list(dict.fromkeys(by_word[fold(word)] for word in said))


def _first(asking: Asking, words: QuestionWords, given: Sequence[str] | None) -> dict[str, NewPersona]:
    """The personas of a project that has none yet, to be defined with the journey."""
    from cxmap.model.ids import NewIds, as_id
    from cxmap.scaffold.new_entities import NewPersona

    names = asking.texts(given, "--persona", words.whose_first)
    ids = NewIds()
    return {ids.make(as_id(name) or "persona"): NewPersona(name, lang=words.lang) for name in names} or {
        "persona": NewPersona(lang=words.lang)
    }
