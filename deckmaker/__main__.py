"""`python -m deckmaker`: the same command as `deckmaker`."""

from deckmaker.cli import main

if __name__ == "__main__":
    main()
