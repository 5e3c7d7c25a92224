"""Decks and files that nobody would write: `make soak` tries them for as long as it is told, the tests a few."""
