"""Bodies and places: acronyms and short forms join the full name, where it can be only one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.linking.forms import DESCRIPTORS, has_legal_suffix, initials, is_acronym, key, trimmed
from bot.linking.library import Group, Library, group_kind, keys

_SHORT = 3  # letters of an acronym that many bodies may share


def same_bodies(groups: Sequence[Group], library: Library) -> Iterator[tuple[int, int]]:
    """Pairs of a short form and the full name it stands for."""
    bodies = [place for place, group in enumerate(groups) if group_kind(group) != "PERSON"]
    claims = _claims(groups, bodies)
    by_initials, by_base = _indexes(groups, bodies)
    for place in bodies:
        group = groups[place]
        spelled = keys(group)
        claimed = {full for each in spelled for full in claims.get(each, ())} - {place}
        acronym = _acronym(group)
        if len(claimed) > 1:  # of several, the one that only adds "Group" and the like
            claimed = {full for full in claimed if any(base(each) in spelled for each in keys(groups[full]))}
        if claimed:
            if len(claimed) == 1 and _stands_for(group, groups[full := claimed.pop()], library, acronym=acronym):
                yield place, full
        elif acronym:
            meant = {full for each in spelled for full in by_initials.get(each, ())} - {place}
            if len(meant) == 1 and (len(acronym) > _SHORT or library.related(group, groups[next(iter(meant))])):
                yield place, meant.pop()
        elif not all(has_legal_suffix(name.name) for name in group):
            meant = {full for each in spelled for full in by_base.get(each, ())} - {place}
            if (
                len(meant) == 1
                and _same_kind(group, groups[full := meant.pop()])
                and library.related(group, groups[full])
            ):
                yield place, full


def _claims(groups: Sequence[Group], bodies: Sequence[int]) -> dict[str, set[int]]:
    """Which full names are called by a short form in some document, by the short form's key."""
    claims: dict[str, set[int]] = defaultdict(set)
    for place in bodies:
        for name in groups[place]:
            own = key(name.name, name.kind)
            for surface, _ in name.surfaces:
                short = key(surface, name.kind)
                if short != own and len(short) < len(own) and not has_legal_suffix(surface):
                    claims[short].add(place)
    return claims


def _indexes(groups: Sequence[Group], bodies: Sequence[int]) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """Full names by their initials, and by what is left of them without "Group", "Airlines" and the like."""
    by_initials: dict[str, set[int]] = defaultdict(set)
    by_base: dict[str, set[int]] = defaultdict(set)
    for place in bodies:
        for each in keys(groups[place]):
            for letters in initials(each):
                by_initials[letters].add(place)
            if (left := base(each)) != each:
                by_base[left].add(place)
    return by_initials, by_base


def base(words: str) -> str:
    """A key without "Group", "Airlines" and the like at its end."""
    left = words.split()
    while len(left) > 1 and left[-1] in DESCRIPTORS:
        left.pop()
    return " ".join(left)


def _acronym(group: Group) -> str:
    """The acronym as written, without dots; "" where the group is none."""
    written = {trimmed(name.name) for name in group}
    return min((each.replace(".", "") for each in written), default="") if all(map(is_acronym, written)) else ""


def _stands_for(group: Group, full: Group, library: Library, *, acronym: str) -> bool:
    """Some document calls the full name so: enough for an acronym. A short form may lack only "Group" and the like."""
    if acronym and any(acronym.lower() in initials(each) for each in keys(full)):
        return True
    if acronym:
        return library.related(group, full)
    if not _same_kind(group, full):
        return False
    if any(base(each) in keys(group) for each in keys(full)):
        return True
    begins = any(each.startswith(short + " ") for each in keys(full) for short in keys(group))
    return begins and library.related(group, full)


def _same_kind(a: Group, b: Group) -> bool:
    return group_kind(a) == group_kind(b)
