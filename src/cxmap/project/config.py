"""The project's configuration: the nearest ``cxmap.toml``, ``.cxmap.toml`` or ``[tool.cxmap]`` in ``pyproject.toml``.

Nothing is merged but what an explicit ``extend`` names. A configuration may come with a stranger's project: it leads
nowhere out of its repository, and takes no longer to read than a page does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxmap.errors import ConfigError
from cxmap.model.core import SchemaValidator, ValidationError
from cxmap.model.generated import RECORDS
from cxmap.model.records import read
from cxmap.project.tree import DISK, Disk
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from cxmap.project.config_model import Config
    from cxmap.project.tree import Tree

CONFIG_NAMES = ("cxmap.toml", ".cxmap.toml", "pyproject.toml")
MAX_CONFIG_BYTES = 1 << 18
MAX_DOTS = 500
"""In one line. The time that TOML takes to read grows with the square of the parts of a key: 65,000 took a minute."""

VALIDATOR = SchemaValidator(read(Path(__file__).with_name("generated.json"), RECORDS).schema)
DEFAULT_CONFIG: Config = VALIDATOR.validate_python({})


def find_config(folder: Path, tree: Tree = DISK) -> Path | None:
    """The nearest configuration in or above a folder; a ``pyproject.toml`` counts only with a ``[tool.cxmap]``.

    Raises:
        ConfigError: A file on the way cannot be read.
    """
    for place in (folder, *folder.parents):
        for name in CONFIG_NAMES:
            path = place / name
            if tree.is_file(str(path)) and (name != "pyproject.toml" or _mentions_us(path, tree)):
                if tree.leads_out(str(path), _reach(path, tree)):
                    raise ConfigError(f"{path}: it is a link that leads out of the project; put the file itself there")
                return path
    return None


def load_config(path: Path, tree: Tree = DISK) -> Config:
    """Read a configuration file and what it extends.

    Raises:
        ConfigError: It cannot be read, is no TOML, or holds an unknown key or a wrong value.
    """
    return checked(path, settings(path, tree), tree)


def checked(path: Path, values: Mapping[str, Any], tree: Tree = DISK) -> Config:
    """The configuration that some values make.

    Args:
        path: Where they are from.
        values: What ``settings`` gave of it.
        tree: What it stands on.

    Raises:
        ConfigError: They hold an unknown key or a wrong value.
    """
    try:
        config: Config = VALIDATOR.validate_python(values)
    except ValidationError as error:
        problems = error.errors(include_url=False)
        # An unknown key is often one misspelt that is required.
        unknown = (problem for problem in problems if problem["type"] == "extra_forbidden")
        raise ConfigError(_explain(path, next(unknown, problems[0]), tree)) from None
    return config


def settings(path: Path, tree: Tree = DISK) -> dict[str, Any]:
    """What a configuration and those that it extends say, unchecked.

    Raises:
        ConfigError: One of them cannot be read, or is no TOML.
    """
    values: dict[str, Any] = {}
    for _, said in _chain(path, tree):
        values = said | values
    return values


def where_said(path: Path, *keys: str, tree: Tree = DISK) -> str:
    """The configuration that gives a key, itself or one that it extends: with line and column where they can be told.

    Args:
        path: The configuration.
        keys: The tables that the key is in, and the key itself.
        tree: What the configuration stands on.
    """
    return _where(next((named for named, said in _chain(path, tree) if keys[0] in said), path), *keys, tree=tree)


def _mentions_us(path: Path, tree: Tree) -> bool:
    return b"tool.cxmap" in _bytes(path, tree) and "cxmap" in _table(path, tree).get("tool", {})


def _chain(path: Path, tree: Tree) -> Iterator[tuple[Path, dict[str, Any]]]:
    """A configuration and those that it extends: the path that each is named by, and what it says itself."""
    seen: list[Path] = []
    named = path
    while True:
        if path in seen:
            raise ConfigError(
                f"{_where(seen[-1], 'extend', tree=tree)}: 'extend' leads back to itself; remove one of the two"
            )
        seen.append(path)
        table = _table(path, tree)
        values = table.get("tool", {}).get("cxmap", {}) if path.name == "pyproject.toml" else table
        if not isinstance(values, dict):
            raise ConfigError(f"{path}: 'tool.cxmap' is not a table; write [tool.cxmap]")
        parent = values.pop("extend", None)
        yield named, values
        if parent is None:
            return
        if not isinstance(parent, str) or not parent.strip() or "\0" in parent:
            raise ConfigError(
                f"{_where(path, 'extend', tree=tree)}: 'extend' is not the path of a configuration file; name one"
            )
        named, reach = path.parent / parent, _reach(path, tree)
        path = Path(tree.real_path(str(named)))
        if not path.is_relative_to(reach):
            place = _where(seen[-1], "extend", tree=tree)
            raise ConfigError(f"{place}: 'extend' names '{parent}', which lies outside {reach}; copy it in there")
        if not tree.is_file(str(path)):
            place = _where(seen[-1], "extend", tree=tree)
            raise ConfigError(f"{place}: 'extend' names '{parent}', which does not exist; name a file that does")


def _reach(path: Path, tree: Tree) -> Path:
    """What a configuration may lead to: its repository, from the nearest ``.git`` on, or else its own folder."""
    folder = Path(tree.real_path(str(path.parent)))
    return next((place for place in (folder, *folder.parents) if tree.exists(str(place / ".git"))), folder)


def _bytes(path: Path, tree: Tree) -> bytes:
    if not isinstance(tree, Disk):
        data = tree.read(str(path))
        if not isinstance(data, bytes):
            raise ConfigError(f"{path}: {data.message}")
        if len(data) > MAX_CONFIG_BYTES:
            raise ConfigError(f"{path}: larger than {MAX_CONFIG_BYTES >> 10} KiB; a configuration is a page at most")
        return data
    try:
        if path.stat().st_size > MAX_CONFIG_BYTES:
            raise ConfigError(f"{path}: larger than {MAX_CONFIG_BYTES >> 10} KiB; a configuration is a page at most")
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror or error})") from None


def _table(path: Path, tree: Tree) -> dict[str, Any]:
    import tomllib

    data = _bytes(path, tree)
    if any(line.count(b".") > MAX_DOTS for line in data.splitlines()):
        raise ConfigError(f"{path}: a line with more than {MAX_DOTS} dots; a configuration needs none")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not UTF-8; save it as UTF-8") from None
    except (ValueError, RecursionError) as error:  # also of a number with thousands of digits
        raise ConfigError(_no_toml(path, data.decode("utf-8-sig"), str(error))) from None


def _no_toml(path: Path, text: str, said: str) -> str:
    """What the reader of TOML said, with the place in front as in every message."""
    import re

    found = re.fullmatch(r"(.+) \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)", said, re.DOTALL)
    problem, where = said, str(path)
    if found:
        problem, lines = found[1], text.splitlines() or [""]
        line, column = (found[2], found[3]) if found[2] else (len(lines), len(lines[-1]) + 1)
        where = f"{path}:{line}:{column}"
    return f"{where}: not TOML: {problem[:1].lower()}{problem[1:]}"


def _explain(path: Path, detail: Any, tree: Tree) -> str:
    import difflib
    import textwrap

    from cxmap.model.scale import Scale, TwoScales
    from cxmap.project.config_model import Config

    keys = [str(step) for step in detail["loc"] if not str(step).startswith("<")]
    key, value, where = ".".join(keys), detail["input"], where_said(path, *keys, tree=tree)
    if detail["type"] == "missing":
        return f"{where}: '{'.'.join(keys[:-1])}' lacks '{keys[-1]}'; add it"
    if detail["type"] != "extra_forbidden":
        problem = detail["msg"].removeprefix("Value error, ")
        if "a valid dictionary" in problem:
            problem = "input should be a table"
        shown = textwrap.shorten(repr(value), 80, placeholder="…")
        return f"{where}: '{key}' has a wrong value, {shown}: {problem[0].lower()}{problem[1:]}"
    # Only a scale has keys of its own.
    known = ["extend", *_keys(Config)] if len(keys) == 1 else [*_keys(Scale), *_keys(TwoScales)]
    nearest = difflib.get_close_matches(keys[-1].replace("_", "-"), known, n=1)
    remedy = hint(nearest[0] if nearest else None, f"known keys: {', '.join(known)}")
    return f"{where}: unknown key '{key}'{remedy}"


def _keys(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _where(path: Path, *keys: str, tree: Tree) -> str:
    """A configuration with the line and column of a key in it, where they can be told."""
    from cxmap.project.toml_place import place_of

    around = ["tool", "cxmap"] if path.name == "pyproject.toml" else []
    place = place_of(_bytes(path, tree).decode("utf-8-sig"), [*around, *keys])
    return f"{path}:{place[0]}:{place[1]}" if place else str(path)
