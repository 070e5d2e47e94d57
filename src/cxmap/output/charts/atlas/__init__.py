"""All journeys of a project on one page: how each phase is experienced, and what is being done."""
