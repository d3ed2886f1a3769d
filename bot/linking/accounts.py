"""What is compared of a document, its sentences with what they hold; and which documents tell of one happening."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache

from bot.linking.claims import Claim, claims
from bot.linking.figures import Figure, figures
from bot.linking.wordforms import CALENDAR, words
from bot.model import Kind, Period, Span

Place = tuple[int, int]
"""A sentence: (document, ordinal)."""

_PRONOUN = re.compile(r"(?:It|He|She|They|This|These|There)\b")
_OF_IT = re.compile(r" (?:it|he|she|they) (?:\w+ ){0,3}$")  # "said it had not "
_DEFINITE = re.compile(r"(?:The|This|These|Those) [a-z]+ ")
KEPT = 256  # documents of which is remembered what was read of them, for the pairs to come
_LEAD = 3  # sentences
_OPENING = 40  # characters
_APART = 7  # days between two documents of one happening
_NAMED, _TOLD, _TOLD_SHARE = 2, 7, 0.25  # names and other words in both of two whole texts of one day


@dataclass(frozen=True, slots=True)
class When:
    """A date in a sentence, at half-open characters of it; `period` None: not resolved."""

    at: Span
    words: str
    period: Period | None
    stated: bool


@dataclass(frozen=True, eq=False)
class Said:
    """A sentence of a document. `names`: ids of the names in it, with their spans; `kinds`: of what kind each is."""

    place: Place
    text: str
    names: tuple[tuple[int, Span], ...] = ()
    dates: tuple[When, ...] = ()
    kinds: tuple[Kind, ...] = ()

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return figures(self.text, tuple(when.at for when in self.dates))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return claims(self.text)

    @cached_property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def proper(self) -> frozenset[str]:
        return _words_of(self.text)[0]

    @property
    def common(self) -> frozenset[str]:
        return _words_of(self.text)[1]


@lru_cache(maxsize=16384)
def _words_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The roots of the words that begin with a capital, and of the other words that say something."""
    proper, common = set[str](), set[str]()
    for word in words(text):
        if word.is_content and word.low not in CALENDAR and (first := word.text[0]).isalpha():
            (proper if first.isupper() else common).add(word.root)
    return frozenset(proper), frozenset(common)


def _uncapped(title: str) -> str:
    """Its first word has a capital for another reason; a name comes again."""
    return title[:1].lower() + title[1:]


@dataclass(frozen=True, eq=False)
class Account:
    """A document as it is compared; equal to itself alone, so that what is read of it can be kept.

    `sure`: its date was told, not inferred from another document.
    """

    document: int
    story: int | None
    published: Period | None
    sure: bool
    title: str
    lines: tuple[Said, ...]
    extra: frozenset[int] = field(default_factory=frozenset[int])  # documents known to tell of the same thing

    @cached_property
    def _places(self) -> dict[Place, int]:
        return {line.place: number for number, line in enumerate(self.lines)}

    def before(self, said: Said) -> Said | None:
        """The sentence before one of its own."""
        number = self._places.get(said.place, 0)
        return self.lines[number - 1] if number else None

    @cached_property
    def _deeds(self) -> dict[Place, tuple[Claim, ...]]:
        return {}

    def deeds(self, said: Said) -> tuple[Claim, ...]:
        """What a sentence of its own says was done; "it" has done what the sentence before lets it do."""
        found = self._deeds.get(said.place)
        if found is None:
            found = self._deeds[said.place] = self._resolved(said)
        return found

    def _resolved(self, said: Said) -> tuple[Claim, ...]:
        return tuple(
            replace(claim, before=claim.before | lent) if (lent := self.lent(said, claim)) else claim
            for claim in said.claims
        )

    def lent(self, said: Said, claim: Claim) -> frozenset[str]:
        """What "it" or "the activist" is: named before it in the sentence, else what the sentence before is about."""
        if claim.act.startswith("exists "):
            return frozenset()
        before = self.before(said)
        if not claim.before:
            named = frozenset(
                word.root for word in words(said.text) if word.end <= claim.at.start and word.root in said.proper
            )
            if named and _OF_IT.search(said.text, 0, claim.at.start):
                return named
            if before is None or not _PRONOUN.match(said.text):
                return frozenset()
            return before.claims[0].about if before.claims else before.proper | before.common
        leans = before is not None and _DEFINITE.match(said.text) and claim.about.isdisjoint(said.proper)
        return before.proper if before is not None and leans else frozenset()

    @cached_property
    def proper(self) -> frozenset[str]:
        return frozenset[str]().union(*(line.proper for line in self.lines))

    @cached_property
    def common(self) -> frozenset[str]:
        return frozenset[str]().union(*(line.common for line in self.lines))

    @cached_property
    def words(self) -> frozenset[str]:
        """The roots of all words that say something."""
        return self.proper.union(self.common, *_words_of(self.title))

    @cached_property
    def lead(self) -> tuple[frozenset[str], frozenset[str]]:
        opening = [_words_of(_uncapped(self.title)), *(_words_of(line.text) for line in self.lines[:_LEAD])]
        proper = frozenset[str]().union(*(part for part, _ in opening))
        return proper, frozenset[str]().union(*(part for _, part in opening)) - proper

    @cached_property
    def headed(self) -> frozenset[str]:
        """The names in its title; of a document without one the first lines are its title."""
        is_own = not (self.lines and self.title.startswith(self.lines[0].text[:_OPENING]))
        return _words_of(_uncapped(self.title))[0] if is_own else frozenset()

    @cached_property
    def named(self) -> frozenset[str]:
        """Words with a capital, of its title too, whose first word may be a name."""
        return self.proper | _words_of(self.title)[0]

    @cached_property
    def opening(self) -> frozenset[Place]:
        return frozenset(line.place for line in self.lines[:_LEAD])


