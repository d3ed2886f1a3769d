"""A name -> who that is: roles, what they said and did, whom they met, each with its sentence."""

from collections.abc import Iterable, Iterator, Sequence

from bot.answers import naming, quoting
from bot.answers.answer import NameCount, RoleLine, Who
from bot.answers.offices import grouped, holders
from bot.answers.quoting import Place
from bot.linking.reasons import reason
from bot.model import Quote
from bot.store.lookups import Known, Lookups, RoleTold, StatementTold
from bot.words import folded, plain

_STATEMENTS = 100
_QUOTES_A_ROLE = 4
_ALONGSIDE = 12
_DOCUMENTS = 200


def who(lookups: Lookups, asked: str) -> Who:
    meant = naming.meant(lookups, asked)
    if meant.one is not None:
        return _card(lookups, asked, meant.one)
    office = () if meant.names else holders(lookups, asked)
    if len(office) == 1:
        return _card(lookups, asked, office[0])
    return Who(
        asked=asked,
        name=None,
        kind=None,
        aliases=(),
        roles=(),
        statements=(),
        meetings=(),
        alongside=(),
        documents=(),
        similar=meant.nearest,
        choices=tuple(_choice(lookups, name) for name in meant.names or office),
        shelf=quoting.shelf(lookups),
    )


def _choice(lookups: Lookups, name: Known) -> NameCount:
    roles = grouped(lookups.roles(name.id))
    hint = " ".join(roles[0][0].text.split()) if roles else ""
    return NameCount(plain(name.name), name.kind, name.count, id=name.id, hint=hint)


def _card(lookups: Lookups, asked: str, name: Known) -> Who:
    told = lookups.statements(name.id)
    roles = grouped(lookups.roles(name.id))
    places = [(role.document, role.sentence) for group in roles for role in group]
    places += [(each.document, each.sentence) for each in told]
    quotes = quoting.quotes(lookups, places)
    documents = lookups.documents_naming([name.id])
    aliases = _aliases(lookups, name)
    return Who(
        asked=asked,
        name=plain(name.name),
        kind=name.kind,
        aliases=aliases,
        roles=tuple(line for group in roles if (line := _role(group, quotes)).quotes),
        statements=_told(told, quotes, ("said", "did")),
        meetings=_told(told, quotes, ("met",)),
        alongside=tuple(
            NameCount(plain(n), kind, count) for _, n, kind, count in lookups.alongside(name.id, limit=_ALONGSIDE)
        ),
        documents=quoting.source_lines(lookups.newest_of(documents, _DOCUMENTS)),
        similar=(),
        choices=(),
        shelf=quoting.shelf(lookups),
        more=max(0, len(documents) - _DOCUMENTS),
        reasons=tuple(_reasons(lookups, name, aliases)),
    )


def _aliases(lookups: Lookups, name: Known) -> tuple[str, ...]:
    """The other spellings, the most frequent first, each once whatever its spaces and accents."""
    others: dict[str, str] = {}
    for spelling in lookups.spellings_of([name.id]):
        if spelling.folded != name.folded:
            others.setdefault(spelling.folded, plain(spelling.text))
    return tuple(others.values())


def _reasons(lookups: Lookups, name: Known, aliases: Sequence[str]) -> Iterator[tuple[str, str]]:
    forms = lookups.forms_of(name.id) if aliases else []
    for alias in aliases:
        if why := reason(alias, name.name, name.kind, forms):
            yield alias, why


def _told(told: Iterable[StatementTold], quotes: dict[Place, Quote], kinds: Sequence[str]) -> tuple[Quote, ...]:
    places = dict.fromkeys((each.document, each.sentence) for each in told if each.kind in kinds)
    found = quoting.newest_first([quotes[place] for place in places if place in quotes])
    once = {folded(quote.text): quote for quote in reversed(found)}
    return tuple(quote for quote in found if once[folded(quote.text)] is quote)[:_STATEMENTS]


def _role(group: Sequence[RoleTold], quotes: dict[Place, Quote]) -> RoleLine:
    """One office: a quote for each wording, then for each further document."""
    wordings = {folded(role.text): (role.document, role.sentence) for role in reversed(group)}
    documents = {role.document: (role.document, role.sentence) for role in reversed(group)}
    firsts = [*reversed(wordings.values()), *reversed(documents.values())]
    shown = quoting.told_once(dict.fromkeys(firsts), quotes)
    return RoleLine(" ".join(group[0].text.split()), tuple(shown[:_QUOTES_A_ROLE]))
