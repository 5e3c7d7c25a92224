"""Drawings as vectors: a closed, small set of paths, groups and gradients that every output can draw.

    tree of a safe SVG ─normalise→ Drawing ─write→ SVG of that set alone
                                          └→ the PDF's operators (render/pdf)

What it cannot say is not guessed: Unsaid tells what it is, and the drawing is shown as pixels. Only elements and
attributes that are named here are read, so nothing else can reach an output.
"""
