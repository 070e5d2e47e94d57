"""For all tests: hypothesis without deadlines, as a busy machine is slow now and then; the same examples in CI.

The profile ``few`` is for mutation tests, which run the same tests thousands of times.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("cxmap", deadline=None, derandomize="CI" in os.environ)
settings.register_profile("few", deadline=None, derandomize=True, max_examples=5)
settings.load_profile("cxmap")
