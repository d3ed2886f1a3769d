"""The bot under test as its own process: started at a time of the test's choosing, killed, told to stop."""

import asyncio
import os
import signal
import sys
import time
from datetime import datetime
from pathlib import Path

from loopback.server import TOKEN, Loopback

ROOT = Path(__file__).resolve().parents[3]
LAUNCH = Path(__file__).with_name("launch.py")
_STOPPING = 15.0


class BotProcess:
    def __init__(self, discord: Loopback, *, config: Path) -> None:
        self._discord = discord
        self._config = config
        self._logs: list[Path] = []
        self._refused = config.with_name("network.log")
        self._process: asyncio.subprocess.Process | None = None
        discord.faults.kill = self.kill

    @property
    def log(self) -> str:
        """Since the last start."""
        return _read(self._logs[-1]) if self._logs else ""

    @property
    def whole_log(self) -> str:
        return "".join(map(_read, self._logs))

    @property
    def network(self) -> list[str]:
        """What the bot tried to reach beyond loopback."""
        return self._refused.read_text(encoding="utf-8").splitlines() if self._refused.exists() else []

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    async def start(self, at: datetime) -> None:
        """Until it is connected, or dead."""
        assert not self.running
        offset = at.timestamp() - time.time()
        self._discord.world.clock.offset = offset
        known = self._discord.gateway.identified
        self._logs.append(self._config.with_name(f"bot-{len(self._logs)}.log"))
        with self._logs[-1].open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, str(LAUNCH), "run", "--config", str(self._config)),
                cwd=ROOT,
                env=os.environ
                | {
                    "DISCORD_TOKEN": TOKEN,
                    "LOOPBACK_URL": self._discord.url,
                    "LOOPBACK_OFFSET": str(offset),
                    "LOOPBACK_REFUSED": str(self._refused),
                    "PYTHONPATH": str(ROOT),
                },
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        await self._discord.wait_for(
            lambda: self._discord.gateway.identified > known or not self.running, 40, f"a start, see {self._logs[-1]}"
        )

    async def kill(self) -> None:
        """With SIGKILL, and whatever it has started with it."""
        if self._process is not None and self.running:
            os.killpg(self._process.pid, signal.SIGKILL)
        await self._ended()

    async def stop(self) -> int | None:
        """As `docker stop` does; its exit code."""
        if self._process is not None and self.running:
            self._process.terminate()
        return await self._ended()

    async def _ended(self) -> int | None:
        if self._process is None:
            return None
        async with asyncio.timeout(_STOPPING):
            return await self._process.wait()


def _read(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")
