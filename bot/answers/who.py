"""A name -> who that is: roles, what they said and did and what befell them, whom they met, each with its sentence."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bot.answers import brief, coverage, naming, quoting
from bot.answers.answer import NameCount, RoleLine, Who
from bot.answers.offices import grouped, holders
from bot.answers.quoting import Place
from bot.linking.reasons import reason
from bot.model import Quote
from bot.store.lookups import Known, Lookups, RoleTold, StatementTold
from bot.words import folded, plain, tokens

_STATEMENTS = 100
_QUOTES_A_ROLE = 4
_ALONGSIDE = 12
_DOCUMENTS = 200
_TELLING = 3
_PASSED_OVER = 12  # names alongside that may be none
_COMPARED, _SAME_WORDS = 40, 0.8
_WITHIN, _SENTENCE = 0.95, 8  # the share of so many words at least
_AGENCIES = frozenset(
    {
        *"reuters ap afp upi pti ani ians xinhua tass dpa kyodo".split(),
        *(
            "associated press",
            "the associated press",
            "agence france-presse",
            "press association",
            "press trust of india",
        ),
        *("united press international", "bloomberg news", "xinhua news agency"),
    }
)
"""Who reports it is no company."""


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
        speaking=0 if meant.names or office else len(coverage.coverage(lookups, asked).documents),
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
    lines = tuple(line for group in roles if (line := _role(group, quotes)).quotes)
    return Who(
        asked=asked,
        name=plain(name.name),
        kind=name.kind,
        aliases=aliases,
        roles=lines,
        statements=_told(told, quotes, ("said", "did")),
        meetings=_told(told, quotes, ("met",)),
        alongside=tuple(_alongside(lookups, name)),
        documents=quoting.source_lines(lookups.newest_of(documents, _DOCUMENTS)),
        similar=(),
        choices=(),
        shelf=quoting.shelf(lookups),
        more=max(0, len(documents) - _DOCUMENTS),
        reasons=tuple(_reasons(lookups, name, aliases)),
        befell=_told(told, quotes, ("befell",)),
        telling=() if lines or told else brief.telling(lookups, name, most=_TELLING),
    )


def _alongside(lookups: Lookups, name: Known) -> Iterator[NameCount]:
    """Who stands in a sentence with it: no part of its own name, and no agency that reports of it."""
    own = set(tokens(name.name))
    found = lookups.alongside(name.id, limit=_ALONGSIDE + _PASSED_OVER)
    others = (row for row in found if not own.issuperset(tokens(row[1])) and folded(row[1]) not in _AGENCIES)
    for _, other, kind, count in islice(others, _ALONGSIDE):
        yield NameCount(plain(other), kind, count)


def _aliases(lookups: Lookups, name: Known) -> tuple[str, ...]:
    """The other spellings, the most frequent first, each once whatever its spaces, accents and full stops."""
    own = _undotted(name.folded)
    others: dict[str, str] = {}
    for spelling in lookups.spellings_of([name.id]):
        if (key := _undotted(spelling.folded)) != own:
            others.setdefault(key, plain(spelling.text))
    return tuple(others.values())


def _undotted(words: str) -> str:
    """ "U. N." and "UN", "Acme Corp." and "Acme Corp"."""
    return words.replace(". ", "").replace(".", "")


def _reasons(lookups: Lookups, name: Known, aliases: Sequence[str]) -> Iterator[tuple[str, str]]:
    forms = lookups.forms_of(name.id) if aliases else []
    for alias in aliases:
        if why := reason(alias, name.name, name.kind, forms):
            yield alias, why


def _told(told: Iterable[StatementTold], quotes: dict[Place, Quote], kinds: Sequence[str]) -> tuple[Quote, ...]:
    places = dict.fromkeys((each.document, each.sentence) for each in told if each.kind in kinds)
    found = quoting.newest_first([quotes[place] for place in places if place in quotes])
    once = {folded(quote.text): quote for quote in reversed(found)}
    kept = [quote for quote in found if once[folded(quote.text)] is quote][:_STATEMENTS]
    return (*_not_retold(kept[:_COMPARED]), *kept[_COMPARED:])


def _not_retold(found: Sequence[Quote]) -> Iterator[Quote]:
    """Without those that another document has with hardly a word changed, as edited reprints do, or within a longer
    sentence.
    """
    words = [frozenset(tokens(quote.text)) for quote in found]
    kept: list[int] = []
    for place in sorted(range(len(found)), key=lambda place: (-len(words[place]), place)):
        others = (at for at in kept if found[at].document != found[place].document)
        if not any(_tells(words[at], words[place]) for at in others):
            kept.append(place)
    return (found[place] for place in sorted(kept))


def _tells(longer: frozenset[str], words: frozenset[str]) -> bool:
    """With every number: "berth 4 on 4 May" tells nothing of berth 5 on 5 May."""
    if any(word[0].isdigit() for word in words - longer):
        return False
    shared = len(longer & words)
    is_within = len(words) >= _SENTENCE and shared >= _WITHIN * len(words)
    return is_within or shared >= _SAME_WORDS * len(longer)


def _role(group: Sequence[RoleTold], quotes: dict[Place, Quote]) -> RoleLine:
    """One office: a quote for each wording, then for each further document."""
    wordings = {folded(role.text): (role.document, role.sentence) for role in reversed(group)}
    documents = {role.document: (role.document, role.sentence) for role in reversed(group)}
    firsts = [*reversed(wordings.values()), *reversed(documents.values())]
    shown = quoting.told_once(dict.fromkeys(firsts), quotes)
    return RoleLine(" ".join(group[0].text.split()), tuple(shown[:_QUOTES_A_ROLE]))
