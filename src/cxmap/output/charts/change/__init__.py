"""What changed since the wave before: a dumbbell a touchpoint, and an arrow only where it is more than chance."""
