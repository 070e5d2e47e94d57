"""What a file is loaded as: records with the fields of the models, and nothing of pydantic but its core.

The models (``cxmap.model.file`` and its neighbours) declare the format; importing pydantic and building them takes as
long as all the rest of a run over one file. So ``make generate`` compiles them into ``generated.json``: the classes of
the records, the core schema that checks a file and makes them, and where references stand
(``cxmap.model.generated``). To a type checker records
are the models; ``cxmap.model.types`` says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from cxmap.model import validators
from cxmap.model.core import from_json
from cxmap.model.kinds import ChannelTraits, NpsTraits, SourceTraits, StakeholderTraits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Self


class Record:
    """The base of all records: frozen, compared by value. Its few methods have the names of pydantic's."""

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")

    if TYPE_CHECKING:
        __pydantic_fields_set__: set[str]

    @classmethod
    def model_construct(cls, **values: Any) -> Self:
        """A record of values that are known to be right; all fields must be given."""
        record = cls.__new__(cls)
        record.__dict__.update(values)
        object.__setattr__(record, "__pydantic_fields_set__", set(values))
        return record

    @property
    def model_fields_set(self) -> set[str]:
        """The fields that were given, others having their default."""
        return self.__pydantic_fields_set__

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """A record of the same kind, with other values for some fields."""
        record = self.model_construct(**{**self.__dict__, **update})
        object.__setattr__(record, "__pydantic_fields_set__", self.model_fields_set | update.keys())
        return record

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: '{name}' cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: '{name}' cannot be deleted")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({fields})"


NAMES: Mapping[str, Any] = {
    named.__name__: named
    for named in (
        list,
        dict,
        Record,
        ChannelTraits,
        NpsTraits,
        SourceTraits,
        StakeholderTraits,
        validators.as_code,
        validators.as_text,
        validators.date,
        validators.date_format,
        validators.ends_in_order,
        validators.experience_alone,
        validators.inside_project,
        validators.known_crosshair,
        validators.no_list,
        validators.pass_inside,
        validators.patterns_inside,
        validators.some_answers,
        validators.text_keys,
        validators.which_fact,
        validators.which_gain,
        validators.which_link,
        validators.which_nps_counts,
        validators.which_reading,
        validators.which_scale,
        validators.which_score,
        validators.which_scores,
        validators.whole_number,
    )
}
"""All functions and classes that generated data may name (``"@date"``), records aside."""


class Generated(NamedTuple):
    """What is generated from a model.

    Attributes:
        records: The classes that it and the models in it are loaded as, by their names.
        schema: Its core schema, for a ``SchemaValidator``.
        references: Where references stand, as ``cxmap.model.introspection.reference_table`` tells.
    """

    records: Mapping[str, type[Record]]
    schema: Any
    references: Mapping[str, Mapping[str, Any]]


def read(path: Path, known: Mapping[str, type[Record]] | None = None) -> Generated:
    """Read what is generated from a model.

    Args:
        path: The file that ``make generate`` has written.
        known: Records that are made elsewhere.

    Raises:
        KeyError: It names what is not in ``NAMES``.
    """
    found = from_json(path.read_bytes())
    names = {**NAMES, **(known or {})}
    records: dict[str, type[Record]] = {}
    for name, bases in found["records"].items():
        traits = {"__slots__": (), "__module__": __name__}
        names[name] = records[name] = type(name, tuple(names[base] for base in bases), traits)
    _put_in(found["schema"], names)
    return Generated(records, found["schema"], found.get("references", {}))


def _put_in(data: Any, names: Mapping[str, Any]) -> None:
    """Replace each name of a function or class, in place: it is most of the time that reading takes."""
    for key, value in data.items() if data.__class__ is dict else enumerate(data):
        kind = value.__class__
        if kind is str:
            if value[:1] == "@":
                data[key] = names[value[1:]]
        elif kind is dict or kind is list:
            _put_in(value, names)
