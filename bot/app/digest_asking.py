"""`digest preview`, `digest why`, and the times that `check` shows: read beside a running bot, changing nothing."""

from bot.app.opening import now
from bot.chat.digest_rendering import digest as render
from bot.config import Config
from bot.digests.digests import preview
from bot.digests.setup import Listed, Setup, coming_of, settings_of
from bot.digests.why import why
from bot.errors import QueryError
from bot.store.database import Database
from bot.store.digests import Digest
from bot.terminal.digests import digest_lines
from bot.terminal.layout import Line, complain, show, write
from bot.terminal.reports import Finding, finding


async def show_preview(config: Config, name: str, *, as_json: bool) -> None:
    """What the next run would post. A digest that has not begun is shown as if everything on file were new."""
    async with Database.open(config.database, read_only=True) as database:
        digest = await _named(config, database, name)
        messages = await preview(database, digest, render=render, now=now())
    if not messages:
        complain(f"Nothing is new since {digest.covered:%a %d %b %Y %H:%M} UTC: {digest.name} would post nothing.")
    elif as_json:
        for message in messages:
            write(message.body)
    else:
        show(digest_lines([message.body for message in messages]))


async def show_why(config: Config, source: str) -> None:
    async with Database.open(config.database, read_only=True) as database:
        seen = await Setup(database, clock=now).of_guild(None)
        reasons = await why(database, source, seen) if seen else ()
    if not seen:
        complain("No digest has begun yet.")
    for each in reasons:
        show([Line(((f"{each.digest}: ", "heading"), (each.text, ""), (f" {each.link or ''}", "cite")))])


async def _named(config: Config, database: Database, name: str) -> Digest:
    try:
        return await Setup(database, clock=now).named(name, None)
    except QueryError:
        for digest in _configured(config):
            if digest.name.casefold() == name.strip().casefold():
                complain(f"{digest.name} has not begun yet: this is what it would say if everything on file were new.")
                return digest
        raise


async def digest_findings(config: Config) -> list[Finding]:
    """Every digest with its next three times; those of config.yaml as they would begin."""
    known = {listed.digest.name.casefold(): listed for listed in await _stored(config)}
    moment = now()
    wanted = {d.name.casefold(): Listed(d, coming_of(d, moment)) for d in _configured(config)}
    for name, listed in known.items():
        if listed.digest.origin != "config" or (name in wanted and listed.digest.paused):
            wanted[name] = listed
    return [_finding(listed) for listed in wanted.values()]


def _finding(listed: Listed) -> Finding:
    digest, settings = listed.digest, listed.digest.settings
    times = ", ".join(f"{slot.wall:%a %d %b %Y %H:%M}" for slot in listed.coming)
    said = f"{times} ({settings.timezone}), in channel {settings.channel}"
    if digest.paused:
        return finding(f"digest {digest.name}", f"paused. {digest.trouble or ''}", works=digest.paused == "operator")
    return finding(f"digest {digest.name}", said)


def _configured(config: Config) -> list[Digest]:
    moment = now()
    return [
        Digest(0, settings_of(each, zone=config.timezone), "config", None, None, moment, moment)
        for each in config.digests
    ]


async def _stored(config: Config) -> list[Listed]:
    if not config.database.is_file():
        return []
    async with Database.open(config.database, read_only=True) as database:
        return await Setup(database, clock=now).listed(None)
