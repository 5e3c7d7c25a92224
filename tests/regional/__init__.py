"""`decks/regional.yaml`: its tables, and the files of all forty regions, read back."""
