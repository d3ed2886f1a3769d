"""Which documents copy another, and which tell of one happening. Pure; the order of documents does not matter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.linking.clusters import clusters
from bot.linking.copies import copies
from bot.linking.library import GiveWay, go_on
from bot.linking.likeness import likeness
from bot.linking.told import Named, Told
from bot.model import StoryLink

_ALIKE = 0.2  # mean likeness beyond which two groups tell one story; benchmarks/stories.py shows what others would do
_STRAGGLES = 0.16  # and one or two texts that of many


def stories(
    told: Sequence[Told],
    names: Iterable[Named],
    near: Iterable[tuple[int, int]],
    texts: Mapping[int, str],
    *,
    give_way: GiveWay = go_on,
) -> list[StoryLink]:
    """A link for every document. `near` as `near_pairs` finds them, `texts` the whole texts of those."""
    copied = copies(told, near, texts, give_way=give_way)
    originals = sorted((one for one in told if one.document not in copied), key=lambda one: one.source)
    folded_in: dict[int, list[int]] = defaultdict(list)
    for copy, original in copied.items():
        folded_in[original].append(copy)
    links: list[StoryLink] = []
    alike = likeness(originals, names, give_way=give_way)
    for group in clusters(len(originals), alike, enough=_ALIKE, straggling=_STRAGGLES):
        tellers = [originals[place].document for place in group]
        members = [*tellers, *(copy for document in tellers for copy in folded_in[document])]
        story = min(members)
        links += [StoryLink(document, story, copied.get(document)) for document in members]
    return sorted(links, key=lambda link: link.document)
