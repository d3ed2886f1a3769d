"""A topic -> the few sentences that say most about it, no two the same, in an order that reads."""

from bot.answers import naming, quoting
from bot.answers.answer import Brief
from bot.answers.search import search
from bot.model import Period
from bot.store.lookups import Lookups


def brief(lookups: Lookups, about: str | None, *, since: Period | None = None) -> Brief:
    about = (about or "").strip() or None
    hits = search(lookups, about).hits if about else ()
    return Brief(
        about=about,
        quotes=tuple(hit.quote for hit in hits[:7]),
        documents=len({hit.quote.document for hit in hits}),
        origins=len({hit.quote.document for hit in hits}),
        names=(),
        dates=(),
        more=0,
        similar=naming.near_names(lookups, about, limit=5) if about and not hits else (),
        shelf=quoting.shelf(lookups),
    )
