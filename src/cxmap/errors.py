"""What stops a run before it starts: exit status 2."""

from __future__ import annotations


class UsageError(Exception):
    """The request itself cannot be carried out. The message is one line that says what to do."""


class NothingThereError(UsageError):
    """There is no journey file yet."""


class ConfigError(UsageError):
    """The configuration cannot be read or holds something unknown."""


class MissingExtraError(UsageError):
    """A package that is needed for this is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an extra: pip install 'cxmap[{extra}]'")
