"""The linter: rules, what selects and silences them, and the engine that runs them."""
