"""The project's configuration: the nearest ``cxmap.toml``, ``.cxmap.toml`` or ``[tool.cxmap]`` in ``pyproject.toml``.

Nothing is merged but what an explicit ``extend`` names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import SchemaValidator, ValidationError

from cxmap.project.compiled import SCHEMA
from cxmap.project.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cxmap.project.config_model import Config

CONFIG_NAMES = ("cxmap.toml", ".cxmap.toml", "pyproject.toml")
MAX_CONFIG_BYTES = 1 << 20

VALIDATOR = SchemaValidator(SCHEMA)
DEFAULT_CONFIG: Config = VALIDATOR.validate_python({})


def find_config(folder: Path) -> Path | None:
    """The nearest configuration in or above a folder; a ``pyproject.toml`` counts only with a ``[tool.cxmap]``.

    Raises:
        ConfigError: A file on the way cannot be read.
    """
    for place in (folder, *folder.parents):
        for name in CONFIG_NAMES:
            path = place / name
            if path.is_file() and (name != "pyproject.toml" or _mentions_us(path)):
                return path
    return None


def load_config(path: Path) -> Config:
    """Read a configuration file and what it extends.

    Raises:
        ConfigError: It cannot be read, is no TOML, or holds an unknown key or a wrong value.
    """
    values: dict[str, Any] = {}
    for _, said in _chain(path):
        values = said | values
    try:
        config: Config = VALIDATOR.validate_python(values)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise ConfigError(_explain(path, details[0])) from None
    return config


def extended(path: Path) -> Iterator[Path]:
    """The configurations that one extends, by the paths that they are named by."""
    return (named for named, _ in _chain(path))


def _mentions_us(path: Path) -> bool:
    return b"tool.cxmap" in _bytes(path) and "cxmap" in _table(path).get("tool", {})


def _chain(path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """A configuration and those that it extends: the path that each is named by, and what it says itself."""
    seen: list[Path] = []
    named = path
    while True:
        if path in seen:
            raise ConfigError(f"{seen[-1]}: 'extend' leads back to itself; remove one of the two")
        seen.append(path)
        table = _table(path)
        values = table.get("tool", {}).get("cxmap", {}) if path.name == "pyproject.toml" else table
        if not isinstance(values, dict):
            raise ConfigError(f"{path}: 'tool.cxmap' is not a table; write [tool.cxmap]")
        parent = values.pop("extend", None)
        yield named, values
        if parent is None:
            return
        if not isinstance(parent, str) or not parent.strip() or "\0" in parent:
            raise ConfigError(f"{path}: 'extend' is not the path of a configuration file")
        named = path.parent / parent
        path = named.resolve()
        if not path.is_file():
            raise ConfigError(f"{seen[-1]}: 'extend' names '{parent}', which does not exist")


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_CONFIG_BYTES:
            raise ConfigError(f"{path}: larger than {MAX_CONFIG_BYTES >> 20} MiB; a configuration is a page at most")
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror or error})") from None


def _table(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not UTF-8; save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from None


def _explain(path: Path, detail: Any) -> str:
    import difflib

    from cxmap.project.config_model import Config

    keys = [str(step) for step in detail["loc"] if not str(step).startswith("<")]
    key, value = ".".join(keys), detail["input"]
    if detail["type"] != "extra_forbidden":
        problem = detail["msg"].removeprefix("Value error, ")
        return f"{path}: '{key}' has a wrong value, {value!r}: {problem[0].lower()}{problem[1:]}"
    known = [info.alias or name for name, info in Config.model_fields.items()] if len(keys) == 1 else []
    nearest = difflib.get_close_matches(key.replace("_", "-"), [*known, "extend"], n=1)
    remedy = f"did you mean '{nearest[0]}'?" if nearest else f"known keys: extend, {', '.join(known)}"
    return f"{path}: unknown key '{key}'; {remedy}"
