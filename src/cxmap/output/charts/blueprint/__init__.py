"""The blueprint: what customers do, what they see of us, and who and what makes it work."""
