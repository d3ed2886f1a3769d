"""`digest preview`, `digest why` and what `check` says of digests: read beside whoever holds the store."""

import json
from pathlib import Path

import pytest
from digest_world import NEWS, World, utc

from bot.app.digest_asking import digest_findings, show_preview, show_why
from bot.config import Config, parse_config
from bot.errors import QueryError

EIGHT = utc("2025-06-02T08:00:10")


def a_config(tmp_path: Path) -> Config:
    text = f'digests:\n  - {{name: weekly, channel: {NEWS}, cron: "0 9 * * 1", timezone: Asia/Kathmandu}}\n'
    return parse_config(text, name="config.yaml").model_copy(update={"database": tmp_path / "sitrep.db"})


async def test_preview_shows_what_the_next_one_says(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digest = await world.add()
    await world.put_new("a.txt")
    await show_preview(a_config(tmp_path), "Morning", as_json=False)
    shown = capsys.readouterr().out
    assert "morning No. 1: 1 new briefing since Mon 02 Jun 2025 07:00 UTC." in shown
    assert "\nTitle of a.txt\nCoast Daily · 1 Jun 2025\n> The harbour office announced decision a.txt" in shown
    await show_preview(a_config(tmp_path), "morning", as_json=True)
    (message,) = await world.digests.preview(digest)
    assert json.loads(capsys.readouterr().out) == json.loads(message.body)


async def test_a_digest_that_has_not_begun_is_shown_over_the_whole_library(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await world.put_new("a.txt")
    await show_preview(a_config(tmp_path), "weekly", as_json=False)
    told = capsys.readouterr()
    assert "weekly has not begun yet" in told.err
    assert "Title of a.txt" in told.out
    with pytest.raises(QueryError, match="No digest is called evening"):
        await show_preview(a_config(tmp_path), "evening", as_json=False)


async def test_nothing_new_is_said(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    await world.add()
    await show_preview(a_config(tmp_path), "morning", as_json=False)
    told = capsys.readouterr()
    assert told.out == ""
    assert "morning would post nothing" in told.err


async def test_why_is_a_sentence_a_digest(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    await show_why(a_config(tmp_path), "a.txt")
    assert "No digest has begun yet." in capsys.readouterr().err
    await world.add()
    await world.put_new("a.txt")
    await world.tick_at(EIGHT)
    await show_why(a_config(tmp_path), "a.txt")
    assert "morning: shown in No. 1, part 1, of 2 Jun 2025, 08:00 UTC." in capsys.readouterr().out


async def test_check_shows_the_next_three_times_and_what_is_wrong(world: World, tmp_path: Path) -> None:
    await world.add()
    await world.put_new("a.txt")
    world.channel.may_post = False
    await world.tick_at(EIGHT)
    weekly, morning = await digest_findings(a_config(tmp_path))
    assert weekly.said.count("Mon ") == 3
    assert weekly.said.endswith(f" 09:00 (Asia/Kathmandu), in channel {NEWS}")
    assert (morning.works, "may not send messages" in morning.said) == (False, True)
