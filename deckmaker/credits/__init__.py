"""Credits as the reader sees them: records to the strip's runs."""

from deckmaker.credits.full import full_credits
from deckmaker.credits.languages import words_for
from deckmaker.credits.strip import credit_runs, strip_runs
from deckmaker.credits.words import Words

__all__ = ["Words", "credit_runs", "full_credits", "strip_runs", "words_for"]
