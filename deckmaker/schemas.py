"""The JSON Schemas of what people write, as editors read them."""

from __future__ import annotations

import json

LANGUAGES = ("deck", "theme", "project")
"""What there are schemas of: decks, theme files, and a project's `deckmaker.yaml`."""


def schema_of(language: str) -> str:
    """Return the schema of one of LANGUAGES, as the text of a JSON file."""
    from deckmaker.language.deck import DeckEntry
    from deckmaker.language.entry import json_schema

    if language == "theme":
        from deckmaker.theme.schema import theme_schema

        schema = theme_schema()
    elif language == "project":
        from deckmaker.language.project import ProjectEntry

        schema = json_schema(ProjectEntry)
    else:
        schema = json_schema(DeckEntry)
    return json.dumps(schema, indent=2, ensure_ascii=False)
