"""fontconfig pinned to the very fonts that deckmaker embeds, and to those that tests have stand in for them.

Without it LibreOffice judges a deck in whatever the machine has: Georgia becomes Noto Serif on a bare Debian.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from deckmaker.fonts.families import FAMILIES, font_folder
from tests.installed_fonts import NOTO, NOTO_CJK

_ALIAS = """  <match target="pattern">
    <test name="family" qual="any"><string>{office}</string></test>
    <edit name="family" mode="assign" binding="same"><string>{twin}</string></edit>
  </match>"""
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{fonts}
  <cachedir>{cache}</cachedir>
{aliases}
</fontconfig>
"""


def write_fontconfig(folder: Path, more: Iterable[Path] = ()) -> Path:
    """Write a fonts.conf with its own cache into `folder`; return its path, for FONTCONFIG_FILE.

    `more` are folders of further fonts that a test has at hand.
    """
    aliases = "\n".join(_ALIAS.format(office=office, twin=twin) for office, twin in FAMILIES.items())
    path = folder / "fonts.conf"
    fonts = "\n".join(f"  <dir>{escape(str(one))}</dir>" for one in (font_folder(), NOTO, NOTO_CJK, *more))
    path.write_text(
        _CONFIGURATION.format(fonts=fonts, cache=escape(str(folder / "cache")), aliases=aliases), encoding="utf-8"
    )
    return path
