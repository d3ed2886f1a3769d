"""Whom "he", "it", "the company" or "the minister" means: the subject just told of, else the text's protagonist.

Unsure means nobody.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.analysis.titles import is_title
from bot.model import Occurrence, Role

_PEOPLE: Final = frozenset(
    """
    analyst boy dealer demonstrator driver eyewitness farmer father girl guard insider investor man men mother officer
    official officials passenger person player police resident residents scholar soldier source sources student teacher
    trader traders victim winner witness witnesses woman women worker expert experts one counterpart others
    """.split()
)
COMPANIES: Final = frozenset("company firm corporation group concern".split())
_NAMES_OF_KINDS: Final = {
    "bank": "bank bancorp banking bancshares",
    "airline": "airline airlines airways air",
    "department": "department",
    "ministry": "ministry",
    "union": "union unions workers",
    "exchange": "exchange",
    "commission": "commission",
    "association": "association",
    "agency": "agency",
    "bureau": "bureau",
    "institute": "institute",
    "committee": "committee",
    "council": "council",
    "court": "court",
    "party": "party",
    "university": "university",
    "federation": "federation",
    "authority": "authority",
    "board": "board",
    "organisation": "organisation",
    "organization": "organization",
    "foundation": "foundation",
    "institution": "institution",
    "trust": "trust",
    "ministers": "",
}
KINDS_OF_BODY: Final = frozenset(_NAMES_OF_KINDS) - {"ministers"}
UNITS: Final = frozenset("subsidiary unit affiliate parent newspaper daily weekly magazine broadcaster".split())
# A body called so is no company.
_NO_COMPANIES: Final = KINDS_OF_BODY - {"bank", "airline", "exchange", "trust", "union"} | frozenset(
    "workers government administration congress senate parliament treasury reserve nations fund office house".split()
)
_REACH: Final = 2  # sentences back
_SAYING_REACH: Final = 5  # what somebody says goes on while nobody else is named
_MENTIONS: Final = 3  # of a protagonist at least


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause: its head's word and offset, and the names it stands for."""

    word: str
    at: int
    who: tuple[str, ...]
    is_main: bool
    says: bool
    is_pronoun: bool


