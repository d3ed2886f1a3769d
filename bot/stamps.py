"""A stamp for rules: a hash of their source, so that a changed rule reaches what is stored by itself."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def stamp(*parts: str) -> str:
    """Of packages and modules below bot/, by name: stamp("linking", "words")."""
    rules = hashlib.blake2b(digest_size=6)
    for path in sorted(_sources(parts)):
        rules.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return rules.hexdigest()


def _sources(parts: Iterable[str]) -> Iterable[Path]:
    for part in parts:
        folder = _HERE / part
        yield from folder.glob("*.py") if folder.is_dir() else [folder.with_suffix(".py")]
