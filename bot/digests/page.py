"""What a digest says, as values: what a face is given to render. Texts are raw, sentences verbatim."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.model import Dated, Period


@dataclass(frozen=True, slots=True)
class Line:
    """A verbatim sentence. `when`: the day or period of what it tells, where the words alone do not give it."""

    text: str
    when: Period | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A document as a reader meets it."""

    source: str
    title: str
    publisher: str | None
    published: Dated
    link: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """`lines` empty: all of its summary is said by what stands before it or was on file already."""

    card: Card
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """A document that tells nothing of its own. `titled`: its title differs from that of what it copies."""

    card: Card
    titled: bool
    same_file: bool = False  # byte for byte
    of: str | None = None  # the title of an earlier document it copies


@dataclass(frozen=True, slots=True)
class Side:
    """A verbatim sentence of a difference, and whose it is. `titled`: its title stands nowhere else in the digest."""

    card: Card
    text: str
    titled: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """What the new document of `card` tells otherwise than documents on file. `what` is a template with their words.

    Its own sentence is missing among `sides` where it stands in the story already.
    """

    what: str
    card: Card
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """Where new documents differ from what is on file; `more` differences are not shown."""

    told: tuple[Difference, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about one happening: the fullest first. `events` are dated lines that stand nowhere else."""

    shown: tuple[Shown, ...]
    folds: tuple[Fold, ...]
    names: tuple[str, ...]
    events: tuple[Line, ...]
    differing: Differing = Differing()


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence then and now; one of them is None where a sentence was added or taken out."""

    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A document that changed after it was announced; `more` changes are not shown."""

    card: Card
    changes: tuple[Change, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Tally:
    """new = shown + folded + unreadable; `undated` of the shown and folded ones have no date."""

    shown: int
    stories: int
    folded: int
    unreadable: int
    undated: int

    @property
    def new(self) -> int:
        return self.shown + self.folded + self.unreadable

    def __str__(self) -> str:
        stories = "1 story" if self.stories == 1 else f"{self.stories} stories"
        return (
            f"{self.new} new: {self.shown} shown in {stories}, {self.folded} folded, {self.unreadable} unreadable, "
            f"{self.undated} undated"
        )


@dataclass(frozen=True, slots=True)
class Late:
    """Posted after its time: the slot was due at `due`; `missed` slots from `first` on were left out."""

    due: datetime
    first: datetime | None = None
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One digest. `number` counts the digest's messages; `since`: what is new from then on; `waiting` did not fit."""

    digest: int
    name: str
    number: int
    since: datetime
    late: Late | None
    about: str | None
    stories: tuple[Story, ...]
    again: tuple[Fold, ...]
    corrections: tuple[Correction, ...]
    unreadable: tuple[tuple[str, str], ...]  # (source, one sentence)
    tally: Tally
    waiting: int
    mention_role: int | None
    says_nothing: bool  # when nothing is new, it is not posted
    differing: Differing = Differing()  # of the documents in `again`

    @property
    def is_empty(self) -> bool:
        return not (self.tally.new or self.corrections)

    @property
    def is_silent(self) -> bool:
        return self.is_empty and self.says_nothing


@dataclass(frozen=True, slots=True)
class Message:
    """A part of a digest as it is posted: `body` is final JSON, `marker` stands in it, and the titles of `sources`."""

    body: str
    marker: str
    sources: tuple[str, ...]


Render = Callable[[Page], Sequence[Message]]
