"""Sections of a digest -> messages within Discord's limits, cut only between chunks; what is too much in a file."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2s
from itertools import pairwise

from bot.chat.escaping import escaped, size
from bot.digests.page import Message, Page

_PARTS = 6  # messages; what is longer goes on in a file
_EMBEDS = 10
_TOTAL = 5400  # of 6,000 characters in all embeds of a message: the footer and the line about the file fit too
_TOGETHER = 3000  # a section up to this long is not spread over two messages


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that stand together: as markdown and as plain text. `sources`: the documents whose title is in it."""

    text: str
    plain: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """An embed, or several when it is long. `title` belongs to the first chunk."""

    title: str | None
    plain_title: str | None
    colour: int
    chunks: tuple[Chunk, ...]


@dataclass(slots=True)
class _Embed:
    title: str | None
    plain_title: str | None
    colour: int
    chunks: list[Chunk] = field(default_factory=list[Chunk])

    @property
    def size(self) -> int:
        return size(self.title or "") + sum(size(chunk.text) + 2 for chunk in self.chunks)

    def json(self) -> dict[str, object]:
        title = {"title": self.title} if self.title else {}
        return {**title, "description": self.description, "color": self.colour}

    @property
    def description(self) -> str:
        """A line that is no quotation does not follow one at once: some readers would take it for a part of it."""
        lines = "\n".join(chunk.text for chunk in self.chunks).split("\n")
        ends = [above.startswith("> ") and not below.startswith("> ") for above, below in pairwise(lines)]
        return "".join(line + "\n" * (1 + end) for line, end in zip(lines, [*ends, False], strict=True)).rstrip()


def messages(page: Page, opening: str, sections: Sequence[Section]) -> list[Message]:
    packed = _packed(sections)
    rest = [embed for embeds in packed[_PARTS:] for embed in embeds]
    packed = packed[:_PARTS]
    return [
        _message(page, opening, embeds, part=part, parts=len(packed), rest=rest if part == len(packed) else [])
        for part, embeds in enumerate(packed, start=1)
    ]


def _packed(sections: Iterable[Section]) -> list[list[_Embed]]:
    """The embeds of each message."""
    packed: list[list[_Embed]] = [[]]
    for section in sections:
        whole = sum(size(chunk.text) + 2 for chunk in section.chunks) + size(section.title or "")
        room = _TOTAL - sum(embed.size for embed in packed[-1])
        if packed[-1] and (len(packed[-1]) == _EMBEDS or (room < whole <= _TOGETHER)):
            packed.append([])
        for embed in _embeds(section):
            room = _TOTAL - sum(other.size for other in packed[-1])
            if packed[-1] and (len(packed[-1]) == _EMBEDS or embed.size > room):
                packed.append([])
            packed[-1].append(embed)
    return packed


def _embeds(section: Section) -> Iterator[_Embed]:
    embed = _Embed(section.title, section.plain_title, section.colour)
    for chunk in (short for long in section.chunks for short in _short(long)):
        if embed.chunks and embed.size + size(chunk.text) > _TOGETHER:
            yield embed
            embed = _Embed(None, None, section.colour)
        embed.chunks.append(chunk)
    yield embed


def _short(chunk: Chunk) -> Iterator[Chunk]:
    """The chunk itself, or its lines where escaping made it longer than an embed; each line is short."""
    if size(chunk.text) <= _TOGETHER:
        yield chunk
        return
    plains = chunk.plain.split("\n")
    for i, line in enumerate(chunk.text.split("\n")):
        yield Chunk(line, plains[i] if i < len(plains) else "", () if i else chunk.sources)


def _message(
    page: Page, opening: str, embeds: Sequence[_Embed], *, part: int, parts: int, rest: Sequence[_Embed]
) -> Message:
    marker = _marker(page, part)
    shown = [embed.json() for embed in embeds]
    if rest:
        titles = sum(len(chunk.sources) for embed in rest for chunk in embed.chunks)
        shown[-1]["description"] = f"{shown[-1]['description']}\n\nThe rest, {titles} more, is in the attached file."
    shown[-1]["footer"] = {"text": _footer(page, part, parts, marker)}
    body: dict[str, object] = {"content": _content(page, opening, part, parts), "embeds": shown}
    if rest:
        body["file"] = {"name": f"digest-{page.number}.txt", "text": _file(rest)}
    if page.mention_role is not None and part == 1:
        body["role"] = page.mention_role
    sources = tuple(s for embed in (*embeds, *rest) for chunk in embed.chunks for s in chunk.sources)
    return Message(json.dumps(body, ensure_ascii=False), marker, sources)


def _content(page: Page, opening: str, part: int, parts: int) -> str:
    if part > 1:
        return f"**{escaped(page.name)}** No. {page.number}, continued ({part} of {parts})"
    return opening if page.mention_role is None else f"<@&{page.mention_role}> {opening}"


def _footer(page: Page, part: int, parts: int, marker: str) -> str:
    place = f"{page.name} No. {page.number}" + (f", {part} of {parts}" if parts > 1 else "") + f" · {marker}"
    return f"{page.tally} · {place}" if part == parts else place


def _marker(page: Page, part: int) -> str:
    """Eight characters by which this very message is known again in the channel."""
    return blake2s(f"{page.digest} {page.number} {part}".encode(), digest_size=4).hexdigest()


def _file(embeds: Iterable[_Embed]) -> str:
    blocks = (
        "\n".join([*([embed.plain_title] if embed.plain_title else []), *(chunk.plain for chunk in embed.chunks)])
        for embed in embeds
    )
    return "\n\n".join(blocks) + "\n"
