"""One bot runs before all tests of the wire; each test goes on from a copy of what it has left."""

import asyncio

import pytest
from wire_town import Primed, primed


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Primed:
    return asyncio.run(primed(tmp_path_factory.mktemp("primed")))
