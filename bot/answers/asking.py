"""Words to look for -> what the full text is asked, and what counts as a match in a sentence."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.answers import naming, stems
from bot.answers.kindred import kin
from bot.answers.orthography import irregular_forms, other_spellings
from bot.store.lookups import Lookups, Phrase, Wanted
from bot.words import folded, plain

_MOST = 24
"""So many words reach the full text: more of a long question changed no ranking that was measured."""

_FEW = 4  # words of a question that tells too little itself
IDLE = stems.LITTLE | frozenset(
    "news latest newest recent say says said tell told know known happen happened happening update please".split()
)
"""Words of asking, not of what is asked about: they help to rank, but their absence says nothing."""
_AMOUNTS = frozenset("much many long far old often big high large fast soon".split())
_PART = re.compile(r'(-?)"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Asking:
    """`words` in order, stop words out, repeated ones kept; `phrases` and `never` as the user marked them.

    `compounds` are words of several parts in another form: "S-400" in a row, "co-operation" in one word.
    `also` are other spellings of a name that was asked for: "Line of Actual Control" for "LAC".
    `lettered` are compounds with a letter, which stand in a row or in one word, or nowhere: "e-book".
    """

    words: tuple[str, ...]
    phrases: tuple[Phrase, ...] = ()
    never: tuple[Phrase, ...] = ()
    also: tuple[Phrase, ...] = ()
    compounds: tuple[Phrase, ...] = ()
    lettered: tuple[Phrase, ...] = ()

    def wanted(self) -> Wanted:
        some = [(word,) for word in self.words[:_MOST]] + list(self.also) + list(self.compounds[:_MOST])
        return Wanted(tuple(some), every=self.phrases, never=self.never)

    def stems(self) -> Counter[str]:
        """The stems that count as a match, by how often they were asked for."""
        return Counter(stems.stem(word) for word in self._counting())

    def forms(self) -> dict[str, str]:
        """A word for each stem: the full text stems what it is asked, and a stem stemmed again is another."""
        return {stems.stem(word): word for word in self._counting()}

    def _counting(self) -> list[str]:
        every = [*self.words, *(word for phrase in self.phrases for word in phrase)]
        return [word for word in every if stems.says_something(word) or len(every) == 1]


def asking(words: str) -> Asking:
    """Quotes make a phrase (an open one runs to the end), a leading "-" leaves out. Anything may be typed."""
    plainly, phrases, never, compounds = list[str](), list[Phrase](), list[Phrase](), list[Phrase]()
    lettered: list[Phrase] = []
    for part in _PART.finditer(plain(words)):
        minus, quoted, bare = part.groups()
        if quoted is not None:
            (never if minus else phrases).append(_tokens(quoted))
        elif bare.startswith("-") and _tokens(bare):
            never.append(_tokens(bare))
        else:
            parts = _tokens(bare)
            plainly += parts
            compounds += _compounds(bare, parts)
            lettered += [parts] if _is_lettered(bare, parts) else []
    kept = [word for word, before in zip(plainly, ["", *plainly], strict=False) if _says_something(word, before)]
    if not kept and not phrases and len(plainly) > 1:
        phrases = [tuple(plainly)]  # "The Who": little words that stand together
    return Asking(
        words=tuple(kept if kept or phrases else plainly),
        phrases=tuple(filter(None, phrases)),
        never=tuple(filter(None, never)),
        compounds=tuple(compounds),
        lettered=tuple(lettered),
    )


def _is_lettered(bare: str, parts: Phrase) -> bool:
    """ "e-book", but neither "S-400", which may stand there as "400", nor "don't"."""
    return "-" in bare and len(parts) > 1 and all(map(str.isalpha, parts)) and any(len(part) == 1 for part in parts)


def _compounds(bare: str, parts: Phrase) -> list[Phrase]:
    """What a word of several parts is beside these: "S-400" in a row, "co-operation" in one."""
    if len(parts) < 2:  # noqa: PLR2004 - one part is no compound
        return []
    if len(parts[0]) == 1 and any(part.isdigit() for part in parts):
        return [parts]
    in_one = [("".join(parts),)] if "-" in bare and all(map(str.isalpha, parts)) else []
    return [*in_one, parts] if _is_lettered(bare, parts) else in_one


def _says_something(word: str, before: str) -> bool:
    """Not "many" in "how many"."""
    return stems.says_something(word) and not (before == "how" and word in _AMOUNTS)


def with_names(asked: Asking, words: str, lookups: Lookups, *, absent: Iterable[str] = ()) -> Asking:
    """The same, with the other spellings of the names in it (an acronym's expansion, and the acronym) and of words; of
    the `absent` ones, which no document holds, those that may stand for them. A long question tells enough itself.
    """
    known = {stems.stem(word) for word in asked.words}
    others = [spelling for _, spellings in naming.respelt(lookups, words) for spelling in spellings]
    also = [_tokens(other) for other in dict.fromkeys(others)]
    also = [phrase for phrase in also if phrase and not known & {stems.stem(word) for word in phrase}]
    is_short = len(asked.words) <= _FEW
    also += [(other,) for word in absent if is_short for other in _standing_for(lookups, word)]
    spelt = {word: {*other_spellings(word)} - (set() if is_short else {*irregular_forms(word)}) for word in asked.words}
    variants = [other for word in asked.words[:_MOST] for other in sorted(spelt[word])]
    variants = [other for other in variants if stems.stem(other) not in known and lookups.frequencies([(other,)])[0]]
    if also and not asked.words and '"' not in plain(words):  # "the WHO" need not stand there in these letters
        return replace(asked, phrases=(), also=(*also[:8], *asked.phrases))
    return replace(asked, words=(*asked.words, *variants), also=tuple(also[:8]))


def weights_of(lookups: Lookups, asked: Asking) -> dict[str, float]:
    """What each stem is worth: the rarer in the library the more, times how often it was asked for."""
    counts, forms = asked.stems(), asked.forms()
    total, *frequencies = (lookups.shelf()[0], *lookups.frequencies([(forms[stem],) for stem in counts]))
    return {
        stem: times * math.log(1 + (total + 0.5) / (frequency + 0.5))
        for (stem, times), frequency in zip(counts.items(), frequencies, strict=True)
    }


def _standing_for(lookups: Lookups, word: str) -> list[str]:
    """Words for it, one a stem, that are no part of somebody's name: an Andrew Storms is no hurricane."""
    found = _one_a_stem(kin(stems.stem(word), folded(word)))
    if not found:
        return []
    people = set(map(stems.stem, naming.of_people(lookups, [*found, *(f"{each}s" for each in found)])))
    return [other for other in found if stems.stem(other) not in people]


def _one_a_stem(words: Iterable[str]) -> list[str]:
    return list({stems.stem(word): word for word in words}.values())


def _tokens(text: str) -> Phrase:
    return tuple(found.group() for found in stems.words(stems.unaccented(plain(text))))
