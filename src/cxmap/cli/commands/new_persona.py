"""``cxmap new persona``: one more persona, in the library."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.commands.new_journey import refuse_taken
from cxmap.cli.console import Stop, emit, project_loader, refuse_errors, remark
from cxmap.cli.prompts import Asking, NoInput, some_of
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from cxmap.cli.options import Quiet
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.scaffold.new_entities import NewPersona

DEFAULT_FILE = "library/personas.cxmap.yaml"


def command(
    name: Annotated[
        str | None, typer.Argument(metavar="ID|NAME", help="An id such as noor, or a name to make one from.")
    ] = None,
    full_name: Annotated[str | None, typer.Option("--name", metavar="TEXT", help="What the person is called.")] = None,
    segment: Annotated[
        str | None, typer.Option("--segment", metavar="ID", help="The segment that the person represents.")
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
      cxmap new persona noor --name "Noor de Wit" --into library/personas.cxmap.yaml
    """
    from cxmap.cli.new_file import project_at, remind, root_around, write_new
    from cxmap.scaffold.new_entities import NewPersona, personas_text

    file = Path(into) if into is not None else None
    if file is not None and file.is_dir():
        raise Stop(f"--into takes a file, and '{into}' is a folder: name a file in it")
    root = root_around(file.parent if file else Path())
    project = project_at(root, file)
    asking = Asking(no_input=no_input)
    identifier, full_name = asking.title(name, full_name, "--name", "What is the person called?")
    refuse_taken(project, "personas", identifier)
    persona = NewPersona(
        full_name,
        segment=_segment(asking, segment, project),
        story=asking.text(story, "--story", "Who is it, and what brings them here?"),
        goals=asking.texts(goal, "--goal", "What does the person want to reach?"),
    )
    document = _place(project, file, root)
    if project is None or document is None:
        write_new({file or root / DEFAULT_FILE: personas_text({identifier: persona}).encode()})
    else:
        _add(project, document, identifier, persona)
    if not quiet:
        remind(personas_text({identifier: persona}))


def _segment(asking: Asking, given: str | None, project: Project | None) -> str | None:
    """The id of a segment that there is."""
    from cxmap.text.suggestions import nearest

    known = list(project.definitions["segments"]) if project else []
    if given is None and not known:
        return None
    while True:
        said = asking.text(given, "--segment", f"Which segment of customers: {some_of(known)}?")
        if said is None or said in known:
            return said
        remedy = hint(nearest(said, known), f"there are: {some_of(known) or 'none'}")
        if given is not None:
            raise Stop(f"no segment is called '{said}'{remedy}")
        remark(f"no segment is called '{said}'{remedy}")


def _place(project: Project | None, file: Path | None, root: Path) -> Document | None:
    """The file that a new persona goes into; ``None``: there is none yet."""
    if project is None:
        return None
    by_path = {document.path: document for document in project.documents}
    if file is not None:
        return by_path.get(Path(os.path.abspath(file)))  # noqa: PTH100 - resolve() would follow links
    counts = Counter(found[0].document for found in project.definitions["personas"].values())
    most = max(counts, key=lambda document: (document.journey is None, counts[document]), default=None)
    return most or by_path.get(root / DEFAULT_FILE)


def _add(project: Project, document: Document, identifier: str, persona: NewPersona) -> None:
    """Write a persona after those of a file, the rest of which stays as it is."""
    from cxmap.cli.import_common import taking_over, write_data
    from cxmap.exchange.journey_data import put_definition
    from cxmap.text.escape import path_name
    from cxmap.yaml.editor.changes import own_copy

    refuse_errors(replace(project, reported=(document,)))
    data = own_copy(document.data)
    put_definition(data, "personas", identifier, persona.data)
    with taking_over(document.name):
        write_data(document, data, project_loader([str(project.root), str(document.path)]))
    emit(f"{path_name(document.name)}\n")
