"""Who said, did or met what: the grammatical subjects of verbs, by name or by a pronoun that can mean only one."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from spacy.tokens import Doc, Token

from bot.analysis.focus import Focus
from bot.analysis.quotations import Quotations
from bot.analysis.verbs import ENCOUNTERS, HOLDING, MEETING, SAYING, lemma
from bot.model import Occurrence, Sentence, Statement, StatementKind

_FINITE: Final = ("VBD", "VBZ", "VBP", "VBN")
_UNFACTUAL: Final = frozenset("if unless whether though until".split())
# Verbs that tell no act.
_DUMB: Final = frozenset(
    """
    be is was are were been being 's 're become became seem seemed seems remain remained need needed have had
    has got get gets wanted hoped thought knew liked
    """.split()
)
_ORDER: Final[dict[StatementKind, int]] = {"met": 0, "said": 1, "did": 2}


# A sentence with these tells what somebody says that somebody did.
_CLAIMED: Final = re.compile(
    r"\b(?:said|says|told|alleg\w+|according to|report(?:ed|s|edly)|claim(?:ed|s)|accus\w+|suspect\w*|charged|"
    r"apparently|supposedly|prosecutors)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Clause:
    subject: Token
    verb: Token
    sentence: int


@dataclass(frozen=True, slots=True)
class _Told:
    kind: StatementKind
    verb: str
    clause: int


def statements(
    text: str, doc: Doc, sentences: Sequence[Sentence], occurrences: Sequence[Occurrence], *, stored: str
) -> tuple[Statement, ...]:
    """At most one a speaker and sentence. Where it is not sure who speaks, nobody does."""
    names, quotations = _Names(occurrences), Quotations(text, stored)
    focus = Focus(occurrences)
    clauses = _clauses(doc, sentences)
    found: list[Statement] = []
    for index, sentence in enumerate(sentences):
        if sentence.kind in ("title", "heading"):
            continue
        speakers = [(clause, _speakers(clause, names, focus, index)) for clause in clauses.get(index, [])]
        is_claimed = _CLAIMED.search(text, sentence.at.start, sentence.at.end) is not None
        told = _told_in(speakers, names, quotations, is_claimed=is_claimed)
        voices = {one.clause for one in told.values() if one.kind == "said"}
        spoken = quotations.longest(sentence.at) if len(voices) == 1 else None  # of two speakers, whose would it be?
        found += [
            Statement(name, one.kind, one.verb, sentence.at, index, spoken if one.kind == "said" else None)
            for name, one in told.items()
        ]
        focus.move(index, [(clause.subject, clause.verb, who) for clause, who in speakers])
    return tuple(found)


def _told_in(
    speakers: Sequence[tuple[_Clause, tuple[str, ...]]], names: "_Names", quotations: Quotations, *, is_claimed: bool
) -> dict[str, _Told]:
    """What a sentence tells of each name: that they met before that they said, that they said before that they did."""
    best: dict[str, _Told] = {}
    for number, (clause, who) in enumerate(speakers):
        known = _told(clause, quotations)
        if known is None or not who or (known[0] == "did" and is_claimed):
            continue
        told = _Told(*known, number)
        others = _people_in(clause.verb, names) if told.kind == "met" else ()
        for name in (*who, *others):
            if name not in best or _ORDER[told.kind] < _ORDER[best[name].kind]:
                best[name] = told
    return best


class _Names:
    """Occurrences by the token that stands in them."""

    def __init__(self, occurrences: Sequence[Occurrence]) -> None:
        self._occurrences = occurrences
        self._starts = [one.at.start for one in occurrences]

    def at(self, token: Token) -> Occurrence | None:
        i = bisect_right(self._starts, token.idx) - 1
        if i >= 0 and token.idx < self._occurrences[i].at.end:
            return self._occurrences[i]
        return None


def _clauses(doc: Doc, sentences: Sequence[Sentence]) -> dict[int, list[_Clause]]:
    """Subject and verb pairs of each sentence, in order of text."""
    starts = [sentence.at.start for sentence in sentences]
    found: dict[int, list[_Clause]] = defaultdict(list)
    subjects = [doc.vocab.strings["nsubj"], doc.vocab.strings["nsubjpass"]]
    wanted: list[int] = np.flatnonzero(np.isin(doc.to_array(["DEP"]), np.array(subjects, dtype=np.uint64))).tolist()
    for token in (doc[i] for i in wanted):  # a loop over all tokens costs more than all the rest here
        if (token.dep_ == "nsubj" and token.head.tag_ in _FINITE) or (
            token.dep_ == "nsubjpass" and token.lower_ in ENCOUNTERS
        ):
            index = bisect_right(starts, token.idx) - 1
            found[index].append(_Clause(token, token.head, index))
    return found


def _speakers(clause: _Clause, names: _Names, focus: Focus, index: int) -> tuple[str, ...]:
    """The names that a subject stands for; none when it is somebody else, or not sure."""
    subject = clause.subject
    if subject.tag_ == "PRP":
        if not _is_main(clause.verb):
            return ()
        return focus.meant(subject.lower_, index)
    if subject.lower_ in ENCOUNTERS:  # "Meetings with A and B were ...": whose, the sentence before tells
        met = tuple(_people_in(subject, names))
        return (*met, *focus.last_person(index)) if met else ()
    tokens = [subject, *subject.conjuncts]
    found = [one for token in tokens if (one := _named(token, names)) is not None]
    return tuple(dict.fromkeys(one.name for one in found)) if len(found) == len(tokens) else ()


def _is_main(verb: Token) -> bool:
    """Of the sentence's main clause: there a pronoun looks back to the sentence before."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ROOT"


