"""What a file is loaded as: records with the fields of the models, and nothing of pydantic but its core.

The models (``cxmap.model.file`` and its neighbours) declare the format; importing pydantic and building them takes as
long as all the rest of a run over one file. So they are compiled (``cxmap.model.compiling``), and what is compiled
makes these records. To a type checker they are the models; ``cxmap.model.types`` says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping
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
