"""Why a spelling is taken for a name, in fixed words: told from the spellings and from what documents call the name."""

from collections.abc import Iterable, Sequence

from bot.linking.bodies import base
from bot.linking.forms import has_legal_suffix, initials, is_acronym, is_initial, key, trimmed
from bot.linking.library import surname
from bot.linking.spellings import sound_alike
from bot.model import Kind
from bot.words import folded

_IN_ONE = "in a document that has the full name"
_RELATED = "in related documents"


def reason(alias: str, name: str, kind: Kind, forms: Iterable[tuple[str, str]]) -> str:
    """One short reason, "" where none is known. `forms`: (a document's own fullest form of the name, as it is written).

    What stands before the first comma is how the two are alike; after it, where.
    """
    if has_legal_suffix(alias) or has_legal_suffix(name):
        kind = "ORGANISATION"  # a firm, whatever most documents take it for
    if key(alias, kind) == key(name, kind):
        return _same(alias, name, kind)
    forms = sorted(set(forms))
    fulls = [full for full, written in forms if key(written, kind) == key(alias, kind)]
    for full in fulls:
        if how := _relation(alias, full, kind):
            return f"{how}, {_IN_ONE}"
    alone = any(key(full, kind) == key(alias, kind) for full in fulls)
    for full in dict.fromkeys((name, *(full for full, _ in forms))):
        if how := _relation(alias, full, kind):
            return f"{how}, {_RELATED}" if alone and kind == "PERSON" else how  # persons never join otherwise
    return ""


def _same(alias: str, name: str, kind: Kind) -> str:
    """What `key` overlooks."""
    if _letters(alias) == _letters(name):
        return "the same name but for punctuation"
    if kind == "PERSON":
        return "the same name but for a title"
    if _letters(alias) in _initials(name) or _letters(name) in _initials(alias):
        return "the usual abbreviation"
    return "the same name but for a legal suffix"


def _letters(name: str) -> str:
    return "".join(letter for letter in folded(trimmed(name)).replace("&", "and") if letter.isalnum())


def _initials(name: str) -> set[str]:
    """How a body's name could be abbreviated, also by "Corp." at its end."""
    return initials(key(name, "ORGANISATION")) | initials(folded(trimmed(name)))


def _relation(alias: str, full: str, kind: Kind) -> str:
    """How the key of a spelling lies in the key of a full name; "" where it does not, or is that key."""
    short, whole = key(alias, kind).split(), key(full, kind).split()
    if short == whole:
        return ""
    if kind == "PERSON":
        return _of_person(short, whole)
    if is_acronym(alias) and _letters(alias) in _initials(full):
        return "the initials"
    if _begins(short, whole):
        return "the short form"
    return "the longer form" if _begins(whole, short) else ""


def _of_person(short: Sequence[str], whole: Sequence[str]) -> str:
    if len(whole) == 1 or (len(whole) == 2 and is_initial(whole[0])):  # noqa: PLR2004  "M. Singh" is no full name
        return ""
    if surname(short) == surname(whole):
        if len(short) == 1:
            return "the surname"
        if is_initial(short[0]) and whole[0].startswith(short[0]):
            return "an initial and the surname"
        if short[0] == whole[0]:
            return "first name and surname"
    if sound_alike(short, whole):
        return "another transliteration"
    return "a part of the name" if set(short) < set(whole) else ""


def _begins(short: Sequence[str], whole: Sequence[str]) -> bool:
    """ "Apple" of "Apple Computer", "Delta Air" of "Delta Airlines"."""
    return list(whole[: len(short)]) == list(short) or [*short] == base(" ".join(whole)).split()
