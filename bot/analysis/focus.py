"""Whom "he", "she" or "it" means: the subject just told of, else the text's protagonist. Unsure means nobody."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from bot.analysis.titles import is_title
from bot.model import Occurrence

_PEOPLE: Final = frozenset(
    """
    analyst boy dealer demonstrator driver eyewitness farmer father girl guard insider investor man men mother officer
    official officials passenger person player police resident residents scholar soldier source sources student teacher
    trader traders victim winner witness witnesses woman women worker expert experts one counterpart others
    """.split()
)
_REACH: Final = 2  # sentences back
_MENTIONS: Final = 3  # of a protagonist at least


class Focus:
    """Moves through a document's sentences in order, and remembers who was their subject."""

    def __init__(self, occurrences: Sequence[Occurrence]) -> None:
        people = Counter(one.name for one in occurrences if one.kind == "PERSON")
        ranked = people.most_common(2)
        leads = bool(ranked) and ranked[0][1] >= _MENTIONS and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1])
        self._protagonist = ranked[0][0] if leads else None
        self._people: dict[int, set[str]] = {}
        for one in occurrences:
            if one.kind == "PERSON":
                self._people.setdefault(one.sentence, set()).add(one.name)
        self._kinds = {one.name: one.kind for one in occurrences}
        self._subjects: dict[int, tuple[str, ...]] = {}
        self._joint: dict[int, tuple[str, ...]] = {}
        self._strangers: set[int] = set()  # sentences whose subject is a person without a name
        self._gender: dict[str, str] = {}

    def meant(self, pronoun: str, sentence: int) -> tuple[str, ...]:
        """The names that a pronoun as subject of this sentence stands for."""
        if pronoun == "they":
            return self._joint.get(sentence - 1, ())
        who = self._person(pronoun, sentence) if pronoun in ("he", "she") else None
        who = self._body(sentence) if pronoun == "it" else who
        return (who,) if who else ()

    def _person(self, word: str, sentence: int) -> str | None:
        for back in range(1, _REACH + 1):
            earlier = sentence - back
            if earlier in self._strangers:
                return None
            subjects = [name for name in self._subjects.get(earlier, ()) if self._kinds[name] == "PERSON"]
            if subjects:
                rivals = self._people.get(earlier, set()) - {subjects[0]}
                is_clear = not rivals or (subjects[0] == self._protagonist and len(set(subjects)) == 1)
                return self._fitting(word, subjects[0]) if is_clear else None
            if self._people.get(earlier):
                return self._fitting(word, self._protagonist) if self._people[earlier] == {self._protagonist} else None
        return self._fitting(word, self._protagonist)

    def _fitting(self, word: str, name: str | None) -> str | None:
        if name is None or self._gender.setdefault(name, word) != word:
            return None
        return name

    def last_person(self, sentence: int) -> tuple[str, ...]:
        """The one person whom the sentence before was about."""
        people = tuple(name for name in self._subjects.get(sentence - 1, ()) if self._kinds[name] == "PERSON")
        return people if len(people) == 1 else ()

    def _body(self, sentence: int) -> str | None:
        subjects = self._subjects.get(sentence - 1, ())
        bodies = [name for name in subjects if self._kinds[name] == "ORGANISATION"]
        return bodies[0] if len(subjects) == 1 and bodies else None

    def move(self, sentence: int, told: Sequence[tuple[Token, Token, tuple[str, ...]]]) -> None:
        """`told`: each subject of the sentence with its verb and the names it stands for."""
        names: list[str] = []
        for subject, verb, who in told:
            names += who
            if len(who) > 1:
                self._joint[sentence] = who
            word = subject.lower_
            if (
                not who
                and verb.dep_ in ("ROOT", "conj")
                and (word in _PEOPLE or word in ("he", "she") or is_title(word))
            ):
                self._strangers.add(sentence)
        self._subjects[sentence] = tuple(dict.fromkeys(names))
