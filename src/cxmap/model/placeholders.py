"""The sample text of a new file: it stands where a team's own words belong, and rule CX316 reports it until they do.

Whatever ``cxmap new`` leaves to be filled in comes from here.
"""

from __future__ import annotations

from typing import Final

from cxmap.i18n.language import Phrase
from cxmap.i18n.samples import SampleWords

SAMPLE_TEXTS: Final = frozenset(
    text for phrase in vars(SampleWords).values() if isinstance(phrase, Phrase) for text in phrase.both.values()
)
"""The sample texts of every language."""
