"""A small made-up library for the tests of the Discord face, and the desk that answers from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import discord
from simcord import InteractionResult, ResponseMessage

from bot.answers.answer import (
    Brief,
    Circle,
    Contradiction,
    Differ,
    Entry,
    Hit,
    NameCount,
    RoleLine,
    Search,
    Shelf,
    SourceLine,
    SourcePage,
    Sources,
    Tie,
    Timeline,
    Who,
)
from bot.chat.client import ChatSettings, SitrepClient
from bot.chat.picturing import Draw
from bot.model import Dated, Kind, Period, Quote, Span

SHELF = Shelf(3, Period.day(date(2024, 3, 1)), Period.day(date(2024, 5, 9)))
NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)
HARBOUR = "Mayor Ilse Brandt reopened the harbour bridge on Friday."
FERRY = "The ferry company said it would end the night service in May."


def a_quote(
    text: str = HARBOUR,
    *,
    document: int = 1,
    publisher: str | None = "Coast Daily",
    title: str = "Bridge opens again",
    link: str | None = "https://coast.example/bridge",
    published: Dated | None = None,
) -> Quote:
    return Quote(
        document=document,
        source=f"briefing-{document}.txt",
        title=title,
        publisher=publisher,
        published=published or Dated(Period.day(date(2024, 3, 1)), "byline"),
        link=link,
        sentence=0,
        at=Span(0, len(text)),
        text=text,
    )


def an_entry(*quotes: Quote, when: Period | None = None) -> Entry:
    return Entry(when or Period.day(date(2024, 3, 1)), "stated", quotes or (a_quote(),))


def a_source(document: int = 1, *, title: str = "Bridge opens again", source: str | None = None) -> SourceLine:
    published = Dated(Period.day(date(2024, 3, 1)), "byline")
    link = "https://coast.example/bridge"
    return SourceLine(
        document, source or f"briefing-{document}.txt", title, "Coast Daily", published, link, 120, "2024-05-10"
    )


def a_name(name: str, kind: Kind = "PERSON", count: int = 2, **which: Any) -> NameCount:
    return NameCount(name, kind, count, **which)


def a_who(name: str | None = "Ilse Brandt", **changes: object) -> Who:
    found = {
        "asked": name or "Brandt",
        "name": name,
        "kind": "PERSON" if name else None,
        "aliases": ("Brandt",),
        "roles": (RoleLine("Mayor", (a_quote(),)),),
        "statements": (a_quote(),),
        "meetings": (),
        "alongside": (a_name("Ferry Company", "ORGANISATION"),),
        "documents": (a_source(),),
        "similar": (),
        "choices": (),
        "shelf": SHELF,
    }
    return Who(**(found | changes))  # pyright: ignore[reportArgumentType] the fields of Who, some replaced


def nobody(asked: str, *, similar: Sequence[str] = (), choices: Sequence[NameCount] = ()) -> Who:
    return Who(asked, None, None, (), (), (), (), (), (), tuple(similar), tuple(choices), SHELF)


def a_timeline(*entries: Entry, undated: int = 0) -> Timeline:
    return Timeline("harbour", None, None, entries, (), undated, 0, (), SHELF)


def a_brief(*quotes: Quote, about: str | None = "harbour", more: int = 0) -> Brief:
    names = (a_name("Ilse Brandt"),)
    return Brief(about, quotes, len(quotes), len(quotes), names if quotes else (), (), more, (), SHELF)


def a_search(*hits: Hit, words: str = "bridge") -> Search:
    return Search(words, hits, len({hit.quote.document for hit in hits}), 0, (), SHELF)


def a_library(*documents: SourceLine, page: SourcePage | None = None, about: str | None = None) -> Sources:
    return Sources(about, documents, page, 0, (), (), SHELF)


def a_circle() -> Circle:
    names = (a_name("Ilse Brandt", id=1), a_name("Ferry Company", "ORGANISATION", id=2), a_name("Hans Ott", id=3))
    proof, other = a_quote(), a_quote(FERRY, document=2)
    ties = (Tie(0, 1, 2, (proof,)), Tie(0, 2, 1, (other,)), Tie(1, 2, 1, (proof,)))
    return Circle("Ilse Brandt", names, ties, 4, (), (), SHELF)


def a_differ() -> Differ:
    what = "The figures differ: “two”, “three”"
    clash = Contradiction("figure", what, (a_quote("Two ferries sank."), a_quote("Three ferries sank.", document=2)))
    return Differ("harbour", (clash,), (), 2, 0, (), SHELF)


def a_long_timeline(rows: int = 40) -> Timeline:
    quotes = (a_quote(f"Event number {n} took place at the harbour. " * 4, document=n % 7) for n in range(rows))
    return a_timeline(*(an_entry(quote, when=Period.day(date(2024, 1, 1 + n % 28))) for n, quote in enumerate(quotes)))


@dataclass
class FakeDesk:
    """Answers what it was given, for any question, and remembers what it was asked."""

    brief_answer: Brief = field(default_factory=lambda: a_brief(a_quote(), a_quote(FERRY, document=2)))
    who_answers: dict[str, Who] = field(default_factory=lambda: {"Ilse Brandt": a_who()})
    timeline_answer: Timeline = field(default_factory=a_long_timeline)
    search_answer: Search = field(default_factory=lambda: a_search(Hit(a_quote(), ((35, 41),))))
    sources_answer: Sources = field(default_factory=lambda: a_library(a_source()))
    differ_answer: Differ = field(default_factory=a_differ)
    circle_answer: Circle = field(default_factory=a_circle)
    names: list[str] = field(default_factory=lambda: ["Ilse Brandt", "Ilka Brand"])
    fails: Exception | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list[tuple[object, ...]])

    def _heard(self, *what: object) -> None:
        self.asked.append(what)
        if self.fails:
            raise self.fails

    async def brief(
        self, about: str | None, *, since: Period | None = None, scopes: tuple[str, ...] = ("everyone",)
    ) -> Brief:
        self._heard("brief", about, since, scopes)
        return self.brief_answer

    async def who(self, name: str, *, scopes: tuple[str, ...] = ("everyone",)) -> Who:
        self._heard("who", name, scopes)
        return self.who_answers.get(name) or nobody(name, similar=tuple(self.who_answers))

    async def circle(self, name: str, *, scopes: tuple[str, ...] = ("everyone",)) -> Circle:
        self._heard("circle", name, scopes)
        return self.circle_answer

    async def timeline(
        self,
        about: str | None,
        *,
        first: Period | None = None,
        last: Period | None = None,
        undated: bool = False,
        scopes: tuple[str, ...] = ("everyone",),
    ) -> Timeline:
        self._heard("undated" if undated else "timeline", about, first, last, scopes)
        return self.timeline_answer

    async def search(self, words: str, *, today: date, scopes: tuple[str, ...] = ("everyone",)) -> Search:
        self._heard("search", words, scopes)
        return self.search_answer

    async def differ(self, about: str, *, scopes: tuple[str, ...] = ("everyone",)) -> Differ:
        self._heard("differ", about, scopes)
        return self.differ_answer

    async def sources(self, about: str | None, *, scopes: tuple[str, ...] = ("everyone",)) -> Sources:
        self._heard("sources", about, scopes)
        return self.sources_answer

    def complete(self, typed: str, *, topics: bool, limit: int = 25) -> list[str]:
        self.asked.append(("complete", typed, topics))
        return [name for name in self.names if name.casefold().startswith(typed.casefold())][:limit]


@dataclass
class Notes:
    """Where the client keeps what it must remember over restarts."""

    kept: dict[str, str] = field(default_factory=dict[str, str])

    async def recall(self, key: str) -> str | None:
        return self.kept.get(key)

    async def remember(self, key: str, value: str) -> None:
        self.kept[key] = value


def a_client(
    desk: FakeDesk, *, notes: Notes | None = None, settings: ChatSettings | None = None, draw: Draw | None = None
) -> SitrepClient:
    notes = notes or Notes()
    return SitrepClient(
        desk=desk,
        settings=settings or ChatSettings(),
        clock=lambda: NOON,
        recall=notes.recall,
        remember=notes.remember,
        draw=draw,
    )


def components(message: ResponseMessage) -> list[Mapping[str, Any]]:
    """Every component of a message, depth first."""
    found: list[Mapping[str, Any]] = []
    todo: list[Mapping[str, Any]] = list(message.components)
    while todo:
        component = todo.pop(0)
        found.append(component)
        todo = [*component.get("components", []), *todo]
    return found


def text(message: ResponseMessage) -> str:
    return "\n".join([message.content, *(each["content"] for each in components(message) if "content" in each)])


def labels(message: ResponseMessage) -> list[str]:
    return [each["label"] for each in components(message) if each["type"] == discord.ComponentType.button.value]


def reply(result: InteractionResult) -> ResponseMessage:
    assert result.response is not None
    return result.response
