"""Where the decks of rows go."""
