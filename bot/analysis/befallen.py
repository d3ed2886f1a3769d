"""What befell somebody: "Ann Lee was arrested", "the police shot Ann Lee". Only names, only what is told as fact."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from spacy.tokens import Doc, Token

from bot.analysis.quotations import Quotations
from bot.analysis.speakers import Names, is_object, is_own_voice
from bot.model import Occurrence, Sentence, Statement

# What somebody is thought, told or wont to be, where something lies, what it is made of: nothing that happened.
_STATES: Final = frozenset(
    """
    accompanied accused accustomed acquainted aimed alleged asked associated assumed attached attended attributed
    aware backed based believed blamed called characterised characterized claimed committed compared composed
    comprised concerned confused connected considered contained convinced credited cited dedicated deemed depicted
    described designed determined devoted engaged estimated expected faced feared flanked focused followed forced
    geared happy held implied inclined intended interested interviewed involved joined known led likened linked
    listed located made marked meant mentioned modeled modelled named needed noted obliged observed opposed owned
    perceived portrayed positioned predicted prepared presumed projected questioned quoted ranked rated reached
    recalled referred regarded related remembered rented reported reputed required reserved rumored rumoured said
    satisfied scared scheduled seated seen set shown situated slated supposed surprised surrounded suspected tasked
    thought tipped told touted understood used viewed warned worried
    """.split()
)
# What is done to people and bodies, where the text says it with them for an object.
_DEEDS: Final = frozenset(
    """
    acquired acquitted appointed arrested assassinated bought captured charged convicted deported detained dismissed
    executed expelled extradited fined fired hired hospitalised hospitalized indicted injured jailed killed kidnapped
    murdered nationalised nationalized ousted pardoned paralysed paralyzed poisoned promoted raped rescued robbed sacked
    sentenced shot stabbed struck sued suspended wounded
    """.split()
)
_DONE_TO_BODIES: Final = frozenset(
    """
    acquired acquitted bought charged convicted fined indicted nationalised nationalized rescued robbed sued suspended
    """.split()
)
# A sentence with these tells what somebody says that somebody did to somebody.
_CLAIMED: Final = re.compile(
    r"\b(?:alleg\w+|according to|reportedly|accus\w+|suspect(?:s|ed)?|apparently|supposedly|prosecutors say)\b",
    re.IGNORECASE,
)
_TELLING: Final = ("ROOT", "conj", "advcl", "ccomp")  # a relative clause may be of nobody: "who killed Ann Lee is open"
_PAST: Final = frozenset("was were been got".split())
_HAVE: Final = frozenset("has had have 's 've".split())
_UNFACTUAL: Final = frozenset("if unless whether though until lest that".split())
_HEDGES: Final = frozenset(
    "allegedly apparently presumably purportedly reportedly supposedly possibly probably almost nearly".split()
)
_MORE_NAME: Final = ("NN", "NNS", "NNP", "NNPS", "JJ", "POS")


def befallen(
    text: str, doc: Doc, sentences: Sequence[Sentence], names: Names, quotations: Quotations
) -> Iterator[Statement]:
    """In no order; a name may have several in a sentence."""
    starts = [sentence.at.start for sentence in sentences]
    for verb, subjects in _told(doc):
        index = bisect_right(starts, verb.idx) - 1
        if sentences[index].kind in ("title", "heading") or not is_own_voice(verb, quotations):
            continue
        at = sentences[index].at
        is_deed = subjects[0].dep_ != "nsubjpass"
        if is_deed and _CLAIMED.search(text, at.start, at.end):
            continue
        for one in _named(subjects, names):
            if not is_deed or one.kind == "PERSON" or verb.lower_ in _DONE_TO_BODIES:
                yield Statement(one.name, "befell", verb.lower_, at, index)


def _told(doc: Doc) -> Iterator[tuple[Token, list[Token]]]:
    """Verbs with whom they befell."""
    passive = doc.to_array(["DEP"]) == doc.vocab.strings["nsubjpass"]
    for token in (doc[i] for i in np.flatnonzero(passive).tolist()):
        if _is_fact(token.head) and token.head.lower_ not in _STATES and _is_passive(token.head, token):
            yield token.head, _all_of(token)
    strings = np.array([doc.vocab.strings[word] for word in _DEEDS], dtype=np.uint64)
    for verb in (doc[i] for i in np.flatnonzero(np.isin(doc.to_array(["LOWER"]), strings)).tolist()):
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        if objects and _is_active(verb) and _is_fact(verb):
            yield verb, _all_of(objects[0])  # a verb has one: what the parser takes for another belongs elsewhere


def _all_of(token: Token) -> list[Token]:
    """With those it is told together with: "A, B and C", no name of another phrase."""
    return [token, *(other for other in token.conjuncts if not _has_preposition(token, other))]


def _has_preposition(first: Token, last: Token) -> bool:
    return any(token.tag_ in ("IN", "TO") for token in first.doc[first.i : last.i])


def _is_passive(verb: Token, subject: Token) -> bool:
    """A passive of the past: "was", "has been"; of one person "were" is told of something else."""
    helpers = [child.lower_ for child in verb.children if child.dep_ == "auxpass"]
    return verb.tag_ in ("VBN", "VBD") and not _PAST.isdisjoint(helpers) and not is_object(subject)


def _is_active(verb: Token) -> bool:
    if verb.dep_ not in _TELLING:
        return False
    if verb.tag_ == "VBD":
        return not any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    helpers = [child.lower_ for child in verb.children if child.dep_ == "aux"]
    return verb.tag_ == "VBN" and not _HAVE.isdisjoint(helpers)


def _is_fact(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "neg" or child.tag_ in ("MD", "TO") or child.lower_ in _HEDGES:
            return False
        if child.dep_ == "prt" and (verb.lower_, child.lower_) == ("fired", "up"):
            return False
        if child.dep_ == "mark" and child.lower_ in _UNFACTUAL:
            return False
    return True


def _named(subjects: Sequence[Token], names: Names) -> Iterable[Occurrence]:
    """Those of them that are names and nothing but names: not "Acme" in "Acme singer Bo Lind was hurt"."""
    found: dict[str, Occurrence] = {}
    for token in subjects:
        one = _meant(token, names)
        if one is None or one.kind not in ("PERSON", "ORGANISATION"):
            continue
        if token.dep_ == "nsubjpass" and len(subjects) == 1 and one.kind == "PERSON" and _has_were(token.head):
            continue
        if token.lower_ == "who" or not (_goes_on(token, one) or _has_preposition(token.left_edge, token)):
            found[one.name] = one
    return found.values()


def _meant(token: Token, names: Names) -> Occurrence | None:
    if token.lower_ != "who":
        return names.at(token)
    return names.at(token.head.head) if token.head.dep_ == "relcl" else None


def _has_were(verb: Token) -> bool:
    return any(child.lower_ == "were" for child in verb.children)


def _goes_on(token: Token, one: Occurrence) -> bool:
    """Whether what the verb is told of is named by more than the name."""
    behind = token
    while behind.i + 1 < len(behind.doc) and behind.idx < one.at.end:
        behind = behind.nbor()
    return behind.idx >= one.at.end and behind.tag_ in _MORE_NAME
