"""Metrics and scores over time: a small chart each, all on one calendar."""
