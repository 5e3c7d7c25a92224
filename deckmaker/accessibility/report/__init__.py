"""What `deckmaker check --report` writes: how accessible decks are, as a page that is so itself."""
