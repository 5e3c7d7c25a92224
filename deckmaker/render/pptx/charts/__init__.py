"""Charts as PowerPoint's own: their parts, workbooks, places on slides, and what notes say of them.

Loaded for the first chart of a deck. Every place, limit, unit, gap, font and colour is stated, since programs fill in
what is left out each in its own way.
"""
