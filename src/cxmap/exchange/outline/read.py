"""What an outline says of a journey (``docs/how-to/outline.md`` has the grammar)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cxmap.exchange.draft import values
from cxmap.exchange.draft.journey import (
    DURATIONS,
    SHARED,
    ExperienceDraft,
    JourneyDraft,
    SourceDraft,
    StageDraft,
    TouchpointDraft,
)
from cxmap.exchange.draft.words import FIELD_WORDS, NO_STAGE, PHASES, by_word, folded_word
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.outline.blocks import KEYS, PAIR, Blocks, OutlineBlock, blocks
from cxmap.exchange.outline.escapes import plain
from cxmap.exchange.outline.signs import TAG, read_signs
from cxmap.text.suggestions import fold

if TYPE_CHECKING:
    from cxmap.choices import Lang

_FIELDS: Final = by_word(FIELD_WORDS)
_PHASES: Final = by_word(PHASES)
_STAGE_TITLE: Final = re.compile(r"(?P<title>.*?)\s*\((?P<inside>[^()]*)\)\s*$")
_TASK: Final = re.compile(r"^\[[ xX]\]\s+")
_SIGNS: Final = {
    "positives": re.compile(r"\(\+\)\s*(?P<text>\S.*)|\+\s+(?P<bare>\S.*)"),
    "negatives": re.compile(r"\([-–−]\)\s*(?P<text>\S.*)|[-–−]\s+(?P<bare>\S.*)"),
    "opportunities": re.compile(r"(?:=>|⇒)\s*(?P<text>\S.*)"),
    "questions": re.compile(r"\?\s+(?P<text>\S.*)"),
    "description": re.compile(r"\*\s+(?P<text>\S.*)"),
}
_TEXT_SIGN: Final = re.compile(r"\([-+–−]\)|=>|⇒|\?\s")
_QUOTE: Final = re.compile(
    r'(?:(?P<before>[^\W\d_][\w .\'-]{0,40}?)\s?:\s*)?(?:"(?P<straight>.+)"|[“„](?P<curly>.+)[”“]|«(?P<angle>.+)»)'
    r"(?:\s*\((?P<brackets>[^()]+)\)|\s*[—–-]\s?(?P<dash>[^\W\d_][^()\"]*))?[.,]?$"
)
_OWNER: Final = re.compile(r'@?"([^"]+)"|@(\S.*)')
# What an outline says of a session behind its title.
_SESSION: Final = re.compile(r"\s*\((?:\d{4}-\d\d-\d\d)?(?:, )?(?:(?:with|met) \d+)?\)$")
_SEPARATOR: Final = re.compile(r"\s*[,;]\s*|\s+(?:and|en|&)\s+")


@dataclass(slots=True)
class Outline:
    """What an outline says.

    Attributes:
        draft: The journey.
        remarks: What was passed over or may be meant otherwise, with its line, in order.
        marks: Where scores were read: the line, the touchpoint's title, and how they are written.
    """

    draft: JourneyDraft
    remarks: list[tuple[int, str]] = field(default_factory=list)
    marks: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Touchpoint:
    """A touchpoint while the lines below it are read."""

    draft: TouchpointDraft
    indent: int
    marker: str
    line: int
    items: list[OutlineBlock] = field(default_factory=list)
    said: list[tuple[int, str, str | None]] = field(default_factory=list)  # quotes: line, text, who


def read_outline(text: str, *, lang: Lang = "en", scale: tuple[float, float] = (1, 10)) -> Outline:
    """What an outline says.

    Args:
        text: Notes in Markdown.
        lang: The language where neither the outline nor its words say it.
        scale: The scale where the outline says none.

    Raises:
        ForeignError: It has no touchpoint.
    """
    return _Reader(blocks(text), lang, scale).read()


class _Reader:
    def __init__(self, found: Blocks, lang: Lang, scale: tuple[float, float]) -> None:
        self._found, self._lang, self._scale = found, lang, scale
        self._draft = JourneyDraft()
        self._outline = Outline(self._draft, found.remarks)
        self._touchpoints: list[_Touchpoint] = []
        self._current: _Touchpoint | None = None
        self._words = {"en": 0, "nl": 0}  # that only one of the languages has

    def read(self) -> Outline:
        for line, word, value in self._found.front:
            if not self._key(line, word, value):
                self._remark(line, f"not read in the front matter: '{word}'")
        for block in self._found.blocks:
            getattr(self, f"_{block.kind}")(block)
        for touchpoint in self._touchpoints:
            self._interpret(touchpoint)
        for stage in self._draft.stages:
            if not stage.touchpoints:
                self._remark(0, f"a stage without touchpoints: '{stage.title}'")
        self._draft.stages = [stage for stage in self._draft.stages if stage.touchpoints]
        if not self._draft.stages:
            raise ForeignError(
                "no touchpoint found; write stages as '## Title', and below them touchpoints as '- Title'"
            )
        self._who()
        if self._draft.lang is None and self._words["nl"] > self._words["en"]:
            self._draft.lang = "nl"
        for stage in self._draft.stages:
            stage.title = stage.title or NO_STAGE[self._draft.lang or self._lang]
        self._outline.remarks.sort(key=lambda remark: remark[0])
        return self._outline

    def _remark(self, line: int, text: str) -> None:
        self._outline.remarks.append((line, text))

    def _saw(self, lang: Lang | None) -> None:
        if lang:
            self._words[lang] += 1

    # Blocks

    def _heading(self, block: OutlineBlock) -> None:
        title = plain(block.text)
        if block.indent == 1 and not self._draft.title and not self._draft.stages:
            self._draft.title = title
        elif block.indent <= 2:
            if block.indent == 1:
                self._remark(block.line, f"a second heading with one '#', read as a stage: '{title}'")
            self._draft.stages.append(self._stage(block.text))
            self._current = None
        elif block.indent == 3:
            self._add_touchpoint(block, indent=-1)
        elif self._current:
            self._current.draft.shared.add("description", title)
        else:
            self._describe(title)

    def _stage(self, text: str) -> StageDraft:
        """A stage by its heading; of what is in brackets only phases and durations are taken out."""
        stage = StageDraft(plain(text))
        bracketed = _STAGE_TITLE.fullmatch(text)
        if not bracketed:
            return stage
        left = []
        for part in _SEPARATOR.split(bracketed["inside"]):
            phase, lang = _PHASES.get(folded_word(plain(part)), (None, None))
            takes = values.duration(plain(part))
            if phase and not stage.phase:
                stage.phase = phase
                self._saw(lang)
            elif takes and not stage.takes:
                stage.takes = takes.text
            else:
                left.append(part)
        if stage.phase or stage.takes:
            stage.title = plain(bracketed["title"] + (f" ({', '.join(left)})" if left else "")) or plain(text)
        return stage

    def _bullet(self, block: OutlineBlock) -> None:
        block.lines[0] = _TASK.sub("", block.lines[0], count=1)
        above = self._current
        nested = above is not None and block.indent >= above.indent + 2
        text = block.text
        if above and (nested or _TEXT_SIGN.match(text) or _QUOTE.fullmatch(text)):
            above.items.append(block)
        else:
            self._add_touchpoint(block, block.indent)

    def _quotation(self, block: OutlineBlock) -> None:
        text = block.text
        if self._current is None:
            self._describe(plain(text))
        else:
            self._quote(self._current, block.line, text)

    def _paragraph(self, block: OutlineBlock) -> None:
        text, above = block.text, self._current
        pair = PAIR.fullmatch(text)
        if pair and pair["value"] and self._key(block.line, pair["word"], pair["value"]):
            return
        if above and (above.indent < 0 or block.indent > above.indent):
            above.draft.shared.add("description", plain(text))
            return
        if pair and not self._draft.stages:
            self._remark(block.line, f"unknown key '{plain(pair['word'])}': kept in the description")
        self._describe(plain(text))

    def _describe(self, text: str) -> None:
        """Add a paragraph to what the stage, or before the first one the journey, is about."""
        (self._draft.stages[-1] if self._draft.stages else self._draft).description.append(text)

    def _add_touchpoint(self, block: OutlineBlock, indent: int) -> None:
        if not self._draft.stages:
            self._remark(block.line, "touchpoints before the first stage: they get a stage of their own")
            self._draft.stages.append(StageDraft(""))
        signs = read_signs(block.text, self._scale)
        if not signs.text:
            self._remark(block.line, f"a touchpoint without a title: '{plain(block.text)}'")
            self._current = None
            return
        draft = TouchpointDraft(
            signs.text,
            signs.channels,
            signs.owners,
            signs.personas,
            signs.moment_of_truth,
            ExperienceDraft(signs.marks),
        )
        self._told(block.line, signs.text, signs.written, signs.doubts)
        self._current = _Touchpoint(draft, indent, block.marker, block.line)
        self._touchpoints.append(self._current)
        self._draft.stages[-1].touchpoints.append(draft)

    def _told(self, line: int, title: str, written: str, doubts: list[str]) -> None:
        if written:
            self._outline.marks.append((line, title, written))
        for doubt in doubts:
            self._remark(line, doubt)

    # Keys

    def _key(self, line: int, word: str, value: str) -> bool:
        """Take a pair of the journey, or the goal of a stage; whether it is one."""
        name, lang = KEYS.get(folded_word(plain(word)), ("", None))
        stage = self._draft.stages[-1] if self._draft.stages else None
        if name == "source":
            self._source(value)
        elif stage is not None:
            if name != "goal" or self._current is not None or stage.goal:
                return False
            stage.goal = plain(value)
        elif name == "scale":
            self._scale_key(line, plain(value))
        elif name == "personas":
            self._persona_key(line, value)
        elif name == "owner":
            named = _OWNER.fullmatch(value)
            self._draft.owner = plain(next(filter(None, named.groups()))) if named else plain(value)
        elif name == "lang":
            self._lang_key(line, plain(value))
        elif name == "title":
            self._draft.title = self._draft.title or plain(value)
        elif name:
            self._draft.texts[name] = plain(value)
        else:
            return False
        self._saw(lang)
        return True

    def _source(self, value: str) -> None:
        if self._draft.source is None:
            title = plain(_SESSION.sub("", value)) or plain(value)
            self._draft.source = SourceDraft(title, values.date(plain(value)), values.participants(plain(value)))
        else:
            self._describe(plain(value))

    def _scale_key(self, line: int, value: str) -> None:
        found = values.scale(value)
        if found is None:
            self._remark(line, f"no scale was read in '{value}'; write it as 1-10")
        else:
            self._draft.scale = self._scale = found

    def _persona_key(self, line: int, value: str) -> None:
        for bracketed in re.findall(r"\(([^()]*)\)", value):
            self._remark(line, f"not read of a persona: '{plain(bracketed)}'")
        names = (plain(part) for part in _SEPARATOR.split(re.sub(r"\([^()]*\)", "", value)))
        self._draft.personas += [name for name in names if name and name not in self._draft.personas]

    def _lang_key(self, line: int, value: str) -> None:
        found: dict[str, Lang] = {"en": "en", "english": "en", "nl": "nl", "nederlands": "nl", "dutch": "nl"}
        if value.casefold() in found:
            self._draft.lang = found[value.casefold()]
        else:
            self._remark(line, f"unknown language '{value}'; en and nl are known")

    # What is below a touchpoint

    def _interpret(self, touchpoint: _Touchpoint) -> None:
        """Read the bullets below a touchpoint. A bare ``-`` is a pain point where a bare ``+`` is beside it."""
        plus = touchpoint.marker != "+" and any(item.marker == "+" for item in touchpoint.items)
        persona, depth = None, 0
        for item in touchpoint.items:
            if persona is not None and item.indent <= depth:
                persona = None
            text = item.text
            tag = TAG.match(text)
            if tag and tag["sign"] == "%":
                persona, depth = plain(tag["quoted"] or tag["curly"] or tag["word"]), item.indent
                if self._persona_marks(touchpoint, item.line, persona, text):
                    continue
                text = text[tag.end() :].strip()
            bare = {"+": "positives", "-": "negatives", "–": "negatives"}.get(item.marker) if plus else None
            self._item(touchpoint, item.line, text, persona, bare)

    def _persona_marks(self, touchpoint: _Touchpoint, line: int, persona: str, text: str) -> bool:
        """Take the marks of a persona; whether a line says nothing else."""
        own = touchpoint.draft.by_persona.setdefault(persona, ExperienceDraft())
        signs = read_signs(text, self._scale)
        if signs.text or signs.channels or signs.owners:
            return False
        own.marks = signs.marks or own.marks
        self._told(line, f"{touchpoint.draft.title}, {persona}", signs.written, signs.doubts)
        return True

    def _item(self, touchpoint: _Touchpoint, line: int, text: str, persona: str | None, bare: str | None) -> None:
        """Read what a bullet below a touchpoint says."""
        for name, sign in _SIGNS.items():
            if found := sign.fullmatch(text):
                self._add(touchpoint, persona, name, plain(next(filter(None, found.groups()))))
                return
        if text.startswith("> ") and text[2:].strip():
            self._quote(touchpoint, line, text[2:].strip(), persona)
            return
        pair = PAIR.fullmatch(text)
        name, lang = _FIELDS.get(folded_word(plain(pair["word"])), ("", None)) if pair and pair["value"] else ("", None)
        if pair and name and self._field(touchpoint, line, persona, name, pair["value"]):
            self._saw(lang)
            return
        if not name and _QUOTE.fullmatch(text):
            self._quote(touchpoint, line, text, persona)
            return
        if pair and pair["value"] and not name:
            self._remark(line, f"unknown word '{plain(pair['word'])}': kept as a note")
        self._add(touchpoint, persona, bare or "description", plain(text))

    def _field(self, touchpoint: _Touchpoint, line: int, persona: str | None, name: str, value: str) -> bool:
        """Take a pair below a touchpoint; whether its value is of the right kind."""
        text = plain(value)
        if name in DURATIONS:
            found = values.duration(text)
            if found is None:
                self._remark(line, f"no duration was read in '{text}': kept as a note; write it as 20 minutes")
                return False
            if found.larger:
                self._remark(line, f"of '{text}' the larger was taken: {found.text}")
            text = found.text
        if name == "desired":
            low, high = self._scale
            if not re.fullmatch(r"\d{1,9}(?:[.,]\d{1,9})?", text) or not low <= values.number(text) <= high:
                self._remark(line, f"no score from {low:g} to {high:g}: '{text}' was kept as a note")
                return False
            self._own(touchpoint, persona).marks.desired = values.number(text)
            self._told(line, touchpoint.draft.title, f"→ {text}", [])
            return True
        self._add(touchpoint, persona, name, text)
        return True

    def _add(self, touchpoint: _Touchpoint, persona: str | None, name: str, text: str) -> None:
        self._own(touchpoint, None if name in SHARED else persona).add(name, text)

    @staticmethod
    def _own(touchpoint: _Touchpoint, persona: str | None) -> ExperienceDraft:
        draft = touchpoint.draft
        return draft.by_persona.setdefault(persona, ExperienceDraft()) if persona else draft.shared

    def _quote(self, touchpoint: _Touchpoint, line: int, text: str, persona: str | None = None) -> None:
        found = _QUOTE.fullmatch(text)
        said = plain((found["straight"] or found["curly"] or found["angle"]) if found else text)
        who = plain(found["brackets"] or found["dash"] or found["before"] or "") if found else ""
        touchpoint.said.append((line, said, who or persona))

    # Who

    def _who(self) -> None:
        """Have every name of a persona stand for one that the journey has."""
        for touchpoint in self._touchpoints:
            draft = touchpoint.draft
            draft.personas = list(dict.fromkeys(self._persona(name, touchpoint.line) for name in draft.personas))
            own: dict[str, ExperienceDraft] = {}
            for name, experience in draft.by_persona.items():
                if experience.marks or experience.values:
                    merged = own.setdefault(self._persona(name, touchpoint.line), ExperienceDraft())
                    merged.marks = experience.marks or merged.marks
                    for field_name, texts in experience.values.items():
                        merged.values.setdefault(field_name, []).extend(texts)
            draft.by_persona = own
        for touchpoint in self._touchpoints:
            for line, said, who in touchpoint.said:
                persona = self._known(who) if who else None
                if who and persona is None:
                    self._remark(line, f"'{who}' is none of the personas: the quote stays without a name")
                touchpoint.draft.quotes.append((said, persona))

    def _persona(self, name: str, line: int) -> str:
        known = self._known(name)
        if known is None:
            if self._draft.personas:
                self._remark(line, f"'{name}' is none of the personas named at the start: added")
            self._draft.personas.append(name)
        return known or name

    def _known(self, name: str) -> str | None:
        """The persona of the journey that a name stands for: the same but for case, or the first word of one only."""
        personas = self._draft.personas
        same = [persona for persona in personas if fold(persona) == fold(name)]
        starts = [persona for persona in personas if fold(persona.split(" ")[0]) == fold(name)]
        return same[0] if same else starts[0] if len(starts) == 1 else None
