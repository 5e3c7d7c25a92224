"""Formulas: from LaTeX to a tree of MathML, and from that to outlines.

    LaTeX ─reading→ MathNode ─outlines→ Drawn: one outline, in ems
                            └→ what each output writes beside it, for readers and editors

Outputs draw the outlines, so that a formula looks the same in each. Knows no deck.
"""
