"""Text for people and programs: foreign text made safe, its width on a terminal, the nearest known word."""
