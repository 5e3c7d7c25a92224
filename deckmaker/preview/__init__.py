"""A deck in a browser, which shows each change as it is saved.

    files ─watch→ changes ─desk: read, lay out, draw what changed→ Look ─server→ the page, which asks for what is new

The desk knows decks and no browser, the server browsers and no deck. Only one thread at a time works on the deck.
"""
