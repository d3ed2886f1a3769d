"""The bot, killed again and again in the middle of posting, over real sockets: nothing lost, nothing double."""

import asyncio
import os
import random
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from wire_town import EIGHT, Primed, Town, a_town

pytestmark = pytest.mark.wire


async def test_a_bot_killed_again_and_again_posts_everything_once(
    tmp_path: Path, before: Primed, capsys: pytest.CaptureFixture[str]
) -> None:
    """As long as SITREP_WIRE_LOOP says (seconds); SITREP_SEED repeats a run."""
    seed = int(os.environ.get("SITREP_SEED", "0")) or random.SystemRandom().randrange(1, 2**31)
    dice, until = random.Random(seed), time.monotonic() + float(os.environ.get("SITREP_WIRE_LOOP", "20"))
    with capsys.disabled():
        sys.stdout.write(f"SITREP_SEED={seed} ")
    at, kills = EIGHT, 0
    names: list[str] = []
    async with a_town(tmp_path, before) as town:
        town.discord.posts_a_window = 1000
        while time.monotonic() < until:
            for _ in range(dice.randrange(30, 56)):  # more would go on in a file
                names.append(f"Keeper {len(names):04} tells")
                town.write(f"{len(names)}.txt", f"{names[-1]}\n\nBoat number {len(names)} came in on 1 March 2026.\n")
            at += timedelta(days=1, minutes=dice.randrange(1, 40))
            town.discord.faults.clear()
            moment = dice.choice(["received", "stored", "responded"])
            town.fail_post(kill=True, at=moment, skip=dice.randrange(3))
            await town.start(at)
            await town.died()
            kills += 1
            at += timedelta(minutes=dice.choice([0, 1, 20]))
            town.fail_post(status=503, at="stored", skip=dice.randrange(3))
            await town.start(at)
            await town.discord.wait_for(lambda: names[-1] in whole(town), 60, "the last title")
            await town.stop()
        town.discord.faults.clear()
        await town.start(at + timedelta(hours=1))
        await town.logged("connected as")
        await asyncio.sleep(2)  # a few looks at the digests
        await town.stop()
        posted = whole(town)
        assert [name for name in names if posted.count(name) != 1] == []
        town.assert_clean()
    with capsys.disabled():
        sys.stdout.write(f"{len(names)} titles, {len(town.digests())} posts, {kills} kills ")


def whole(town: Town) -> str:
    return "\n".join(message.text for message in town.digests())
