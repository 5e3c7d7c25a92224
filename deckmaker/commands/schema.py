"""`deckmaker schema`: the JSON Schema of what people write."""

from __future__ import annotations

import click


@click.command()
@click.argument("language", type=click.Choice(["deck", "theme", "project"]), default="deck")
def schema(language: str) -> None:
    """Print the JSON Schema of decks, of themes, or of a project's deckmaker.yaml, for editors."""
    from deckmaker.schemas import schema_of

    click.echo(schema_of(language))
