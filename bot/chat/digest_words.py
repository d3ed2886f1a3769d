"""What the /digest commands say. Pure: values in, markdown out."""

from collections.abc import Sequence
from datetime import datetime

from bot.chat.escaping import escaped, escaped_line
from bot.digests.ports import Digest
from bot.digests.setup import Listed
from bot.digests.slots import Slot
from bot.digests.why import Reason

_STATES = {
    "operator": "Paused by a person. `/digest resume` lets it go on.",
    "trouble": "Waiting; it goes on by itself when this is over.",
    "held": "Waiting for somebody to look. `/digest resume` lets it go on.",
}


def listed(digests: Sequence[Listed]) -> list[str]:
    """One block a digest."""
    if not digests:
        return ["No digest is set up here. `/digest add` sets one up."]
    return [_listed(each) for each in digests]


def _listed(each: Listed) -> str:
    digest, settings = each.digest, each.digest.settings
    about = f" · about {escaped(settings.about)}" if settings.about else ""
    role = f" · tells <@&{settings.mention_role}>" if settings.mention_role else ""
    origin = " · from config.yaml" if digest.origin == "config" else ""
    head = f"**{escaped_line(settings.name)}** in <#{settings.channel}> · `{settings.cron}` {settings.timezone}"
    lines = [f"{head}{about}{role}{origin}", _state(digest) or f"Next: {times(each.coming)}"]
    if digest.trouble:
        lines.append(escaped_line(digest.trouble))
    return "\n".join(lines)


def _state(digest: Digest) -> str | None:
    return _STATES[digest.paused] if digest.paused else None


def times(slots: Sequence[Slot]) -> str:
    return ", ".join(stamp(slot.due) for slot in slots) or "never"


def stamp(at: datetime) -> str:
    return f"<t:{int(at.timestamp())}:f>"


def set_up(digest: Digest, slots: Sequence[Slot], troubles: Sequence[str], *, is_new: bool) -> str:
    """What was set up or changed, and at once what would go wrong."""
    place = f"in <#{digest.settings.channel}>"
    if state := _state(digest):
        said = [f"**{escaped_line(digest.name)}** is changed; it would be posted {place}.", state]
    else:
        begins = "It tells what is added from now on. " if is_new else ""
        said = [
            f"**{escaped_line(digest.name)}** will be posted {place}: {times(slots)}, and so on.",
            f"{begins}`/digest preview` shows the next one.",
        ]
    return "\n".join([*said, *(f"⚠️ {escaped_line(trouble)}" for trouble in troubles)])


def nothing_to_post(digest: Digest) -> str:
    return f"Nothing is new since {stamp(digest.covered)}: the next **{escaped_line(digest.name)}** would post nothing."


def posted(digest: Digest, *, parts: int) -> str:
    if digest.trouble:
        return f"It is not posted yet. {escaped_line(digest.trouble)}"
    if not parts:
        return f"Nothing is new since {stamp(digest.covered)}: **{escaped_line(digest.name)}** posted nothing."
    messages = "1 message" if parts == 1 else f"{parts} messages"
    return f"**{escaped_line(digest.name)}** is in <#{digest.settings.channel}>: {messages}."


def reasons(found: Sequence[Reason]) -> list[str]:
    """One line a digest and time."""
    if not found:
        return ["No digest is set up here."]
    return [
        f"{escaped_line(each.source)} · **{escaped(each.digest)}**: {escaped(each.text)}"
        + (f" {each.link}" if each.link else "")
        for each in found
    ]


def joined(blocks: Sequence[str], most: int = 1900) -> list[str]:
    """Blocks as few messages as fit, cut only between blocks."""
    messages: list[str] = []
    for block in blocks:
        if messages and len(messages[-1]) + len(block) + 2 <= most:
            messages[-1] += "\n\n" + block
        else:
            messages.append(block)
    return messages
