"""A language: its phrases, and how it writes numbers, dates and lists; all catalogues derive from ``Language``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from cxmap.choices import Lang

_MONTHS = (
    ("January", "januari"),
    ("February", "februari"),
    ("March", "maart"),
    ("April", "april"),
    ("May", "mei"),
    ("June", "juni"),
    ("July", "juli"),
    ("August", "augustus"),
    ("September", "september"),
    ("October", "oktober"),
    ("November", "november"),
    ("December", "december"),
)

_MOST_DECIMALS = 9

Said = TypeVar("Said", str, tuple[str, str], tuple[str, ...])


class ScoreRange(Protocol):
    """A scale of scores, as far as its numbers depend on it."""

    @property
    def min(self) -> float:
        """Its lower end."""

    @property
    def max(self) -> float:
        """Its upper end."""


def decimals(scale: ScoreRange) -> int:
    """How many decimals a score is shown with, wherever it is shown: 2 on a short scale, such as 1-5, else 1."""
    return 2 if scale.max - scale.min < 8 else 1


class Phrase(Generic[Said]):
    """One thing to say, in both languages; an attribute of a ``Language``, which reads it in its own.

    Text with ``{}`` is completed with ``str.format`` by numbers or by already complete text. A pair of texts is for one
    and for several things.
    """

    def __init__(self, en: Said, nl: Said) -> None:
        self.both: Mapping[Lang, Said] = {"en": en, "nl": nl}

    def __get__(self, words: Language, _owner: type[Language]) -> Said:
        return self.both[words.lang]


class Phrases(Generic[Said]):
    """Phrases by the name that a file, an option or a figure has for what they are about."""

    def __init__(self, by_name: Mapping[str, tuple[Said, Said]]) -> None:
        self.both: Mapping[Lang, Mapping[str, Said]] = {
            "en": {name: en for name, (en, _) in by_name.items()},
            "nl": {name: nl for name, (_, nl) in by_name.items()},
        }

    def __get__(self, words: Language, _owner: type[Language]) -> Mapping[str, Said]:
        return self.both[words.lang]


@dataclass(frozen=True)
class Language:
    """How a language writes numbers, dates and lists."""

    lang: Lang = "en"

    decimal = Phrase(".", ",")
    thousands = Phrase(",", ".")
    months = Phrase(tuple(en for en, _ in _MONTHS), tuple(nl for _, nl in _MONTHS))
    short_months = Phrase(tuple(en[:3] for en, _ in _MONTHS), tuple(nl[:3].replace("maa", "mrt") for _, nl in _MONTHS))
    and_ = Phrase("and", "en")
    rest = Phrase("{} more", "nog {}")
    quoted = Phrase("“{}”", "“{}”")

    def number(self, value: float) -> str:
        """A number with at most one decimal; a whole one has none."""
        return self._short(f"{value:.1f}")

    def on_scale(self, value: float, scale: ScoreRange) -> str:
        """A score with as many decimals as its scale asks for: up to two where it has few points, as 1 to 5 has."""
        return self._short(f"{value:.{decimals(scale)}f}")

    def in_full(self, value: float, scale: ScoreRange) -> str:
        """A score with all the decimals that its scale asks for, as figures have that are read under one another."""
        return self.fixed(value, decimals(scale))

    def below_mark(self, value: float, mark: float, scale: ScoreRange) -> str:
        """A score as :meth:`on_scale` has it, with more decimals where it would not look below a mark that it is."""
        digits = decimals(scale)
        while digits < _MOST_DECIMALS and value < mark <= round(value, digits):
            digits += 1
        return self._short(f"{value:.{digits}f}")

    def apart(self, first: float, second: float, scale: ScoreRange, *, full: bool = False) -> str:
        """How much more the first of two scores is, with a true minus: the difference of what is printed.

        ``full``: with all decimals, as :meth:`in_full` has a score; where nothing differs it is ``0`` either way.
        """
        digits = decimals(scale)
        difference = round(first, digits) - round(second, digits)
        text = f"{difference:.{digits}f}"
        return self.digits(text) if full and float(text) else self._short(text)

    def signed(self, value: float, digits: int) -> str:
        """A number with its sign and so many decimals; what rounds to 0 has no sign."""
        return f"+{self.fixed(value, digits)}" if round(value, digits) > 0 else self.fixed(value, digits)

    def changed_by(
        self,
        before: float,
        after: float,
        digits: int,
        interval: tuple[float, float] | None = None,
        *,
        clear: bool = False,
    ) -> list[str]:
        """How two figures that are printed with so many decimals differ: what is printed, subtracted.

        Where rounding would hide a clear change or put a difference outside its interval, all have one decimal more.

        Args:
            before: The earlier figure.
            after: The later.
            digits: How many decimals both have.
            interval: The ends of the interval around the exact difference; ``None``: it has none.
            clear: Whether the change is more than chance.

        Returns:
            The difference, then the ends of its interval, if it has one; each with its sign.
        """
        ends = interval or ()
        shown = [round(each, digits) for each in (round(after, digits) - round(before, digits), *ends)]
        if ends and (not shown[1] <= shown[0] <= shown[2] or (clear and 0 in shown)):
            return [self.signed(each, digits + 1) for each in (after - before, *ends)]
        return [self.signed(each, digits) for each in shown]

    def fixed(self, value: float | None, digits: int = 1, nothing: str = "–") -> str:
        """A number with so many decimals, and never ``-0.0``."""
        if value is None:
            return nothing
        text = f"{value:.{digits}f}"
        return self.digits(text.lstrip("-") if float(text) == 0 else text)

    def general(self, value: float) -> str:
        """A number as it is given, such as the end of a scale."""
        return self.digits(f"{value:g}")

    def percent(self, share: float | None, nothing: str = "–") -> str:
        """A share of 0-1 as a percentage; ``<1`` and ``>99`` where rounding would claim certainty."""
        if share is None:
            return nothing
        rounded = round(100 * share)
        if rounded == 100 and share < 1:
            return ">99 %"
        if rounded == 0 and share > 0:
            return "<1 %"
        return f"{rounded} %"

    def digits(self, text: str) -> str:
        """A number as Python writes it, with the language's decimal mark and thousands, and a true minus."""
        text = text.replace(",", "\0").replace(".", self.decimal).replace("\0", self.thousands)
        return text.replace("-", "−")

    def _short(self, digits: str) -> str:
        """Digits without zeros at their end."""
        digits = digits.rstrip("0").rstrip(".")
        return "0" if digits == "-0" else self.digits(digits)

    def date(self, day: dt.date) -> str:
        """A day in words."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def short_date(self, day: dt.date) -> str:
        """A day in short, which no line breaks."""
        return f"{day.day}\N{NO-BREAK SPACE}{self.short_months[day.month - 1]}\N{NO-BREAK SPACE}{day.year}"

    def counted(self, forms: tuple[str, str], count: int) -> str:
        """A number of things, one or more; a thousand and more with the thousands apart."""
        return forms[0] if count == 1 else forms[1].format(self.whole(count))

    def whole(self, count: int) -> str:
        """A whole number, a thousand and more with the thousands apart."""
        return self.digits(f"{count:,}")

    def listed(self, texts: Sequence[str], most: int | None = None, conjunction: str | None = None) -> str:
        """Texts in a row: ``a``, ``a and b``, ``a, b and 3 more``.

        Args:
            texts: What to name; none gives ``""``.
            most: How many are named; of more, the rest is counted.
            conjunction: In place of "and".
        """
        shown = list(texts)
        if most is not None and len(shown) > most:
            shown = [*shown[:most], self.rest.format(self.whole(len(shown) - most))]
        *first, last = shown or [""]
        return f"{', '.join(first)} {conjunction or self.and_} {last}" if first else last
