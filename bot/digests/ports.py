"""What digests need of the outside: a channel to post to and to read back, its permissions, somebody to tell."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Literal

from bot.errors import BriefingError
from bot.store.digests import Digest
from bot.store.outbox import Delivery


class RefusedError(BriefingError):
    """For good, and nothing was posted. `passes`: it is over as soon as `Check` says so, as a missing permission."""

    def __init__(self, reason: str, *, passes: bool) -> None:
        super().__init__(reason)
        self.passes = passes


class NotNowError(BriefingError):
    """Nothing was posted; to be tried again after `seconds`: a rate limit, or Discord is not connected."""

    def __init__(self, reason: str, *, seconds: float) -> None:
        super().__init__(reason)
        self.seconds = seconds


class UnansweredError(BriefingError):
    """It may have been posted, or not."""


class DeletedError(BriefingError):
    """It was posted by an earlier attempt, and has been deleted since."""


class HistoryUnreadableError(BriefingError):
    """The channel's history cannot be read: the sentence says why."""


Post = Callable[[Delivery], Awaitable[int]]
"""The id of the posted message. Raises one of the errors above; OSError and TimeoutError count as unanswered."""

Find = Callable[[Delivery, datetime], Awaitable[int | None]]
"""The id of our message with the delivery's marker among those since then; None: it is not there."""

Check = Callable[[int, Literal["post", "read back"]], Awaitable[str | None]]
"""Why the bot may not post to (or read back) this channel, in one sentence; None: it may, as far as is known here."""

Tell = Callable[[Digest], Awaitable[None]]
"""Tells whoever set up the digest of its trouble."""
