"""The project's configuration: the nearest ``cxmap.toml``, ``.cxmap.toml`` or ``[tool.cxmap]`` in ``pyproject.toml``.

Nothing is merged but what an explicit ``extend`` names.
"""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from cxmap.model.base import Lang
from cxmap.model.scale import DEFAULT_SCALE, AnyScale
from cxmap.project.errors import ConfigError

CONFIG_NAMES = ("cxmap.toml", ".cxmap.toml", "pyproject.toml")
MAX_CONFIG_BYTES = 1 << 20

Texts = list[str]


class Config(BaseModel):
    """What a team sets once for its project. Every key has a default, so no configuration is a configuration."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-")
    )

    include: Texts = Field([], description="Only files that match one of these patterns (as in .gitignore).")
    exclude: Texts = Field([], description="Leave out files and folders that match one of these patterns.")
    select: Texts = Field([], description="Only these rules: codes, names or prefixes. Empty: all.")
    ignore: Texts = Field([], description="Leave out these rules: codes, names or prefixes.")
    per_file_ignores: dict[str, Texts] = Field({}, description="Rules to leave out in files that match a pattern.")
    severity: dict[str, Literal["error", "warning", "advice"]] = Field({}, description="Another severity for a rule.")
    scale: AnyScale = Field(DEFAULT_SCALE, description="The scale of journeys that name none.")
    max_age_days: Annotated[int, Field(ge=0)] | None = Field(
        None, description="Days after which a measurement is stale (CX315). Absent: never."
    )
    gap_threshold: Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)] = Field(
        2.0, description="The priority (0-10) from which a touchpoint must have an action (CX401)."
    )
    jargon: Texts = Field([], description="Words that customers do not use (CX317).")
    lang: Lang = Field("en", description="The language of the tool's own words on charts.")
    theme: Literal["light", "dark", "print"] = Field("light", description="The theme of charts.")
    crosshair: str = Field("mean", description="The crosshair of gaps and charts: mean, median, scale or X,Y.")
    by: Literal["priority", "gap", "opportunity", "shortfall", "improvement", "target"] | None = Field(
        None, description="The ranking figure of gaps. Absent: priority."
    )

    @field_validator("include", "exclude")
    @classmethod
    def _stays_inside(cls, patterns: Texts) -> Texts:
        for pattern in patterns:
            if pattern.startswith("~") or ".." in pattern.split("/") or "\0" in pattern:
                raise ValueError(f"'{pattern}' leaves the project")
        return patterns


DEFAULT_CONFIG = Config()


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
    values = _values(path, seen=())
    try:
        return Config.model_validate(values)
    except ValidationError as error:
        details = error.errors(include_url=False)
    raise ConfigError(_explain(path, details[0]))


def _mentions_us(path: Path) -> bool:
    return b"tool.cxmap" in _bytes(path) and "cxmap" in _table(path).get("tool", {})


def _values(path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    if path in seen:
        raise ConfigError(f"{path}: 'extend' leads back to itself; remove one of the two")
    table = _table(path)
    values = table.get("tool", {}).get("cxmap", {}) if path.name == "pyproject.toml" else table
    if not isinstance(values, dict):
        raise ConfigError(f"{path}: 'tool.cxmap' is not a table; write [tool.cxmap]")
    parent = values.pop("extend", None)
    if parent is None:
        return values
    if not isinstance(parent, str) or not parent.strip() or "\0" in parent:
        raise ConfigError(f"{path}: 'extend' is not the path of a configuration file")
    base = (path.parent / parent).resolve()
    if not base.is_file():
        raise ConfigError(f"{path}: 'extend' names '{parent}', which does not exist")
    return _values(base, (*seen, path)) | values


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_CONFIG_BYTES:
            raise ConfigError(f"{path}: larger than {MAX_CONFIG_BYTES >> 20} MiB; a configuration is a page at most")
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror or error})") from None


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not UTF-8; save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from None


def _explain(path: Path, detail: Any) -> str:
    keys = [str(step) for step in detail["loc"] if not str(step).startswith("<")]
    key, value = ".".join(keys), detail["input"]
    if detail["type"] != "extra_forbidden":
        problem = detail["msg"].removeprefix("Value error, ")
        return f"{path}: '{key}' has a wrong value, {value!r}: {problem[0].lower()}{problem[1:]}"
    known = [info.alias or name for name, info in Config.model_fields.items()] if len(keys) == 1 else []
    nearest = difflib.get_close_matches(key.replace("_", "-"), [*known, "extend"], n=1)
    remedy = f"did you mean '{nearest[0]}'?" if nearest else f"known keys: extend, {', '.join(known)}"
    return f"{path}: unknown key '{key}'; {remedy}"
