"""Decks as people write them wrongly, each with all that deckmaker says of it: `cases/NAME.txt` holds both."""
