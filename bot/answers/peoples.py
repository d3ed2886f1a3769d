"""A country and its people, by their spelling: "india" and "indian", "china" and "chinese"."""

import re

_ENDINGS = "n an ian ean ese nese i ni ish ic s stan istan er".split()
_ENDING = re.compile("|".join(sorted(_ENDINGS, key=len, reverse=True)))
_LEAST = 4  # letters that the two share


def _root(word: str) -> str:
    return word[:-1] if word.endswith(("a", "e", "y", "o")) else word


def same_people(a: str, b: str) -> bool:
    """For folded words: alike, or the one is the other's adjective."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    root = _root(short)
    return len(root) >= _LEAST and long.startswith(root) and bool(_ENDING.fullmatch(long[len(root) :]))


def adjectives(place: str) -> tuple[str, ...]:
    """What may be said of the people of a place, for a folded single word: most of these do not exist."""
    if len(_root(place)) < _LEAST or " " in place:
        return ()
    made = (_root(place) + ending for ending in ("n", "an", "ian", "ean", "ese", "i", "ish", "ic"))
    return tuple(dict.fromkeys(word for word in made if word != place))
