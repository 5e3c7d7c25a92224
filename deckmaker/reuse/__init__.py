"""What a deck uses again, before it is validated: slides of other files, and values in its texts.

    Tree ─including→ Tree ─variables→ scope
                     Tree ─filling(scope)→ Tree

Whatever is put together here keeps its places: a message about it leads to where somebody wrote it.
"""
