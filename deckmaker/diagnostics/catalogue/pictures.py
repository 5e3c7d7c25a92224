"""Codes about pictures, and about whose they are."""

from __future__ import annotations

from deckmaker.diagnostics.catalogue.code import Code, DeckExample, E, Example, N, W

PICTURES = {
    "missing-file": Code(
        E,
        "A file that the deck names is not there.",
        "Mend the path; it is relative to the deck.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    image: {file: harbor.png, alt: Cranes at dusk, credit: A. Lind}
"""),
    ),
    "outside-project": Code(
        E,
        "A path leads out of the project, directly or by a link, or a deck is such a link. Nothing is said of what "
        "is there.",
        "Copy the file into the project, or put an empty `deckmaker.yaml` into the folder that holds all of it.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    image: {file: ../../harbour.png, alt: Cranes at dusk, credit: A. Lind}
"""),
    ),
    "hidden-file": Code(
        E,
        "A path goes through a file or folder that is hidden, whose name begins with a dot, or is a link to one. "
        "Programs keep keys, settings and histories there, which are no part of a deck.",
        "Copy the file into a folder of the project that is not hidden.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    image: {file: .private/harbour.png, alt: Cranes at dusk, credit: A. Lind}
"""),
    ),
    "unusable-picture": Code(
        E,
        "The file is not a picture that deckmaker can place: of another format, damaged, too large, or a drawing that "
        "runs code or refers to other files.",
        "Use a whole JPEG, PNG, WebP, TIFF, GIF or SVG file.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    image: {file: notes.txt, alt: Cranes at dusk, credit: A. Lind}
"""),
    ),
    "first-picture-only": Code(
        W,
        "The file is animated or has several pages; slides show its first picture.",
        "Save the picture that you mean in a file of its own.",
        Example("The `image` of a slide names a GIF that moves."),
    ),
    "drawn-as-pixels": Code(
        N,
        "A drawing holds what the outputs' lines and curves cannot say, such as a filter or a mask, or more of them "
        "than viewers are quick with. It is shown as pixels, finely enough for a whole page in print.",
        "Nothing needs mending; export it without, if it is to be sharp at any size.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    image: {file: blurred.svg, alt: Cranes at dusk, credit: A. Lind}  # in the file, a shadow is a filter
"""),
    ),
    "missing-credit": Code(
        W,
        "A picture has no `credit`, and its file does not say whose it is.",
        "Say whose picture it is.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    image: {file: harbour.png, alt: Cranes at dusk}
"""),
    ),
    "credit-disagrees": Code(
        W,
        "A credit in the deck and the metadata of its picture (XMP, IPTC-IIM or Exif) name different people, licences "
        "or owners of the copyright. The slide shows what the deck says.",
        "Find out who is right, and mend the deck or the picture's metadata.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    image: {file: signed.jpg, alt: Cranes at dusk, credit: A. Lind}  # in the file, the creator is B. Berg
"""),
    ),
    "taken-from-file": Code(
        N,
        "A picture brings its credit, a part of it, or its alt text in its metadata, and the deck does not type it.",
        "Nothing needs mending; what you type in the deck wins.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    image: {file: signed.jpg, alt: Cranes at dusk}  # in the file, the creator is B. Berg
"""),
    ),
    "unknown-license": Code(
        W,
        "A credit's `license` is nearly the id or the address of a licence, but for a slip, so that no deed is linked.",
        "Write the id as SPDX does, mend the address, or name the licence in words of its own.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    credit: {creator: A. Lind, license: CC-BY-4}
"""),
    ),
}
