"""Words to look for -> what the full text is asked, and what counts as a match in a sentence."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from bot.answers import naming, stems
from bot.store.lookups import Lookups, Phrase, Wanted
from bot.words import plain

_MOST = 24
"""So many words reach the full text: more of a long question changed no ranking that was measured."""

_AMOUNTS = frozenset("much many long far old often big high large fast soon".split())
_PART = re.compile(r'(-?)"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Asking:
    """`words` in order, stop words out, repeated ones kept; `phrases` and `never` as the user marked them.

    `compounds` are words of several parts, one of which is too short to look for alone: "S-400".
    `also` are other spellings of a name that was asked for: "Line of Actual Control" for "LAC".
    """

    words: tuple[str, ...]
    phrases: tuple[Phrase, ...] = ()
    never: tuple[Phrase, ...] = ()
    also: tuple[Phrase, ...] = ()
    compounds: tuple[Phrase, ...] = ()

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
    for part in _PART.finditer(plain(words)):
        minus, quoted, bare = part.groups()
        if quoted is not None:
            (never if minus else phrases).append(_tokens(quoted))
        elif bare.startswith("-") and _tokens(bare):
            never.append(_tokens(bare))
        else:
            parts = _tokens(bare)
            plainly += parts
            if len(parts) > 1 and any(len(part) == 1 for part in parts[:1]) and any(part.isdigit() for part in parts):
                compounds.append(parts)
    kept = [word for word, before in zip(plainly, ["", *plainly], strict=False) if _says_something(word, before)]
    # "The Who", "S-400": when hardly a word is left, the little ones count too.
    some = kept if kept or phrases else plainly
    return Asking(
        words=tuple(some),
        phrases=tuple(filter(None, phrases)),
        never=tuple(filter(None, never)),
        compounds=tuple(compounds),
    )


def _says_something(word: str, before: str) -> bool:
    """Not "many" in "how many"."""
    return stems.says_something(word) and not (before == "how" and word in _AMOUNTS)


def with_names(asked: Asking, words: str, lookups: Lookups) -> Asking:
    """The same, with the other spellings of the names in it: an acronym's expansion, and the acronym."""
    candidates = [words, *re.findall(r"\b[A-Z][A-Z0-9&]{1,9}\b", plain(words))]
    called = lookups.called_exactly(naming.key(word) for word in candidates)
    ids = [number for numbers in called.values() if len(numbers) == 1 for number in numbers]
    if not ids:
        return asked
    known = {stems.stem(word) for word in asked.words}
    others = [name.folded for name in lookups.named(ids).values()] + [s.folded for s in lookups.spellings_of(ids)]
    also = [_tokens(other) for other in dict.fromkeys(others)]
    fresh = [phrase for phrase in also if phrase and not known & {stems.stem(word) for word in phrase}]
    return replace(asked, also=tuple(fresh[:8]))


def _tokens(text: str) -> Phrase:
    return tuple(found.group() for found in stems.words(stems.unaccented(plain(text))))
