"""Decks from files of other tools."""
