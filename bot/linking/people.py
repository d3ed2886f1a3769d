"""Which names of many documents are one person, body or place. Pure; the order of documents does not matter.

Precision before recall: a name that is not known to be the same stays by itself.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from bot.linking.bodies import same_bodies
from bot.linking.forms import has_legal_suffix, is_acronym, key, law, trimmed
from bot.linking.library import GiveWay, Group, Library, go_on, group_kind, joined
from bot.linking.namesakes import bare_surnames, mononyms, namesakes, same_persons
from bot.linking.spellings import same_spellings
from bot.model import Kind, LinkedName, LocalName

_SURE_KIND = 3  # documents that must agree before one spelling is taken for two things
_READ = 40  # documents of each that are held beside each other
_MISTAKE = 4  # a kind so many times rarer than the other is a mistake of the recogniser

Join = Callable[[Sequence[Group], Library], Iterable[tuple[int, int]]]


def linked(names: Sequence[LocalName], *, give_way: GiveWay = go_on) -> list[LinkedName]:
    """Every local name in exactly one LinkedName, ordered by name."""
    library = Library(names, give_way=give_way)
    groups = list(_one_spelling(names, library, give_way))
    steps: tuple[Join, ...] = (same_persons, same_spellings, bare_surnames, same_bodies)
    for step in steps:
        groups = joined(groups, step(groups, library))
    found: list[LinkedName] = []
    for group in groups:
        give_way()
        found.append(_named(group))
    return sorted(found, key=lambda name: (name.name, name.kind, name.members))


def _one_spelling(names: Sequence[LocalName], library: Library, give_way: GiveWay) -> Iterator[Group]:
    """Groups of one spelling, apart where it stands for several people or things."""
    spelled: dict[str, Group] = defaultdict(list)
    for name in names:
        give_way()
        spelled[key(name.name, name.kind)].append(name)
    surnames = library.surnames(spelled)
    for spelling, group in spelled.items():
        give_way()
        for one in _kinds(group, library, bearers=surnames[spelling]):
            if group_kind(one) != "PERSON":
                yield one
            elif " " in spelling:
                yield from namesakes(one, library)
            else:
                yield from mononyms(one, library, bearers=surnames[spelling])


def _kinds(group: Group, library: Library, *, bearers: int) -> list[Group]:
    """Apart where person and body, or place and body, are both well attested; else one, as most documents say.

    A firm of two words or more with its "Ltd" is never the person that it is called after. What documents of one
    matter spell the same is one thing, whatever they take it for.
    """
    spelled = key(group[0].name, group[0].kind)
    persons = [name for name in group if name.kind == "PERSON"]
    others = [name for name in group if name.kind != "PERSON"]
    one_word = " " not in spelled
    is_founder = not one_word and any(has_legal_suffix(name.name) for name in others)
    sure = 1 if one_word else _SURE_KIND
    if persons and (
        is_founder
        or (_apart(persons, others, sure=sure) and not _of_one_matter(persons, others, library, bearers=bearers))
    ):
        return [persons, *_places_and_bodies(others)]
    if persons and library.opens_a_body(spelled) and _are_even(group):
        return _by_law([replace(name, kind="ORGANISATION") for name in group])
    return [group] if persons else _places_and_bodies(others)


def _are_even(group: Group) -> bool:
    """Whether it is taken for a person's name, without any office, and for a body's, and by neither far more often."""
    if any(name.roles for name in group):
        return False
    counts = Counter(name.kind for name in group)
    few, many = sorted((counts["PERSON"], counts["ORGANISATION"]))
    return few * _MISTAKE > many


def _of_one_matter(persons: Group, others: Group, library: Library, *, bearers: int) -> bool:
    """Whether most of those that are fewer stand in documents that speak of the same things as one of the others.

    Of single words only one that is far rarer a person, whom no office and no full name of the library proves.
    """
    if " " not in key(persons[0].name, "PERSON"):
        is_proved = bearers or any(name.roles for name in persons)
        if is_proved or 2 * len(persons) > len(others) or any(has_legal_suffix(name.name) for name in others):
            return False
    few, many = sorted((persons, others), key=len)
    some = few[:_READ]
    related = sum(library.related([name], many[:_READ]) for name in some)
    return 2 * related > len(some)


def _places_and_bodies(group: Group) -> list[Group]:
    places = [name for name in group if name.kind == "PLACE"]
    bodies = [name for name in group if name.kind != "PLACE"]
    are_firms = bool(bodies) and all(has_legal_suffix(name.name) for name in bodies)
    is_town = are_firms and len({name.document for name in places}) >= _SURE_KIND
    if is_town or _apart(places, bodies, sure=_SURE_KIND):
        return [places, *_by_law(bodies)]
    return _by_law(group)


def _by_law(group: Group) -> list[Group]:
    """An AG and its Inc. are two; which of them the bare name means is open then."""
    by_law: dict[str, Group] = defaultdict(list)
    for name in group:
        by_law[law(name.name)].append(name)
    return [group] if len(by_law.keys() - {""}) < 2 else list(by_law.values())  # noqa: PLR2004  one law is no quarrel


def _apart(a: Group, b: Group, *, sure: int) -> bool:
    few, many = sorted((len({n.document for n in a}), len({n.document for n in b})))
    return few >= sure and few * _MISTAKE > many


def _named(group: Group) -> LinkedName:
    aliases, forms = Counter[str](), Counter[str]()
    for name in group:
        forms[trimmed(name.name)] += 1
        for surface, times in name.surfaces:
            aliases[trimmed(surface)] += times
    kind = group_kind(group)
    return LinkedName(
        name=min(forms, key=lambda form: _rank(form, forms[form], kind)),
        kind=kind,
        aliases=tuple(sorted(aliases.items(), key=lambda alias: (-alias[1], alias[0]))),
        members=tuple(sorted((name.document, name.name) for name in group)),
    )


def _rank(form: str, documents: int, kind: Kind) -> tuple[bool, int, int, str]:
    """The canonical form is no acronym and not all capitals, of a person the full name; then what most documents write,
    then the longest."""
    words = len(key(form, kind).split())
    short = is_acronym(form) or form.isupper() or (kind == "PERSON" and words == 1)
    return short, -documents, -len(form), form
