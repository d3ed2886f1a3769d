"""What somebody typed -> the names on file that are meant: one, several namesakes, or the nearest."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.linking.similar import nearest
from bot.store.lookups import Known, Lookups
from bot.words import STOP_WORDS, folded, plain, tokens

_TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady hon honourable honorable his her excellency the
    president vice prime deputy foreign defence defense finance interior home external affairs minister secretary
    chancellor premier senator governor mayor ambassador envoy chairman chairwoman chair chief executive ceo cfo
    director judge justice king queen prince princess pope cardinal archbishop bishop rabbi imam sheikh ayatollah
    admiral general lieutenant lt gen col colonel major brigadier captain commander marshal air vice rear field
    sergeant inspector commissioner officer former ex acting interim state of union company firm city
    """.split()
)
_LINKS = frozenset(("of", "the"))
_PLACES = frozenset("city company firm state union town village republic kingdom province region".split())
_DOMINANT = 8
"""A namesake that occurs so many times as often as the rest together is who is meant."""


_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}|(?:[A-Z]\.){2,6}[A-Z]?")
_WRITTEN = re.compile(r"(?:[A-Z]\.){2,6}[A-Z]?|[^\W_]+(?:['&.-][^\W_]+)*")
_RUN = 6
"""A name of so many words is looked for among others."""


@dataclass(frozen=True, slots=True)
class Meant:
    """`names`: those that fit, the most frequent first; `nearest`: what else may have been meant, when none does."""

    names: tuple[Known, ...]
    nearest: tuple[str, ...] = ()

    @property
    def one(self) -> Known | None:
        """The name that is meant, when there is no doubt."""
        if not self.names:
            return None
        first, *others = self.names
        return first if first.count >= _DOMINANT * sum(other.count for other in others) else None


def key(asked: str) -> str:
    """The words asked for as names are compared: no quotes, possessive or article."""
    bare = folded(asked).strip(" .,;:!?\"'()[]@#*_`").removesuffix("'s")
    return bare.removeprefix("the ").strip()


def meant(lookups: Lookups, asked: str, *, similar: int = 5) -> Meant:
    """First the exact spelling, then without titles, then a part of the name; else the nearest spellings."""
    if (number := _numbered(asked)) is not None:
        return Meant(tuple(lookups.named([number]).values()))
    words = key(asked)
    if not words:
        return Meant(())
    found = _with_namesakes(lookups, words, _exactly(lookups, words)) or _partly(lookups, words)
    return Meant(found) if found else Meant((), near_names(lookups, words, limit=similar))


def exact(lookups: Lookups, asked: str) -> Meant:
    """Only names that are spelled so, titles aside: for topics, where most words are no names."""
    words = key(asked)
    return Meant(_exactly(lookups, words) if words else ())


def near_names(lookups: Lookups, asked: str, *, limit: int) -> tuple[str, ...]:
    """The names whose spelling is nearest, for "did you mean"."""
    if not limit:
        return ()
    written = lookups.names().written
    spellings = list(written)
    places = nearest(key(asked), spellings, limit=4 * limit)
    ids = list(dict.fromkeys(written[spellings[place]] for place in places))
    known = lookups.named(ids)
    return tuple(dict.fromkeys(plain(known[name].name) for name in ids if name in known))[:limit]


def of_people(lookups: Lookups, words: Iterable[str]) -> set[str]:
    """Those of these folded words that somebody is called: "storms", where an Andrew Storms is "Storms"."""
    called = lookups.called_exactly(words)
    known = lookups.named(number for numbers in called.values() for number in numbers)
    return {word for word in called if any(known[n].kind == "PERSON" for n in called[word] if n in known)}


def respelt(lookups: Lookups, words: str) -> list[tuple[str, tuple[str, ...]]]:
    """The names and acronyms among these words, as they are written, each with its other spellings: "LAC", and "Line of
    Actual Control" for it. A name that may be several people's has none.
    """
    bare = [found.group() for found in _WRITTEN.finditer(plain(words))]
    runs = [" ".join(bare[at : at + size]) for size in range(min(len(bare), _RUN), 1, -1) for at in range(len(bare))]
    short = acronyms(words)
    runs += short
    written = {key(run): run for run in dict.fromkeys((*runs, words))}
    called = lookups.called_exactly(written)
    found: list[tuple[str, tuple[str, ...]]] = []
    for spelling, run in written.items():
        ids = called.get(spelling, [])
        if not ids and run in short:
            ids = _by_initials(lookups, run)
        if len(ids) == 1:
            others = [n.folded for n in lookups.named(ids).values()] + [s.folded for s in lookups.spellings_of(ids)]
            found.append((run, tuple(dict.fromkeys(other for other in others if other != spelling))))
    return found


