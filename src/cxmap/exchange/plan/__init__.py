"""The plan in other people's tools: calendars and trackers, and what comes back from them."""
