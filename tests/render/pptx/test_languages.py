"""Languages with the regions that Office wants, held against CLDR through babel."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.core import get_global

from deckmaker.render.pptx.languages import MEANT, with_region
from tests.projects import DECK, Project
from tests.render.pptx.decks import rendered
from tests.render.pptx.zipped import all_trees


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "en-US"),
        ("en-GB", "en-GB"),
        ("de", "de-DE"),
        ("pt", "pt-BR"),
        ("es-419", "es-419"),
        ("sr-Latn", "sr-Latn-RS"),
        ("sr-Latn-ME", "sr-Latn-ME"),
        ("zh", "zh-CN"),
        ("zh-Hant", "zh-TW"),
        ("zh-Hant-HK", "zh-HK"),
        ("tlh", "tlh"),
    ],
)
def test_a_language_has_a_region(tag: str, expected: str) -> None:
    """That of the author goes before the one that is meant; of a language that few know, none is."""
    assert with_region(tag) == expected


@pytest.mark.parametrize("tag", sorted(MEANT))
def test_regions_are_those_of_cldr(tag: str) -> None:
    """What is meant by a language alone."""
    language, _, script = tag.partition("-")
    likely = get_global("likely_subtags")["_".join(filter(None, (language, script.capitalize())))]
    assert likely.rpartition("_")[2] == MEANT[tag]


def test_every_language_in_a_file_has_a_region(tmp_path: Path) -> None:
    """Texts, prompts, numbers, notes and chart, and the file's properties."""
    chart = "{type: column, categories: [A, B], series: [{name: C, values: [1, 2]}]}"
    slide = f"    notes: Say so.\n  - {{title: T, chart: {chart}}}\n"
    trees = all_trees(rendered(Project(tmp_path).document(f"language: fr\n{DECK}{slide}")))
    said = {str(tag) for tree in trees.values() for tag in tree.xpath("//@lang | //*[local-name()='lang']/@val")}
    said |= {text for tree in trees.values() for text in tree.xpath("//*[local-name()='language']/text()")}
    assert said == {"fr-FR"}


def test_code_is_not_proofread(tmp_path: Path) -> None:
    """PowerPoint would underline its words as misspelt (ECMA-376 Part 1, 21.1.2.3.9, `noProof`)."""
    slide = "  - title: T\n    text: Call `getattr` once.\n    notes: Say so.\n"
    trees = all_trees(rendered(Project(tmp_path).document(f"{DECK}{slide}")))
    found = {
        "".join(run.itertext()): run.xpath("string(*[local-name()='rPr']/@noProof)")
        for tree in trees.values()
        for run in tree.xpath("//*[local-name()='r'][*[local-name()='t']]")
    }
    assert found["getattr"] == "1"
    assert {one for words, one in found.items() if words != "getattr"} == {""}
