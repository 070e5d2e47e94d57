"""Constants for code that must not wait for the models: the format's version, its sections, the phases of a stage."""

from __future__ import annotations

from typing import Final, Literal

FORMAT_VERSION: Final = 1
SECTIONS: Final = ("segments", "personas", "stakeholders", "channels", "sources", "metrics", "actions")

Phase = Literal["need", "attention", "evaluation", "purchase", "delivery", "use", "loyalty", "leaving"]


ID_PATTERN: Final = r"^[a-z0-9][a-z0-9_-]*$"
ID_MAX_LENGTH: Final = 64
DURATION_PATTERN: Final = r"^[0-9]+(\.[0-9]+)? (minute|hour|day|working-day|week|month)s?$"
MAX_WAVES: Final = 60
# A touchpoint, with its journey in front where it stands in another file, and the step into it behind.
TARGET_PATTERN: Final = r"^([a-z0-9][a-z0-9_-]*/)?[a-z0-9][a-z0-9_-]*(#handover)?$"
DATE_PATTERN: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
URL_PATTERN: Final = r"^https?://[^\s/]\S*$"
# Relative, downwards only, no drive and no scheme: what it names lies inside the project.
PATH_PATTERN: Final = r"^(?!/)(?![A-Za-z][A-Za-z0-9+.-]*:)(?!(.*/)?\.\.(/|$))[^\\\x00]+$"
# How a database is named: by the environment variable that holds its URL.
DATABASE_PATTERN: Final = r"^env:[A-Za-z_][A-Za-z0-9_]*$"
