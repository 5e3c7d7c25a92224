"""PowerPoint presentations to decks. Read as templates are, without trust (`template/package.py`)."""
