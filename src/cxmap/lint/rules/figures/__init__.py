"""CX5: can these figures be?"""
