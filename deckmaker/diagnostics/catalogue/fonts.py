"""Codes about fonts: those that a theme names, and those that stand in for them."""

from __future__ import annotations

from deckmaker.diagnostics.catalogue.code import Code, DeckExample, E, Example, ThemeExample, W

FONTS = {
    "missing-glyph": Code(
        E,
        "Neither the theme's fonts nor any font on this machine has a glyph for a character.",
        "Replace the character, or install a font that has it. `DECKMAKER_FONTS` may name folders of further fonts.",
        DeckExample("""\
title: Night noise
slides:
  - title: "Where it comes from \\uE000"
"""),
    ),
    "fallback-font": Code(
        W,
        "The theme's fonts lack characters, so these are set in a font that is installed on this machine. PDF and HTML "
        "carry its glyphs; a PowerPoint file names the font that Office has for the script.",
        "Use a theme whose fonts have them, or look at the PPTX in PowerPoint: widths differ, but for Chinese and "
        "Japanese. `DECKMAKER_FONTS` names folders of fonts that come before all others.",
        Example("A name in Chinese letters, in a deck whose theme names Georgia and Calibri."),
    ),
    "absent-font": Code(
        W,
        "A theme names a family that is neither one of Office's five nor installed here. The PowerPoint file names it; "
        "PDF and HTML show another in its place, by whose widths all lines are broken.",
        "Install the family, name its files in the theme, or choose the `substitute` that is shown.",
        ThemeExample("""\
extends: briefing
fonts: {heading: Harbour Grotesk}
"""),
    ),
    "forbidden-font": Code(
        W,
        "The rights that a font file says (OpenType: OS/2, fsType) forbid documents to carry it, or a part of it. The "
        "PowerPoint file names it; PDF and HTML show another in its place, by whose widths all lines are broken.",
        "Get a licence, and with it a file, that may be embedded; or choose the `substitute` that is shown.",
        Example("A brand's font whose maker has marked it as restricted."),
    ),
    "unusable-font": Code(
        E,
        "A font file of a theme is not there, is no TrueType or OpenType font, is damaged, holds another family or no "
        "letters, or is too large.",
        "Check the path and the family's name; take the .ttf or .otf that the font's maker offers.",
        ThemeExample("""\
extends: briefing
fonts:
  body: {family: Harbour Grotesk, files: [harbour-grotesk.ttf]}
"""),
    ),
    "missing-face": Code(
        W,
        "A text is bold or italic, and its family has no such face. The nearest that it has is drawn in all outputs: "
        "PowerPoint would thicken or slant it by itself, to widths that nobody measured.",
        "Add the file of that face to the family, or leave out what is bold or italic.",
        Example("A title in bold, in a theme whose heading family was given by one file."),
    ),
}
