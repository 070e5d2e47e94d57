"""For all tests: hypothesis without deadlines, as a busy machine is slow now and then; the same examples in CI."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("cxmap", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("cxmap")
