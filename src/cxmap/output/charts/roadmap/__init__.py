"""The road map: actions by owner in a calendar, and what each asks against what it brings."""
