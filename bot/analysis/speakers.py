"""Subjects of verbs and the names they stand for: a name, "the minister", a pronoun. Unsure means nobody."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from spacy.tokens import Doc, Token

from bot.analysis.focus import COMPANIES, KINDS_OF_BODY, UNITS, Focus, Subject
from bot.analysis.quotations import Quotations
from bot.analysis.titles import is_title
from bot.analysis.verbs import ENCOUNTERS, SAYING, lemma
from bot.model import Occurrence, Sentence

_FINITE: Final = ("VBD", "VBZ", "VBP", "VBN")
_BODIES: Final = COMPANIES | KINDS_OF_BODY | UNITS
_QUOTED: Final = "quoted"
_PREPOSITIONS: Final = frozenset("of to for from with by at in on near into against".split())
_ONE_CLAUSE: Final = 90  # characters
_OFFICE: Final = 60  # characters that a body's suffix and an office take


@dataclass(frozen=True, slots=True)
class Clause:
    subject: Token
    verb: Token
    sentence: int
    says: bool
    """Whether somebody says something in it, in the text's own voice."""


class Names:
    """Occurrences by the token that stands in them."""

    def __init__(self, occurrences: Sequence[Occurrence]) -> None:
        self._occurrences = occurrences
        self._starts = [one.at.start for one in occurrences]
        self._sentences = [one.sentence for one in occurrences]
        self._doubtful = set(_doubtful(occurrences))

    def at(self, token: Token) -> Occurrence | None:
        one = self.holding(token.idx)
        return None if one is None or (one.name in self._doubtful and " " not in one.surface) else one

    def holding(self, offset: int) -> Occurrence | None:
        i = bisect_right(self._starts, offset) - 1
        return self._occurrences[i] if i >= 0 and offset < self._occurrences[i].at.end else None

    def speak_of_themselves(self, who: Sequence[str], sentence: int, quotations: Quotations) -> bool:
        """Whether a quotation of the sentence names them: nobody calls himself by his name."""
        first = bisect_left(self._sentences, sentence)
        here = self._occurrences[first : bisect_right(self._sentences, sentence)]
        return any(one.name in who and quotations.hold(one.at.start) for one in here)

    def officer_of(self, body: Occurrence) -> tuple[str, ...]:
        """Who speaks in "said Acme (Securities) Ltd analyst Ada Obi": a person close behind, else the body itself."""
        following = self._occurrences[bisect_right(self._starts, body.at.start) :]
        for one in following:
            if one.sentence != body.sentence or one.at.start > body.at.end + _OFFICE:
                break
            if one.kind == "PERSON":
                return ()
        return (body.name,)


def _doubtful(occurrences: Sequence[Occurrence]) -> Iterable[str]:
    """ "Holt was charged with the murder of Ann Holt": of whom the surname is another's, though he is nowhere named."""
    for one, other in pairwise(one for one in occurrences if one.kind == "PERSON"):
        is_short = " " not in one.surface and " " in other.surface
        is_near = one.sentence == other.sentence and other.at.start - one.at.end < _ONE_CLAUSE
        if is_short and is_near and one.name == other.name:
            yield one.name


def clauses(doc: Doc, sentences: Sequence[Sentence], quotations: Quotations) -> dict[int, list[Clause]]:
    """Subject and verb pairs of each sentence, in order of text. "According to X" is one, too."""
    starts = [sentence.at.start for sentence in sentences]
    found: dict[int, list[Clause]] = defaultdict(list)
    subjects = [doc.vocab.strings["nsubj"], doc.vocab.strings["nsubjpass"]]
    named = np.isin(doc.to_array(["DEP"]), np.array(subjects, dtype=np.uint64))
    cited = np.isin(doc.to_array(["LOWER"]), np.array([doc.vocab.strings["according"]], dtype=np.uint64))
    wanted: list[int] = np.flatnonzero(named | cited).tolist()
    for token in (doc[i] for i in wanted):  # a loop over all tokens costs more than all the rest here
        pair = _pair(token)
        if pair is not None:
            index = bisect_right(starts, token.idx) - 1
            found[index].append(Clause(*pair, index, says=_says(pair[1]) and is_own_voice(pair[1], quotations)))
    return found


def _pair(token: Token) -> tuple[Token, Token] | None:
    if token.dep_ == "nsubj":
        return (token, token.head) if token.head.tag_ in _FINITE else None
    if token.dep_ == "nsubjpass":
        return (token, token.head) if token.lower_ in ENCOUNTERS or token.head.lower_ == _QUOTED else None
    for to in token.children:
        for source in to.children if to.lower_ == "to" else ():
            if source.dep_ == "pobj":
                return source, token
    return None


