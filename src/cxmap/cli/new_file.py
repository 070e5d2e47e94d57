"""What the commands share that make new files: the project that they will belong to, and where they go."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.cli.console import Stop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.choices import Lang
    from cxmap.project.config_model import Config
    from cxmap.project.project import Project

YAML_SUFFIXES = {".yaml", ".yml"}


def root_around(folder: Path) -> Path:
    """The root of the project that a folder belongs to: the current directory where there is no configuration.

    Args:
        folder: Need not exist.
    """
    from cxmap.project.config import find_config

    here = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow links
    config = find_config(next(folder for folder in (here, *here.parents) if folder.is_dir()))
    if config is not None:
        return config.parent
    cwd = Path.cwd()
    return cwd if here.is_relative_to(cwd) else here


def config_at(root: Path) -> Config | None:
    """The configuration of the project at a root; ``None``: it has none.

    Raises:
        ConfigError: It cannot be read.
    """
    from cxmap.project.config import find_config, load_config

    path = find_config(root)
    return load_config(path) if path is not None else None


def language_at(root: Path) -> Lang:
    """The language of the project at a root."""
    config = config_at(root)
    return config.lang if config is not None else "en"


def project_at(root: Path, file: Path | None = None) -> Project | None:
    """The project at a root, with whatever errors there are; ``None``: it has no file yet.

    Args:
        root: Its root.
        file: A file that belongs to it if it is there, found or not.

    Raises:
        ConfigError: The configuration cannot be read.
    """
    from cxmap.cli.console import load_project
    from cxmap.errors import NothingThereError

    paths = [str(path) for path in (root, file) if path is not None and os.path.lexists(path)]
    try:
        return load_project(paths) if paths else None
    except NothingThereError:
        return None


def names_a_file(output: str) -> bool:
    """Whether ``--output`` names a file rather than a folder: by its ending, or since it is a stream."""
    from cxmap.io.files import is_stream

    return Path(output).suffix.lower() in YAML_SUFFIXES or is_stream(output)


def file_for(output: str, name: str) -> Path:
    """The file that ``--output`` names: itself if it ends as YAML does, else the one of this name in that folder.

    Raises:
        Stop: It ends as another kind of file does, and no folder is there.
    """
    from cxmap.text.escape import file_name, path_name

    path = Path(output)
    if path.suffix and not names_a_file(output) and not output.endswith(("/", os.sep)) and not path.is_dir():
        raise Stop(f"{path_name(path)} is no name of a journey file; end it in .yaml, or a folder's in /")
    return path if names_a_file(output) else path / f"{file_name(name)}.cxmap.yaml"


def folder_for(output: str) -> Path:
    """The folder that what ``--output`` names will be in; the current one for what goes into a stream."""
    from cxmap.io.files import is_stream

    return Path() if is_stream(output) else file_for(output, "").parent


def remind(text: str) -> None:
    """Say on standard error that sample text is left in a new file, if there is."""
    from cxmap.cli.console import remark
    from cxmap.model.placeholders import SAMPLE_TEXTS

    if any(sample in text for sample in SAMPLE_TEXTS):
        remark("Write over the sample texts; cxmap validate shows which are left.")


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write new files and print where they are; none is written where one is there already. A stream gets the text.

    Raises:
        Stop: One is there already.
        WriteError: One cannot be written, such as one that was made meanwhile.
    """
    from cxmap.io.files import Output, create, is_stream, make_folder
    from cxmap.project.files import shown
    from cxmap.text.escape import path_name

    streams = [path for path in files if is_stream(path)]
    for path in streams:
        Output(path).write(files[path])
    if streams:
        return
    cwd = Path.cwd()
    named = {Path(shown(str(cwd / path), cwd)): content for path, content in files.items()}
    for path in named:
        if os.path.lexists(path):
            raise Stop(f"'{path}' exists already; nothing was written. Name another place, or move it away")
        Output(path)  # a link that leads away refuses all of them, and not those behind it alone
    for path, content in named.items():
        make_folder(path.parent)
        create(path, content)
    # Not one by one: a reader who leaves after the first line stops no file from being written.
    sys.stdout.writelines(f"{path_name(path)}\n" for path in named)
