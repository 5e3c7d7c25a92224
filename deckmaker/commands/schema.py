"""`deckmaker schema`: the JSON Schema of what people write."""

from __future__ import annotations

import click


@click.command()
@click.argument("language", type=click.Choice(["deck", "theme"]), default="deck")
def schema(language: str) -> None:
    """Print the JSON Schema of decks, or of themes, for editors."""
    import json

    from deckmaker.language.deck import DeckEntry
    from deckmaker.language.entry import json_schema
    from deckmaker.theme.schema import theme_schema

    printed = theme_schema() if language == "theme" else json_schema(DeckEntry)
    click.echo(json.dumps(printed, indent=2, ensure_ascii=False))
