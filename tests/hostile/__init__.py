"""Inputs made to cost more than they are worth. Each test bounds the work one takes: calls, bytes, items; no time."""
