"""Codes about files that cannot be read as YAML."""

from __future__ import annotations

from deckmaker.diagnostics.catalogue.code import Code, DeckExample, E, Example

READING = {
    "unreadable-file": Code(
        E,
        "The deck or theme file cannot be read as UTF-8 text, is no file, or holds more than 64 MB.",
        "Check the path, its permissions, and save the file as UTF-8.",
        Example("`deckmaker build decks/harbor.yaml`, where the file is called decks/harbour.yaml."),
    ),
    "yaml-syntax": Code(
        E,
        "The file is not YAML: a bracket, quote, colon or indentation is amiss.",
        "Mend the marked place. Quote a text that holds `: ` or begins with a special character.",
        DeckExample("""\
title: Night noise: what the meters say
slides:
  - title: Where it comes from
"""),
    ),
    "yaml-feature": Code(
        E,
        "The file uses a feature of YAML that decks do not: a tag, a merge key, a second document, "
        "an anchor that holds itself, aliases for more than 200,000 values, or more than 100 values inside values.",
        "Write the value out.",
        DeckExample("""\
title: !important Night noise
slides:
  - title: Where it comes from
"""),
    ),
    "hidden-text": Code(
        E,
        "A text begins with `#`, which begins a comment in YAML, so that its key or list entry has no value.",
        "Put quotes around the text. If a comment is meant, write a space behind its `#`, or remove the key.",
        DeckExample("""\
title: Night noise
slides:
  - title: #1 among the complaints
    text: It is louder than all else.
"""),
    ),
    "duplicate-key": Code(
        E,
        "A mapping has the same key twice; YAML would silently keep only one.",
        "Remove or rename one of the two.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    text: From a ship.
    text: From berth 4.
"""),
    ),
}
