"""Twelve templates that come with LibreOffice, drawn by us and by LibreOffice: what is visible differs hardly."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.agreement.libreoffice import convert_to_pdf
from tests.template.likeness import differences
from tests.template.templates import DEFAULT

pytestmark = [pytest.mark.outside, pytest.mark.slow]

PRESETS = Path("/usr/lib/libreoffice/share/template/common/presnt")
NAMES = (
    *("Beehive", "Blue_Curve", "Candy", "Focus", "Freshes", "Grey_Elegant"),
    *("Growing_Liberty", "Lights", "Piano", "Vintage", "Vivid", "Yellow_Idea"),
)
DIFFER = {
    "Grey_Elegant": "shadows, and ends of lines",
    "Lights": "a gradient that grows as its shape does",
    "Vivid": "patterns, which are shown as one colour",
    "Candy": "an edge of a picture",
}
"""Templates some of whose layouts differ in more than one pixel of a hundred, and by what."""


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the templates as .potx files, as LibreOffice writes them."""
    if not PRESETS.is_dir():
        pytest.skip("LibreOffice's own templates are not installed")
    folder = tmp_path_factory.mktemp("templates")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(PRESETS / f"{name}.otp") for name in NAMES]
    command = ["soffice", profile, "--headless", "--convert-to", "potx", "--outdir", str(folder), *sources]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    return {name: (folder / f"{name}.potx").read_bytes() for name in NAMES} | {"default": DEFAULT.read_bytes()}


def test_four_layouts_of_five_are_as_libreoffice_draws_them(templates, tmp_path):
    """Less than one pixel of a hundred is visibly another, and the others are known."""
    found: dict[str, list[tuple[str, float]]] = {}
    for name, content in templates.items():
        folder = tmp_path / name
        folder.mkdir()
        found[name] = differences(content, folder, lambda path: convert_to_pdf([path], path.parent)[0])
    every = [share for layouts in found.values() for _, share in layouts]
    assert len(every) > 100
    assert sum(share < 0.01 for share in every) / len(every) > 0.8
    assert {name for name, layouts in found.items() if any(share >= 0.01 for _, share in layouts)} <= DIFFER.keys()
