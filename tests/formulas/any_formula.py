"""Any formula in LaTeX, of the commands that people write, each part of which is sound."""

from __future__ import annotations

import re

from hypothesis import strategies as st

_LEAVES = st.sampled_from(
    ["x", "y", "2", "3{,}5", r"\alpha", r"\Omega", r"\infty", r"\text{rate}", r"\mathbb{R}", r"\mathbf{v}", "n!", "f'"]
)
_SIGNS = st.sampled_from(["+", "-", "=", r"\le", r"\cdot", r"\to", r"\in", ",", r"\quad", r"\,", r"\mid"])
_ACCENTS = st.sampled_from([r"\hat", r"\bar", r"\vec", r"\tilde", r"\overline", r"\underline", r"\widehat", r"\sqrt"])
_BIG = st.sampled_from([r"\sum", r"\prod", r"\int", r"\oint", r"\bigcup"])
_FENCES = st.sampled_from([("(", ")"), ("[", "]"), (r"\{", r"\}"), ("|", "|"), (r"\lfloor", r"\rfloor"), (".", "|")])
_TABLES = st.sampled_from(["matrix", "pmatrix", "bmatrix", "vmatrix", "cases", "aligned"])


def _further(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, inner).map(lambda one: rf"\frac{{{one[0]}}}{{{one[1]}}}"),
        st.tuples(inner, inner).map(lambda one: rf"\binom{{{one[0]}}}{{{one[1]}}}"),
        st.tuples(_LEAVES, inner, inner).map(lambda one: f"{{{one[0]}}}_{{{one[1]}}}^{{{one[2]}}}"),
        st.tuples(inner, inner).map(lambda one: f"{{{one[0]}}}^{{{one[1]}}}"),
        st.tuples(_ACCENTS, inner).map(lambda one: f"{one[0]}{{{one[1]}}}"),
        st.tuples(inner, inner).map(lambda one: rf"\sqrt[{{{one[0]}}}]{{{one[1]}}}"),
        st.tuples(_BIG, inner, inner, inner).map(lambda one: f"{one[0]}_{{{one[1]}}}^{{{one[2]}}} {one[3]}"),
        st.tuples(_FENCES, inner).map(lambda one: rf"\left{one[0][0]} {one[1]} \right{one[0][1]}"),
        st.tuples(inner, inner).map(lambda one: rf"\underbrace{{{one[0]}}}_{{{one[1]}}}"),
        st.tuples(_TABLES, inner, inner, inner).map(
            lambda one: rf"\begin{{{one[0]}}} {one[1]} & {one[2]} \\ {one[3]} & 1 \end{{{one[0]}}}"
        ),
        st.tuples(inner, _SIGNS, inner).map(" ".join),
        inner.map(lambda one: rf"\boxed{{{one}}}"),
        inner.map(lambda one: rf"\lim_{{n \to \infty}} {one}"),
    )


FORMULAS = st.recursive(_LEAVES, _further, max_leaves=12).map(lambda one: re.sub(r"\{(?=\{)", "{ ", one))
"""None of which is wider or higher than a slide at the least size, as a rule; and none has two braces side by side:
with these, a value begins in decks."""
