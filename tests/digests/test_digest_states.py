"""Exactly once, whatever happens: a machine of ticks, crashes, lost answers, refusals, deletions and changes.

The truth is kept by the channel: the bot is asked nothing.
"""

import asyncio
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from digest_world import MONDAY, NEWS, Killed, World, a_world
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.store import outbox

FAULTS = st.sampled_from(["lost before", "lost after", "busy", "forbidden", "killed before", "killed after"])

CRONS = ("0 8 * * *", "*/20 * * * *", "30 */3 * * *")


@settings(max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
class Digesting(RuleBasedStateMachine):
    """A bot that ticks, in a world that does its worst. `world_time` is right, the bot's clock may be ahead of it."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.folder = tempfile.TemporaryDirectory()
        self.world: World = self.runner.run(self.stack.enter_async_context(a_world(Path(self.folder.name))))
        self.time = MONDAY
        self.ahead = timedelta(0)
        self.world.channel.time = lambda: self.time
        self.sources: list[str] = []
        self.deleted_in_doubt: set[str] = set()

    @initialize(daily=st.booleans())
    def begin(self, *, daily: bool) -> None:
        self.runner.run(self.world.add(cron="0 8 * * *" if daily else "*/20 * * * *"))

    @rule(count=st.integers(1, 25))
    def documents_arrive(self, count: int) -> None:
        new = [f"d{len(self.sources) + i:03}.txt" for i in range(count)]
        self.runner.run(self.world.put_new(*new))
        self.sources += new

    @rule(minutes=st.sampled_from([0, 1, 2, 3, 7, 20, 60, 600, 3000]))
    def time_passes_and_the_bot_wakes(self, minutes: int) -> None:
        self.time += timedelta(minutes=minutes)
        self._tick()

    @rule(faults=st.lists(FAULTS, min_size=1, max_size=3))
    def discord_will_fail(self, faults: list[str]) -> None:
        self.world.channel.faults = faults  # pyright: ignore[reportAttributeAccessIssue] - sampled from the literals

    @rule(when=st.sampled_from(["before", "after"]), write=st.integers(0, 4))
    def the_process_will_die_at_a_write(self, when: str, write: int) -> None:
        self.world.database.dies = (when, write)  # pyright: ignore[reportAttributeAccessIssue] - the same

    @rule(post=st.booleans(), read=st.booleans())
    def permissions_change(self, *, post: bool, read: bool) -> None:
        self.world.channel.may_post, self.world.channel.may_read = post, read

    @precondition(lambda self: self.world.channel.visible)
    @rule(which=st.integers(0, 50))
    def somebody_deletes_a_message(self, which: int) -> None:
        visible = self.world.channel.visible
        message = visible[which % len(visible)]
        message.deleted = True
        held = self.runner.run(self.world.database.look(lambda connection: outbox.held(connection, 1)))
        if any(delivery.nonce == message.nonce for delivery in held):
            self.deleted_in_doubt |= {source for source in self.sources if f"Title of {source}" in message.text}

    @precondition(lambda self: self.ahead < timedelta(minutes=30))
    @rule()
    def the_clock_jumps_ahead(self) -> None:
        self.ahead += timedelta(minutes=5)

    @rule()
    def the_clock_is_put_right(self) -> None:
        self.ahead = timedelta(0)

    @rule(
        channel=st.sampled_from([NEWS, NEWS + 1]), cron=st.sampled_from(["0 8 * * *", "*/20 * * * *", "30 */3 * * *"])
    )
    def the_settings_change(self, channel: int, cron: str) -> None:
        digest = self.runner.run(self.world.digest())
        changed = replace(digest.settings, channel=channel, cron=cron)
        self._mortal(self.world.setup.edit(digest, changed))

    @rule()
    def a_person_resumes_it(self) -> None:
        self._mortal(self._resume())

    @rule()
    def a_person_posts_now(self) -> None:
        self.world.clock.now = self.time + self.ahead
        self._mortal(self._post_now())

    async def _resume(self) -> None:
        await self.world.setup.resume(await self.world.digest())

    async def _post_now(self) -> None:
        await self.world.digests.post_now(await self.world.digest())

    def _tick(self) -> None:
        self.world.clock.now = self.time + self.ahead
        self._mortal(self._ticked())

    async def _ticked(self) -> datetime | None:
        return await self.world.digests.tick()

    def _mortal(self, work: Coroutine[object, object, object]) -> None:
        with suppress(Killed):  # the next one starts anew on what the database holds
            self.runner.run(work)

    @invariant()
    def nothing_is_seen_twice(self) -> None:
        visible = "\n".join(message.text for message in self.world.channel.visible)
        ever = "\n".join(message.text for message in self.world.channel.messages)
        for source in self.sources:
            assert visible.count(f"Title of {source}") <= 1, f"{source} is shown twice"
            assert ever.count(f"Title of {source}") <= 1 or source in self.deleted_in_doubt, f"{source} came twice"

    def teardown(self) -> None:
        channel = self.world.channel
        channel.faults, channel.may_post, channel.may_read, self.world.database.dies = [], True, True, None
        for _ in range(80):
            self.time += timedelta(minutes=70)
            self._tick()
        ever = "\n".join(message.text for message in channel.messages)
        lost = [source for source in self.sources if f"Title of {source}" not in ever]
        self.nothing_is_seen_twice()
        self.runner.run(self.stack.aclose())
        self.runner.close()
        self.folder.cleanup()
        assert not lost, f"never posted: {lost}"


class TestDigesting(Digesting.TestCase):
    """pytest's name for it."""
