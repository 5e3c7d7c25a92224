"""The deck language: what an author may write, its JSON Schema, and messages for what does not fit."""
