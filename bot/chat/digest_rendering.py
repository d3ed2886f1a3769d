"""A digest's page -> what its messages say: sections of chunks, each short enough to stand whole. Pure.

Every chunk has a plain form too: what a file shows when a digest is longer than a channel should bear.
"""

from collections.abc import Iterable, Iterator, Sequence

from bot.answers import wording
from bot.chat.digest_parts import Chunk, Section, messages
from bot.chat.escaping import cut, escaped, escaped_line, isolated, link, size
from bot.digests.page import (
    Card,
    Change,
    Correction,
    Difference,
    Differing,
    Fold,
    Line,
    Message,
    Page,
    Shown,
    Side,
    Story,
)

_TITLE_MAX = 256
_SOURCE_MAX, _PUBLISHER_MAX, _NAME_MAX = 200, 60, 80
_REASON_MAX = 500
_LIST_MAX = 900  # characters of a list in one chunk
_STORY, _AGAIN, _CORRECTED, _UNREADABLE = 0x3A6EA5, 0x7A869A, 0xC27C0E, 0x8B4B4B


def digest(page: Page) -> list[Message]:
    """The messages of a digest, in order. Their text is final: it is stored and posted as it is."""
    return messages(page, _opening(page), list(_sections(page)))


def _opening(page: Page) -> str:
    since = f"since <t:{int(page.since.timestamp())}:f>"
    about = f" about {escaped(page.about)}" if page.about else ""
    if page.tally.new:
        news = wording.counted(page.tally.new, "new briefing") + about
    else:
        news = "corrections" + about if page.corrections else "nothing new" + about
    late = ""
    if page.late is not None:
        late = f" Late: it was due <t:{int(page.late.due.timestamp())}:f>"
        if page.late.first is not None:
            skipped = wording.counted(page.late.missed, "digest")
            late += f", and covers {skipped} missed from <t:{int(page.late.first.timestamp())}:f> on"
        late += "."
    return f"**{escaped(page.name)}** No. {page.number}: {news} {since}.{late}"


def _sections(page: Page) -> Iterator[Section]:
    for story in page.stories:
        yield _story(story)
    if page.again:
        chunks = (*map(_again, page.again), *_differing(page.differing))
        yield Section("On file already", "On file already", _AGAIN, chunks)
    for correction in page.corrections:
        yield _correction(correction)
    if page.unreadable:
        chunks = (
            Chunk(f"**{escaped(_path(source))}**: {escaped(cut(why, _REASON_MAX))}", f"{source}: {why}", (source,))
            for source, why in page.unreadable
        )
        yield Section("Could not be read", "Could not be read", _UNREADABLE, tuple(chunks))
    if page.waiting:
        line = f"{wording.counted(page.waiting, 'more new briefing')} will be in the next digest."
        yield Section(None, None, _AGAIN, (Chunk(line, line),))
    if page.is_empty:
        yield Section(None, None, _AGAIN, (Chunk("Nothing new.", "Nothing new."),))


def _story(story: Story) -> Section:
    lead, *others = story.shown
    title, above = _headline(lead.card)
    chunks = [_shown(lead, above)]
    chunks += [_shown(shown, _bold_title(shown.card)) for shown in others]
    chunks += _listed("Also in", [_fold(fold) for fold in story.folds])
    if story.names:
        names = ", ".join(cut(name, _NAME_MAX) for name in story.names)
        chunks.append(Chunk(f"Names: {escaped(names)}", f"Names: {names}"))
    chunks += [_event(event) for event in story.events]
    chunks += _differing(story.differing)
    return Section(title, cut(lead.card.title, _TITLE_MAX) if title else None, _STORY, tuple(chunks))


def _headline(card: Card) -> tuple[str | None, str | None]:
    """The title as the embed's own, or, where escaping made it too long for that, as a line."""
    title = escaped(cut(card.title, _TITLE_MAX))
    return (title, None) if size(title) <= _TITLE_MAX else (None, _bold_title(card))


def _bold_title(card: Card) -> str:
    return f"**{escaped(cut(card.title, _TITLE_MAX))}**"


def _shown(shown: Shown, title: str | None) -> Chunk:
    card = shown.card
    nothing_new = () if shown.lines else ("Nothing that other briefings have not said.",)
    lines = [*([title] if title else []), _facts(card), *map(_quoted, shown.lines), *nothing_new]
    plain = [*([cut(card.title, _TITLE_MAX)] if title else []), _plain_facts(card), *map(_plain_line, shown.lines)]
    return Chunk("\n".join(lines), "\n".join([*plain, *nothing_new]), (card.source,))


def _facts(card: Card) -> str:
    read = link(card.link)
    return " · ".join([isolated(escaped_line(_publisher(card))), _when(card), *([read] if read else [])])


def _plain_facts(card: Card) -> str:
    return f"{_publisher(card)} · {_when(card)}"