class Focus:
    """Moves through a document's sentences in order, and remembers who was their subject."""

    def __init__(self, occurrences: Sequence[Occurrence], roles: Sequence[Role] = ()) -> None:
        people = Counter(one.name for one in occurrences if one.kind == "PERSON")
        ranked = people.most_common(2)
        leads = bool(ranked) and ranked[0][1] >= _MENTIONS and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1])
        self._protagonist = ranked[0][0] if leads else None
        self._people: dict[int, set[str]] = defaultdict(set)
        for one in occurrences:
            if one.kind == "PERSON":
                self._people[one.sentence].add(one.name)
        self._bodies = [one for one in occurrences if one.kind == "ORGANISATION"]
        self._mentions = [one for one in occurrences if one.kind == "PERSON"]
        self._roles = roles
        self._holders = {role.name for role in roles}
        self._kinds = {one.name: one.kind for one in occurrences}
        self._subjects: dict[int, tuple[str, ...]] = {}
        self._joint: dict[int, tuple[str, ...]] = {}
        self._said: dict[int, tuple[tuple[str, ...], ...]] = {}  # the voices of each sentence
        self._strangers: set[int] = set()  # sentences whose subject is a person without a name
        self._nameless: set[str] = set()  # "minister", where the text has one without a name
        self._gender: dict[str, str] = {}
        self._now: list[Subject] = []

    def meant(self, pronoun: str, sentence: int, *, says: bool, at: int) -> tuple[str, ...]:
        """The names that a pronoun as subject of this sentence stands for."""
        if pronoun == "they":
            return self._joint.get(sentence - 1, ())
        who: str | None = None
        if pronoun in ("he", "she"):
            rivals = {one.name for one in self._mentions if one.sentence == sentence and one.at.start < at}
            who = self._person(pronoun, sentence, says=says)
            who = None if rivals - {who} else who
        elif pronoun == "it":
            who = self._voice(sentence, at) if says else self._body(sentence)
        return (who,) if who else ()

    def _person(self, word: str, sentence: int, *, says: bool) -> str | None:
        for back in range(1, (_SAYING_REACH if says else _REACH) + 1):
            earlier = sentence - back
            if earlier in self._strangers:
                return None
            subjects = [name for name in self._subjects.get(earlier, ()) if self._kinds[name] == "PERSON"]
            if subjects:
                rivals = self._people[earlier] - {subjects[0]}
                is_clear = not rivals or (subjects[0] == self._protagonist and len(set(subjects)) == 1)
                is_clear = is_clear or (says and self._said.get(earlier) == ((subjects[0],),) and len(subjects) == 1)
                return self._fitting(word, subjects[0]) if is_clear else None
            if self._people.get(earlier):
                return self._fitting(word, self._protagonist) if self._people[earlier] == {self._protagonist} else None
        return self._fitting(word, self._protagonist)

    def _fitting(self, word: str, name: str | None) -> str | None:
        """A single word is somebody's name for sure only with a title: firms are called after people."""
        if name is None or not (" " in name or name in self._holders):
            return None
        return name if self._gender.setdefault(name, word) == word else None

    def last_person(self, sentence: int) -> tuple[str, ...]:
        """The one person whom the sentence before was about."""
        people = tuple(name for name in self._subjects.get(sentence - 1, ()) if self._kinds[name] == "PERSON")
        return people if len(people) == 1 else ()

    def _body(self, sentence: int) -> str | None:
        subjects = self._subjects.get(sentence - 1, ())
        bodies = [name for name in subjects if self._kinds[name] == "ORGANISATION"]
        return bodies[0] if len(subjects) == 1 and bodies else None

    def _voice(self, sentence: int, at: int) -> str | None:
        """Which body goes on speaking: the last that spoke, where no other has been told of since."""
        told = [name for each in self._now if each.at < at for name in each.who]
        for back in range(1, _SAYING_REACH + 1):
            earlier = sentence - back
            told += self._organisations(earlier)
            if (voices := self._said.get(earlier)) is not None:
                names = set(voices[0]) if len(voices) == 1 else set[str]()
                name = names.pop() if len(names) == 1 else ""
                is_only = self._kinds.get(name) == "ORGANISATION" and not set(told) - {name}
                return name if is_only else None
            if told:
                return told[0] if len(set(told)) == 1 and back == 1 else None
        return None

    def _organisations(self, sentence: int) -> list[str]:
        return [name for name in self._subjects.get(sentence, ()) if self._kinds[name] == "ORGANISATION"]

    def described(self, noun: str, *, at: int) -> tuple[str, ...]:
        """Whom "the company", "the bank" or "the minister" means: the only one, or the one just told of."""
        if noun in COMPANIES:
            who = self._told_of({one.name for one in self._bodies if not _words(one.name) & _NO_COMPANIES})
        elif noun in KINDS_OF_BODY:
            known = set(_NAMES_OF_KINDS[noun].split())
            bodies = {one.name for one in self._bodies if one.at.start < at and _words(one.name) & known}
            who = bodies.pop() if len(bodies) == 1 else self._told_of(bodies)
        else:
            holders = {role.name for role in self._roles if role.at.start < at and noun in _words(role.text)}
            who = holders.pop() if len(holders) == 1 and noun not in self._nameless else None
        return (who,) if who else ()

    def _told_of(self, bodies: set[str]) -> str | None:
        """Of these the one that was the latest body to be a subject, where no other has spoken."""
        now = [name for each in self._now for name in each.who if self._kinds[name] == "ORGANISATION"]
        told = [name for sentence in sorted(self._subjects) for name in self._organisations(sentence)] + now
        voices = {
            name
            for each in self._said.values()
            for voice in each
            for name in voice
            if self._kinds[name] == "ORGANISATION"
        }
        if not told or told[-1] not in bodies or voices - {told[-1]}:
            return None
        leads = self._organisations(min(self._subjects)) if self._subjects else now
        return told[-1] if voices or (set(told) == {told[-1]} and told[-1] in leads) else None

    def meet(self, subject: Subject) -> None:
        """A subject of the sentence at hand, in order of text."""
        self._now.append(subject)

    def move(self, sentence: int) -> None:
        """The sentence is over."""
        for each in self._now:
            if len(each.who) > 1:
                self._joint[sentence] = each.who
            if each.who:
                continue
            if is_title(each.word):
                self._nameless.add(each.word)
            if each.is_main and (each.word in _PEOPLE or each.word in ("he", "she") or is_title(each.word)):
                self._strangers.add(sentence)
        self._subjects[sentence] = tuple(dict.fromkeys(name for each in self._now for name in each.who))
        if voices := tuple(dict.fromkeys(each.who for each in self._now if each.says)):
            self._said[sentence] = voices
        self._now = []


def _words(name: str) -> set[str]:
    return {word.strip(".,'").lower() for word in name.replace("'s", "").split()}
