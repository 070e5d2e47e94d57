"""The sample text of a new file: it stands where a team's own words belong, and rule CX316 reports it until they do.

Whatever ``cxmap new`` leaves to be filled in comes from here.
"""

from __future__ import annotations

from typing import Final

JOURNEY_TITLE: Final = "What this journey is called"
JOURNEY_GOAL: Final = "What the customer wants to reach"
STARTS_WITH: Final = "What sets it going, before the first contact"
ENDS_WITH: Final = "What the customer has or does when it is over"
STAGE_TITLE: Final = "What this stage is called"
TOUCHPOINT_TITLE: Final = "What happens here, as the customer would say it"
DOING: Final = "What the customer does"
FEELING: Final = "What the customer feels"
PERSONA_NAME: Final = "What this person is called"
PERSONA_STORY: Final = "Who this person is and what brings them here, in a few sentences"
PERSONA_GOAL: Final = "What this person wants to reach"

SAMPLE_TEXTS: Final = frozenset(
    {
        JOURNEY_TITLE,
        JOURNEY_GOAL,
        STARTS_WITH,
        ENDS_WITH,
        STAGE_TITLE,
        TOUCHPOINT_TITLE,
        DOING,
        FEELING,
        PERSONA_NAME,
        PERSONA_STORY,
        PERSONA_GOAL,
    }
)
