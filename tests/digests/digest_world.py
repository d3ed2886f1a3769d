"""A library, a clock and a channel for the tests of digests. The channel keeps the truth: what was really posted."""

import json
import sqlite3
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, TypeVar

from bot.chat.digest_rendering import digest as render
from bot.digests.delivery import Courier
from bot.digests.digests import Digests
from bot.digests.ports import DeletedError, HistoryUnreadableError, NotNowError, RefusedError, UnansweredError
from bot.digests.setup import Setup
from bot.model import Analysis, Dated, Document, Event, Occurrence, Period, Sentence, Span
from bot.store import digests, documents, stories
from bot.store.database import Database
from bot.store.digests import Digest, Settings
from bot.store.outbox import Delivery

NEWS = 987654321098765432
MONDAY = datetime(2025, 6, 2, 7, 0, tzinfo=UTC)
Fault = Literal["lost before", "lost after", "busy", "forbidden", "invalid", "killed before", "killed after", "broken"]
T = TypeVar("T")


def a_document(
    source: str,
    *lines: str,
    title: str | None = None,
    publisher: str | None = "Coast Daily",
    published: date | None = date(2025, 6, 1),
    link: str | None = None,
) -> Document:
    text = "\n".join(lines) or f"The harbour office announced decision {source} on Sunday."
    return Document(
        source=source,
        title=title or f"Title of {source}",
        published=Dated(Period.day(published), "byline") if published else Dated(None, "none"),
        publisher=publisher,
        link=link,
        text=text,
        raw=text,
        removed=(),
        fingerprint=sha256(text.encode()).hexdigest(),
    )


def an_analysis(document: Document, *, events: dict[str, date] | None = None, names: Sequence[str] = ()) -> Analysis:
    """Each line is a sentence, the first three are the summary; `events` are words of the text with their day."""
    sentences: list[Sentence] = []
    start = 0
    for line in document.text.split("\n"):
        sentences.append(Sentence(Span(start, start + len(line)), "prose"))
        start += len(line) + 1

    def span(words: str) -> Span:
        return Span(document.text.index(words), document.text.index(words) + len(words))

    def sentence(at: Span) -> int:
        return next(i for i, s in enumerate(sentences) if s.at.holds(at))

    return Analysis(
        document,
        tuple(sentences),
        tuple(Occurrence("PERSON", n, n, span(n), sentence(span(n))) for n in names),
        (),
        (),
        (),
        tuple(Event(Period.day(day), "stated", span(w), sentence(span(w)), None) for w, day in (events or {}).items()),
        tuple(range(min(3, len(sentences)))),
        "test",
    )


def put(connection: sqlite3.Connection, *analyses: Analysis) -> None:
    for analysis in analyses:
        documents.save(connection, analysis, now=MONDAY)
    documents.mark_linked(connection, linker="test")


@dataclass
class FakeClock:
    now: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **delta: float) -> None:
        self.now += timedelta(**delta)


@dataclass
class Posted:
    id: int
    channel: int
    nonce: str
    body: dict[str, Any]
    marker: str
    at: datetime
    deleted: bool = False

    @property
    def text(self) -> str:
        embeds = self.body["embeds"]
        words = [self.body["content"], *(e.get(k, "") for e in embeds for k in ("title", "description"))]
        words += [e["footer"]["text"] for e in embeds if "footer" in e]
        return "\n".join([*words, self.body.get("file", {}).get("text", "")])


