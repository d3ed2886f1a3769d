"""The nouns every layer shares. Frozen values, picklable; past a border there is nothing but these."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["PERSON", "ORGANISATION", "PLACE", "OTHER"]
Precision = Literal["day", "week", "month", "quarter", "year", "decade", "about", "before", "after"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
SentenceKind = Literal["title", "heading", "prose", "item"]
StatementKind = Literal["said", "did", "met", "befell"]
DatedBasis = Literal[
    "front matter",  # `published:` of the file's own header, or a web page's metadata
    "byline",  # "By Jane Roe, 3 May 2024"
    "dateline",  # "NEW DELHI, May 3 (Agency) -"
    "stated",  # "Published: 3 May 2024", "Updated on ..."
    "link",  # /2024/05/03/ in the document's own address
    "file name",  # 2024-05-03-talks.txt
    "text",  # the latest full date that the text itself names
    "twin document",  # another document that tells the same event
    "given",  # told by whoever asked (`inspect --published`)
    "none",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open characters [start, end) of a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Period:
    """The days `first` to `last`, both included, and how finely the text knew them.

    A part of a year, month or decade ("late 2023") keeps that unit's precision and has narrower bounds.
    `before` has first = date.min and `after` has last = date.max; `about` may be off on either side.
    """

    first: date
    last: date
    precision: Precision

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period cannot end ({self.last}) before it begins ({self.first})")

    @classmethod
    def day(cls, day: date) -> "Period":
        return cls(day, day, "day")


@dataclass(frozen=True, slots=True)
class Dated:
    """When a document was published (None: nobody knows) and how that was found."""

    value: Period | None
    basis: DatedBasis


UNDATED = Dated(None, "none")


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line of the file that is not the briefing's own text: `line` counts from 1 in the file as read."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A briefing, cleaned. `text` holds the kept lines byte for byte; `raw` is all of the file's text.

    `source` is the path below the library's root, with "/", and is the document's identity.
    `fingerprint` is a hash of the file's bytes.
    """

    source: str
    title: str
    published: Dated
    publisher: str | None
    link: str | None
    text: str
    raw: str
    removed: tuple[RemovedLine, ...]
    fingerprint: str
    tags: tuple[str, ...] = ()
    scope: str = "everyone"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or bullet. Titles and headings are text, but never an event, a name or an answer's line."""

    at: Span
    kind: SentenceKind


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name in a text. `name` is the document's own fullest form of it; `sentence` indexes Analysis.sentences."""

    kind: Kind
    surface: str
    name: str
    at: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. `value` is TIMEX3's; `when` is None for durations, sets and what cannot be resolved.

    `basis` says how it was read: "stated", or the words' anchor, as "read against 26 June 2025".
    """

    at: Span
    type: TimexType
    value: str
    when: Period | None
    basis: str


@dataclass(frozen=True, slots=True)
class Role:
    """An office or title that the text gives somebody: `name` as in Occurrence, `at` the words of the role."""

    name: str
    text: str
    at: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What `speaker` (a name as in Occurrence) said, did or whom they met; `at` is the whole sentence.

    `spoken` is the span of the speaker's own words in it where the text quotes them.
    """

    speaker: str
    kind: StatementKind
    verb: str
    at: Span
    sentence: int
    spoken: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, as one sentence tells it; `when` None: the text does not say when.

    `at` is the clause or sentence that tells it; `words` the date's own words, None where the date is inherited.
    """

    when: Period | None
    basis: str
    at: Span
    sentence: int
    words: Span | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was understood of one document. Every span points into `document.text`."""

    document: Document
    sentences: tuple[Sentence, ...]
    occurrences: tuple[Occurrence, ...]
    timexes: tuple[Timex, ...]
    roles: tuple[Role, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    summary: tuple[int, ...]  # sentences a digest would show, in reading order
    analyser: str  # version stamp: another stamp means "analyse again"


@dataclass(frozen=True, slots=True)
class LocalName:
    """A name as one document has it: `name` and `kind` as in Occurrence, `surfaces` with how often each is written."""

    document: int
    name: str
    kind: Kind
    surfaces: tuple[tuple[str, int], ...]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedName:
    """One person, body or place over the whole library; `members` are (document, local name)."""

    name: str
    kind: Kind
    aliases: tuple[tuple[str, int], ...]
    members: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class StoryLink:
    """`story`: the lowest id among the documents of one happening; `reprint_of`: the document it copies."""

    document: int
    story: int
    reprint_of: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The unit of evidence: `text == at.of(document text)`, always. `document` is the store's id."""

    document: int
    source: str
    title: str
    publisher: str | None
    published: Dated
    link: str | None
    sentence: int
    at: Span
    text: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What one load did. Each member of `failed` is (source, one sentence)."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    folded: int = 0  # byte-identical copies of another file
    waiting: int = 0  # still being written
    failed: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()  # (source, one sentence) where nothing failed: copies, files not for us
    warning: str | None = None  # the library as a whole: it has vanished, or is empty all at once


Analyse = Callable[[Sequence[Document]], Awaitable[Sequence["Analysis | str"]]]
"""Analyses in the order of the documents; a str is the one sentence why that one failed."""

Clock = Callable[[], datetime]
"""Now, aware, in UTC."""
