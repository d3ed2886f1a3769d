"""The loopback Discord keeps the truth for the tests of the wire; what it does is held here by a plain client."""

import importlib.util
import os
from typing import Any

import aiohttp
import pytest
from loopback.faults import Fault, Request
from loopback.limits import commands_trouble, message_trouble
from loopback.routes import NONCE_WINDOW
from loopback.server import TOKEN, Loopback
from loopback.world import V2, Json

pytestmark = pytest.mark.wire


async def posted(discord: Loopback, channel: str, **body: Any) -> tuple[int, Json]:
    url, headers = f"{discord.url}/api/v10/channels/{channel}/messages", {"Authorization": f"Bot {TOKEN}"}
    async with aiohttp.ClientSession() as session, session.post(url, json=body, headers=headers) as response:
        return response.status, await response.json()


async def test_a_nonce_is_remembered_for_minutes_and_then_forgotten() -> None:
    async with Loopback() as discord:
        news = discord.world.add_channel("news")
        body = {"content": "No. 1", "nonce": "same", "enforce_nonce": True}
        (_, first), (_, second) = await posted(discord, news.id, **body), await posted(discord, news.id, **body)
        assert first["id"] == second["id"]
        assert len(discord.messages(news)) == 1
        discord.world.clock.offset += NONCE_WINDOW
        assert (await posted(discord, news.id, **body))[1]["id"] != first["id"]
        await posted(discord, news.id, content="No. 2", nonce="same")
        assert len(discord.messages(news)) == 3


async def test_what_is_not_allowed_is_refused_and_what_is_too_long_written_down() -> None:
    async with Loopback() as discord:
        news = discord.world.add_channel("news")
        news.deny("send_messages")
        assert (await posted(discord, news.id, content="hello"))[1]["code"] == 50013
        news.allow("send_messages")
        assert (await posted(discord, "7", content="hello"))[1]["code"] == 10003
        discord.assert_clean()
        assert (await posted(discord, news.id, content="x" * 2001))[0] == 400
        assert discord.messages(news) == []
        with pytest.raises(AssertionError):
            discord.assert_clean()


async def test_a_stored_post_that_is_answered_with_an_error_is_there() -> None:
    async with Loopback() as discord:
        news = discord.world.add_channel("news")
        discord.fail("POST /channels/*/messages", status=503, at="stored")
        discord.fail("POST /channels/*/messages", close=True, skip=1)
        async with aiohttp.ClientSession(headers={"Authorization": f"Bot {TOKEN}"}) as session:
            url = f"{discord.url}/api/v10/channels/{news.id}/messages"
            async with session.post(url, json={"content": "one"}) as response:
                assert response.status == 503
            with pytest.raises(aiohttp.ClientError):
                await session.post(url, json={"content": "two"})
        assert [message.text for message in discord.messages(news)] == ["one"]


async def test_the_sixth_post_within_five_seconds_is_too_many() -> None:
    async with Loopback() as discord:
        news = discord.world.add_channel("news")
        statuses = [(await posted(discord, news.id, content="x"))[0] for _ in range(6)]
        assert statuses == [200] * 5 + [429]


def test_a_fault_hits_as_often_as_it_says_after_those_it_lets_pass() -> None:
    fault = Fault("POST /channels/*/messages", skip=2, times=1)
    post = Request("POST", "/channels/1/messages", {}, "")
    assert not fault.hits(Request("GET", "/channels/1/messages", {}, ""), "received")
    assert [fault.hits(post, "received") for _ in range(4)] == [False, False, True, False]


@pytest.mark.parametrize(
    "body",
    [
        {"content": ""},
        {"content": "x", "nonce": "n" * 26},
        {"content": "x", "flags": V2, "components": [{"type": 10, "content": "x"}]},
        {"flags": V2, "components": [{"type": 10, "content": "x" * 4001}]},
        {"flags": V2, "components": [{"type": 10, "content": "x"}] * 41},
        {"content": "x", "components": [{"type": 10, "content": "x"}]},
        {"embeds": [{"description": "x" * 4097}]},
        {"embeds": [{"description": "x" * 3100}, {"description": "x" * 3100}]},
        {"embeds": [{"fields": [{"name": " ", "value": "x"}]}]},
        {"content": "x", "components": [{"type": 1, "components": [{"type": 2, "label": "x" * 81, "custom_id": "a"}]}]},
        {"content": "x", "components": [{"type": 1, "components": [{"type": 2, "label": "x", "custom_id": "a"}] * 2}]},
    ],
)
def test_limits_that_are_broken_are_named(body: Json) -> None:
    assert len(message_trouble(body, {})) == 1


def test_commands_that_discord_would_not_take_are_named() -> None:
    late = {"name": "b", "description": "B", "required": True, "type": 3}
    option = {"name": "a", "description": "A", "type": 3}
    assert commands_trouble([{"name": "who", "description": "Who", "options": [late, option]}]) == []
    assert commands_trouble([{"name": "who", "description": "Who", "options": [option, late]}])
    assert commands_trouble([{"name": "Who is", "description": ""}])


@pytest.mark.skipif(not os.environ.get("DISCORD_OPENAPI"), reason="DISCORD_OPENAPI names no description of Discord's")
@pytest.mark.skipif(importlib.util.find_spec("jsonschema") is None, reason="the package jsonschema is not installed")
async def test_a_body_that_leaves_discords_description_is_written_down() -> None:
    async with Loopback() as discord:
        news = discord.world.add_channel("news")
        assert (await posted(discord, news.id, content="hello"))[0] == 200
        discord.assert_clean()
        assert (await posted(discord, news.id, content="hello", embeds="none"))[0] == 400
