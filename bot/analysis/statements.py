"""Who said, did or met what, or what befell them: subjects of verbs, by name or by a pronoun that can mean only one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from bot.analysis.befallen import befallen
from bot.analysis.continued import continued
from bot.analysis.focus import Focus
from bot.analysis.quotations import Quotations
from bot.analysis.speakers import Clause, Names, clauses, is_own_voice, people_in, speakers, subject_of
from bot.analysis.verbs import ENCOUNTERS, HOLDING, MEETING, SAYING, lemma
from bot.model import Occurrence, Role, Sentence, Statement, StatementKind

_UNFACTUAL: Final = frozenset("if unless whether though until".split())
# Verbs that tell no act.
_DUMB: Final = frozenset(
    """
    be is was are were been being 's 're become became seem seemed seems remain remained need needed have had
    has got get gets wanted hoped thought knew liked
    """.split()
)
# Without a helper these tell what befell somebody.
_BEFALLING: Final = frozenset("died drowned perished disappeared vanished".split())
_ORDER: Final[dict[StatementKind, int]] = {"met": 0, "said": 1, "did": 2, "befell": 3}


# A sentence with these tells what somebody says that somebody did.
_CLAIMED: Final = re.compile(
    r"\b(?:said|says|told|alleg\w+|according to|report(?:ed|s|edly)|claim(?:ed|s)|accus\w+|suspect\w*|charged|"
    r"apparently|supposedly|prosecutors)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    kind: StatementKind
    verb: str
    clause: int


def statements(
    text: str,
    doc: Doc,
    sentences: Sequence[Sentence],
    occurrences: Sequence[Occurrence],
    *,
    stored: str,
    roles: Sequence[Role] = (),
) -> tuple[Statement, ...]:
    """At most one a speaker and sentence. Where it is not sure who speaks, nobody does."""
    names, quotations, focus = Names(occurrences), Quotations(text, stored), Focus(occurrences, roles)
    found_clauses = clauses(doc, sentences, quotations)
    found: list[Statement] = []
    voiced: dict[int, list[Statement]] = {}
    for index, sentence in enumerate(sentences):
        if sentence.kind in ("title", "heading"):
            continue
        pairs: list[tuple[Clause, tuple[str, ...]]] = []
        for clause in found_clauses.get(index, []):
            who = speakers(clause, names, focus)
            if clause.subject.tag_ == "PRP" and names.speak_of_themselves(who, index, quotations):
                who = ()
            pairs.append((clause, who))
            focus.meet(subject_of(clause, who))
        is_claimed = _CLAIMED.search(text, sentence.at.start, sentence.at.end) is not None
        told = _told_in(pairs, names, quotations, is_claimed=is_claimed)
        voices = {one.clause for one in told.values() if one.kind == "said"}
        spoken = quotations.longest(sentence.at) if len(voices) == 1 else None  # of two speakers, whose would it be?
        here = [
            Statement(name, one.kind, one.verb, sentence.at, index, spoken if one.kind == "said" else None)
            for name, one in told.items()
        ]
        if any(clause.says for clause, _ in pairs):
            voiced[index] = [one for one in here if one.kind == "said"]
        found += here
        focus.move(index)
    found += continued(text, sentences, quotations, voiced)
    found += _further(befallen(text, doc, sentences, names, quotations), told=found)
    return tuple(sorted(found, key=lambda one: one.sentence))


def _further(befell: Iterable[Statement], *, told: Iterable[Statement]) -> Iterable[Statement]:
    """At most one a name and sentence, and none where more is told of it."""
    places = {(one.speaker, one.sentence) for one in told}
    return {(one.speaker, one.sentence): one for one in befell if (one.speaker, one.sentence) not in places}.values()


def _told_in(
    pairs: Sequence[tuple[Clause, tuple[str, ...]]], names: Names, quotations: Quotations, *, is_claimed: bool
) -> dict[str, _Told]:
    """What a sentence tells of each name: that they met before that they said, that they said before that they did."""
    best: dict[str, _Told] = {}
    for number, (clause, who) in enumerate(pairs):
        known = _told(clause, quotations)
        if known is None or not who or (known[0] in ("did", "befell") and is_claimed):
            continue
        told = _Told(*known, number)
        others = people_in(clause.verb, names) if told.kind == "met" else ()
        for name in (*who, *others):
            if name not in best or _ORDER[told.kind] < _ORDER[best[name].kind]:
                best[name] = told
    return best


def _told(clause: Clause, quotations: Quotations) -> tuple[StatementKind, str] | None:
    """What kind of statement a verb makes, if it tells a fact in the text's own voice."""
    verb = clause.verb
    children = list(verb.children)
    if any(child.dep_ == "neg" or child.tag_ == "MD" for child in children) or _is_noun(clause):
        return None
    if any(child.dep_ == "mark" and child.lower_ in _UNFACTUAL for child in children):
        return None
    return _kind(clause, children) if is_own_voice(verb, quotations) else None


def _is_noun(clause: Clause) -> bool:
    """ "The Holt offer to buy", of which the parser makes a verb: one name does not "offer", it "offers"."""
    subject, verb = clause.subject, clause.verb
    is_plural = subject.lower_.endswith("s") or subject.tag_ == "PRP" or subject.n_rights > 0
    return verb.tag_ == "VBP" and verb.lower_ == lemma(verb.text) and not is_plural


def _kind(clause: Clause, children: Sequence[Token]) -> tuple[StatementKind, str] | None:
    verb, base = clause.verb, lemma(clause.verb.text)
    if clause.says and base not in SAYING:
        return ("said", verb.lower_)  # "according to", "was quoted"
    if clause.subject.lower_ in ENCOUNTERS:
        return ("met", clause.subject.lower_)
    if base in MEETING or (base in HOLDING and any(c.dep_ == "dobj" and c.lower_ in ENCOUNTERS for c in children)):
        return ("met", base or verb.lower_)
    if base in SAYING:
        return ("said", base or verb.lower_)
    is_act = verb.tag_ == "VBD" and verb.dep_ in ("ROOT", "conj") and verb.lower_ not in _DUMB
    if not is_act:
        return None
    return ("befell" if verb.lower_ in _BEFALLING else "did", base or verb.lower_)
