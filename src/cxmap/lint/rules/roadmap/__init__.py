"""CX4: is it a good road map?"""
