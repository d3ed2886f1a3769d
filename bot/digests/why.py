"""Why a briefing stood, or did not stand, in a digest: one sentence for each digest that might have had it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import wording
from bot.errors import QueryError
from bot.store import deliveries
from bot.store.database import Connection, Database
from bot.store.deliveries import Fate, Told
from bot.store.digests import Digest

_FATES: dict[Fate, str] = {
    "shown": "shown in",
    "folded": "folded, as it copies another, in",
    "unreadable": "listed as unreadable in",
    "corrected": "corrected in",
    "unchanged": "changed without a changed sentence, so nothing was said, at",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """`link`: to the message that names it."""

    source: str
    digest: str
    text: str
    link: str | None = None


async def why(database: Database, source: str, digests: Sequence[Digest]) -> tuple[Reason, ...]:
    """Raises QueryError when no file has that path, name or title."""
    found = await database.look(lambda connection: _reasons(connection, source, digests))
    if not found:
        raise QueryError(
            f"No briefing is called {source.strip()}. Give its path below the library, or its whole title."
        )
    return found


def _reasons(connection: Connection, words: str, digests: Sequence[Digest]) -> tuple[Reason, ...]:
    return tuple(
        reason
        for source in deliveries.called(connection, words)
        for told in [deliveries.told_of(connection, source)]
        for digest in digests
        for reason in _of_digest(connection, source, digest, [each for each in told if each.digest == digest.id])
    )


def _of_digest(connection: Connection, source: str, digest: Digest, told: Sequence[Told]) -> list[Reason]:
    known = deliveries.knows(connection, digest.id, source)
    reasons = [_told(source, digest, each) for each in told]
    if not known:
        paused = " once it goes on: it is paused" if digest.paused else ""
        reasons.insert(
            0, Reason(source, digest.name, f"not announced yet in this version; the next one has it{paused}.")
        )
    elif not told:
        about = f", or it is not about {digest.settings.about}" if digest.settings.about else ""
        reasons.append(Reason(source, digest.name, f"it was on file before the digest began{about}."))
    return reasons


def _told(source: str, digest: Digest, told: Told) -> Reason:
    day = f"{wording.day(told.claimed.date())}, {told.claimed:%H:%M} UTC"
    if told.part is None:
        return Reason(source, digest.name, f"{_FATES[told.fate]} {day}.")
    place = f"{_FATES[told.fate]} No. {told.number}, part {told.part}, of {day}"
    if told.state != "sent":
        waits = f", which is not posted yet: {digest.trouble}" if digest.trouble else ", which is being posted."
        return Reason(source, digest.name, place + waits)
    link = None
    if told.posted and digest.guild:
        link = f"https://discord.com/channels/{digest.guild}/{told.channel}/{told.posted}"
    return Reason(source, digest.name, f"{place}.", link)
