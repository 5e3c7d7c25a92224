"""Installed fonts that are not as they should be: what a check accepts is built, and every file is sound."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import NamedTuple
from zipfile import ZipFile

import lxml.etree
import pikepdf
from hypothesis import strategies as st

from tests.fonts.damaged import DAMAGES, FONTS, damaged, named, sfnt, write
from tests.installed_fonts import fonts_in
from tests.projects import DECK, Project
from tests.soak.files_of import files_of

_numbers = count()


class OddFont(NamedTuple):
    """A font file, and a text that it has glyphs for."""

    content: bytes
    text: str


def check_font(font: OddFont, project: Project) -> str:
    """Fail where a deck that is accepted with a font is not built; return the codes of what is said."""
    folder = write(project.folder / "fonts" / str(next(_numbers)), font.content)
    text = f"{DECK}    layout: content\n    text: 'with {font.text} and **{font.text}**'\n"
    with fonts_in(folder):
        document, diagnostics = project.read(text)
        codes = {one.code for one in diagnostics}
        if document is None:
            assert "missing-glyph" in codes and codes <= {"missing-glyph", "fallback-font"}, codes
        else:
            check_files(files_of(document))
    return " ".join(sorted(codes))


def check_files(files: dict[str, bytes]) -> None:
    """Fail where a package or a PDF is not sound."""
    with ZipFile(BytesIO(files["pptx"])) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                lxml.etree.fromstring(package.read(name))
    with pikepdf.open(BytesIO(files["pdf"])) as pdf:
        assert pdf.check_pdf_syntax() == []


@st.composite
def odd_fonts(draw: st.DrawFn) -> OddFont:
    """Draw a font with some tables damaged, bytes changed, or another name."""
    made, text = FONTS[draw(st.sampled_from(sorted(FONTS)))]
    tables = dict(made())
    for _ in range(draw(st.integers(0, 2))):
        tables = damaged(tables, draw(st.sampled_from(sorted(tables))), draw(st.sampled_from(DAMAGES)))
    for _ in range(draw(st.integers(0, 6))):
        tag = draw(st.sampled_from(sorted(tables)))
        if table := bytearray(tables[tag]):
            table[draw(st.integers(0, min(len(table), 200) - 1))] = draw(st.integers(0, 255))
            tables[tag] = bytes(table)
    if draw(st.booleans()):
        tables = named(tables, draw(st.text(max_size=40) | st.sampled_from(NAMES)))
    content = sfnt(tables)
    return OddFont(content[: draw(st.integers(12, len(content)))] if draw(st.integers(0, 9)) == 0 else content, text)


NAMES = (
    *(
        "Noto\x01Thai",
        "A\x00B",
        "\ud800",
        "\ufffe",
        "A\u202eB",
        "A\nB",
        "",
        " ",
        "\u200b",
        ".hidden",
        "+mn-lt",
        "@Thai",
    ),
    *("A</style>", "A'B\"C", "A;B{}", "A\\B", "A(B)", "A/B", "A%B#C", "漢字", "<a:latin/>", "&amp;", "N" * 30_000),
)
"""Names of families that would break a package, a page, a PDF or a terminal, or mean another font there."""
