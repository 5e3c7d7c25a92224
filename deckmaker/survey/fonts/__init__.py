"""The fonts that a deck needs: which, where each comes from, and who else must have it."""
