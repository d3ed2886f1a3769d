"""What an answer is: the value each command gives, before any face renders it."""

from dataclasses import dataclass
from typing import Literal

from bot.model import Dated, Kind, Period, Quote


@dataclass(frozen=True, slots=True)
class Shelf:
    """What was searched: how many documents, and from when to when they were published where that is known."""

    documents: int
    first: Period | None
    last: Period | None


@dataclass(frozen=True, slots=True)
class NameCount:
    """`id` and `hint` (a role) tell namesakes apart: `/who #12` asks for one of them."""

    name: str
    kind: Kind
    count: int
    id: int | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence beside those of an entry that its date rests on, and how it does: "told with “Friday” in the lead"."""

    how: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a timeline: one happening with every sentence that tells it, the fullest first.

    `note`: what the first quote leaves open, "[He: Ann Lee]", or "".
    """

    when: Period
    basis: str
    quotes: tuple[Quote, ...]
    proofs: tuple[Proof, ...] = ()
    told: tuple[int, int] | None = None  # in the first quote: from the clause that tells it to the words of its date
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A document as a list of sources shows it."""

    document: int
    source: str
    title: str
    publisher: str | None
    published: Dated
    link: str | None
    words: int
    added: str  # ISO day


@dataclass(frozen=True, slots=True)
class Brief:
    """`quotes` empty: nothing on file; then `similar` are the nearest names.

    `asked`: what was typed, where nothing was on file about it and the answer is about what was meant.
    `notes`: for each quote what it leaves open, "[He: Ann Lee]", or "". `found`: from when to when its documents are.
    `differs`: what they disagree on, in the lines of /differ.
    """

    about: str | None
    quotes: tuple[Quote, ...]
    documents: int
    origins: int
    names: tuple[NameCount, ...]
    dates: tuple[Entry, ...]
    more: int
    similar: tuple[str, ...]
    shelf: Shelf
    stories: tuple[SourceLine, ...] = ()  # without `about`: the newest, each with quotes' lead sentence
    notes: tuple[str, ...] = ()
    found: Shelf = Shelf(0, None, None)
    differs: tuple[str, ...] = ()
    asked: str | None = None
    since: Period | None = None  # what was asked for, where nothing is on file from then on

    @property
    def uncited(self) -> int:
        """How many documents about it no line cites, neither a sentence nor a date."""
        told = {quote.document for quote in self.quotes}
        return max(0, self.more - len({quote.document for date in self.dates for quote in date.quotes} - told))


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role in one wording with the sentences that prove it."""

    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Who:
    """`name` None: nobody on file, or a choice among namesakes (then `choices` is not empty)."""

    asked: str
    name: str | None
    kind: Kind | None
    aliases: tuple[str, ...]
    roles: tuple[RoleLine, ...]
    statements: tuple[Quote, ...]  # said and did, newest first
    meetings: tuple[Quote, ...]
    alongside: tuple[NameCount, ...]
    documents: tuple[SourceLine, ...]
    similar: tuple[str, ...]
    choices: tuple[NameCount, ...]
    shelf: Shelf
    more: int = 0  # documents beyond those listed
    reasons: tuple[tuple[str, str], ...] = ()  # (alias, why it is the same name), where that is known
    befell: tuple[Quote, ...] = ()  # what was done to them or happened to them, newest first
    telling: tuple[Quote, ...] = ()  # where nothing of all that is on file: the sentences that tell most of them
    speaking: int = 0  # where it is no name on file: documents that speak of it


@dataclass(frozen=True, slots=True)
class Timeline:
    """`undated`: sentences without a date, when they were asked for. `more`: rows that there was no room for.

    `further`: the years or months of which most is left that no row shown tells, and how often it is told.
    """

    about: str | None
    first: Period | None
    last: Period | None
    entries: tuple[Entry, ...]
    undated: tuple[Quote, ...]
    undated_count: int
    more: int
    similar: tuple[str, ...]
    shelf: Shelf
    further: tuple[tuple[Period, int], ...] = ()
    asked: str | None = None  # as in Brief
    documents: int = 0  # that speak of it, where none tells an event
    notes: tuple[str, ...] = ()  # for each of `undated` what it leaves open, or ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence found; `marks` are half-open spans inside `quote.text` of the words that matched.

    `also`: the same sentence in other documents.
    """

    quote: Quote
    marks: tuple[tuple[int, int], ...]
    also: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """`missing`: words that no document holds; `scattered`: none holds all of them; `asked`: as in Brief."""

    words: str
    hits: tuple[Hit, ...]
    documents: int  # in how many documents there was a hit
    more: int
    similar: tuple[str, ...]
    shelf: Shelf
    missing: tuple[str, ...] = ()
    scattered: bool = False
    asked: str | None = None


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One document whole: its cleaned text, and what was left out of it and why."""

    line: SourceLine
    text: str
    removed: tuple[tuple[str, str], ...]  # (text, reason)
    names: tuple[NameCount, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    about: str | None
    documents: tuple[SourceLine, ...]
    page: SourcePage | None  # when `about` names exactly one document
    more: int
    unreadable: tuple[tuple[str, str], ...]  # (source, sentence)
    similar: tuple[str, ...]
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`what` is a fixed line with the sides' own words in quotes; `sides` are the sentences, at least two."""

    kind: Literal["figure", "date", "name", "claim", "order"]
    what: str
    sides: tuple[Quote, ...]

    @property
    def is_of_days(self) -> bool:
        """The documents are of different days, which a reader must know to weigh them."""
        return len({quote.published.value for quote in self.sides}) > 1


@dataclass(frozen=True, slots=True)
class Differ:
    """`later`: figures and claims that a later document renews, which is no disagreement. `documents`: compared.

    `asked`: as in Brief; or what was typed, where only a name in it is on file, and the answer is about that name.
    """

    about: str
    differences: tuple[Contradiction, ...]
    later: tuple[Contradiction, ...]
    documents: int
    more: int
    similar: tuple[str, ...]
    shelf: Shelf
    asked: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Two names of a circle, by their places in `Circle.names`, and how many sentences hold both; one of them."""

    one: int
    other: int
    sentences: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """Who is named in a sentence with whom, around one name: `names[0]`. Empty: nobody on file, or with nobody."""

    asked: str
    names: tuple[NameCount, ...]
    ties: tuple[Tie, ...]
    more: int  # names beyond those shown
    similar: tuple[str, ...]
    choices: tuple[NameCount, ...]
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG and what it shows in words, for those who do not see it."""

    png: bytes
    alt: str


Answer = Brief | Who | Timeline | Search | Sources | Differ
Topic = Literal["name", "words", "nothing"]
