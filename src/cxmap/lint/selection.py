"""Which rules speak, and how loudly: codes, names and prefixes from the configuration and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.errors import UsageError
from cxmap.lint.registry import BY_CODE, BY_NAME, RULES
from cxmap.project.config import where_said
from cxmap.project.patterns import spec
from cxmap.text.suggestions import nearest
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pathspec import GitIgnoreSpec

    from cxmap.lint.rule import Rule
    from cxmap.project.config_model import Config

_MANDATORY = "'{}' cannot be {}: a file that breaks the format is not checked any further; remove it"


@dataclass(frozen=True)
class Selection:
    """The rules that are selected, and their severities.

    Attributes:
        codes: The selected rules.
        severities: Severities other than the rule's own, by code.
        per_file: Rules ignored in the files that match a pattern.
    """

    codes: frozenset[str]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    per_file: tuple[tuple[GitIgnoreSpec, frozenset[str]], ...] = ()

    def severity(self, rule: Rule, of_finding: Severity | None = None) -> Severity:
        """The severity of a rule in this project, or of a finding of it that has one of its own."""
        return self.severities.get(rule.code, of_finding or rule.severity)

    def of_errors(self) -> Selection:
        """The rules of these whose findings are errors in this project."""
        codes = frozenset(code for code in self.codes if self.severity(BY_CODE[code]) is Severity.ERROR)
        return replace(self, codes=codes)

    def selects(self, rule: Rule, relative: str) -> bool:
        """Whether a rule speaks in a file (its path from the root)."""
        if rule.code not in self.codes:
            return False
        if rule.mandatory:
            return True
        return not any(rule.code in codes and spec.match_file(relative) for spec, codes in self.per_file)


def select(
    config: Config, *, only: Iterable[str] = (), without: Iterable[str] = (), file: Path | None = None
) -> Selection:
    """The selection of a run: the command line's words take the place of the configuration's.

    Args:
        config: The project's configuration.
        only: Codes, names or prefixes of the rules to select; none: the configuration's, else all.
        without: The same of rules to ignore, besides the configuration's.
        file: The file of the configuration, for a message to lead to.

    Raises:
        UsageError: An unknown rule, or a rule that cannot be ignored or re-graded.
    """

    def said(words: Iterable[str], *keys: str) -> set[str]:
        try:
            return codes_of(words)
        except UsageError as error:
            raise UsageError(_in_configuration(file, keys, str(error))) from None

    for words, keys in (
        (config.ignore, ("ignore",)),
        *((words, ("per-file-ignores", pattern)) for pattern, words in config.per_file_ignores.items()),
    ):
        for word in words:
            if _is_mandatory(said([word], *keys)):
                raise UsageError(_in_configuration(file, keys, _MANDATORY.format(word, "ignored")))
    for word in without:
        if _is_mandatory(codes_of([word])):
            raise UsageError(_MANDATORY.format(word, "ignored"))
    asked_for = codes_of(only)
    chosen = asked_for or said(config.select, "select") or set(BY_CODE)
    ignored = set() if asked_for else said(config.ignore, "ignore")  # asked for by name is not ignored from afar
    left_out = ignored | codes_of(without)
    severities: dict[str, Severity] = {}
    graded = [(said([word], "severity", word), word, Severity(severity)) for word, severity in config.severity.items()]
    graded.sort(key=lambda word_and_grade: -len(word_and_grade[0]))  # a rule's own word after that of its group
    for codes, word, severity in graded:
        if _is_mandatory(codes):
            raise UsageError(_in_configuration(file, ("severity", word), _MANDATORY.format(word, "re-graded")))
        severities.update((code, severity) for code in codes if not BY_CODE[code].mandatory)
    mandatory = {rule.code for rule in RULES if rule.mandatory}
    return Selection(
        frozenset((chosen - left_out) | mandatory),
        severities,
        tuple(
            (spec([pattern]), frozenset(said(words, "per-file-ignores", pattern)))
            for pattern, words in config.per_file_ignores.items()
        ),
    )


def _is_mandatory(codes: set[str]) -> bool:
    """Whether all of some rules are errors that nothing can change."""
    return all(BY_CODE[code].mandatory for code in codes)


def codes_of(words: Iterable[str]) -> set[str]:
    """The codes that some codes, names or prefixes stand for.

    Args:
        words: Codes, names or prefixes, as they are written.

    Raises:
        UsageError: An unknown rule.
    """
    found: set[str] = set()
    for word in words:
        codes = _codes(word)
        if not codes:
            near = nearest(word, BY_NAME)  # a code is near many others, and none of them is meant
            raise UsageError(f"unknown rule '{word}'{hint(near, '`cxmap rule` lists all')}")
        found |= codes
    return found


def _in_configuration(file: Path | None, keys: tuple[str, ...], problem: str) -> str:
    where = f"{where_said(file, *keys)}: " if file else ""
    return f"{where}'{keys[0]}' in the configuration: {problem}"


def _codes(word: str) -> set[str]:
    if word.upper() == "ALL":
        return set(BY_CODE)
    if word.lower() in BY_NAME:
        return {BY_NAME[word.lower()].code}
    return {code for code in BY_CODE if word and code.startswith(word.upper())}
