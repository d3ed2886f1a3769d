"""Where the faces ask: each command answered from the store, and completion from memory."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Protocol, TypeVar

from bot.answers import answer, brief, circle, differ, search, sources, timeline, who
from bot.answers.completion import Completion
from bot.model import Period
from bot.store.lookups import EVERYONE, Lookups, Nearest, Roll, Scopes

T = TypeVar("T")
_TITLES = 5000


class Database(Protocol):
    """Whatever runs a question on a connection of its own."""

    def read(self, question: Callable[[Lookups], T]) -> Awaitable[T]: ...


class Answers:
    """All commands over one database. `refresh` after each load, so that names are completed and corrected."""

    def __init__(self, database: Database, *, nearest: Nearest | None = None) -> None:
        self._database = database
        self._nearest = nearest
        self._roll: Roll | None = None
        self._completion = Completion((), ())

    async def brief(self, about: str | None, *, since: Period | None = None, scopes: Scopes = EVERYONE) -> answer.Brief:
        return await self._ask(scopes, lambda lookups: brief.brief(lookups, about, since=since))

    async def who(self, name: str, *, scopes: Scopes = EVERYONE) -> answer.Who:
        return await self._ask(scopes, lambda lookups: who.who(lookups, name))

    async def circle(self, name: str, *, scopes: Scopes = EVERYONE) -> answer.Circle:
        return await self._ask(scopes, lambda lookups: circle.circle(lookups, name))

    async def timeline(
        self,
        about: str | None,
        *,
        first: Period | None = None,
        last: Period | None = None,
        undated: bool = False,
        scopes: Scopes = EVERYONE,
    ) -> answer.Timeline:
        return await self._ask(
            scopes, lambda lookups: timeline.timeline(lookups, about, first=first, last=last, undated=undated)
        )

    async def search(self, words: str, *, today: date, scopes: Scopes = EVERYONE) -> answer.Search:
        return await self._ask(scopes, lambda lookups: search.search(lookups, words, today=today))

    async def differ(self, about: str, *, scopes: Scopes = EVERYONE) -> answer.Differ:
        return await self._ask(scopes, lambda lookups: differ.differ(lookups, about))

    async def sources(self, about: str | None, *, scopes: Scopes = EVERYONE) -> answer.Sources:
        return await self._ask(scopes, lambda lookups: sources.sources(lookups, about))

    def complete(self, typed: str, *, topics: bool, limit: int = 25) -> list[str]:
        """What may be meant by what was typed so far; `topics`: titles of briefings too. Nothing is awaited."""
        return self._completion.of(typed, topics=topics, limit=limit)

    async def refresh(self) -> None:
        """Reads the names anew. What everyone may see is completed; a guild's own names are not."""
        self._roll, self._completion = await self._database.read(names_and_completion)

    async def _ask(self, scopes: Scopes, question: Callable[[Lookups], T]) -> T:
        roll = self._roll
        return await self._database.read(
            lambda lookups: question(lookups.within(scopes, roll=roll, nearest=self._nearest))
        )


def names_and_completion(lookups: Lookups) -> tuple[Roll, Completion]:
    """What is kept in memory between two loads: all names, and what everyone may complete."""
    lookups = lookups.within(EVERYONE)
    roll = lookups.names()
    visible = lookups.visible(name.id for name in roll.known)
    titles = [document.title for document in lookups.newest(_TITLES)]
    names = sorted((name for name in roll.known if name.id in visible), key=lambda name: -visible[name.id])
    return roll, Completion([name.name for name in names], titles)
