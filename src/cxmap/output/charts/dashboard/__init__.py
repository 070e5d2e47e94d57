"""The dashboard: where each metric stands between its baseline and its target, and each journey in figures."""
