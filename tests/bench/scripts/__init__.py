"""What decks are measured against: the same slides written by hand, each script for one library."""
