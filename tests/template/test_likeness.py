"""Twelve templates that come with LibreOffice, drawn by us and by LibreOffice: what is visible differs hardly."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckmaker.template.preset_shapes import preset_names
from tests.agreement.libreoffice import convert_to_pdf
from tests.projects import DECK, Project, run
from tests.samples import mostly_long
from tests.template.likeness import difference, differences
from tests.template.presets import preset_templates
from tests.template.templates import BLANK, DEFAULT, packed, place, preset, shape, solid, with_shapes

pytestmark = [pytest.mark.outside, pytest.mark.slow]

NAMES = (
    *("Beehive", "Blue_Curve", "Candy", "Focus", "Freshes", "Grey_Elegant"),
    *("Growing_Liberty", "Lights", "Piano", "Vintage", "Vivid", "Yellow_Idea"),
)
DIFFER = {
    "Grey_Elegant": "shadows, and ends of lines",
    "Lights": "a gradient that grows as its shape does",
    "Vivid": "patterns, whose dots LibreOffice sets otherwise, and shadows",
    "Candy": "an edge of a picture",
}
"""Templates some of whose layouts differ in more than one pixel of a hundred, and by what."""


def through_libreoffice(path: Path) -> Path:
    """Return a PDF of a presentation, by LibreOffice."""
    return convert_to_pdf([path], path.parent)[0]


USUAL = NAMES[2::3]


@pytest.fixture(
    scope="module", params=mostly_long([(USUAL,), (NAMES,)], is_usual=lambda values: values[0] is USUAL), ids=len
)
def templates(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return every third of the templates, or all, as .potx files, as LibreOffice writes them."""
    found = preset_templates(request.param, tmp_path_factory.mktemp("templates"))
    return found | {"default": DEFAULT.read_bytes()}


def test_four_layouts_of_five_are_as_libreoffice_draws_them(templates, tmp_path):
    """Less than one pixel of a hundred is visibly another, and the others are known."""
    found: dict[str, list[tuple[str, float]]] = {}
    for name, content in templates.items():
        folder = tmp_path / name
        folder.mkdir()
        found[name] = differences(content, folder, through_libreoffice)
    every = [share for layouts in found.values() for _, share in layouts]
    assert len(every) > 7 * len(templates)
    assert sum(share < 0.01 for share in every) / len(every) > 0.8
    assert {name for name, layouts in found.items() if any(share >= 0.01 for _, share in layouts)} <= DIFFER.keys()


def test_every_one_of_them_becomes_a_theme(templates, tmp_path):
    """Without an error, and a deck in it has the template's pages."""
    for name, content in templates.items():
        folder = tmp_path / name
        folder.mkdir()
        project = Project(folder)
        (folder / "company.potx").write_bytes(content)
        assert run("theme", "from", folder / "company.potx").exit_code == 0, name
        theme = project.document(f"theme: ../company.yaml\n{DECK}").theme
        assert theme.template
        assert all(one.brand for one in theme.layouts.values())
        assert (theme.width, theme.height) == (theme.template.width, theme.template.height)


def test_preset_forms_are_as_libreoffice_draws_them(tmp_path):
    """Each of those that are known: no more than one pixel of fifty of its place is visibly another."""
    names = list(preset_names())
    line = f'<a:ln w="12700">{solid("CC2200")}</a:ln>'
    places = {name: (10 + index % 10 * 71, 10 + index // 10 * 75) for index, name in enumerate(names)}
    shapes = "".join(
        shape(place(*at, 60, 40), preset(name), solid("336699") + line, name) for name, at in places.items()
    )
    differences(packed(with_shapes({BLANK: shapes})), tmp_path, through_libreoffice)
    own, other = (Image.open(tmp_path / f"{stem}-07.png").convert("RGB") for stem in ("ours", "empty"))
    scale = own.width / 720
    boxes = {
        name: tuple(round(one * scale) for one in (x - 4, y - 4, x + 64, y + 56)) for name, (x, y) in places.items()
    }
    found = {name: difference(own.crop(box), other.crop(box)) for name, box in boxes.items()}
    assert len(found) == 60
    assert {name: share for name, share in found.items() if share > 0.02} == {}