def days_between(a: Account, b: Account) -> int | None:
    """From the end of the earlier to the beginning of the later, below 0 when `b` is the earlier; None: unknown."""
    if a.published is None or b.published is None or not (a.sure and b.sure):
        return None
    if a.published.last < b.published.first:
        return (b.published.first - a.published.last).days
    if b.published.last < a.published.first:
        return -(a.published.first - b.published.last).days
    return 0


def is_one_happening(a: Account, b: Account) -> bool:
    """Of one story, or with leads that share names and words beyond chance."""
    if a.story is not None and a.story == b.story:
        return True
    if b.document in a.extra or a.document in b.extra:
        return True
    apart = days_between(a, b)
    if apart is not None and abs(apart) > _APART:
        return False
    (proper, common), (others, rest) = a.lead, b.lead
    named, told = len(proper & others), len(common & rest)
    named_share = named / max(1, min(len(proper), len(others)))
    told_share = told / max(1, min(len(common), len(rest)))
    is_news = apart is not None and abs(apart) <= 1
    if is_news and (_tell_alike(a, b) or (named and (told >= 3 or (told == 2 and told_share >= 0.4)))):  # noqa: PLR2004
        return True
    if named >= 3 and named_share >= 0.5 and told >= 1:  # noqa: PLR2004
        return True
    return (named >= 2 and named_share >= 0.4 and told >= 2) or (named >= 1 and told >= 4 and told_share >= 0.4)  # noqa: PLR2004


def _tell_alike(a: Account, b: Account) -> bool:
    """Though they open in other ways."""
    told = len(a.common & b.common)
    share = told / max(1, min(len(a.common), len(b.common)))
    return told >= _TOLD and share >= _TOLD_SHARE and len(a.proper & b.proper) >= _NAMED


def may_be_one_happening(a: Account, b: Account) -> bool:
    """Written within days of each other, and some name is in both: for what weighs the rest by itself."""
    apart = days_between(a, b)
    is_near = apart is None or abs(apart) <= _APART
    return (is_near and not a.named.isdisjoint(b.named)) or is_one_happening(a, b)


def periods(account: Account) -> Iterable[Period]:
    return (when.period for line in account.lines for when in line.dates if when.period)


def is_apart(a: Period, b: Period) -> bool:
    """No day can be in both."""
    return (a.last < b.first or b.last < a.first) and "about" not in (a.precision, b.precision)


def is_open(period: Period) -> bool:
    return period.first == date.min or period.last == date.max
