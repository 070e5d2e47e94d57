"""How many random examples a property test takes: quick while one works, normal, ci, or thorough before a release.

``HYPOTHESIS_PROFILE`` names a profile; without it, CI takes ci and everything else normal. No profile has a
deadline, as a busy machine is slow now and then. All but thorough, which looks for what is new, take the same examples
in every run, so that a test fails because of a change and never by chance. An example that fails is printed so that it
can be run again (``@reproduce_failure``), and kept in ``.hypothesis``. Tests whose number differs from their profile's
say so with ``examples``, which the profile scales.
"""

from __future__ import annotations

import os

from hypothesis import settings

_USUAL = 100  # examples a test, as hypothesis has it

settings.register_profile("quick", deadline=None, derandomize=True, max_examples=5, print_blob=True)
settings.register_profile("normal", deadline=None, derandomize=True, max_examples=20, print_blob=True)
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=_USUAL, print_blob=True)
settings.register_profile("thorough", deadline=None, max_examples=3 * _USUAL, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if "CI" in os.environ else "normal"))


def examples(count: int) -> settings:
    """Give a property test ``count`` examples in CI, as many fewer or more as others have in the other profiles."""
    return settings(max_examples=max(1, count * settings().max_examples // _USUAL))