def _quoted(line: Line) -> str:
    when = f"**{wording.period(line.when)}** " if line.when else ""
    return f"> {when}{escaped_line(line.text)}"


def _plain_line(line: Line) -> str:
    return f"  {wording.period(line.when) + ': ' if line.when else ''}{line.text}"


def _event(line: Line) -> Chunk:
    return Chunk(_quoted(line), _plain_line(line))


def _differing(differing: Differing) -> Iterator[Chunk]:
    yield from map(_difference, differing.told)
    if differing.more:
        more = f"and {wording.counted(differing.more, 'more difference')}, which /differ shows"
        yield Chunk(more, more)


def _difference(difference: Difference) -> Chunk:
    """What a new document tells otherwise, and quote beside quote; its own sentence only if it stands nowhere else."""
    here = f"{_who(difference.card)}, differs from what is on file."
    sides = [_side(side) for side in difference.sides]
    return Chunk(
        "\n".join([f"**{escaped(here)}** {escaped(difference.what)}", *(text for text, _ in sides)]),
        "\n".join([f"{here} {difference.what}", *(plain for _, plain in sides)]),
    )


def _side(side: Side) -> tuple[str, str]:
    """(markdown, plain): a line that says whose the sentence is, and the sentence."""
    who, title, read = _who(side.card), cut(side.card.title, _TITLE_MAX), link(side.card.link)
    shown, plain = escaped_line(who), who
    if side.titled:
        shown, plain = f"*{escaped(title)}* ({escaped(who)})", f"{title} ({who})"
    shown = " · ".join([shown, *([read] if read else [])])
    return f"{shown}:\n> {escaped_line(side.text)}", f"{plain}:\n  {side.text}"


def _who(card: Card) -> str:
    return f"{_publisher(card)}, {_when(card)}"


def _publisher(card: Card) -> str:
    return cut(card.publisher, _PUBLISHER_MAX) if card.publisher else _path(card.source)


def _path(source: str) -> str:
    return cut(source, _SOURCE_MAX)


def _when(card: Card) -> str:
    return wording.period(card.published.value) if card.published.value else "undated"


def _fold(fold: Fold) -> tuple[str, str, str]:
    """(markdown, plain, source) of a document that stands beside another."""
    card = fold.card
    if fold.same_file:
        return f"{escaped(_path(card.source))} (the same file)", f"{card.source} (the same file)", card.source
    when, who = _when(card), _publisher(card)
    title = cut(card.title, _TITLE_MAX)
    if fold.titled:
        return f"**{escaped(title)}** ({escaped(who)}, {when})", f"{title} ({who}, {when})", card.source
    return f"{escaped(who)} ({when})", f"{who} ({when})", card.source


def _again(fold: Fold) -> Chunk:
    of = cut(fold.of or "", _TITLE_MAX)
    if fold.same_file:
        text = f"{escaped_line(_path(fold.card.source))}: the same file as *{escaped(of)}*"
        return Chunk(text, f"{fold.card.source}: the same file as {of}", (fold.card.source,))
    text, plain, source = _fold(fold)
    if fold.titled:
        return Chunk(f"{text} copies *{escaped(of)}*", f"{plain} copies {of}", (source,))
    return Chunk(f"**{escaped(of)}**, again in {text}", f"{of}, again in {plain}", (source,))


def _listed(label: str, entries: Sequence[tuple[str, str, str]]) -> Iterator[Chunk]:
    """The entries as lists of a bearable length, cut only between entries."""
    batch: list[tuple[str, str, str]] = []
    for entry in entries:
        if batch and sum(size(text) + 2 for text, _, _ in batch) + size(entry[0]) > _LIST_MAX:
            yield _list(label, batch)
            batch = []
        batch.append(entry)
    if batch:
        yield _list(label, batch)


def _list(label: str, entries: Iterable[tuple[str, str, str]]) -> Chunk:
    texts, plains, sources = zip(*entries, strict=True)
    return Chunk(f"{label}: {'; '.join(texts)}", f"{label}: {'; '.join(plains)}", sources)


def _correction(correction: Correction) -> Section:
    title, above = _headline(correction.card)
    facts = Chunk(
        "\n".join([*([above] if above else []), f"{_facts(correction.card)} · corrected"]),
        f"{_plain_facts(correction.card)} · corrected",
        (correction.card.source,),
    )
    chunks = [facts, *map(_change, correction.changes)]
    if correction.more:
        more = f"and {wording.counted(correction.more, 'more changed sentence')}"
        chunks.append(Chunk(more, more))
    return Section(title, cut(correction.card.title, _TITLE_MAX) if title else None, _CORRECTED, tuple(chunks))


def _change(change: Change) -> Chunk:
    said = [(word, text) for word, text in (("Was", change.old), ("Now", change.new)) if text is not None]
    return Chunk(
        "\n".join(f"**{word}** {escaped_line(text)}" for word, text in said),
        "\n".join(f"  {word}: {text}" for word, text in said),
    )
