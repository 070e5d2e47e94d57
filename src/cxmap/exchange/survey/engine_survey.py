"""Answers in an engine, such as a database: they are counted there, and only counts come back.

The engine compares and counts values as they stand. What they mean (a persona, a code, a mark) is judged here, once for
each different value.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.survey.counting import MOST, Cell, Group, Meanings, check_number
from cxmap.exchange.survey.engine import Condition, Figure, Select
from cxmap.exchange.survey.tools import is_personal

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence

    from cxmap.exchange.survey.counting import Set
    from cxmap.exchange.survey.engine import Engine, Kind
    from cxmap.exchange.survey.mapping_model import Mapping

_COUNT: Final = Figure("count")
_HEAVIEST: Final = 1e15  # weights are below


def _is_weight(value: Any) -> bool:
    return 0 <= float(value) < _HEAVIEST


class EngineAnswers:
    """The answers in an engine.

    Args:
        engine: The engine.

    Attributes:
        header: The names of the columns.
        kinds: What they hold.
        meanings: Nothing.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        columns = engine.columns()
        self.header = [name for name, _ in columns]
        self.kinds: dict[str, str] = dict(columns)
        self.meanings = Meanings()

    def first_rows(self, limit: int) -> list[tuple[Any, ...]]:
        """The first rows, but for what may say who somebody is: that stays where it is."""
        asked = [name for name in self.header if not is_personal(name)]
        rows = self._engine.ask(Select(limit, tuple(asked))) if asked else ()
        by_name = [dict(zip(asked, row, strict=True)) for row in rows]
        return [tuple(row.get(name) for name in self.header) for row in by_name]

    def values(self, name: str, limit: int) -> list[Any]:
        """The different values of a column."""
        return [row[0] for row in self._engine.ask(Select(limit, (name,), (_COUNT,)))]

    def survey(
        self, mapping: Mapping, questions: Sequence[str], groups: Dict[str, int], sets: Sequence[Set] = ()
    ) -> EngineSurvey:
        """Ask what a mapping wants to know; see ``counting.OpenAnswers``."""
        return EngineSurvey(self._engine, mapping, questions, groups, sets)


