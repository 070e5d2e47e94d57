"""What several rules ask of a project: its scores, sources and actions, each found once."""
