"""Names of places: each is on its page once, whatever stands beside it."""

from __future__ import annotations

from tests.projects import DECK, Project


def test_a_second_picture_is_not_called_as_the_one_in_the_layouts_place(tmp_path):
    """The first fills the place that the layout has for one; the other stands in the region under a name of its own."""
    project = Project(tmp_path)
    project.picture("a.png", (40, 30))
    picture = "{file: ../a.png, alt: A, caption: Below}"
    slide = f"  - layout: picture-right\n    content: [Words, {{image: {picture}}}, {{image: {picture}}}]\n"
    _, page = project.document(DECK + slide).pages
    names = [one.slot for one in page.leaves if one.slot]
    assert {"picture", "picture caption", "picture 2", "caption"} <= {*names}
    assert len({*names}) == len(names)
