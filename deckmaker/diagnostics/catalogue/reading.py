"""Codes about files that cannot be read as YAML."""

from __future__ import annotations

from deckmaker.budget.source import ALIASED_CHARACTERS, ALIASED_VALUES, SOURCE_BYTES, SOURCE_LEVELS, SOURCE_VALUES
from deckmaker.diagnostics.catalogue.code import Code, DeckExample, E, Example, W

READING = {
    "unreadable-file": Code(
        E,
        "The deck or theme file cannot be read as UTF-8 text, is no file, or holds more than "
        f"{SOURCE_BYTES.most // 1024**2} MB.",
        "Check the path, its permissions, and save the file as UTF-8.",
        Example("`deckmaker build decks/harbor.yaml`, where the file is called decks/harbour.yaml."),
    ),
    "unknown-revision": Code(
        E,
        "`deckmaker diff` was given what is neither a file nor a revision of git, or one whose files cannot be had.",
        "Name a deck's file, a revision such as HEAD~1, or both, as git does: HEAD~1:decks/harbour.yaml.",
        Example("`deckmaker diff v2 decks/harbour.yaml`, where the repository has no tag or branch v2."),
    ),
    "base-unknown": Code(
        E,
        "`deckmaker merge` was given a presentation that was made of the deck as it was, and git does not have it so.",
        "Name what it was made of with `--base`: a revision, a copy of the deck, or the presentation as it was built.",
        Example("A deck that was changed after its presentation was sent out, in a folder without git."),
    ),
    "unlike-deck": Code(
        E,
        "`deckmaker merge` was given a presentation, or a base, none of whose slides is like one of the other side's. "
        "All slides would go, and others come.",
        "Name the presentation that was made of the deck. To make a new deck of another one, import it.",
        Example("`deckmaker merge harbour.yaml holidays.pptx`, where the presentation was made of another deck."),
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
        "The file uses a feature of YAML that decks do not have: a tag, a merge key, a second document, or an "
        f"anchor that holds itself. Or it has too much: aliases for more than {ALIASED_VALUES.most:,} values or "
        f"{ALIASED_CHARACTERS.most:,} characters, more than {SOURCE_LEVELS.most} values inside values, or more "
        f"than {SOURCE_VALUES.limit} in all.",
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
    "hidden-rest": Code(
        W,
        "A part of a text is not shown: what stands behind ` #` is a comment in YAML, and `&` at the beginning makes a "
        "name of the first word.",
        "Put quotes around the text. If a comment is meant, write a space behind its `#`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Option #3 is the best
    text: It is the quietest.
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
    "not-imported": Code(
        W,
        "A file that is imported holds something that a deck has no place for, or no place there: HTML, a picture on "
        "the web, a pause, a table within a list. The message says what became of it.",
        "Look at the slide, and write it as the help says.",
        Example('`deckmaker import talk.md`, where the file has `<video src="waves.mp4">`.'),
    ),
}
