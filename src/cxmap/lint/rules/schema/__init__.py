"""CX1: is it the format?"""