class EngineSurvey:
    """Asks an engine what a mapping wants to know; see ``counting.Survey``."""

    def __init__(
        self,
        engine: Engine,
        mapping: Mapping,
        questions: Sequence[str],
        groups: Dict[str, int],
        sets: Sequence[Set] = (),
    ) -> None:
        self._engine, self._mapping, self._questions, self._numbers = engine, mapping, questions, groups
        self._sets = sets
        self._counted: dict[Set, dict[int, list[Cell]]] = {}
        self._kinds: dict[str, Kind] = dict(engine.columns())

    def account(self) -> dict[str, Any]:
        """How many rows there are, and how many of them lack what the mapping asks for."""
        mapping = self._mapping
        inside = sum(n for n, _ in self._inside.values())
        found: dict[str, Any] = {"rows": inside}
        if self._window:
            found["rows"] = self._number(self._wanted)
            found["outside"] = found["rows"] - inside
        if mapping.answers.only:
            found["unwanted"] = self._number(()) - found["rows"]
        counting = inside
        if mapping.persona:
            counting = sum(n for value, (n, _) in self._inside.items() if value in self._who)
            found["nobodys"] = inside - counting
        if mapping.weight and counting:
            least, most = self._ask(
                Select(1, (), (Figure("min", mapping.weight), Figure("max", mapping.weight)), self._counts)
            )[0]
            found["misweighted"] = counting - self._number(self._weighed)
            example = next((value for value in (least, most) if value is not None and not _is_weight(value)), "")
            found["misweighted_example"] = str(example)
        if mapping.respondent and counting:
            named = (*self._counts, self._filled(mapping.respondent))
            rows, different = self._ask(Select(1, (), (_COUNT, Figure("different", mapping.respondent)), named))[0]
            found["nameless"] = counting - rows
            found["repeated"] = rows - different
        return found

    def nobodys(self) -> dict[str, int]:
        """What the persona column holds of nobody in the journey: a thousand values at most."""
        found = Counter[str]()
        for value, (n, _) in self._inside.items():
            if value not in self._who:
                found["" if value is None else str(value).strip()] += n
        return dict(found.most_common(1000))

    def repeated(self) -> dict[str, int]:
        """None: who they are stays where it is."""
        return {}

    def question_names(self) -> set[str]:
        """None: answers in an engine have a column a question."""
        return set()

    def groups(self) -> dict[int, Group]:
        """The respondents who count, by number of the group."""
        counted = self._respondents(self._weighed) if self._mapping.weight else self._inside
        found: dict[int, Group] = {}
        for value, (n, day) in counted.items():
            number = self._who.get(value) if self._mapping.persona else 0
            if n and number is not None:
                known = found.get(number, Group(0, None))
                last = max(filter(None, (day, known.last_day)), default=None)
                found[number] = Group(n + known.respondents, last)
        return dict(sorted(found.items()))

    def one_by_one(self, _codes: Sequence[Dict[Any, int]]) -> None:
        """Single answers stay where they are."""
        return

    def pairs(self, sets: Sequence[Set]) -> dict[tuple[int, Set], list[Cell]]:
        """How often each answer was given, alone or together with another; see ``counting.cells``."""
        return {(who, set_): cells for set_ in sets for who, cells in self._cells(set_).items()}

    def _cells(self, set_: Set) -> dict[int, list[Cell]]:
        """How often each answer of a set was given, by number of the group; asked once."""
        if set_ in self._counted:
            return self._counted[set_]
        weight = self._mapping.weight
        figures = (_COUNT, Figure("sum", weight), Figure("squares", weight)) if weight else (_COUNT,)
        names = [self._questions[question] for question in set_]
        most = MOST[len(set_)] * (len(self._who) or 1) + 1
        rows = self._ask(Select(most, (*self._persona, *names), figures, self._weighed))
        start = len(self._persona)
        check_number(len({tuple(row[start : start + len(names)]) for row in rows}), names)
        found = self._counted.setdefault(set_, {})
        for row in rows:
            who, given, sums = row[:start], row[start : start + len(names)], row[start + len(names) :]
            n, weighed, squared = sums if weight else (*sums, *sums, *sums)
            found.setdefault(self._group(who), []).append(Cell(tuple(given), int(n), float(weighed), float(squared)))
        return found

    # What counts.

    @cached_property
    def _wanted(self) -> tuple[Condition, ...]:
        """The condition of ``only``: the different values of a column are compared here, whatever their case."""
        conditions = []
        for name, values in self._mapping.answers.only.items():
            if not values:
                conditions.append(self._filled(name))
                continue
            wanted = {value.strip().lower() for value in values}
            found = (row[0] for row in self._values((name,), ()))
            conditions.append(
                Condition(name, "in", tuple(value for value in found if str(value).strip().lower() in wanted))
            )
        return tuple(conditions)

    @property
    def _window(self) -> tuple[Condition, ...]:
        window = self._mapping.date
        if window is None:
            return ()
        conditions = []
        if window.from_:
            conditions.append(Condition(window.column, "from", (self._start(window.column, window.from_),)))
        if window.until and window.until < dt.date.max:
            after = window.until + dt.timedelta(days=1)
            conditions.append(Condition(window.column, "below", (self._start(window.column, after),)))
        return tuple(conditions)

    def _start(self, column: str, day: dt.date) -> dt.date:
        """A day as a column's type has it; of a time, when it begins."""
        return dt.datetime.combine(day, dt.time()) if self._kinds[column] == "time" else day

    @cached_property
    def _inside(self) -> dict[Any, tuple[int, dt.date | None]]:
        """The respondents inside the window of dates."""
        mapping = self._mapping
        if self._sets and not (mapping.persona or mapping.date or mapping.weight or mapping.answers.only):
            # Every row counts, and is counted with the first questions: that spares a query over the whole table.
            cells = [cell for given in self._cells(self._sets[0]).values() for cell in given]
            return {None: (sum(cell.n for cell in cells), None)}
        return self._respondents((*self._wanted, *self._window))

    def _respondents(self, where: tuple[Condition, ...]) -> dict[Any, tuple[int, dt.date | None]]:
        """How many rows there are, and their last day, by what the persona column holds; by ``None`` without one."""
        date = self._mapping.date
        last = (Figure("max", date.column),) if date else ()
        found = {}
        for row in self._values(self._persona, where, last):
            value, n, day = row[0] if self._persona else None, int(row[len(self._persona)]), row[-1] if date else None
            found[value] = n, day.date() if isinstance(day, dt.datetime) else day
        return found

    @cached_property
    def _who(self) -> dict[Any, int]:
        """The values of the persona column that stand for somebody, with the number of the group."""
        if not self._mapping.persona:
            return {}
        folded = ((value, str(value).strip().lower()) for value in self._inside if value is not None)
        return {value: self._numbers[text] for value, text in folded if text in self._numbers}

    @cached_property
    def _counts(self) -> tuple[Condition, ...]:
        """The condition that a row counts: it is wanted, of a persona of the journey, and inside the window."""
        who = self._mapping.persona
        ours = (Condition(who.column, "in", tuple(self._who)),) if who else ()
        return (*self._wanted, *self._window, *ours)

    @property
    def _weighed(self) -> tuple[Condition, ...]:
        """The same, with a weight that is one."""
        name = self._mapping.weight
        weight = (Condition(name, "from", (0,)), Condition(name, "below", (_HEAVIEST,))) if name else ()
        return (*self._counts, *weight)

    # Asking.

    @property
    def _persona(self) -> tuple[str, ...]:
        return (self._mapping.persona.column,) if self._mapping.persona else ()

    def _group(self, who: Sequence[Any]) -> int:
        return self._who[who[0]] if who else 0

    def _filled(self, name: str) -> Condition:
        return Condition(name, "filled", (), self._kinds[name] == "text")

    def _number(self, where: tuple[Condition, ...]) -> int:
        return int(self._ask(Select(1, (), (_COUNT,), where))[0][0])

    def _values(
        self, names: tuple[str, ...], where: tuple[Condition, ...], figures: tuple[Figure, ...] = ()
    ) -> Sequence[Sequence[Any]]:
        rows = self._ask(Select(MOST[1] + 1, names, (_COUNT, *figures), where))
        if len(rows) > MOST[1]:
            raise ForeignError(f"'{names[0]}': more than {MOST[1]:,} different values; is this the right column?")
        return rows

    def _ask(self, select: Select) -> Sequence[Sequence[Any]]:
        return self._engine.ask(select)
