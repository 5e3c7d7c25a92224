"""Codes about what licences permit. None of it is legal advice."""

from __future__ import annotations

from deckmaker.diagnostics.catalogue.code import Code, DeckExample, Example, W

NO_ADVICE = (
    "This is no legal advice: deckmaker knows what the texts of common licences say, neither the law of your country "
    "nor what you have agreed on with an owner."
)

GATE = {
    "no-derivatives": Code(
        W,
        "A licence that permits no changes (ND), and a picture that the layout crops, or a work that was modified.",
        "Show the picture whole with `fit: contain`, use the work unchanged, or get permission and give it as the "
        "reason under `severity`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    credit: {creator: A. Lind, license: CC-BY-ND-4.0, modified: translated}
"""),
    ),
    "non-commercial": Code(
        W,
        "A licence that permits no commercial use (NC), in a deck that says `use: commercial`.",
        "Use another work, or get permission and give it as the reason under `severity`.",
        DeckExample("""\
title: Night noise
use: commercial
slides:
  - title: Where it comes from
    credit: {creator: A. Lind, license: CC-BY-NC-4.0}
"""),
    ),
    "editorial-only": Code(
        W,
        "A licence for editorial use, in a deck that says `use: commercial`.",
        "Use another work, or get a licence for commercial use and give it as the reason under `severity`.",
        DeckExample("""\
title: Night noise
use: commercial
slides:
  - title: Where it comes from
    image: {file: harbour.png, alt: Cranes at dusk, credit: {creator: A. Lind, license: "Getty Images, editorial use"}}
"""),
    ),
    "share-alike": Code(
        W,
        "The licence wants changed works to be under that licence, too (SA). The work was modified or is "
        "cropped, and the deck does not name that licence.",
        "Give the deck that `license`, say in the credit's `note` that the changed work is under it, or use the "
        "work unchanged.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    credit: {creator: A. Lind, license: CC-BY-SA-4.0, modified: translated}
"""),
    ),
    "incomplete-credit": Code(
        W,
        "A credit lacks what its licence asks for: a name, or the licence's link.",
        "Add the creator's name, or the publisher's or the copyright notice instead. Write the licence as an "
        "SPDX id or as its address.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    credit: {title: Harbour nights, license: CC-BY-4.0}
"""),
    ),
    "unsaid-ai": Code(
        W,
        "A picture says in its metadata that AI made it, or a part of it, and its credit does not say so.",
        "Add `ai:` with the AI's name, or `ai: yes`, to its credit.",
        Example("The digital source type in a JPEG is `trainedAlgorithmicMedia`, and its credit names a person alone."),
    ),
    "preview-watermark": Code(
        W,
        "A picture's metadata says that it is an agency's preview, there to choose from and not to be published.",
        "License the picture and use the file that you get for it.",
        Example("The credit line in a JPEG is `Getty Images comp`."),
    ),
}
"""By code; a deck that makes less of one gives its reason."""
