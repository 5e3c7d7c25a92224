"""What `deckmaker diff` says: two decks, or two states of one, compared by slide and block.

    Deck ─describe→ DeckFacts ─┐
                               ├compare→ Comparison ─write→ text │ JSON │ page
    Deck ─describe→ DeckFacts ─┘

What is compared is meaning: what an author wrote, with the data and pictures that it names. Order of keys, short and
long forms, comments and where lines break are no differences; nor is what follows from something else that is told.
"""
