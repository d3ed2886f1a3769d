"""Digests of new briefings: when they are due, what they say, and that each is delivered exactly once."""
