"""What is told by its colour alone: signs that are nothing else, and words that name a part of a chart by it."""

from __future__ import annotations

import pytest

from deckmaker.accessibility.color_words import color_named
from tests.projects import DECK, Project

TABLE = "    table:\n      rows: [[Measure, State], [Shore power, %s], [Quiet fans, done]]\n"


def said(folder, slide: str) -> list[tuple[str, str]]:
    """Return codes and messages about a slide, but for signs that no font has."""
    found = Project(folder).read(f"{DECK}  - title: B\n{slide}")[1]
    return [(one.code, one.message) for one in found if one.code.startswith("color-")]


@pytest.mark.parametrize("sign", ["🔴", "🟢", "🟥 🟥", "⚫"])
def test_a_cell_of_nothing_but_a_colour_is_told(sign, tmp_path):
    """Circles and squares differ in nothing else."""
    assert said(tmp_path, TABLE % sign) == [
        ("color-alone", f"slide 2: `{sign}` says by its colour alone what it means")
    ]


@pytest.mark.parametrize("text", ["🔴 late", "✅", "▲", "1"])
def test_a_word_or_a_form_says_it_too(text, tmp_path):
    """Then the colour is only one of two ways."""
    assert said(tmp_path, TABLE % text) == []


@pytest.mark.parametrize(
    "text",
    ["The red bars are nights.", "See the dark-blue line", "Late ones are marked in red", "the grey area",
     "Die roten Balken sind Nächte.", "siehe die blaue Linie", "grün markiert", "Les barres rouges", "marquées en vert",
     "Las barras rojas", "resaltadas en azul", "红色的柱", "标红"],
)  # fmt: skip
def test_words_that_name_a_part_by_its_colour(text):
    """In each language of the project."""
    assert color_named(text)


@pytest.mark.parametrize(
    "text",
    ["Roses are red.", "The Red Cross", "in the red", "a green paper", "Der rote Faden", "la Croix-Rouge",
     "Casa Blanca", "红十字会", "black ice and white nights"],
)  # fmt: skip
def test_a_colour_that_names_no_part_of_a_chart(text):
    """What has a colour of its own may be called by it."""
    assert color_named(text) is None


def test_only_beside_a_chart_or_a_table(tmp_path):
    """Elsewhere a red line may be one that nobody is to cross."""
    text = "    text: China has named four red lines.\n"
    assert said(tmp_path, text) == []
    assert said(tmp_path, text + TABLE % "planned") == [
        ("color-named", "slide 2: `red lines` names by its colour what a reader is to look at")
    ]
