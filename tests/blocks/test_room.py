"""How blocks of a slide share its room: what gives way first, what goes on, and what is said where nothing helps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page, PictureItem, Role, TableItem, TextItem
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.figures import TOO_LOW
from deckmaker.layout.place import REGION
from deckmaker.text import SizeReason
from tests.projects import Project

SENTENCE = "Two thirds of the loud nights have a reefer ship at berth four"
QUOTE = {"quote": {"text": "We were sold out by March, and nobody could say until when.", "by": "An installer"}}
WIDE, TALL = ({"image": {"file": f"../{name}.png", "alt": name, "credit": "A. Lind"}} for name in ("wide", "tall"))


def read(folder: Path, slide: dict[str, Any], **look: str) -> tuple[Document | None, Diagnostics]:
    """Lay out a deck of a title slide and this one."""
    project = Project(folder)
    project.picture("wide.png", (1600, 900))
    project.picture("tall.png", (600, 900))
    deck = {"title": "T", **look, "slides": [{"title": "T"}, {"title": "Nights", **slide}]}
    return project.read(yaml.safe_dump(deck, sort_keys=False))


def page(folder: Path, slide: dict[str, Any], **look: str) -> Page:
    """Return the page of a slide that has room for all of it."""
    document, diagnostics = read(folder, slide, **look)
    assert document, [one.message for one in diagnostics]
    (found,) = document.pages[1:2]
    assert found.part is None
    return found


def sizes(page: Page, name: str) -> list[int]:
    """Return the sizes of texts whose names begin so."""
    texts = [one.item for one in page.leaves if (one.slot or "").startswith(name)]
    return [one.setting.size for one in texts if isinstance(one, TextItem)]


def test_a_table_gives_up_its_larger_type_before_a_text_has_no_room(tmp_path):
    """Where texts may not shrink, as in what the soak found: a table larger than its style's size left too little."""
    text = (
        "Pe piquet poquet puquet-ra requetings^[Lube mabequet mebe mibe] riquet ro ru saquetings se si so^[Mobe "
        "mubequet nabe nebe] su ta te ti toquetings tu babe bebe bibe bobe bube dabequet debequet dibe dobe "
        "dubequetings fabe febequetings fibe fobequetings fubequet gabequet gebe gibe gobe gube kabe^[Nibe nobe] "
        "kebe kibe kobe kube labe-lebe libequet lobequet"
    )
    rows = [
        ["Bo bu^[De di do du-faquetings fequet-fi foquetings fu gaquet] da", "Gequet gi", "Go", "Gu kaquetings ke"],
        ["Kiquet koquetings", "Kuquet la", "Le liquetings loquetings", "Lu maquetings-me mi"],
        ["Mo", "Muquet", "Naquet", "Ne"],
        ["Ni", "Noquet", "Nu", "Paquet"],
    ]
    table = {"rows": rows, "header": 2, "footer": 0, "lines": "rules"}
    slide = {"title": "Bequet bi", "overflow": "split", "layout": "table", "text": text, "table": table}
    found = page(tmp_path, slide, theme="briefing")
    assert sizes(found, "body") == [24]
    (table,) = [one.item for one in found.leaves if isinstance(one.item, TableItem)]
    assert max(cell.text.setting.size for cell in table.cells) == 21


@pytest.mark.parametrize("captioned", [False, True])
def test_pictures_give_way_before_quotations_above_them_shrink_to_their_least(tmp_path, captioned):
    """They are lower than they would like to be, and still seen."""
    images = [{"image": {**one["image"], **({"caption": "At dusk"} if captioned else {})}} for one in (WIDE, TALL)]
    found = page(tmp_path, {"content": [QUOTE, QUOTE, *images]})
    quotations = [one for one in found.leaves if (one.slot or "").startswith("quotation")]
    for one in quotations:
        assert isinstance(one.item, TextItem) and one.item.setting.size > one.item.style.minimum + 3
    assert min(one.rect.height for one in found.leaves if isinstance(one.item, PictureItem)) >= TOO_LOW


def test_pictures_give_way_before_a_text_above_them_shrinks(tmp_path):
    """A text alone among pictures, too, which is fitted otherwise."""
    found = page(tmp_path, {"content": [f"{SENTENCE}. " * 6, WIDE, WIDE]})
    (body,) = [one for one in found.leaves if one.slot == "body"]
    assert body.decision and body.decision.size is SizeReason.OWN


def test_pictures_that_are_too_low_are_told_once(tmp_path):
    """At the place of the first, with how many they are."""
    slide = {"content": [f"{SENTENCE}. " * 12, *[WIDE] * 5], "overflow": {"way": "shrink", "then": "error"}}
    _, diagnostics = read(tmp_path, slide)
    (said,) = [one for one in diagnostics if one.code == "picture-too-low"]
    assert said.message == "slide 2: 5 pictures would be lower than the 36 points at which they can be seen"
    lines = (tmp_path / "decks" / "deck.yaml").read_text(encoding="utf-8").splitlines()
    assert said.span and said.span.line == 1 + next(i for i, line in enumerate(lines) if "file:" in line)


