"""From answers to scores: a survey's answers, aggregated by a mapping, into a journey."""
