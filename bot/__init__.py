"""Sitrep: a Discord bot that answers from a library of briefings, verbatim and cited."""
