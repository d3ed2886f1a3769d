"""The client over a made-up library, started in simcord."""

import pytest
from chat_world import FakeDesk, Notes, a_client
from simcord import ChannelHandle, Env, MemberActor

from bot.chat.client import SitrepClient


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def simcord_bot(desk: FakeDesk, notes: Notes) -> SitrepClient:
    return a_client(desk, notes=notes)


@pytest.fixture
def channel(simcord_env: Env) -> ChannelHandle:
    return simcord_env.create_guild().create_text_channel("briefings")


@pytest.fixture
def alice(simcord_env: Env, channel: ChannelHandle) -> MemberActor:
    return simcord_env.guild.add_member(simcord_env.create_user("alice"))


@pytest.fixture
def bert(simcord_env: Env, channel: ChannelHandle) -> MemberActor:
    return simcord_env.guild.add_member(simcord_env.create_user("bert"))
