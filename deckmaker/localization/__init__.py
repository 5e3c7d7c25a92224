"""Numbers and dates as each language writes them. Knows nothing of decks, tables or charts on slides."""
