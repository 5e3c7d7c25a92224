"""What decks use again: values in texts, slides of other files, slides for some readers."""
