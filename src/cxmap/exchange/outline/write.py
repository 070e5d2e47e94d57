"""An outline of a journey: what ``read`` reads back as the same draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cxmap.exchange.draft.journey import FIELDS, Marks
from cxmap.exchange.draft.values import date, participants, plain
from cxmap.exchange.draft.words import FIELD_WORDS, JOURNEY_KEYS, PHASES, written
from cxmap.exchange.outline.blocks import PAIR
from cxmap.exchange.outline.escapes import guarded, marked, marked_blank, spelt
from cxmap.i18n.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cxmap.choices import Lang
    from cxmap.exchange.draft.journey import ExperienceDraft, JourneyDraft, SourceDraft, StageDraft, TouchpointDraft

_SIGNS: Final = {"positives": "(+) ", "negatives": "(-) ", "opportunities": "=> ", "questions": "? ", "description": ""}
_WITH: Final[Mapping[Lang, str]] = {"en": "with", "nl": "met"}
_LEAD: Final = re.compile(r"(?![($'])[!-/:-@\[-`{-~•‣◦▪●○·–—−“„«⇒]|\((?=[-+–−])")
_NUMBERED: Final = re.compile(r"\d{1,9}[.)](?=\s|$)")
_QUOTES: Final = re.compile(r'["“”„«»](?=[^"“”„«»]*$)')
_TAGLIKE: Final = re.compile(r'(?<!\S)[#@%](?=["“]|[^\W\d_])')
_MOMENT: Final = re.compile(r"(?<!\S)!(?=\s|$)")
_PAIRED: Final = re.compile(r"(?<=[\d–-])(\s?)/(?=\s?[\d–-])|(?<=[\d–-])(\s?)(->|>|→)(?=\s?-?\d)")
_WORDED: Final = re.compile(r"(?i)\b(?:importance|belang)[:=]? (?=-?\d)")
_ONLY: Final = re.compile(r"(?i)(?<!\S)\((?=(?:only|alleen)\s)")
_SEPARATES: Final = re.compile(r"[,;()]|(?<= )(?:and|en)(?= )|&")
_BARE_NAME: Final = re.compile(r"[^\W\d_][\w-]*")


def write_outline(draft: JourneyDraft, lang: Lang) -> str:
    """An outline of a journey, in English or in Dutch."""
    lines = [f"# {_heading(draft.title)}", "", *_keys(draft, lang)]
    for paragraph in draft.description:
        lines += ["", _paragraph(paragraph)]
    for stage in draft.stages:
        lines += ["", *_stage(stage, lang)]
    return "\n".join(line for number, line in enumerate(lines) if line or (number and lines[number - 1])) + "\n"


def _keys(draft: JourneyDraft, lang: Lang) -> Iterator[str]:
    low_high = draft.scale
    values = {
        "personas": ", ".join(map(_name, draft.personas)),
        **{key: _value(draft.texts.get(key, "")) for key in ("goal", "starts_with", "ends_with", "route")},
        "scale": f"{plain(low_high[0])} {_to(lang)} {plain(low_high[1])}" if low_high else "",
        "owner": _owner(draft.owner or ""),
        "source": _source(draft.source, lang) if draft.source else "",
        "lang": draft.lang or "",
    }
    for key, value in values.items():
        if value:
            yield f"{written(JOURNEY_KEYS, key, lang)}: {value}"


def _to(lang: Lang) -> str:
    return "tot" if lang == "nl" else "to"


def _source(source: SourceDraft, lang: Lang) -> str:
    """A session, with its date and how many took part where the title does not say so."""
    told = [
        source.date if source.date != date(source.title) else None,
        f"{_WITH[lang]} {source.n}" if source.n and source.n != participants(source.title) else None,
    ]
    said = ", ".join(part for part in told if part)
    return _session(source.title) + (f" ({said})" if said else "")


def _stage(stage: StageDraft, lang: Lang) -> Iterator[str]:
    phase = written(PHASES, stage.phase, lang) if stage.phase else ""
    inside = ", ".join(part for part in (phase, _duration(stage.takes, lang) if stage.takes else "") if part)
    yield f"## {_heading(stage.title, bracketed=bool(inside))}" + (f" ({inside})" if inside else "")
    yield ""
    if stage.goal:
        yield f"{written(JOURNEY_KEYS, 'goal', lang)}: {_value(stage.goal)}"
        yield ""
    for paragraph in stage.description:
        yield _paragraph(paragraph)
        yield ""
    for touchpoint in stage.touchpoints:
        yield from _touchpoint(touchpoint, lang)


def _touchpoint(touchpoint: TouchpointDraft, lang: Lang) -> Iterator[str]:
    parts = [
        _title(touchpoint.title),
        *(f"#{_tag(name)}" for name in touchpoint.channels),
        *(f"@{_tag(name)}" for name in touchpoint.owners),
        *(f"%{_tag(name)}" for name in touchpoint.personas),
        _marks(touchpoint.shared.marks, lang),
        "!" if touchpoint.moment_of_truth else "",
    ]
    yield "- " + " ".join(part for part in parts if part)
    for line in _experience(touchpoint.shared, lang):
        yield f"  - {line}"
    for text, who in touchpoint.quotes:
        yield f'  - "{_value(text)}"' + (f" ({_name(who)})" if who else "")
    for name, own in touchpoint.by_persona.items():
        start = f"  - %{_tag(name)}"
        if own.marks:
            yield f"{start} {_marks(own.marks, lang)}"
        for line in _experience(own, lang):
            yield f"{start} {line}"


def _experience(experience: ExperienceDraft, lang: Lang) -> Iterator[str]:
    for name in (*_SIGNS, *(name for name in FIELDS if name not in _SIGNS)):
        for text in experience.values.get(name, ()):
            if name == "description":
                yield _note(text)
            elif name in _SIGNS:
                yield _SIGNS[name] + _value(text)
            else:
                value = _duration(text, lang) if name in {"wait", "takes"} else _value(text)
                yield f"{written(FIELD_WORDS, name, lang)}: {value}"


def _marks(marks: Marks, lang: Lang) -> str:
    """``8/4.5>8``; what is not given is ``-``."""
    if not marks:
        return ""
    importance, experience = (_mark(mark, lang) for mark in (marks.importance, marks.experience))
    desired = "" if marks.desired is None else _mark(marks.desired, lang)
    arrow = " > " if experience == "-" else ">"
    return f"{importance}/{experience}" + (f"{arrow}{desired}" if desired else "")


def _mark(mark: float | None, lang: Lang) -> str:
    return "-" if mark is None else plain(mark).replace(".", Language(lang).decimal)


def _duration(text: str, lang: Lang) -> str:
    """A duration of the format in a language."""
    if lang == "en":
        return text.replace("working-", "working ")
    from cxmap.i18n.sheets import SheetWords

    number, _, unit = text.partition(" ")
    name = SheetWords(lang).units[unit.removesuffix("s")][number != "1"]
    return f"{number.replace('.', Language(lang).decimal)} {name}"


# Texts that are read back as they are


def _value(text: str) -> str:
    """A text behind a sign or a key."""
    return spelt(_guarded(text))


def _guarded(text: str) -> str:
    return guarded(" ".join(text.split()))


def _name(name: str) -> str:
    """A name in a list of names or in brackets."""
    return spelt(_SEPARATES.sub(marked, _guarded(name)))


def _tag(name: str) -> str:
    if _BARE_NAME.fullmatch(name):
        return name
    inside = spelt(re.sub('"', marked, _guarded(name)))
    return f'"{inside}"'


def _owner(name: str) -> str:
    return spelt(re.sub(r'^[@"]', marked, _guarded(name)))


def _session(title: str) -> str:
    """The title of a session; brackets at its end are not taken for its date."""
    return spelt(re.sub(r"\([^()]*\)$", marked, _guarded(title)))


def _title(text: str) -> str:
    """The title of a touchpoint: no tags, no marks, no sign in it."""
    text = _lead(_guarded(text))
    for pattern in (_TAGLIKE, _MOMENT, _ONLY, _PAIRED):
        text = pattern.sub(marked, text)
    return spelt(_unquoted(_WORDED.sub(marked_blank, text)))


def _unquoted(text: str) -> str:
    """A text that is no quotation, though it may hold one."""
    return _QUOTES.sub(marked, text)


def _lead(text: str) -> str:
    """A text whose first character is no sign."""
    text = _LEAD.sub(marked, text, count=1) if _LEAD.match(text) else text
    return re.sub(r"[.)]", marked, text, count=1) if _NUMBERED.match(text) else text


def _heading(text: str, *, bracketed: bool = False) -> str:
    """The text of a heading: no closing signs, and what is in brackets at its end is not looked at."""
    text = re.sub(r"#+$", marked, _guarded(text))
    return spelt(text if bracketed else re.sub(r"\((?=[^()]*\)$)", marked, text))


def _paragraph(text: str) -> str:
    return spelt(_no_pair(_lead(_guarded(text))))


def _note(text: str) -> str:
    """A text that is nothing but a note."""
    return spelt(_no_pair(_unquoted(_lead(_guarded(text)))))


def _no_pair(text: str) -> str:
    """A text that is no ``word: value``."""
    return re.sub(":", marked, text, count=1) if PAIR.match(text) else text


def plain_bullet(text: str) -> str:
    """A text as a heading or a bullet, whose tags and marks are still read."""
    return spelt(_lead(_guarded(text)))
