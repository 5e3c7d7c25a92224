"""Decks from what was written for other tools."""
