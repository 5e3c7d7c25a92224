"""The properties that are soaked, each with what it is tried on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from tests.blocks.any_blocks import LAYOUTS, ROOMY, any_slides
from tests.blocks.checks import check_any as check_blocks
from tests.blocks.checks import check_few_words
from tests.projects import Project
from tests.soak.any_slide import any_decks, check_any
from tests.soak.checks import check_deck, check_file
from tests.soak.costs import check_cost, shapes
from tests.soak.decks import decks
from tests.soak.files import files
from tests.soak.fonts import check_font, odd_fonts
from tests.soak.markdown import check_marked, marked_decks
from tests.soak.nothing_cut import check_overfull
from tests.soak.overfull import overfull_decks
from tests.soak.paths import check_world, worlds
from tests.soak.pictures import check_picture, pictures
from tests.soak.quoted import check_quoted, quoted_decks
from tests.soak.tables import check_table, check_table_file, table_files, tables
from tests.soak.themes import check_palette, palettes


@dataclass(frozen=True, slots=True)
class Property:
    """What must hold of everything that is drawn, in a project that holds the pictures which decks name."""

    drawn: st.SearchStrategy[Any]
    check: Callable[[Any, Project], None]


PROPERTIES = {
    "files": Property(files, check_file),
    "decks": Property(decks(), check_deck),
    "overfull": Property(overfull_decks(), check_overfull),
    "any slide": Property(any_decks(), check_any),
    "blocks": Property(any_slides(LAYOUTS), check_blocks),
    "few words": Property(any_slides(ROOMY, (6, 6, 15)), check_few_words),
    "tables": Property(tables(), check_table),
    "table files": Property(table_files(), check_table_file),
    "paths": Property(worlds, check_world),
    "pictures": Property(pictures, check_picture),
    "costs": Property(shapes(), check_cost),
    "quoted": Property(quoted_decks(), check_quoted),
    "markdown": Property(marked_decks(), check_marked),
    "fonts": Property(odd_fonts(), check_font),
    "palettes": Property(palettes, check_palette),
}
