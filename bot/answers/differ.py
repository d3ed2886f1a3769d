"""Where briefings about one happening disagree: quote beside quote, what differs in fixed words, no verdict."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from bot.answers import correcting, naming, quoting, topics
from bot.answers.answer import Contradiction, Differ
from bot.answers.comparing import accounts, contradictions
from bot.answers.coverage import told
from bot.linking.accounts import Account, Place, Said
from bot.linking.conflicts import Relevant
from bot.linking.differences import differences
from bot.store.lookups import Lookups

_ABOUT = 9  # documents of the topic that are compared
_COMPARED = 10  # with those that tell of the same
_SMALL = 60  # documents of a library in which any two are compared
_SHOWN = 12
_LEAD = 1  # sentences by which a document is about something
_UNHURRIED = 400  # pairs of documents: nobody waits for a digest
_STORY = 24  # documents of one story that are compared with its new ones


def differ(lookups: Lookups, about: str) -> Differ:
    """Documents about it, and those that tell of the same happenings, against each other.

    Of "Karsk tunnel collapse" nothing may be on file and all of Karsk: then the answer is about that name, and says so.
    """
    found = _differ(lookups, about)
    if found.documents:
        return found
    name = naming.within(lookups, about)
    if name and (of_name := _differ(lookups, name)).documents:
        return replace(of_name, asked=about)
    return correcting.as_meant(
        lookups, about, found, lambda other: _differ(lookups, other), is_answer=lambda other: bool(other.documents)
    )


def _differ(lookups: Lookups, about: str) -> Differ:
    topic = topics.topic(lookups, about)
    if not topic.places:  # no sentence holds the words themselves
        topic = told(lookups, about)
    asked = _most_about(topic.places)
    compared = _compared(lookups, asked)
    texts = accounts(lookups, compared, topic.places)
    open_, later = contradictions(lookups, differences(texts, _relevance(texts, topic.places)))
    return Differ(
        about=about,
        differences=open_[:_SHOWN],
        later=later[:_SHOWN],
        documents=len(texts),
        more=max(0, len(open_) - _SHOWN),
        similar=() if asked else naming.near_names(lookups, about, limit=5),
        shelf=quoting.shelf(lookups),
    )


def against_earlier(lookups: Lookups, new: Collection[int]) -> tuple[Contradiction, ...]:
    """Where these documents disagree with earlier ones (none of `new`) of the same story or their twins, else ().

    Of each, the quotes of new documents are those whose `document` is in `new`. What is merely later is left out.
    """
    found: list[Contradiction] = []
    for ours, earlier in _with_earlier(lookups, frozenset(new)):
        texts = accounts(lookups, [*ours, *earlier])
        between = _only_between(frozenset(ours), frozenset(earlier))
        found += contradictions(lookups, differences(texts, between, most=_UNHURRIED))[0]
    return tuple(dict.fromkeys(found))


def _with_earlier(lookups: Lookups, new: frozenset[int]) -> Iterator[tuple[list[int], list[int]]]:
    """(new, earlier) documents that tell of one happening, the newest of each."""
    groups: dict[frozenset[int], list[int]] = {}
    earlier: dict[int, set[int]] = {}
    for document, other in lookups.fellows(new):
        if other not in new:
            earlier.setdefault(document, set()).add(other)
    for document, others in earlier.items():
        groups.setdefault(frozenset(others), []).append(document)
    for others, ours in groups.items():
        yield sorted(ours)[-_STORY:], sorted(others)[-_STORY:]


def _only_between(new: frozenset[int], earlier: frozenset[int]) -> Relevant:
    def relevant(a: Said, b: Said) -> bool:
        return (a.place[0] in new and b.place[0] in earlier) or (a.place[0] in earlier and b.place[0] in new)

    return relevant


def _most_about(places: Iterable[Place]) -> list[int]:
    counts = Counter(document for document, _ in places)
    return sorted(counts, key=lambda document: (-counts[document], -document))[:_ABOUT]


def _compared(lookups: Lookups, asked: Sequence[int]) -> list[int]:
    """The topic's documents that have a fellow, and these fellows; in a small library all may be fellows."""
    if not asked:
        return []
    fellows = lookups.fellows(asked)
    order = [document for pair in fellows for document in pair]
    return list(dict.fromkeys([*asked, *order, *lookups.every(_SMALL)]))[:_COMPARED]


def _relevance(texts: Sequence[Account], places: frozenset[Place]) -> Relevant:
    """A side speaks of the topic, or one of the documents, which tell of one happening, opens with it."""
    focused = {
        account.document
        for account in texts
        if any(line.place in places for line in account.lines[:_LEAD]) or (account.document, 0) in places
    }

    def relevant(a: Said, b: Said) -> bool:
        return a.place in places or b.place in places or a.place[0] in focused or b.place[0] in focused

    return relevant
