"""Formulas that another program spelled anew: whether they are still the same ones."""

from __future__ import annotations

import pytest

from deckmaker.formulas.likeness import are_one_formula


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"E=\frac{1}{2}mv^{2}", r"E = \frac{1}{2} m v^2"),
        (r"L=10\,{\log}_{10}x", r"L = 10\,\log_{10} x"),
        (r"\sum_{i=1}^{n} α_{i}", r"\sum_{i=1}^n \alpha_i"),
        (r"a  =  \frac{b}{c}", r"a = \frac{b}{c}"),
    ],
)
def test_another_spelling_is_the_same_formula(one: str, other: str) -> None:
    """Braces, spaces and names of signs."""
    assert are_one_formula(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("v^2", "v_2"),
        ("ab", "ba"),
        ("v^2", "v^3"),
        (r"\frac{a}{b}", "a/b"),
        (r"\binom{a}{b}", r"(\frac{a}{b})"),
        (r"\cancel{a}", r"\boxed{a}"),
        (r"\cancel{a}", r"\bcancel{a}"),
        ("x", r"\frac{"),
        ("ab^2", "{ab}^2"),
    ],
)
def test_other_signs_or_places_are_another_one(one: str, other: str) -> None:
    """So is what is no formula."""
    assert not are_one_formula(one, other)
