"""The priority matrix: experience across, importance up, one point a touchpoint and persona."""
