"""Charts as a page holds them: a third of their size as files, and the same to look at.

A file of a chart is for any programme; a page knows its fonts, its style sheet and the size at which it shows a chart.
So what is said again and again is said once: looks are classes, links and lines that follow each other are one, and
outlines are steps from where they start, which makes equal signs equal text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

LOOK = re.compile(r' (fill|stroke|stroke-width|stroke-dasharray|stroke-linecap|font-size|font-weight)="([^"]*)"')
STEP = re.compile(r"([MLQCZ])([^MLQCZ]*)")
CIRCLE = re.compile(r"M(\S+) (\S+?)C(?:\S+ ){4}\S+ (\S+?)C(?:\S+ ){4}(\S+) \2C(?:\S+ ){4}\S+ \S+?C(?:\S+ ){4}\1 \2Z")
PATH = re.compile(r'(<path[^>]*) d="([^"]*)"')
SIGN = re.compile(r'<path( class="\w+")? d="M(\S+) (-?[\d.]+)([a-z][^"]{30,})"(?:/>|>(<title>[^<]*</title>)</path>)')
TEXT = r'<text class="(\w+)" x="(\S+)" y="(\S+)">([^<]*)</text>'
PLAIN_PATH = re.compile(r'(<path class="\w+" d=")([^"]*)"/>')

ROUND = 0.05
"""What the axes of a circle may differ by, in points: as much as is lost in writing it."""


@dataclass
class Looks:
    """The looks of everything that is drawn on a page, each a class.

    Attributes:
        names: The class of each look, which is declarations of CSS.
    """

    names: dict[str, str] = field(default_factory=dict)

    def css(self) -> str:
        """The classes as a style sheet."""
        return "".join(f".{name}{{{look}}}" for look, name in self.names.items())

    def lean(self, chart: str, prefix: str) -> str:
        """A chart with the same looks, in less text.

        Args:
            chart: As ``svg.inline`` writes it.
            prefix: What its ids begin with.
        """
        used = set(re.findall(r"#([^\")]+)", chart))
        used |= {name for names in re.findall(r' aria-\w+="([^"]*)"', chart) for name in names.split()}
        chart = re.sub(r' id="([^"]*)"', lambda found: found[0] if found[1] in used else "", chart)
        chart = re.sub(r' xmlns(?::xlink)?="[^"]*"| version="1.1"| xml:lang="[^"]*"', "", chart, count=4)
        # The page brings the fonts that text was measured in, so that letters need no stretching.
        chart = re.sub(r' textLength="[^"]*"| lengthAdjust="[^"]*"', "", chart)
        chart = re.sub(r'<a href="[^"]*">(<path[^>]*/>)</a>', r"\1", chart)  # a link without a name
        chart = re.sub(r"(<text[^>]*) x=\"([^\"]*)\" y=\"([^\"]*)\"", _place, chart)
        chart = PATH.sub(lambda found: f'{found[1]} d="{steps(found[2])}"', chart)
        chart = re.sub(r"<(?:path|text|g)[^>]*>", self._look, chart)
        return _unquoted(_lines_of_text(_joined(_signs(chart, prefix))))

    def _look(self, found: re.Match[str]) -> str:
        """A tag with a class for its look."""
        given = LOOK.findall(found[0])
        if not given:
            return found[0]
        look = ";".join(f"{name}:{value}{'px' if name == 'font-size' else ''}" for name, value in given)
        name = self.names.setdefault(look, f"k{len(self.names)}")
        kind, rest = LOOK.sub("", found[0]).split(" ", 1) if " " in LOOK.sub("", found[0]) else (found[0], "")
        return f'{kind} class="{name}" {rest}'


def steps(outline: str) -> str:
    """An outline as steps from its start, to a tenth of a point; equal shapes have equal steps wherever they are.

    Args:
        outline: The value of a path's ``d``, of absolute ``M``, ``L``, ``Q``, ``C`` and ``Z``.
    """
    circle = CIRCLE.fullmatch(outline)
    if circle:
        right, middle, end, left = map(float, circle.groups())
        across = right - left
        if abs(abs(end - middle) * 2 - across) < ROUND:  # else it is wider than high
            half = f"{_short(across / 2)} {_short(across / 2)} 0 1 1"
            return f"M{_short(right)} {_short(middle)}a{half}-{_short(across)} 0 {half} {_short(across)} 0z"
    made: list[str] = []
    origin: tuple[float, float] | None = None
    here = begin = (0.0, 0.0)
    last = ""
    for kind, numbers in STEP.findall(outline):
        if kind == "Z":
            made.append("z")
            here, last = begin, "z"
            continue
        values = [float(number) for number in numbers.split()]
        points = list(zip(values[::2], values[1::2], strict=True))
        if origin is None:
            origin = points[0]
            made.append(f"M{_short(origin[0])} {_short(origin[1])}")
            last = "m"
            continue
        # Rounded from the start, so that no error adds up.
        rounded = [(round(x - origin[0], 1), round(y - origin[1], 1)) for x, y in points]
        moved = [(x - here[0], y - here[1]) for x, y in rounded]
        here = rounded[-1]
        step = kind.lower()
        said = [number for point in moved for number in point]
        if kind == "M":
            begin = here
        elif kind == "L" and not _any(said[0]):
            step, said = "v", said[1:]
        elif kind == "L" and not _any(said[1]):
            step, said = "h", said[:1]
        text = _run([_short(number) for number in said])
        # After a move, further pairs would be lines; a letter is left out where it is the same as before.
        if step == last and step != "m":
            made.append(text if text.startswith("-") else f" {text}")
        else:
            made.append(step + text)
        last = step
    return "".join(made)


def _any(value: float) -> bool:
    return abs(value) >= 0.05


def _run(numbers: list[str]) -> str:
    """Numbers one after the other: a sign parts them as well as a space."""
    return numbers[0] + "".join(number if number.startswith("-") else f" {number}" for _, number in pairwise(numbers))


def _short(value: float) -> str:
    """A tenth of a point is less than anything shows on a page."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else re.sub(r"^(-?)0\.", r"\1.", text)


