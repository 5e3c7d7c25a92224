"""Expressions, their values and their words."""
