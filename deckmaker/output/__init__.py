"""Files into the output folder: whole or not at all, one build at a time, and never over somebody's edits."""

from deckmaker.output.draft import Draft, DraftPart, Finished
from deckmaker.output.folder import OutputFolder
from deckmaker.output.origin import Origin
from deckmaker.output.record import RECORD

__all__ = ["RECORD", "Draft", "DraftPart", "Finished", "Origin", "OutputFolder"]
