"""What layout decided of a deck, and why, for people and programs to read: `deckmaker show`.

    Document ─survey→ DeckSurvey ─in a form→ text or JSON
    Page ─draw→ picture of the page with its boxes, lines and room left

Nothing is worked out a second time: all that is said here stands in the document.
"""
