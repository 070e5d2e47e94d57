"""For all tests: hypothesis without deadlines, as a busy machine is slow now and then."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("cxmap", deadline=None)
settings.load_profile("cxmap")
