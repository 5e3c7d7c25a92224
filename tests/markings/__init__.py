"""Markings, from the deck to all that is made of it."""
