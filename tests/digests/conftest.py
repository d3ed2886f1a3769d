"""A world for each test: a database on disk, a clock, a channel."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from digest_world import World, a_world


@pytest.fixture
async def world(tmp_path: Path) -> AsyncGenerator[World]:
    async with a_world(tmp_path) as made:
        yield made
