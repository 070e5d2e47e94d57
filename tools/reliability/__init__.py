"""What takes hours: fuzzing, mutants, kills, races and measurements; docs/reliability.md has what they came to."""