@dataclass
class FakeChannel:
    """`faults` happen one after the other; then all goes well. `time` is the world's own, not the bot's clock."""

    time: Callable[[], datetime]
    faults: list[Fault] = field(default_factory=list[Fault])
    messages: list[Posted] = field(default_factory=list[Posted])
    calls: int = 0
    may_post: bool = True
    may_read: bool = True
    told: list[str] = field(default_factory=list[str])

    async def post(self, delivery: Delivery) -> int:
        self.calls += 1
        fault = self.faults.pop(0) if self.faults else None
        if not self.may_post or fault == "forbidden":
            raise RefusedError("Sitrep may not send messages in <#news>.", passes=True)
        if fault == "invalid":
            raise RefusedError("Discord does not take this message.", passes=False)
        if fault == "busy":
            raise NotNowError("Too many messages.", seconds=5)
        if fault == "broken":
            raise ZeroDivisionError
        if fault == "killed before":
            raise Killed
        if fault == "lost before":
            raise UnansweredError("503")
        message = self._stored(delivery)
        if fault == "lost after":
            raise ConnectionResetError("Connection reset by peer")
        if fault == "killed after":
            raise Killed
        return message.id

    def _stored(self, delivery: Delivery) -> Posted:
        for message in self.messages:
            if message.nonce == delivery.nonce and self.time() - message.at < timedelta(seconds=300):
                if message.deleted:
                    raise DeletedError("Unknown message")
                return message
        body = json.loads(delivery.message)
        message = Posted(len(self.messages) + 1, delivery.channel, delivery.nonce, body, delivery.marker, self.time())
        self.messages.append(message)
        return message

    async def find(self, delivery: Delivery, since: datetime) -> int | None:
        if not self.may_read:
            raise HistoryUnreadableError("Sitrep may not read the message history of <#news>.")
        found = (
            message.id
            for message in self.messages
            if message.channel == delivery.channel and delivery.marker in message.text
            if not message.deleted and message.at >= since
        )
        return next(found, None)

    async def check(self, channel: int, need: Literal["post", "read back"]) -> str | None:
        allowed = self.may_post if need == "post" else self.may_read and self.may_post
        return None if allowed else "not allowed"

    async def tell(self, digest: Digest) -> None:
        self.told.append(f"{digest.name}: {digest.trouble}")

    @property
    def visible(self) -> list[Posted]:
        return [message for message in self.messages if not message.deleted]


class Killed(BaseException):
    """The process is gone. Nothing in the program may catch it."""


class MortalDatabase(Database):
    """Dies at a write to come: before it, or when it is committed and nobody was told."""

    dies: tuple[Literal["before", "after"], int] | None = None

    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if self.dies is None:
            return await super().write(work)
        when, left = self.dies
        self.dies = (when, left - 1) if left else None
        if not left and when == "before":
            raise Killed
        done = await super().write(work)
        if not left:
            raise Killed
        return done


@dataclass
class World:
    database: MortalDatabase
    clock: FakeClock
    channel: FakeChannel

    @property
    def setup(self) -> Setup:
        return Setup(self.database, clock=self.clock)

    @property
    def digests(self) -> Digests:
        """A fresh one each time, as after a restart: nothing is remembered but what the database holds."""
        channel, clock = self.channel, self.clock
        courier = Courier(self.database, post=channel.post, find=channel.find, clock=clock, jitter=lambda: 0.0)
        return Digests(
            self.database, courier=courier, check=channel.check, tell=channel.tell, render=render, clock=clock
        )

    async def add(self, name: str = "morning", **changes: Any) -> Digest:
        settings = replace(Settings(name, NEWS, cron="0 8 * * *", timezone="UTC"), **changes)
        number = await Database.write(
            self.database,
            lambda connection: digests.add(connection, settings, origin="discord", guild=7, owner=42, now=self.clock()),
        )
        return await self.digest(number)

    async def digest(self, number: int = 1) -> Digest:
        found = await self.database.look(lambda connection: digests.of_id(connection, number))
        assert found is not None
        return found

    async def put(self, *analyses: Analysis) -> None:
        await Database.write(self.database, lambda connection: put(connection, *analyses))

    async def put_new(self, *sources: str) -> None:
        await self.put(*(an_analysis(a_document(source)) for source in sources))

    async def link(self, *links: Any) -> None:
        await Database.write(self.database, lambda connection: stories.write_stories(connection, links))

    async def fail(self, source: str, why: str, fingerprint: str = "ff") -> None:
        row = documents.FileRow(source, 10, 1, fingerprint, failure=why)
        await Database.write(self.database, lambda connection: documents.remember_file(connection, row))

    async def copy(self, source: str, of: str) -> None:
        row = documents.FileRow(source, 10, 1, "cc", copy_of=of)
        await Database.write(self.database, lambda connection: documents.remember_file(connection, row))

    async def tick_at(self, when: datetime) -> list[Posted]:
        """What is visible in the channel after waking then."""
        self.clock.now = when
        await self.digests.tick()
        return self.channel.visible

    async def settle(self, *, minutes: int = 30) -> list[Posted]:
        """What is visible after some quiet minutes with a wake-up in each."""
        for _ in range(minutes):
            self.clock.forward(minutes=1)
            await self.digests.tick()
        return self.channel.visible


@asynccontextmanager
async def a_world(path: Path) -> AsyncGenerator[World]:
    clock = FakeClock()
    async with MortalDatabase.open(path / "sitrep.db") as database:
        assert isinstance(database, MortalDatabase)
        yield World(database, clock, FakeChannel(clock))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
