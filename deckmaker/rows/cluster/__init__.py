"""Decks of rows on many machines, by Dask's `distributed`. A cluster runs the code that it is sent: it must be trusted.

batches ─submit→ scheduler → workers ─stage→ store      outcomes ─as completed→ this process, which does all the rest
"""
