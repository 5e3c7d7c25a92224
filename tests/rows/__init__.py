"""Decks from the rows of a table."""
