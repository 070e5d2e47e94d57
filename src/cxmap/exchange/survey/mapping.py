"""The mapping: which column of a survey's answers is whose score, and what its codes mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.errors import PlacedError
from cxmap.model.core import SchemaValidator, ValidationError
from cxmap.model.generated import RECORDS
from cxmap.model.records import read as read_generated
from cxmap.text.suggestions import nearest
from cxmap.text.wording import hint
from cxmap.yaml.reader.read import read
from cxmap.yaml.reader.source import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.diagnostic import Span
    from cxmap.exchange.survey.mapping_model import Mapping
    from cxmap.model.base import Entity
    from cxmap.yaml.reader.source import SourceText as Read
    from cxmap.yaml.values import Pointer

_NOT_OURS: Final = "CX008"  # a mapping has no line 'cxmap: 1'
_VALIDATOR: Final = SchemaValidator(read_generated(Path(__file__).with_name("generated.json"), RECORDS).schema)


class MappingFile:
    """A mapping as it stands in its file.

    Attributes:
        mapping: What it says.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Read a mapping.

        Args:
            data: The file.
            name: As it is shown.

        Raises:
            PlacedError: It is no mapping.
        """
        self._source: Read = read(data, name)
        problems = [
            f"{self._at(problem.span)}: {problem.message}" + (f"; {problem.help}" if problem.help else "")
            for problem in self._source.problems
            if problem.code != _NOT_OURS
        ]
        if problems:
            raise PlacedError(problems)
        try:
            self.mapping: Mapping = _VALIDATOR.validate_python(self._source.data)
        except ValidationError as error:
            details = error.errors(include_url=False)
        else:
            contradictions = list(self._contradictions())
            if contradictions:
                raise PlacedError(contradictions)
            return
        raise PlacedError(dict.fromkeys(self._explained(detail) for detail in details))

    @property
    def columns(self) -> Iterator[tuple[Pointer, str]]:
        """The columns that the mapping names, each with its place; in a long table questions are no columns."""
        mapping = self.mapping
        for name in mapping.answers.only:
            yield ("answers", "only", name), name
        if mapping.respondent:
            yield ("respondent",), mapping.respondent
        if mapping.weight:
            yield ("weight",), mapping.weight
        if mapping.date:
            yield ("date", "column"), mapping.date.column
        if mapping.persona:
            yield ("persona", "column"), mapping.persona.column
        if mapping.long:
            yield ("long", "question"), mapping.long.question
            yield ("long", "answer"), mapping.long.answer
        else:
            yield from self.questions

    @property
    def questions(self) -> Iterator[tuple[Pointer, str]]:
        """The questions that the mapping names, with the place of each."""
        for name, questions in self.mapping.touchpoints.items():
            for kind in ("importance", "experience"):
                if column := getattr(questions, kind):
                    yield ("touchpoints", name, kind), column
        if self.mapping.overall:
            yield ("overall",), self.mapping.overall

    def problem(self, pointer: Pointer, message: str, *, key: bool = False) -> str:
        """A problem with what stands at a place, or with its key: file, line and column, and what is wrong."""
        return f"{self._at(self._source.span(pointer, key=key))}: {message}"

    def _contradictions(self) -> Iterator[str]:
        """What is right by itself and does not go together."""
        mapping = self.mapping
        if mapping.derive and not mapping.overall:
            yield self.problem(("derive",), "'derive' needs 'overall': the question about the whole", key=True)
        asked = [name for name, questions in mapping.touchpoints.items() if questions.importance]
        if mapping.derive and asked:
            message = "importance that was asked cannot be ranked with 'derive'; import each with a mapping of its own"
            yield self.problem(("touchpoints", asked[0], "importance"), message, key=True)
        if mapping.long and not mapping.respondent:
            message = "'long' needs 'respondent': the column that names who answered"
            yield self.problem(("long",), message, key=True)
        if mapping.weight and mapping.figures == "counts":
            yield self.problem(("figures",), "weighted answers are not counted by mark; write 'mean', or nothing")
        window = mapping.date
        if window and window.from_ and window.until and window.from_ > window.until:
            yield self.problem(("date", "until"), f"'{window.until}' is before 'from', {window.from_}")

    def _at(self, span: Span) -> str:
        return f"{self._source.name}:{span.line}:{span.column}"

    def _explained(self, detail: Any) -> str:
        pointer: Pointer = tuple(step for step in detail["loc"] if step not in _STEPS_OF_ITS_OWN)
        is_code = pointer[:2] == ("answers", "not_answers") and len(pointer) > 2
        if is_code:
            pointer = pointer[:3]  # behind it stands which of text and number was tried
        kind, value = detail["type"], detail["input"]
        if pointer == ("from", "url") and kind != "missing":  # it is not shown: it may hold a password
            return self.problem(pointer, "write env:NAME here, and put the URL into that environment variable")
        if kind == "extra_forbidden":
            known = _keys_beside(pointer[:-1])
            near = nearest(str(pointer[-1]), known)
            remedy = hint(near, f"known are {', '.join(known)}")
            return self.problem(pointer, f"unknown key '{pointer[-1]}'{remedy}", key=True)
        if kind == "missing":
            return self.problem(pointer[:-1], f"the key '{pointer[-1]}' is missing")
        if value is EMPTY:
            return self.problem(pointer, f"'{pointer[-1]}' is empty" if pointer else "the file is empty", key=True)
        if kind == "string_pattern_mismatch" and not value.strip():
            return self.problem(pointer, "blank")
        if pointer[:1] == ("touchpoints",) and len(pointer) == 2 and kind == "model_type":
            return self.problem(pointer, "the name of a column belongs here, or 'importance' and 'experience'")
        shown = f"'{value}': " if pointer and isinstance(value, str | int | float) else ""
        message = _WORDS.get(kind, detail["msg"]).format(**detail.get("ctx", {}))
        if is_code:
            message = "text or a number belongs here"
        return self.problem(pointer, f"{shown}{message}")


# What pydantic puts into the path besides keys and positions: that a key is meant.
_STEPS_OF_ITS_OWN: Final = {"[key]"}
_WORDS: Final = {
    "dict_type": "keys with values belong here",
    "float_type": "a number belongs here",
    "int_type": "a whole number belongs here",
    "list_type": "a list belongs here, such as [0, 6]",
    "literal_error": "choose {expected}",
    "model_type": "keys with values belong here",
    "string_pattern_mismatch": "not an id: lower-case letters, digits, - and _",
    "string_type": "text belongs here; put it in quotes",
    "too_short": "at least one belongs here",
}


def _keys_beside(pointer: Pointer) -> list[str]:
    """The keys that may stand in the mapping at a place."""
    from cxmap.exchange.survey import mapping_model as models

    inside: dict[Any, type[Entity]] = {
        "source": models.Origin,
        "answers": models.AnswersMapping,
        "touchpoints": models.Questions,
        "date": models.Window,
        "from": models.DatabaseTable,
        "persona": models.Who,
        "long": models.Long,
    }
    model = inside.get(pointer[0], models.Mapping) if pointer else models.Mapping
    return [info.alias or name for name, info in model.model_fields.items()]
