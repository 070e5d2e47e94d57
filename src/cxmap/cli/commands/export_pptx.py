"""``cxmap export pptx``: a project as slides for those who decide."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.choices import DECK_SLIDES, Lang
from cxmap.cli.console import Stop, destination, is_terminal, load_project, one_of, pass_on, remark, without_errors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.choices import DeckSlide
    from cxmap.cli.options import Paths, Quiet, StdinFilename, Today
    from cxmap.output.deck.template import Template
    from cxmap.project.project import Project

MOST_SHEETS = 20
DEFAULT_SHEETS = 5


def command(
    paths: Paths = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    template: Annotated[
        str | None, typer.Option("--template", metavar="FILE", help="Your organisation's .pptx or .potx.")
    ] = None,
    slides: Annotated[
        str | None,
        typer.Option("--slides", metavar="A,B,C", help=f"Which, in this order: {', '.join(DECK_SLIDES)}; sheets:N."),
    ] = None,
    journey: Annotated[
        list[str] | None, typer.Option("--journey", metavar="ID", help="Only this journey. Repeatable.")
    ] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of the tool's own words.")] = None,
    font: Annotated[
        str | None, typer.Option("--font", metavar="NAME", help="The font of charts; default: the template's.")
    ] = None,
    stdin_filename: StdinFilename = None,
    today: Today = None,
    quiet: Quiet = False,
) -> int:
    """Write slides for a board: message, journey, what to improve, plan.

    Charts are shapes and tables that can be edited; after each journey comes a line chart with its data. Speaker
    notes say in words what each chart shows. A slide of which the project says nothing is skipped.

    Examples:
      cxmap export pptx -o board.pptx
      cxmap export pptx --template house.potx --lang nl -o directie.pptx
      cxmap export pptx --slides title,message,journey,ranking,sheets:3 -o short.pptx
    """
    from cxmap.output.deck.deck import make_deck
    from cxmap.output.language import language
    from cxmap.story.story import tell

    wanted, sheets = _wanted(slides)
    target = destination(output, "pptx")
    if target is None and is_terminal():
        raise Stop("a presentation is no text for a terminal; name a file, such as -o board.pptx")
    opened = _template(template)
    sound = without_errors(load_project(paths, today=today, stdin_filename=stdin_filename))
    if sound.nothing_left or set(journey or ()) & set(sound.refused):
        return 1
    project = _about(sound.project, journey or ())
    found = [one for _, one in project.journey_documents()]
    story = tell(project, language(project, found, lang), top=sheets)
    made = make_deck(story, opened, wanted, command=_typed(template, slides, journey or (), lang), font=font)
    pass_on(made.data, target)
    if not quiet:
        name = Path(output).name if output and target else "standard output"
        of = f" of {Path(template).name}" if template else ""
        remark(f"{name}: {made.slides} slide{'' if made.slides == 1 else 's'} on {made.layouts}{of}")
        for text in made.remarks:
            remark(text)
    return int(sound.errors)


def _wanted(slides: str | None) -> tuple[list[DeckSlide], int]:
    """The kinds of slides, and how many opportunities get one."""
    names: list[DeckSlide] = []
    sheets = DEFAULT_SHEETS
    for given in (slides or ",".join(DECK_SLIDES)).split(","):
        name, colon, number = given.strip().partition(":")
        if not name:
            continue
        one_of("--slides", name, DECK_SLIDES)
        if colon:
            if name != "sheets" or not number.isdecimal() or not 1 <= int(number) <= MOST_SHEETS:
                raise Stop(
                    f"--slides takes a number for sheets alone, 1 to {MOST_SHEETS}, such as sheets:3, not '{given}'"
                )
            sheets = int(number)
        names += [known for known in DECK_SLIDES if known == name and known not in names]
    if not names:
        raise Stop(f"--slides names no slide; there are: {', '.join(DECK_SLIDES)}")
    return names, sheets


def _template(path: str | None) -> Template:
    from cxmap.output.deck.template import MAX_PACKED, open_template, own_template

    if path is None:
        return own_template()
    try:
        with Path(path).open("rb") as file:
            data = file.read(MAX_PACKED + 1)
    except OSError as error:
        raise Stop(f"--template: cannot read '{path}': {error.strerror or error}") from None
    return open_template(data, Path(path).name)


def _about(project: Project, journeys: Sequence[str]) -> Project:
    """The project, asked about some of its journeys only."""
    from cxmap.text.suggestions import nearest
    from cxmap.text.wording import hint

    documents = {found.id: document for document, found in project.journey_documents()}
    if not documents:
        raise Stop("no journey to present: a library has no touchpoints")
    for name in journeys:
        if name not in documents:
            remedy = hint(nearest(name, documents), f"there are: {', '.join(documents)}")
            raise Stop(f"no journey is called '{name}'{remedy}")
    if not journeys:
        return project
    return replace(project, reported=tuple(documents[name] for name in journeys))


def _typed(template: str | None, slides: str | None, journeys: Sequence[str], lang: str | None) -> str:
    """The command, as far as it decides what the slides say; no folder of this machine is in it."""
    import shlex

    typed = ["cxmap", "export", "pptx"]
    if template:
        typed += ["--template", Path(template).name]
    if slides:
        typed += ["--slides", slides]
    for name in journeys:
        typed += ["--journey", name]
    if lang:
        typed += ["--lang", lang]
    return shlex.join(typed)
