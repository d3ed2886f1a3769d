"""How far a role reaches to the left of its office: whose it is, of what field it is, "former", "acting"."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from spacy.tokens import Doc, Token

from bot.analysis.calendar_words import MONTHS, WEEKDAYS
from bot.analysis.gazetteer import is_people, is_place
from bot.analysis.titles import FORMS, SUFFIXES, is_calling, is_inside, is_title
from bot.model import Occurrence, Span
from bot.words import STOP_WORDS

_WINDOW: Final = 40  # characters in which the word before is looked for
_BACK: Final = re.compile(r"(\S+)\s+$")
_OPENING: Final = "\"'(["
_INITIALS: Final = re.compile(r"(?:[A-Z]\.)+$")
_BETWEEN: Final = frozenset("of for in".split())
_WHERE: Final = frozenset("in at near on".split())
_DAYS: Final = frozenset(word.lower() for word in (*WEEKDAYS, *MONTHS))
# Adjectives that belong to a role: "veteran", "popular" describe a man, these describe his office.
LOOSE: Final = frozenset("top new longtime then veteran outgoing incoming late onetime then-".split())
# Of what field an office or calling is, where a plain adjective would describe the man.
_FIELDS: Final = frozenset(
    """
    athletic artistic attacking central clinical commercial corporate creative criminal defensive divisional editorial
    free global inside lead legal local marine medical military musical offensive operating operational orthopaedic
    orthopedic outside political provincial sporting sports technical theatrical wide
    """.split()
)
_NOUNS: Final = ("NN", "NNS")
_PROPER: Final = ("NNP", "NNPS", "NN", "NNS", "JJ")


class Owners:
    """What stands before the offices of a text."""

    def __init__(self, text: str, doc: Doc, occurrences: Iterable[Occurrence]) -> None:
        self._text = text
        self._doc = doc
        self._ends: Mapping[int, Occurrence] = {one.at.end: one for one in occurrences}

    def start(self, at: int, sentence: Span) -> int:
        """Where a role begins whose office words begin at `at`."""
        while (word := _BACK.search(self._text, max(sentence.start, at - _WINDOW), at)) is not None:
            further = self._further(word.start(1), word.group(1), at, sentence)
            if further is None:
                break
            at = further
            if at > sentence.start and self._text[at - 1] in _OPENING:
                break
        return at

    def token(self, at: int) -> Token | None:
        span = self._doc.char_span(at, at + 1, alignment_mode="expand")
        return None if span is None else span[0]

    def _further(self, start: int, word: str, role: int, sentence: Span) -> int | None:
        """Where the role begins with this word, or with the name that it ends; None if it is none of it."""
        if word.endswith(")"):
            return self._bracketed(start + len(word), sentence)
        start += len(word) - len(word.lstrip(_OPENING))
        word = word.lstrip(_OPENING)
        if not word or (word[-1] in ",;:\"'”’!?" and not word.endswith(("s'", "s’"))):
            return None
        if word.endswith(".") and not (is_title(word) or is_place(word) or _INITIALS.search(word) or _is_suffix(word)):
            return None
        bare = word.removesuffix("'s").removesuffix("'")
        if (owner := self._ends.get(start + len(bare))) is not None and owner.at.start >= sentence.start:
            return self._owner(owner, role, sentence, is_genitive=bare != word)
        if is_people(word) or is_place(bare):
            return None if bare == word and self._says_where(start, sentence) else start
        return start if self._belongs(start, word, bare, role, sentence) else self._joined(start, word, role, sentence)

    def _owner(self, owner: Occurrence, role: int, sentence: Span, *, is_genitive: bool) -> int | None:
        if owner.kind == "PERSON":  # "Bo Lind's lawyer", but nobody's President
            return owner.at.start if is_genitive and self._text[role].islower() else None
        if owner.kind == "PLACE" and not is_genitive and self._says_where(owner.at.start, sentence):
            return None
        return owner.at.start

    def _says_where(self, start: int, sentence: Span) -> bool:
        """ "In Oslo President Lind spoke": where he did."""
        return self._word_before(start, sentence).lower() in _WHERE

    def _word_before(self, at: int, sentence: Span) -> str:
        word = _BACK.search(self._text, max(sentence.start, at - _WINDOW), at)
        return word.group(1) if word else ""

    def _bracketed(self, end: int, sentence: Span) -> int | None:
        """ "Acme Devices (AD) president": all of it, if what stands before the bracket is the name of a body."""
        opened = self._text.rfind("(", max(sentence.start, end - _WINDOW), end)
        owner = self._ends.get(opened - 1)
        return owner.at.start if owner is not None and owner.kind == "ORGANISATION" else None

    def _belongs(self, start: int, word: str, bare: str, role: int, sentence: Span) -> bool:
        """Whether a word that is no name is one of the role's."""
        lower = word.lower().rstrip(".")
        opens = start == sentence.start
        if lower in LOOSE:
            return not opens
        if lower in FORMS or lower in STOP_WORDS or lower in _DAYS:
            return False
        if bare != word:
            return is_title(bare)  # "sheriff's deputy"
        if is_inside(word) or is_title(word) or is_calling(word) or lower in _FIELDS:
            return True
        return word[0].isalpha() and self._is_of_the_noun(start, lower, role, opens=opens)

    def _is_of_the_noun(self, start: int, lower: str, role: int, *, opens: bool) -> bool:
        """What the parser says of a word that no list has: "ocean scientist", "advanced threat researcher"."""
        token = self.token(start)
        if token is None:
            return False
        if token.text[0].isupper():
            return token.tag_ in _PROPER and not (opens and (token.tag_ == "JJ" or lower.endswith("ing")))
        if token.tag_ in _NOUNS:
            return token.dep_ in ("compound", "nmod")
        return token.tag_ == "JJ" and self._is_noun(role)

    def _word_at(self, at: int) -> str:
        return self._text[at : self._text.find(" ", at)]

    def _is_noun(self, at: int) -> bool:
        word, token = self._word_at(at), self.token(at)
        return token is not None and token.tag_ in _NOUNS and not (is_title(word) or is_calling(word))

    def _joined(self, start: int, word: str, role: int, sentence: Span) -> int | None:
        """ "Bank of Japan governor", "president and chief executive": with the word before, if that belongs to it."""
        before = _BACK.search(self._text, max(sentence.start, start - _WINDOW), start)
        if before is None or before.group(1)[-1] in ",;:.":
            return None
        first = before.group(1).lstrip(_OPENING)
        at = before.end(1) - len(first)
        if not first or first.lower() in STOP_WORDS or first.lower() in _DAYS:
            return None
        owner = self._ends.get(before.end(1))
        if word in _BETWEEN and self._text[role].isupper() and not is_title(self._word_at(role)):
            if owner is not None and owner.kind != "PERSON":
                return owner.at.start
            return at if first[0].isupper() and owner is None and not is_title(first) else None
        if word in ("and", "&") and owner is None and not (is_place(first) or is_people(first)):
            is_alike = first[0].isupper() == self._text[role].isupper()
            return at if is_alike and (is_title(first) or is_inside(first) or first[0].isupper()) else None
        return None


def _is_suffix(word: str) -> bool:
    return word.lower().rstrip(".") in SUFFIXES
