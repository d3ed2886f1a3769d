"""The client over a made-up library, started in simcord."""

import pytest
from chat_world import FakeDesk, Notes, a_client

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
