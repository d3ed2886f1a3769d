"""What is in the library: all of it, what is about something, or one document whole."""

from collections import Counter

from bot.answers import naming, quoting
from bot.answers.answer import NameCount, SourcePage, Sources
from bot.answers.asking import asking
from bot.answers.correcting import similar
from bot.answers.coverage import coverage
from bot.store.lookups import Lookups, Stored, Wanted
from bot.words import plain

_LISTED = 200
_NAMES = 12


def sources(lookups: Lookups, about: str | None) -> Sources:
    about = (about or "").strip() or None
    found = lookups.newest(_LISTED, reprints=True) if about is None else _about(lookups, about)
    shelf = quoting.shelf(lookups)
    page = _page(lookups, found[0]) if about is not None and len(found) == 1 else None
    return Sources(
        about=about,
        documents=quoting.source_lines(found[:_LISTED]),
        page=page,
        more=max(0, (shelf.documents if about is None else len(found)) - _LISTED),
        unreadable=tuple(lookups.unreadable()) if about is None else (),
        similar=similar(lookups, about) if about is not None and not found else (),
        shelf=shelf,
    )


def _about(lookups: Lookups, about: str) -> list[Stored]:
    """By number ("#3"), by title or file, by name, by words: the first of these that finds something."""
    if about.startswith("#") and about[1:].isdecimal() and len(about) < 12:  # noqa: PLR2004 - no library has so many
        return list(lookups.documents([int(about[1:])]).values())
    if called := lookups.called(plain(about)) or lookups.called(about):
        return called
    names = naming.exact(lookups, about).names
    if names:
        return lookups.newest_of(lookups.documents_naming(name.id for name in names), 10 * _LISTED)
    asked = asking(about)
    every = tuple((word,) for word in asked.words) + asked.phrases
    ranked = lookups.ranked(Wanted(some=(), every=every, never=asked.never), 10 * _LISTED)
    scores = {each.document: each.score for each in ranked} or coverage(lookups, about).documents
    known = lookups.documents(scores)
    return [known[each] for each in sorted(scores, key=lambda document: -scores[document]) if each in known]


def _page(lookups: Lookups, document: Stored) -> SourcePage:
    counts = Counter(seen.name for seen in lookups.names_in([document.id]))
    known = lookups.named(number for number, _ in counts.most_common(_NAMES))
    names = [NameCount(plain(name.name), name.kind, counts[name.id]) for name in known.values()]
    return SourcePage(
        line=quoting.source_line(document),
        text=lookups.text(document.id) or "",
        removed=tuple(lookups.removed(document.id)),
        names=tuple(sorted(names, key=lambda name: (-name.count, name.name))),
    )
