"""Draws the pictures of the decks. See README.md."""
