"""What code goes by that must not wait for the models: the format's version, its sections, the phases of a stage."""

from __future__ import annotations

from typing import Final, Literal

FORMAT_VERSION: Final = 1
SECTIONS: Final = ("segments", "personas", "stakeholders", "channels", "sources", "metrics", "actions")

Phase = Literal["need", "attention", "evaluation", "purchase", "delivery", "use", "loyalty", "leaving"]
