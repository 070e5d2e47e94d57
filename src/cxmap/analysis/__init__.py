"""Pure functions on models: scales, statistics, gaps, quadrants, handovers, summaries."""
