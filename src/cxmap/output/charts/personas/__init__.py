"""Persona cards: who the customers of a journey are."""
