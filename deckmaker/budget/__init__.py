"""What a deck may cost: every bound on work and memory, in one folder.

Time and memory grow no faster than the input, and the input has these bounds. So no deck, table or picture, however it
was made, can fill a machine's memory or keep it busy for long. Each bound is far beyond what honest decks need; what
passes one is reported at its place, with what was too much, how much there is and how much there may be.

Knows numbers and words only, so that every stage may import it. `docs/limits.md` lists the bounds for users.
"""
