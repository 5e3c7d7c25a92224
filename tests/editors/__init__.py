"""Tests of what editors make of the schemas: completion and explanations while one types."""
