"""Digests by the real bot process over real sockets: killed, answered badly, refused, started again."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from wire_town import EIGHT, Primed, a_town

pytestmark = pytest.mark.wire


async def test_a_digest_missed_during_downtime_is_posted_once(tmp_path: Path, before: Primed) -> None:
    async with a_town(tmp_path, before) as town:
        town.write("later.txt", "A bell was cast\n\nThe bell-founder Ines Holt cast a bell on 2 March 2026.\n")
        await town.start(EIGHT + timedelta(hours=3))
        message = await town.one_digest()
        assert "Late: it was due" in message.text
        assert "Ines Holt" in message.text
        await town.stop()
        await town.start(EIGHT + timedelta(hours=4))
        await town.logged("connected as")
        await town.stop()
        assert len(town.digests()) == 1


@pytest.mark.parametrize("minutes", [0.5, 15])
@pytest.mark.parametrize("moment", ["received", "stored", "responded"])
async def test_killed_in_the_middle_it_posts_once(tmp_path: Path, before: Primed, moment: str, minutes: float) -> None:
    async with a_town(tmp_path, before) as town:
        town.fail_post(kill=True, at=moment)
        await town.start(EIGHT + timedelta(seconds=5))
        await town.died()
        assert len(town.digests()) == (moment != "received")
        await town.start(EIGHT + timedelta(minutes=minutes))
        await town.one_digest()
        if moment != "responded":  # the bot may have noted that answer just before it died
            assert ("found as message" in town.bot.log) == (moment == "stored" and minutes > 2)


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 502, "at": "stored"},
        {"status": 503, "at": "stored"},
        {"status": 503},
        {"reset": True, "at": "stored"},
        {"close": True},
        {"delay": 2, "at": "stored"},
        {"status": 429, "retry_after": 1.5},
        {"status": 429, "cloudflare": True},
    ],
    ids=lambda fault: "-".join(str(word) for word in fault.values()),
)
async def test_a_bad_answer_leads_to_one_post(tmp_path: Path, before: Primed, fault: dict[str, Any]) -> None:
    async with a_town(tmp_path, before) as town:
        town.fail_post(**fault)
        await town.start(EIGHT + timedelta(seconds=5))
        await town.one_digest(seconds=60)


async def test_a_permission_taken_and_given_back(tmp_path: Path, before: Primed) -> None:
    async with a_town(tmp_path, before) as town:
        town.channel.deny("embed_links")
        await town.start(EIGHT + timedelta(seconds=5))
        await town.logged("lacks Embed Links in #news")
        assert town.digests() == []
        await town.discord.wait_for(town.discord.told_owner, 20, "a direct message")
        (told,) = town.discord.told_owner()
        assert "**morning** is paused. Sitrep lacks Embed Links in #news." in told.text
        assert not town.discord.calls("POST", f"/channels/{town.channel.id}/messages")
        town.channel.allow("embed_links")
        await town.one_digest(seconds=60)


async def test_what_nobody_can_tell_is_not_guessed(tmp_path: Path, before: Primed) -> None:
    async with a_town(tmp_path, before) as town:
        town.fail_post(kill=True, at="stored")
        await town.start(EIGHT + timedelta(seconds=5))
        await town.died()
        town.channel.deny("read_message_history")
        await town.start(EIGHT + timedelta(minutes=30))
        await town.logged("uncertain")
        assert len(town.digests()) == 1
        town.channel.allow("read_message_history")
        await town.one_digest(seconds=60)


async def test_a_lost_connection_is_taken_up_again_and_the_digest_comes(tmp_path: Path, before: Primed) -> None:
    async with a_town(tmp_path, before) as town:
        gateway = town.discord.gateway
        gateway.heartbeat = 0.5
        await town.start(EIGHT - timedelta(seconds=8))
        await town.logged("connected as")
        gateway.drop()
        await town.discord.wait_for(lambda: gateway.resumed == 1, 30, "a resumed session")
        await gateway.ask_reconnect()
        await town.discord.wait_for(lambda: gateway.resumed == 2, 30, "a session that was resumed on request")
        await town.one_digest()
        assert gateway.identified == 1
        assert gateway.heartbeats
