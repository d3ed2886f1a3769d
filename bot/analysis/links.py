"""Short forms and the fullest one: surnames, acronyms, names without their legal suffix. Within one document."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from bot.analysis.gazetteer import AMBIGUOUS, is_people, is_place
from bot.analysis.given_names import GIVEN_NAMES
from bot.analysis.known import CITIES
from bot.analysis.titles import BODIES, POSTS, SITES, SUFFIXES, is_inside, is_title
from bot.model import Kind

_IN_BRACKETS: Final = re.compile(r"[ \n][(<]([A-Z][A-Za-z&.-]{1,9})[)>]")
_BEFORE_BRACKET: Final = re.compile(r"(?:[\w.&'’-]+[ \n]){1,9}$")
_SMALL: Final = frozenset("of the and for on in to de la del des du di & y e und".split())
_JUNIOR: Final = frozenset("jr sr ii iii iv".split())
# What a body's short form leaves out; "Corps", "Stores" or "TV" make another name of it.
_LEFT_OUT: Final = SUFFIXES | frozenset(
    "airlines airways bank communications computer enterprises group holding holdings industries international motor "
    "motors partners systems technologies".split()
)
_PARTICLES: Final = frozenset("al bin da de del den der di dos du el la le ten ter van von".split())
_LONGEST_PERSON: Final = 5


def acronyms(text: str) -> list[tuple[int, int, int, int]]:
    """Pairs "Line of Actual Control (LAC)" as start and end of the expansion, start and end of the acronym."""
    found: list[tuple[int, int, int, int]] = []
    for match in _IN_BRACKETS.finditer(text):
        if (before := _BEFORE_BRACKET.search(text, max(0, match.start() - 90), match.start() + 1)) is None:
            continue
        if (start := _expansion(text, before.start(), match.start(), match.group(1))) is not None:
            found.append((start, match.start(), *match.span(1)))
    return found


def _expansion(text: str, start: int, end: int, acronym: str) -> int | None:
    letters = [c for c in acronym if c.isupper()]
    words = [(m.start(), m.group()) for m in re.finditer(r"[\w&'’]+", text[start:end])]
    if len(letters) < 2:  # noqa: PLR2004  one letter abbreviates nothing
        return None
    for at, _ in reversed(words):
        if _initials([w for p, w in words if p >= at]) == letters:
            return start + at
    return None


def _initials(words: Iterable[str]) -> list[str]:
    return [word[0] for word in words if word[0].isupper()] if words else []


def initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[\w&'’]+", name) if word[0].isupper())


def is_full_person(name: str) -> bool:
    """Two to five words, each of which could be part of a person's name."""
    words = name.split()
    if not 1 < len(words) <= _LONGEST_PERSON:
        return False
    bad = BODIES | SITES
    return all(
        word[0].isupper() or word.lower() in _SMALL | _PARTICLES or word.startswith(("al-", "bin", "van", "von", "el-"))
        for word in words
    ) and not any(word.lower() in bad or is_people(word) or _is_office(word, words) for word in words)


def _is_office(word: str, words: list[str]) -> bool:
    """Of "Bo King" it is a surname, of "Bo Senator" none."""
    if word is words[-1] and words[0].lower() in GIVEN_NAMES and word.lower() not in POSTS and word.istitle():
        return False
    return is_inside(word) and is_title(word)


def surname(name: str) -> str:
    words = [word for word in name.split() if word.lower().rstrip(".") not in _JUNIOR]
    return words[-1].rstrip(",") if words else name


def is_firm(key: str) -> bool:
    return key.rpartition(" ")[2].rstrip(".") in SUFFIXES


def fullest(
    kinds: Mapping[str, Kind], surfaces: Mapping[str, str], pairs: Mapping[str, str]
) -> dict[str, tuple[str, Kind]]:
    """For each key of a short form: the key of the document's fullest form and its kind."""
    linked: dict[str, tuple[str, Kind]] = {}
    people, bodies = _people(kinds, surfaces), _bodies(kinds, surfaces)
    for key, kind in kinds.items():
        words = surfaces[key]
        if key in pairs and pairs[key] != key:
            linked[key] = (pairs[key], kinds.get(pairs[key], kind))
        elif (" " not in words or key.split()[0] in _PARTICLES) and (full := _person(key, kind, words, people)):
            linked[key] = (full, "PERSON")
        elif len(full_forms := bodies.get(key, set())) == 1:
            full = next(iter(full_forms))
            known_place = kind == "PLACE" and _is_known_place(words)
            if kind == "ORGANISATION" or (not known_place and key == full.partition(" ")[0] and is_firm(full)):
                linked[key] = (full, "ORGANISATION")
    return {key: _end(key, linked) for key in linked}


def _end(key: str, linked: Mapping[str, tuple[str, Kind]]) -> tuple[str, Kind]:
    seen = {key}
    full, kind = linked[key]
    while full in linked and full not in seen:
        seen.add(full)
        full, kind = linked[full]
    return full, kind


def _people(kinds: Mapping[str, Kind], surfaces: Mapping[str, str]) -> dict[str, set[str]]:
    """Surname or first name, as a key -> the keys of the full names that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, kind in kinds.items():
        if kind == "PERSON" and is_full_person(surfaces[key]):
            parts = key.split()
            found[surname(key)].add(key)
            found["first " + parts[0]].add(key)
            for i, part in enumerate(parts[1:-1], start=1):
                if part in _PARTICLES:
                    found[" ".join(parts[i:])].add(key)
                    break
    return found


def _is_known_place(words: str) -> bool:
    return is_place(words) or words in CITIES


def _person(key: str, kind: Kind, words: str, people: Mapping[str, set[str]]) -> str | None:
    """The one full name that a word stands for. A country is a surname only where it was read as a person."""
    by_surname, by_first = people.get(key, set()), people.get("first " + key, set())
    if len(by_surname) == 1 and (kind == "PERSON" or words in AMBIGUOUS or not _is_known_place(words)):
        return next(iter(by_surname))
    return next(iter(by_first)) if len(by_first) == 1 and not by_surname and kind == "PERSON" else None


def _bodies(kinds: Mapping[str, Kind], surfaces: Mapping[str, str]) -> dict[str, set[str]]:
    """Short form -> the keys of the bodies it may stand for: a firm's first words, a name without "Group", initials."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, kind in kinds.items():
        if kind != "ORGANISATION" or " " not in key:
            continue
        parts = key.replace(",", "").split()
        legal = is_firm(key)
        for n in range(1, len(parts)):
            rest = [part.rstrip(".") for part in parts[n:]]
            is_short = legal or all(part in _LEFT_OUT or (n > 1 and part in BODIES) for part in rest)
            if is_short and not all(word in BODIES or is_place(word) or is_people(word) for word in parts[:n]):
                short = " ".join(parts[:n])
                found[short].add(key)
                found[short.removesuffix("'s")].add(key)
        letters = initials(surfaces[key])
        if len(letters) > 1:
            found[letters.lower()].add(key)
    return found