def _named(token: Token, names: _Names) -> Occurrence | None:
    one = names.at(token)
    if one is not None and one.kind != "OTHER":
        is_dateline = one.kind == "PLACE" and token.i + 1 < len(token.doc) and token.nbor().text in (":", "(")
        return None if is_dateline else one
    for child in token.children:  # "the foreign minister, Ada Obi, said"
        if child.dep_ == "appos" and (one := names.at(child)) is not None and one.kind == "PERSON":
            return one
    return None


def _told(clause: _Clause, quotations: Quotations) -> tuple[StatementKind, str] | None:
    """What kind of statement a verb makes, if it tells a fact in the text's own voice."""
    verb = clause.verb
    children = list(verb.children)
    if any(child.dep_ == "neg" or child.tag_ == "MD" for child in children):
        return None
    if any(child.dep_ == "mark" and child.lower_ in _UNFACTUAL for child in children):
        return None
    return _kind(clause, children) if _is_own_voice(verb, quotations) else None


def _kind(clause: _Clause, children: Sequence[Token]) -> tuple[StatementKind, str] | None:
    verb, base = clause.verb, lemma(clause.verb.text)
    if clause.subject.lower_ in ENCOUNTERS:
        return ("met", clause.subject.lower_)
    if base in MEETING or (base in HOLDING and any(c.dep_ == "dobj" and c.lower_ in ENCOUNTERS for c in children)):
        return ("met", base or verb.lower_)
    if base in SAYING:
        return ("said", base or verb.lower_)
    is_act = verb.tag_ == "VBD" and verb.dep_ in ("ROOT", "conj") and verb.lower_ not in _DUMB
    return ("did", base or verb.lower_) if is_act else None


def _is_own_voice(verb: Token, quotations: Quotations) -> bool:
    """False inside somebody's quotation or reported speech."""
    if quotations.hold(verb.idx):
        return False
    token = verb
    while token.dep_ != "ROOT" and token.head is not token:
        if token.dep_ in ("ccomp", "xcomp") and lemma(token.head.text) in SAYING:
            return False
        token = token.head
    return True


def _people_in(head: Token, names: _Names) -> Iterable[str]:
    """Who was met: people among the objects of the verb or of "meeting with"."""
    for child in head.children:
        if child.dep_ in ("dobj", "prep"):
            for token in child.subtree:
                one = names.at(token)
                if one is not None and one.kind == "PERSON":
                    yield one.name