def within(lookups: Lookups, words: str) -> str | None:
    """The longest name on file among these words, as it is written there; a single word needs a capital. None where
    there is none, or two as long.
    """
    bare = [found.group() for found in _WRITTEN.finditer(plain(words))]
    for size in range(min(len(bare) - 1, _RUN), 0, -1):
        runs = [" ".join(bare[at : at + size]) for at in range(len(bare) - size + 1)]
        runs = [run for run in runs if size > 1 or run[0].isupper()]
        called = lookups.called_exactly(map(key, runs))
        if found := [run for run in runs if called.get(key(run))]:
            return found[0] if len(found) == 1 else None
    return None


def acronyms(words: str) -> list[str]:
    """Words that are all capitals, unless all are, or capitals with stops: "WHO", "U.S."."""
    bare = [found.group() for found in _WRITTEN.finditer(plain(words))]
    shouted = len(bare) > 1 and not any(letter.islower() for word in bare for letter in word)
    return [] if shouted else [word for word in bare if _ACRONYM.fullmatch(word)]


def _by_initials(lookups: Lookups, acronym: str) -> list[int]:
    """The body or place whose words begin with these letters, little words counted or not; the most frequent one."""
    letters = acronym.replace(".", "").casefold()
    for name in lookups.names().known:
        words = name.folded.split() if name.kind != "PERSON" and name.folded.startswith(letters[0]) else []
        if len(words) > 1 and letters in (_initials(words), _initials(w for w in words if w not in STOP_WORDS)):
            return [name.id]
    return []


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)


def _numbered(asked: str) -> int | None:
    """ "#12" is how a button names one of several namesakes."""
    found = re.fullmatch(r"#([0-9]{1,15})", asked.strip())
    return int(found[1]) if found else None


def _exactly(lookups: Lookups, words: str) -> tuple[Known, ...]:
    parts = words.split()
    endings = [" ".join(parts[cut:]) for cut in range(len(parts))]
    # "Harbour Minister Ann Lee": the longest ending that is a name, if a title stands before it.
    fitting = [end for cut, end in enumerate(endings) if not cut or _are_title(parts[:cut])]
    called = lookups.called_exactly(fitting)
    for ending in fitting:
        if names := _ranked(lookups, called.get(ending, ()), canonical=ending):
            return names
    return ()


def _are_title(before: Sequence[str]) -> bool:
    """Whether these words end in a title. "City of Velden" is Velden, but the port of Velden something else."""
    if before[-1] in _LINKS:
        before = [word for word in before if word not in _LINKS]
        return bool(before) and before[-1] in _PLACES
    return before[-1].strip(".") in _TITLES


def _with_namesakes(lookups: Lookups, words: str, found: tuple[Known, ...]) -> tuple[Known, ...]:
    """A surname alone may be anybody's who bears it, though a text calls only one of them so."""
    if " " in words or not any(name.kind == "PERSON" for name in found):
        return found
    bearers = [n.id for n in lookups.names().known if n.kind == "PERSON" and n.folded.endswith(f" {words}")]
    return _ranked(lookups, {*bearers, *(name.id for name in found)})[:25]


def _ranked(lookups: Lookups, ids: Iterable[int], *, canonical: str = "") -> tuple[Known, ...]:
    """The most frequent first; where one of them is called just so, others that are only sometimes so called wait."""
    known = sorted(lookups.named(ids).values(), key=lambda name: (-name.count, name.folded, name.id))
    just_so = [name for name in known if name.folded == canonical]
    if just_so and len(canonical.split()) > 1:
        return tuple(just_so)
    return tuple(known)


def _partly(lookups: Lookups, words: str) -> tuple[Known, ...]:
    """Names that hold all these words, the last of which may be only begun when another stands there whole."""
    asked = tokens(words)
    if not asked or all(len(word) < 2 for word in asked):  # noqa: PLR2004 - an initial finds everybody
        return ()
    longest = max(asked, key=len)  # soon tells that most names are others
    known = [name for name in lookups.names().known if longest in name.folded]
    whole = [name.id for name in known if _holds(name.folded, asked)]
    if not whole and len(asked) > 1:
        whole = [name.id for name in known if _begins(name.folded, asked)]
    return _ranked(lookups, whole[:50])[:25]


def _holds(name: str, asked: Sequence[str]) -> bool:
    return all(word in name for word in asked) and set(asked) <= set(tokens(name))


def _begins(name: str, asked: Sequence[str]) -> bool:
    """ "rajnath sing" begins "rajnath singh"."""
    *before, last = asked
    if len(last) < 3 or not all(word in name for word in asked):  # noqa: PLR2004 - two letters begin too much
        return False
    words = tokens(name)
    return set(before) <= set(words) and any(word.startswith(last) for word in words if word not in before)