@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
def test_the_last_row_of_a_grid_ends_in_its_region(tmp_path, size):
    """The baseline grid moves no picture out of it."""
    cells = [{"text": SENTENCE}, {"text": SENTENCE}, TALL, {"text": SENTENCE}, TALL, WIDE]
    found = page(tmp_path, {"grid": {"across": 2, "cells": cells}, "overflow": "shrink"}, size=size)
    bottom = found.layout.slots[REGION].rect.bottom
    assert all(one.rect.bottom <= bottom + 0.01 for one in found.leaves if one.region == REGION)


@pytest.mark.parametrize("overflow", ["shrink", "split"])
def test_a_tall_picture_in_one_row_leaves_texts_of_another_their_size(tmp_path, overflow):
    """It is lower instead."""
    cells = [{"text": f"{SENTENCE}."}, {"text": f"{SENTENCE}."}, TALL, {"text": "Berth four."}]
    found = page(tmp_path, {"grid": {"across": 2, "cells": cells}, "overflow": overflow})
    assert set(sizes(found, "cell")) == {27}


def test_footnotes_of_a_column_leave_the_text_beside_it_its_room(tmp_path):
    """When a slide goes on: they stand below all columns, and the first column's text is chosen before them."""
    nested = ["Naquetings^[Noquetings] nequet niquet^[Nu]", "Pa pe pi^[Poquet]", "Pu ra^[Ri roquetings] requetings"]
    first = {
        "heading": "Da dequet diquet",
        "text": "Doquetings duquet^[Kuquet la] fa fequetings fiquet foquet fuquet ga ge giquetings goquet gu ka ke "
        "kiquet ko",
        "bullets": ["Le", "Liquetings", "Loquetings", "Luquet", "Maquet", "Me^[Mi moquetings]", {"Mu": nested}],
    }
    second = (
        "Se si^[Fibequetings] so su ta te ti toquet tuquetings babequetings bebequet bibe bobe^[Fobe fube] bubequet "
        "dabe debe dibe^[Gabe] dobequet dubequetings^[Gebe gibequetings] fabe febe^[Gobe]"
    )
    document, diagnostics = read(
        tmp_path, {"title": "Be biquet bo bu", "columns": [first, {"heading": "Ruquetings saquet", "text": second}]}
    )
    assert document, [one.message for one in diagnostics]
    assert len(document.pages) > 2


def test_a_row_of_a_grid_that_goes_on_has_room_for_texts_below_a_quotation(tmp_path):
    """All of a cell is measured one below the other, each text where the baseline grid puts it."""
    lists = [{"bullets": [{"Bi": ["Bo"]}, {"Bu": ["Da"]}]}, {"bullets": [{"De": ["Diquet"]}]}]
    quoted = {"heading": "Fa", "content": [{"quote": {"text": "Fequet", "by": "Fiquet"}}, {"text": "Fo"}]}
    grid = {"cells": [{"content": lists}, {"text": "Do"}, {"text": "Duquetings"}, quoted]}
    document, diagnostics = read(tmp_path, {"layout": "table", "content": [{"grid": grid}, {"text": "Fu"}]})
    assert document, [one.message for one in diagnostics]
    assert len(document.pages) == 3


def test_texts_of_a_grid_keep_their_size_below_one_with_a_picture(tmp_path):
    """As the soak found: the picture was high, and texts below it small."""
    cells = [{"heading": "Bi"}, {"text": "Boquet", **WIDE}, *({"text": one} for one in ("De", "Di", "Do", "Du"))]
    content = [{"grid": {"cells": cells}}, {"grid": {"cells": [{"text": "Faquetings"}, {"heading": "Fe"}]}}]
    found = page(tmp_path, {"title": "Be", "content": content}, theme="briefing")
    leaves = [one for one in found.leaves if one.region and one.role is Role.TEXT]
    assert len({one.item.setting.size for one in leaves if isinstance(one.item, TextItem)}) == 1


def test_a_chart_whose_plot_would_be_too_low_goes_on_on_another_slide(tmp_path):
    """Where what stands above it cannot be smaller, as in what the soak found: text, then an agenda of many parts."""
    chart = {"chart": {"type": "column", "categories": [1990, 1991], "values": [3, 4]}}
    slide = {"layout": "content", "content": [{"heading": "Before"}, {"text": "Words"}, {"agenda": True}, chart]}
    sections = [{"title": f"Part {one}", "section": f"Section {one}"} for one in range(7)]
    project = Project(tmp_path)
    deck = {"title": "T", "slides": [{"title": "T"}, {"title": "Nights", **slide}, *sections]}
    document, diagnostics = project.read(yaml.safe_dump(deck, sort_keys=False))
    assert document and [one.code for one in diagnostics] == ["split-slide"]
    (plot,) = (one for one in document.pages[2].leaves if isinstance(one.item, ChartItem))
    assert plot.rect.height > 200
