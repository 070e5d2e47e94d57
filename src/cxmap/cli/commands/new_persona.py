"""``cxmap new persona``: one more persona, in the library."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.commands.new_journey import refuse_taken
from cxmap.cli.console import Stop, emit, project_loader, refuse_errors
from cxmap.cli.prompts import Asking, NoInput, some_of
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from cxmap.cli.options import Quiet
    from cxmap.i18n.samples import QuestionWords
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.scaffold.new_entities import NewPersona


def command(
    name: Annotated[
        str | None, typer.Argument(metavar="ID|NAME", help="An id such as noor, or a name to make one from.")
    ] = None,
    full_name: Annotated[str | None, typer.Option("--name", metavar="TEXT", help="What the person is called.")] = None,
    segment: Annotated[
        str | None, typer.Option("--segment", metavar="ID", help="The segment that the person represents.")
    ] = None,
    new_segment: Annotated[
        str | None, typer.Option("--new-segment", metavar="TITLE", help="A segment that is not there yet.")
    ] = None,
    story: Annotated[
        str | None, typer.Option("--story", metavar="TEXT", help="Who the person is and what brings them here.")
    ] = None,
    goal: Annotated[
        list[str] | None, typer.Option("--goal", metavar="TEXT", help="What the person wants. Repeatable.")
    ] = None,
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="FILE", help="Where to, new or not (default: where most personas are)."),
    ] = None,
    no_input: NoInput = False,
    quiet: Quiet = False,
) -> None:
    """Add a persona to the library: a name, a story and goals.

    It goes after the other personas, in the file that holds most of them (a file without a journey before one with a
    journey), and into library/personas.cxmap.yaml where there are none. The rest of that file stays as it is. In a
    terminal it asks for what the options do not say.

    Examples:
      cxmap new persona
      cxmap new persona "Noor de Wit" --segment new-runners --goal "Run 5 km in May without an injury"
      cxmap new persona "Ben Olsen" --new-segment "Families with children"
      cxmap new persona noor --name "Noor de Wit" --into library/personas.cxmap.yaml
    """
    from cxmap.cli.new_file import language_at, project_at, remind, root_around, write_new
    from cxmap.i18n.samples import QuestionWords
    from cxmap.scaffold.new_entities import NewPersona, personas_text

    file = Path(into) if into is not None else None
    if file is not None and file.is_dir():
        raise Stop(f"--into takes a file, and '{into}' is a folder: name a file in it")
    root = root_around(file.parent if file else Path())
    project, lang = project_at(root, file), language_at(root)
    words, asking = QuestionWords(lang), Asking(no_input=no_input, lang=lang)
    identifier, full_name = asking.title(name, full_name, "--name", words.persona)
    refuse_taken(project, "personas", identifier)
    segment, segments = _segment(asking, words, segment, new_segment, project)
    persona = NewPersona(
        full_name,
        segment=segment,
        story=asking.text(story, "--story", words.story),
        goals=asking.texts(goal, "--goal", words.persona_goal),
        lang=lang,
    )
    from cxmap.session.placing import PERSONAS

    document = _place(project, file, root)
    if project is None or document is None:
        write_new({file or root / PERSONAS: personas_text({identifier: persona}, segments).encode()})
    else:
        _add(project, document, identifier, persona, segments)
    if not quiet:
        remind(personas_text({identifier: persona}))


def _segment(
    asking: Asking, words: QuestionWords, given: str | None, new: str | None, project: Project | None
) -> tuple[str | None, dict[str, str]]:
    """The id of a segment, and the title of it by id where it is new; at a terminal any other name makes a new one."""
    from cxmap.text.suggestions import fold, nearest

    known = project.definitions["segments"] if project else {}
    if new is not None:
        if given is not None:
            raise Stop("either --segment for one that there is, or --new-segment for one more")
        return _new_segment(new, known)
    question = words.segment.format(some_of(known)) if known else words.segment_first
    said = asking.text(given, "--segment", question)
    by_word = {fold(str(getattr(found[0].model, "title", name))): name for name, found in known.items()}
    by_word |= {fold(name): name for name in known}
    if said is None or fold(said) in by_word:
        return (by_word[fold(said)] if said else None), {}
    if given is not None:
        remedy = hint(nearest(said, known), f"there are: {some_of(known) or 'none'}; --new-segment makes one")
        raise Stop(f"no segment is called '{said}'{remedy}")
    return _new_segment(said, known)


def _new_segment(title: str, known: Collection[str]) -> tuple[str, dict[str, str]]:
    from cxmap.model.ids import NewIds, as_id

    identifier = NewIds(known).make(as_id(title) or "segment")
    return identifier, {identifier: title}


def _place(project: Project | None, file: Path | None, root: Path) -> Document | None:
    """The file that a new persona goes into; ``None``: there is none yet."""
    from cxmap.session.placing import home_of_personas

    if project is None:
        return None
    if file is not None:
        by_path = {document.path: document for document in project.documents}
        return by_path.get(Path(os.path.abspath(file)))  # noqa: PTH100 - resolve() would follow links
    return home_of_personas(project, root)[1]


def _add(
    project: Project, document: Document, identifier: str, persona: NewPersona, segments: Mapping[str, str]
) -> None:
    """Write a persona after those of a file, the rest of which stays as it is."""
    from cxmap.cli.import_common import taking_over, write_data
    from cxmap.exchange.journey_data import put_definition
    from cxmap.text.escape import path_name
    from cxmap.yaml.editor.changes import own_copy

    refuse_errors(replace(project, reported=(document,)))
    data = own_copy(document.data)
    for segment, title in segments.items():
        put_definition(data, "segments", segment, {"title": title})
    put_definition(data, "personas", identifier, persona.data)
    with taking_over(document.name):
        write_data(document, data, project_loader([str(project.root), str(document.path)]))
    emit(f"{path_name(document.name)}\n")
