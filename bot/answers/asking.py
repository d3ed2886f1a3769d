"""Words to look for -> what the full text is asked, and what counts as a match in a sentence."""

import re
from collections import Counter
from dataclasses import dataclass

from bot.answers import naming, stems
from bot.store.lookups import Lookups, Phrase, Wanted
from bot.words import STOP_WORDS, folded, plain

_MOST = 24
"""So many words reach the full text: more of a long question changed no ranking that was measured."""

_PART = re.compile(r'(-?)"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Asking:
    """`words` in order, stop words out, repeated ones kept; `phrases` and `never` as the user marked them.

    `also` are other spellings of a name that was asked for: "Line of Actual Control" for "LAC".
    """

    words: tuple[str, ...]
    phrases: tuple[Phrase, ...] = ()
    never: tuple[Phrase, ...] = ()
    also: tuple[Phrase, ...] = ()

    def wanted(self) -> Wanted:
        some = [(word,) for word in self.words[:_MOST]] + list(self.also)
        return Wanted(tuple(some), every=self.phrases, never=self.never)

    def stems(self) -> Counter[str]:
        """The stems that count as a match, by how often they were asked for."""
        every = [*self.words, *(word for phrase in (*self.phrases, *self.also) for word in phrase)]
        return Counter(stems.stem(word) for word in every if stems.says_something(word) or len(every) == 1)


def asking(words: str) -> Asking:
    """Quotes make a phrase (an open one runs to the end), a leading "-" leaves out. Anything may be typed."""
    plainly, phrases, never = list[str](), list[Phrase](), list[Phrase]()
    for part in _PART.finditer(plain(words)):
        minus, quoted, bare = part.groups()
        if quoted is not None:
            (never if minus else phrases).append(_tokens(quoted))
        elif bare.startswith("-") and _tokens(bare):
            never.append(_tokens(bare))
        else:
            plainly += _tokens(bare)
    kept = [word for word in plainly if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]
    # "The Who", "S-400": when hardly a word is left, the little ones count too.
    some = kept if kept or phrases else plainly
    return Asking(tuple(some), tuple(filter(None, phrases)), tuple(filter(None, never)))


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
    return Asking(asked.words, asked.phrases, asked.never, tuple(fresh[:8]))


def _tokens(text: str) -> Phrase:
    return tuple(found.group() for found in stems.words(folded(text)))
