"""Where the decks of rows go: a folder, or whatever else keeps files under names.

    worker: drafts ─stage→ parts nobody sees ─settle→ parts that last      one process: ─publish→ files, journal

Knows files and names; nothing of rows or decks.
"""

from deckmaker.rows.stores.folder import FolderStore
from deckmaker.rows.stores.protocol import JOURNAL, Journal, Kept, Part, Store, is_journal

__all__ = ["JOURNAL", "FolderStore", "Journal", "Kept", "Part", "Store", "is_journal"]
