"""Commands over a real library: files are read, analysed and stored, and the client answers from the store."""

import re
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from simcord import Env, InteractionResult

from bot.app.opening import opened
from bot.app.running import client_of
from bot.chat.client import SitrepClient
from bot.config import Config
from bot.drawing.artist import Artist

BRIEFING = """The harbour bridge opens again
By Nora Vale, 3 May 2024

Mayor Ilse Brandt said on Friday that the harbour bridge would carry lorries again.
The bridge was closed in October 2023 after a barge had struck *two* of its piers.
Subscribe to our newsletter
"""


@pytest.fixture
async def simcord_bot(tmp_path: Path) -> AsyncGenerator[SitrepClient]:
    library = tmp_path / "library"
    library.mkdir()
    (library / "bridge.txt").write_text(BRIEFING, encoding="utf8")
    async with opened(Config(library=library, database=tmp_path / "sitrep.db")) as ours, Artist() as artist:
        await ours.load()
        yield client_of(ours, draw=artist.draw)


def shown(result: InteractionResult) -> str:
    """The texts of a reply as Discord shows them, escapes taken off."""
    assert result.response is not None
    texts = [part["content"] for part in result.response.components[0]["components"] if "content" in part]
    return re.sub(r"\\([^A-Za-z0-9\s])", r"\1", "\n".join(texts))


async def test_every_line_of_every_answer_is_the_briefings_own(simcord_env: Env) -> None:
    channel = simcord_env.create_guild().create_text_channel("briefings")
    alice = simcord_env.guild.add_member(simcord_env.create_user("alice"))
    questions = {"who": ("name", "Brandt"), "timeline": ("about", "bridge"), "search": ("words", "barge")}
    for command, (option, words) in questions.items():
        answer = shown(await alice.slash(channel, command, **{option: words}))
        quotes = re.findall(r"^- (?:\*\*[^*]+\*\* · )?(.+?) \[1\]$", answer, re.MULTILINE)
        assert quotes, command
        for quote in quotes:
            assert quote.replace("**", "") in BRIEFING
        assert "\n[1] " in answer
    offered = await alice.autocomplete(channel, "who", "name", "brand")
    assert "Ilse Brandt" in [choice["name"] for choice in offered]


async def test_a_document_is_shown_whole_with_what_was_left_out(simcord_env: Env) -> None:
    channel = simcord_env.create_guild().create_text_channel("briefings")
    alice = simcord_env.guild.add_member(simcord_env.create_user("alice"))
    result = await alice.slash(channel, "sources", about="bridge.txt")
    assert result.response is not None
    (file,) = result.response.attachments
    text = (await file.read()).decode()
    assert "carry lorries again." in text
    assert "Subscribe" not in text
    assert "“Subscribe to our newsletter”" in shown(result)


async def test_a_timeline_gets_its_picture_from_the_drawing_process(simcord_env: Env) -> None:
    channel = simcord_env.create_guild().create_text_channel("briefings")
    alice = simcord_env.guild.add_member(simcord_env.create_user("alice"))
    result = await alice.slash(channel, "timeline", about="bridge")
    assert result.response is not None
    (picture,) = result.response.attachments
    png = await picture.read()
    assert png.startswith(b"\x89PNG")
    assert len(png) < 200_000
    (gallery,) = [part for part in result.response.components[0]["components"] if part["type"] == 12]
    alt = gallery["items"][0]["description"]
    assert alt.startswith("Timeline of “bridge”: 2 dated events, from Oct 2023 to 3 May 2024.")
