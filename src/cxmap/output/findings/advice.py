"""What to do about a finding, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.text.wording import did_you_mean

if TYPE_CHECKING:
    from cxmap.diagnostic import Diagnostic


def advice(diagnostic: Diagnostic) -> list[str]:
    """The suggestion and the help of a finding, as text that is still to be made safe; none, one or both."""
    sentences = []
    if diagnostic.suggestion is not None:
        sentences.append(did_you_mean(diagnostic.suggestion))
    if diagnostic.help is not None:
        sentences.append(diagnostic.help)
    return sentences