def _place(found: re.Match[str]) -> str:
    return f'{found[1]} x="{_short(float(found[2]))}" y="{_short(float(found[3]))}"'


def _joined(chart: str) -> str:
    """Links to one place, and lines of one look, that follow each other, as one each."""
    made: list[str] = []
    for line in chart.splitlines():
        before = made[-1] if made else ""
        link = re.match(r'<a href="[^"]*">', line)
        path, other = PLAIN_PATH.fullmatch(line), PLAIN_PATH.fullmatch(before)
        if link and before.startswith(link[0]):
            made[-1] = before.removesuffix("</a>") + line.removeprefix(link[0])
        elif path and other and path[1] == other[1]:
            made[-1] = f'{path[1]}{other[2]}{path[2]}"/>'
        else:
            made.append(line)
    return "".join(made)


def _signs(chart: str, prefix: str) -> str:
    """Outlines that occur more than once in one look are defined once and used where they stand."""
    seen = Counter((found[1] or "", found[4]) for found in SIGN.finditer(chart))
    names = {sign: f"{prefix}{place}" for place, sign in enumerate(sign for sign, n in seen.items() if n > 1)}

    def use(found: re.Match[str]) -> str:
        name = names.get((found[1] or "", found[4]))
        if name is None:
            return found[0]
        start = f'<use href="#{name}" x="{found[2]}" y="{found[3]}"'
        return f"{start}>{found[5]}</use>" if found[5] else f"{start}/>"

    chart = SIGN.sub(use, chart)
    defined = "".join(f'<path id="{name}"{look} d="M0 0{sign}"/>' for (look, sign), name in names.items())
    return chart.replace("</defs>", f"{defined}</defs>", 1)


def _lines_of_text(chart: str) -> str:
    """Lines of one look and margin that follow each other are lines of one text, which is found and read as one."""

    def lines(found: re.Match[str]) -> str:
        each = re.findall(TEXT, found[0])
        (look, left, top, first), *others = each
        more = "".join(f'<tspan x="{left}" y="{y}">{text} </tspan>' for _, _, y, text in others)
        return f'<text class="{look}" x="{left}" y="{top}">{first} {more}</text>'

    return re.sub(rf'{TEXT}(?:<text class="\1" x="\2" y="[^"]*">[^<]*</text>)+', lines, chart)


def _unquoted(chart: str) -> str:
    """Values that HTML takes without quotation marks."""
    return re.sub(r"(<(?:text|tspan|use|path)\b[^>]*>)", lambda tag: _bare(tag[0]), chart)


def _bare(tag: str) -> str:
    # A slash after such a value would be part of it.
    return re.sub(r' (class|x|y|href)="([\w.#-]+)"', r" \1=\2", tag.replace("/>", " />"))
