"""What a deck uses again, before it is validated: values in its texts.

    Tree ─variables→ scope ─filling→ Tree

Whatever is put together here keeps its places: a message about it leads to where somebody wrote it.
"""
