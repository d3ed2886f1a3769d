"""What people are told when a command cannot be answered, and what the log keeps of it."""

import logging

import pytest
from chat_world import FakeDesk, reply
from simcord import ChannelHandle, MemberActor

from bot.chat.trouble import BUSY
from bot.errors import StoreError

TOLD = pytest.mark.simcord(check_errors=False)
"""simcord would fail these tests for the errors themselves."""


@TOLD
async def test_an_expected_error_is_its_own_sentence(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.fails = StoreError("The store is being restored. Try again in a minute.")
    answer = reply(await alice.slash(channel, "brief"))
    assert (answer.content, answer.ephemeral) == ("The store is being restored. Try again in a minute.", True)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@TOLD
async def test_a_date_that_is_none_is_explained(alice: MemberActor, channel: ChannelHandle) -> None:
    answer = reply(await alice.slash(channel, "brief", since="soonish"))
    assert "soonish is not a date I can read" in answer.content


@TOLD
async def test_a_surprise_is_one_sentence_and_one_traceback(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk, caplog: pytest.LogCaptureFixture
) -> None:
    card = reply(await alice.slash(channel, "who", name="Ilse Brandt"))
    desk.fails = RuntimeError("secret detail")
    answers = [reply(await alice.slash(channel, "brief")), reply(await alice.click(card, label="Brief"))]
    failures = [record for record in caplog.records if record.levelno >= logging.ERROR]
    for answer, record in zip(answers, failures, strict=True):
        assert answer.ephemeral
        assert "secret" not in answer.content
        assert record.exc_info is not None
        assert answer.content.rstrip(".").split()[-1] in record.getMessage()


@TOLD
async def test_a_library_that_does_not_answer_is_said_to_be_busy(
    alice: MemberActor, channel: ChannelHandle, desk: FakeDesk
) -> None:
    desk.fails = TimeoutError()
    assert reply(await alice.slash(channel, "brief")).content == BUSY
