"""Decks with wrong tables, conditions, names of files and options, and what is said of each."""
