"""cxmap: customer journeys as code."""
