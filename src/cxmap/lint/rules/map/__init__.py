"""CX3: is it a good map of the journey?"""
