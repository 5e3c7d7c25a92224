"""The ledger as JSON. Its schema stands in docs/ledger.schema.json; keys are added, never taken away."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from deckmaker.credits.ledger import Ledger, Work
from deckmaker.dataclasses import fields

VERSION = 1


def json_form(ledgers: Sequence[Ledger]) -> str:
    """Return one object for all decks. Every key is always there, null where nothing is known."""
    return json.dumps({"version": VERSION, "decks": list(map(_deck, ledgers))}, indent=2, ensure_ascii=False) + "\n"


def _deck(ledger: Ledger) -> dict[str, Any]:
    facts = {one.name: getattr(ledger, one.name) for one in fields(ledger)}
    return facts | {"works": list(map(_work, ledger.works))}


def _work(work: Work) -> dict[str, Any]:
    return {
        "slides": list(work.slides),
        **work.fields,
        "missing": [one._asdict() for one in work.missing],
        "rows": list(work.rows),
    }
