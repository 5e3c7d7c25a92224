"""On which slide of a file imported ones are found."""

from __future__ import annotations

from deckmaker.merging.written_slides import written_slides


def test_parts_of_a_slide_that_was_split_are_found_on_it():
    """Not on the one below, though that is in their gap: those for whom the presentation was made do not see it."""
    imported = [
        {"title": "A long list (1/2)", "bullets": ["One", "Two"]},
        {"title": "A long list (2/2)", "bullets": ["A third one", "And a fourth"]},
        {"title": "The end", "text": "We end here."},
    ]
    written = [
        {"title": "A long list", "bullets": ["One", "Two", "A third one", "And a fourth"]},
        {"title": "A secret", "only": "press", "text": "Words for nobody else."},
        {"title": "The end", "text": "We end here."},
    ]
    assert written_slides(imported, written) == {0: 0, 1: 0, 2: 2}


def test_slides_of_one_title_are_found_where_each_is_written():
    """Those were not split, though one stands below the other."""
    imported = [{"title": "Costs", "text": "Five million."}, {"title": "Costs", "text": "Six million."}]
    written = [{"title": "Costs", "text": "Five million."}, {"title": "Costs", "text": "{{ costs }} million."}]
    assert written_slides(imported, written) == {0: 0, 1: 1}
