"""What somebody changed in a presentation, written into the deck that it was made of: a three-way merge of texts.

    deck as a presentation ─┐
                            ├─changes─→ places in the deck's file ─edits─→ the file as it would be ─judged anew→ file
    edited presentation ────┘

Both presentations come as imported decks. What is written is judged by what comes of it: the deck is built again, and
has to be nearer to the edited presentation than before, slide by slide.
"""
