"""What the tool says to people, in English and Dutch side by side."""
