"""Machines are compared by what decides about the bytes of files."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from deckmaker.rows.cluster.alike import Facts, difference, own_facts

HERE = Facts({"Python": "3.11", "reportlab": "5.1.0"}, {"Carlito.ttf": "aaa", "Noto.ttf": "bbb"})


@pytest.mark.parametrize(
    ("versions", "fonts", "said"),
    [
        ({}, {}, None),
        ({"Python": "3.13"}, {}, "has Python 3.13, and this machine 3.11"),
        ({"reportlab": None}, {}, "has reportlab none, and this machine 5.1.0"),
        ({"lxml": "6"}, {}, "has lxml 6, and this machine none"),
        ({}, {"Carlito.ttf": "ccc"}, "has a font file `Carlito.ttf` that this machine has otherwise"),
        ({}, {"Noto.ttf": None}, "lacks the font file `Noto.ttf` of this machine"),
        ({}, {"Arimo.ttf": "ddd"}, "has a font file `Arimo.ttf` that this machine lacks"),
        ({"reportlab": "5.0"}, {"Arimo.ttf": "ddd"}, "has reportlab 5.0, and this machine 5.1.0"),
    ],
)
def test_the_first_difference_is_named(versions, fonts, said):
    def changed(known, changes):
        return {name: one for name, one in {**known, **changes}.items() if one is not None}

    assert difference(HERE, Facts(changed(HERE.versions, versions), changed(HERE.fonts, fonts))) == said


def test_facts_are_those_of_this_process(monkeypatch, tmp_path):
    """All libraries that draw are among them, and every font file of a folder that the user names."""
    monkeypatch.setenv("DECKMAKER_FONTS", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "none"))
    (tmp_path / "One.ttf").write_bytes(b"1")
    own_facts.cache_clear()
    facts = own_facts()
    for library in ("python-pptx", "reportlab", "pillow", "fonttools", "uharfbuzz", "lxml"):
        [own] = [known for name, known in facts.versions.items() if name.casefold() == library]
        assert own == version(library)
    assert list(facts.fonts) == ["One.ttf"]
    (tmp_path / "One.ttf").write_bytes(b"2")
    own_facts.cache_clear()
    assert difference(facts, own_facts()) == "has a font file `One.ttf` that this machine has otherwise"
    own_facts.cache_clear()
