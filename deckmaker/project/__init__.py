"""A project: where it begins, what lies inside it, and how a file of it is opened. The one rule for every reader.

    deck, theme, picture, table, logo ─reach→ a path inside, or why not ─open→ that file, and no link

Nothing here knows what files hold.
"""

from deckmaker.project.hidden import hidden_step, is_hidden
from deckmaker.project.listing import file_named, files_beside, is_only_one
from deckmaker.project.looked_at import Mark, are_as_before, mark_of, note, paths_noted
from deckmaker.project.opening import NotAFile, Stamp, held_folder, opened_file, stamp_of, without_links
from deckmaker.project.reach import Barred, Reached, reached, reached_deck
from deckmaker.project.root import forget_roots, may_mark, misspelt_mark, own_mark, project_root

__all__ = [
    "Barred",
    "Mark",
    "NotAFile",
    "Reached",
    "Stamp",
    "are_as_before",
    "file_named",
    "is_only_one",
    "files_beside",
    "forget_roots",
    "held_folder",
    "hidden_step",
    "is_hidden",
    "mark_of",
    "may_mark",
    "misspelt_mark",
    "note",
    "opened_file",
    "own_mark",
    "paths_noted",
    "project_root",
    "reached",
    "reached_deck",
    "stamp_of",
    "without_links",
]
