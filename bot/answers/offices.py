"""Which wordings of a role are one office: "Indian Defence Minister" and "India's Defence Minister"."""

import re
from collections import Counter
from collections.abc import Sequence

from bot.answers.orthography import other_spellings
from bot.answers.peoples import same_people
from bot.store.lookups import Known, Lookups, RoleTold
from bot.words import CALLINGS, STOP_WORDS, folded

_LEAST_WORDS = 2  # "president" alone would be everybody
_PIECE = 4  # letters that the words of one office share at least: "china" and "chinese"
_HOLDERS = 25
_RANKS = frozenset("vice deputy former ex acting interim assistant co junior senior first second shadow elect".split())


def grouped(roles: Sequence[RoleTold]) -> list[list[RoleTold]]:
    """The roles by office, the most told first, callings last; in a group the wording that most tell, of equals the
    fullest, first.
    """
    wordings = Counter(folded(role.text) for role in roles)
    groups: list[list[str]] = []
    for wording in sorted(wordings, key=lambda w: (-len(_words(w)), -wordings[w], w)):
        home = next((group for group in groups if _same_office(wording, group[0])), None)
        if home is None:
            groups.append([wording])
        else:
            home.append(wording)
    groups.sort(key=lambda group: (all(map(_is_calling, group)), -sum(wordings[w] for w in group)))
    return [_ordered(group, roles, wordings) for group in groups]


def _is_calling(wording: str) -> bool:
    """ "actress", "striker of the Reds"."""
    return not CALLINGS.isdisjoint(re.split(r" (?:of|for|at|with|in) ", wording, maxsplit=1)[0].split()[-1:])


def holders(lookups: Lookups, asked: str) -> tuple[Known, ...]:
    """Who holds the office asked for, as "Russian defence minister", the most named first; most words ask for none."""
    words = _words(asked)
    if len(words) < _LEAST_WORDS:
        return ()
    told = lookups.in_office(word[:_PIECE] for word in words)
    ids = {name for name, role in told if _same_office(asked, role)}
    return tuple(sorted(lookups.named(ids).values(), key=lambda name: (-name.count, name.folded, name.id)))[:_HOLDERS]


def _ordered(group: Sequence[str], roles: Sequence[RoleTold], wordings: Counter[str]) -> list[RoleTold]:
    best = sorted(group, key=lambda w: (-wordings[w], -len(w), w))
    return sorted((r for r in roles if folded(r.text) in group), key=lambda r: best.index(folded(r.text)))


def _words(wording: str) -> list[str]:
    bare = [word.removesuffix("'s").strip("'.,") for word in re.split(r"[\s,/]+", folded(wording))]
    return [word for word in bare if word and word not in STOP_WORDS]


def _same_office(shorter: str, longer: str) -> bool:
    """Each word of the one is in the other, ranks ("vice", "former") in both or in none."""
    few, many = _words(shorter), _words(longer)
    if not few or {w for w in few if w in _RANKS} != {w for w in many if w in _RANKS}:
        return False
    spelt = [(word, *other_spellings(word)) for word in few]
    return all(any(same_people(word, other) for word in words for other in many) for words in spelt)