def _says(verb: Token) -> bool:
    return verb.lower_ in ("according", _QUOTED) or lemma(verb.text) in SAYING


def is_own_voice(verb: Token, quotations: Quotations) -> bool:
    """False inside somebody's quotation or reported speech."""
    if quotations.hold(verb.idx):
        return False
    token = verb
    while token.dep_ != "ROOT" and token.head is not token:
        if token.dep_ in ("ccomp", "xcomp") and lemma(token.head.text) in SAYING:
            return False
        token = token.head
    return True


def speakers(clause: Clause, names: Names, focus: Focus) -> tuple[str, ...]:
    """The names that a subject stands for; none when it is somebody else, or not sure."""
    subject, verb = clause.subject, clause.verb
    if subject.tag_ == "PRP":
        if not (_is_main(verb) or (clause.says and _is_aside(subject, verb))):
            return ()
        return focus.meant(subject.lower_, clause.sentence, says=clause.says, at=subject.idx)
    if subject.lower_ in ENCOUNTERS:  # "Meetings with A and B were ...": whose, the sentence before tells
        met = tuple(people_in(subject, names))
        return (*met, *focus.last_person(clause.sentence)) if met else ()
    if subject.lower_ == "who":
        one = names.at(verb.head) if verb.dep_ == "relcl" and subject.nbor(-1).text == "," else None
        return (one.name,) if one is not None and one.kind == "PERSON" else ()
    if clause.says and _is_described(subject):
        return focus.described(subject.lower_, at=subject.idx)
    return _all_named(subject, verb, names)


def _all_named(subject: Token, verb: Token, names: Names) -> tuple[str, ...]:
    """The names of a subject that consists of names alone."""
    tokens = [subject, *subject.conjuncts]
    found = [one for token in tokens if (one := _named(token, names)) is not None]
    is_source = verb.lower_ == "according"
    if len(found) < len(tokens) or (not is_source and is_object(subject)):
        return ()
    if subject.i > verb.i and found[0].kind != "PERSON" and not is_source:
        return names.officer_of(found[0])
    return tuple(dict.fromkeys(one.name for one in found))


def is_object(subject: Token) -> bool:
    """ "Sources close to Ada Obi said", where the parser takes her for the subject."""
    first = subject.left_edge.i
    return first > 0 and subject.doc[first - 1].lower_ in _PREPOSITIONS


def _is_main(verb: Token) -> bool:
    """Of the sentence's main clause: there a pronoun looks back to the sentence before."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ROOT"


def _is_aside(subject: Token, verb: Token) -> bool:
    """ "..., he said, ...": set off by commas or quotation marks, whatever the parser makes of it."""
    return verb.i == subject.i + 1 and subject.i > 0 and subject.nbor(-1).text in (",", '"')


def _named(token: Token, names: Names) -> Occurrence | None:
    one = names.at(token)
    if one is not None and one.kind != "OTHER":
        is_dateline = one.kind == "PLACE" and token.i + 1 < len(token.doc) and token.nbor().text in (":", "(")
        return None if is_dateline else one
    for child in token.children:  # "the foreign minister, Ada Obi, said"
        if child.dep_ == "appos" and (one := names.at(child)) is not None:
            if one.kind == "PERSON":
                return one
            if one.kind == "ORGANISATION" and token.lower_ in _BODIES:
                return one
    return None


def _is_described(subject: Token) -> bool:
    """Just "the company" or "the minister": any further word may make another one of it."""
    if subject.lower_ not in COMPANIES | KINDS_OF_BODY and not is_title(subject.text):
        return False
    if subject.tag_ != "NN" and not subject.is_title:
        return False
    left = [child.lower_ for child in subject.lefts]
    if left != ["the"] or subject.n_rights > 1:
        return False
    return all(child.dep_ == "relcl" and subject.nbor().text == "," for child in subject.rights)


def people_in(head: Token, names: Names) -> Iterable[str]:
    """Who was met: people among the objects of the verb or of "meeting with"."""
    for child in head.children:
        if child.dep_ in ("dobj", "prep"):
            for token in child.subtree:
                one = names.at(token)
                if one is not None and one.kind == "PERSON":
                    yield one.name


def subject_of(clause: Clause, who: tuple[str, ...]) -> Subject:
    return Subject(
        word=clause.subject.lower_,
        at=clause.subject.idx,
        who=who,
        is_main=clause.verb.dep_ in ("ROOT", "conj"),
        says=clause.says,
        is_pronoun=clause.subject.tag_ == "PRP",
    )
