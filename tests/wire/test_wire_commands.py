"""Commands and buttons over the wire: each route that a person's question needs, in time, also after a restart."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from wire_town import EIGHT, Primed, a_town

pytestmark = pytest.mark.wire


async def test_everything_about_a_digest_can_be_done_by_commands(tmp_path: Path, before: Primed) -> None:
    async with a_town(tmp_path, before) as town:
        news = town.channel
        news.deny("embed_links")
        chief = town.discord.person("chief", "manage_guild")
        member = town.discord.person("member")
        await town.start(EIGHT - timedelta(minutes=20))
        assert not [name for name in member.commands() if "digest" in name]
        zones = await chief.complete("/digest add", news, timezone="india")
        assert zones.choices[0]["value"] == "Asia/Kolkata"
        options = {"name": "late", "channel": news, "when": "0 18 * * 1-5", "timezone": "Asia/Kolkata"}
        added = await chief.slash("/digest add", news, **options)
        assert "lacks Embed Links in #news" in added.text
        assert f"<t:{int(datetime(2026, 3, 2, 12, 30, tzinfo=UTC).timestamp())}:f>" in added.text
        news.allow("embed_links")
        assert "a digest late already" in (await chief.slash("/digest add", news, **options)).text
        assert "never comes" in (await chief.slash("/digest edit", news, name="late", when="0 8 31 2 *")).text
        assert "Asia/Kolkata" in (await chief.slash("/digest list", news)).text
        town.write("third.txt", "A bell was cast\n\nThe bell-founder Ines Holt cast a bell on 2 March 2026.\n")
        await town.logged("library: 1 added")
        preview = await chief.slash("/digest preview", news, name="late")
        assert preview.ephemeral
        assert "Ines Holt" in preview.text
        await chief.slash("/digest now", news, name="late")
        (posted,) = [message for message in town.digests() if "late" in message.text]
        assert posted.text == preview.text
        why = await chief.slash("/digest why", news, source="third.txt")
        assert "shown in No. 1, part 1" in why.text
        assert "discord.com/channels" in why.text
        assert "is paused" in (await chief.slash("/digest pause", news, name="late")).text
        assert "Paused by a person" in (await chief.slash("/digest list", news)).text
        assert "Next:" in (await chief.slash("/digest resume", news, name="late")).text
        assert "is removed" in (await chief.slash("/digest remove", news, name="late")).text
        assert "config.yaml" in (await chief.slash("/digest remove", news, name="morning")).text
        town.assert_clean()


async def test_look_ups_are_answered_in_time_and_their_buttons_outlive_a_restart(
    tmp_path: Path, before: Primed
) -> None:
    async with a_town(tmp_path, before) as town:
        alice, news = town.discord.person("alice"), town.channel
        for day in range(1, 29):
            said = f"Harbour master Ines Holt said on {day} May 2025 that berth {day} was free for the {day * 7} boats."
            town.write(f"may{day}.txt", f"Berth {day} is free\n\n{said}\n")
        await town.start(EIGHT - timedelta(minutes=20))
        await town.logged("library: 28 added")
        offered = await alice.complete("/who", news, name="ine")
        assert offered.choices[0]["value"] == "Ines Holt"
        who = await alice.slash("/who", news, name="Ines Holt")
        asked = [offered, who]
        others = {"/brief": "about", "/timeline": "about", "/search": "words", "/differ": "about"}
        for command, option in others.items():
            answer = await alice.slash(command, news, **{option: "berth"})
            assert answer.ephemeral
            assert "berth" in answer.text.casefold() or command == "/differ"
            asked.append(answer)
        asked.append(await alice.slash("/sources", news))
        await town.stop()
        await town.start(EIGHT - timedelta(minutes=10))
        await town.logged("connected as")
        first = who.message.text
        turned = await alice.click("Next", who.message)
        assert turned.message is who.message
        assert turned.text != first
        shared = await alice.click("Share", who.message)
        (posted,) = town.discord.messages(news)
        assert "Shared by Alice" in posted.text
        assert [answer.seconds for answer in (*asked, turned, shared) if answer.seconds > 3] == []
        town.assert_clean()
