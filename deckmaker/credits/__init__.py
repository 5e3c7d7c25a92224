"""Credits as the reader sees them: records to the strip's runs."""

from deckmaker.credits.full import full_credits
from deckmaker.credits.languages import words_for
from deckmaker.credits.strip import credit_runs, credit_text, strip_runs
from deckmaker.credits.words import Words

__all__ = ["Words", "credit_runs", "credit_text", "full_credits", "strip_runs", "words_for"]
