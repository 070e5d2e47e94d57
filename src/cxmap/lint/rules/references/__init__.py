"""CX2: does every reference lead somewhere, and only one way?"""
