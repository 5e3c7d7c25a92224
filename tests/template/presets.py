"""LibreOffice's own presentation templates, as it writes them for PowerPoint: public ones, made by designers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.agreement.libreoffice import converted
from tests.installed_fonts import DEJAVU, NOTO

PRESETS = Path("/usr/lib/libreoffice/share/template/common/presnt")

FONTS = (NOTO, DEJAVU)
"""Folders of what they name and no Office has."""


def preset_templates(names: Sequence[str], folder: Path, extension: str = "potx") -> dict[str, bytes]:
    """Return presets by their names, converted in one start of LibreOffice; skip the test where they are not there."""
    if not PRESETS.is_dir():
        pytest.skip("LibreOffice's own templates are not installed")
    files = converted([PRESETS / f"{name}.otp" for name in names], folder, extension)
    return {name: file.read_bytes() for name, file in zip(names, files, strict=True)}
