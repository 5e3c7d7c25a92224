"""Tests of `check --fix`: what is mended, and that nothing else is touched."""
