"""CX0: can it be read as YAML, and as one of our files?"""
