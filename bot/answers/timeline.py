"""Dated events in order, the same one told by several sentences as one row."""

from bot.answers import quoting
from bot.answers.answer import Entry, Timeline
from bot.model import Period
from bot.store.lookups import Lookups


def timeline(
    lookups: Lookups, about: str | None, *, first: Period | None = None, last: Period | None = None
) -> Timeline:
    about = (about or "").strip() or None
    told = lookups.events_in(document.id for document in lookups.newest(50))
    quotes = quoting.quotes(lookups, {(each.document, each.sentence) for each in told})
    entries = [
        Entry(each.when, each.basis, (quotes[each.document, each.sentence],))
        for each in told
        if each.when and (each.document, each.sentence) in quotes
    ]
    entries.sort(key=lambda entry: entry.when.first)
    return Timeline(about, first, last, tuple(entries[:40]), (), 0, 0, (), quoting.shelf(lookups))
