"""What a new project starts with, and the examples that come with cxmap."""
