"""The sections that a file can have besides its journey, and the version of the format."""

from __future__ import annotations

from typing import Final

FORMAT_VERSION: Final = 1
SECTIONS: Final = ("segments", "personas", "stakeholders", "channels", "sources", "metrics", "actions")
