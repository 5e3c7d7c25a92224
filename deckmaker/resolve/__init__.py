"""The written deck to its meaning: inline marks read, pictures found, credits looked up."""

from deckmaker.resolve.deck import resolve_deck

__all__ = ["resolve_deck"]
