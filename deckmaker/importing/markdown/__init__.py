"""Markdown to decks: CommonMark and GitHub's, and what Pandoc, Marp, Slidev and reveal.js make slides of."""
