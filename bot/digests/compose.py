"""What is new -> what the digest says: folding, what is left out as already said, order, corrections, tally. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from bot.answers.answer import Contradiction
from bot.digests.corrections import correction
from bot.digests.differing import by_document, differing
from bot.digests.page import Card, Differing, Fold, Late, Line, Page, Shown, Story, Tally
from bot.model import UNDATED, Period
from bot.store.deliveries import Item
from bot.store.digests import Digest
from bot.store.news import NewDocument, NewFile, News
from bot.words import STOP_WORDS, folded, tokens

_FEW = 6  # documents: up to here each may say three sentences
_LONGEST = 900  # characters: a longer sentence is left to the document itself, never cut
_NAMES = 6
_EVENTS = 3
_VAGUE = frozenset({"about", "before", "after", "decade"})
_SAME = 0.8  # share of a sentence's words that another must have to say the same


_Differ: TypeAlias = Callable[[Sequence[NewDocument], Iterable[Line]], Differing]
"""Where these documents differ from what is on file, beside these lines."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The page, what becomes of each file, and the versions that are no news for this digest."""

    page: Page
    items: tuple[Item, ...]
    others: tuple[tuple[str, str], ...]


def compose(
    digest: Digest,
    news: News,
    *,
    number: int,
    since: datetime,
    late: Late | None,
    differences: Sequence[Contradiction] = (),
) -> Composed:
    """`differences` are those between new documents and others."""
    fresh = [document for document in news.documents if document.former is None]
    changed = [document for document in news.documents if document.former is not None]
    known = {document: title for document, _, title in news.known}
    again, roots = _split_reprints(fresh, known)
    copies = _copies(news, {document.source: document for document in news.documents})
    differ = _differ(news, differences)
    stories = tuple(_stories(roots, copies, differ))
    corrections = tuple(filter(None, (correction(document, _card(document)) for document in changed)))
    again_folds = (*(_fold(document, known[document.reprint_of or 0]) for document in again), *_old_copies(news))
    unreadable = tuple((file.source, file.failure) for file in news.files if file.failure is not None)
    page = Page(
        digest.id,
        digest.name,
        number,
        since,
        late,
        digest.settings.about,
        stories,
        again_folds,
        corrections,
        unreadable,
        _tally(stories, again_folds, len(unreadable)),
        news.more,
        digest.settings.mention_role,
        says_nothing=digest.settings.empty == "skip",
        differing=differ(again, ()),
    )
    return Composed(page, tuple(_items(news, page)), news.others)


def _items(news: News, page: Page) -> Iterator[Item]:
    shown = {shown.card.source for story in page.stories for shown in story.shown}
    corrected = {correction.card.source for correction in page.corrections}
    for document in news.documents:
        fate = "shown" if document.source in shown else "folded"
        if document.former is not None:
            fate = "corrected" if document.source in corrected else "unchanged"
        yield Item(document.source, document.fingerprint, fate)
    for file in news.files:
        yield Item(file.source, file.fingerprint, "folded" if file.failure is None else "unreadable")


def _split_reprints(
    fresh: Sequence[NewDocument], known: dict[int, str]
) -> tuple[list[NewDocument], dict[int, list[NewDocument]]]:
    """Reprints of what was known before, and all others by the document they are to be shown with: itself first."""
    ids = {document.id for document in fresh}
    again = [d for d in fresh if d.reprint_of not in ids and d.reprint_of in known]
    rest = [d for d in fresh if d.reprint_of in ids or d.reprint_of not in known]
    roots: dict[int, list[NewDocument]] = {d.id: [d] for d in rest if d.reprint_of not in ids}
    for document in rest:
        if document.id not in roots:
            root = _root(document, {d.id: d for d in rest}, roots)
            roots[root].append(document)
    return again, roots


def _root(document: NewDocument, by_id: dict[int, NewDocument], roots: dict[int, list[NewDocument]]) -> int:
    """Follows reprints of reprints; a ring, which no linker should make, is cut where it closes."""
    seen = {document.id}
    at = document
    while at.id not in roots:
        above = by_id.get(at.reprint_of or 0)
        if above is None or above.id in seen:
            roots[at.id] = [] if at is document else [at]
            return at.id
        seen.add(above.id)
        at = above
    return at.id


class _Said:
    """The sentences that stand already, so that none is said twice."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._words: list[frozenset[str]] = []
        self._holding: dict[str, list[int]] = {}  # which sentences hold a word
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        self._words.append(_content(text))
        for word in self._words[-1]:
            self._holding.setdefault(word, []).append(len(self._words) - 1)

    def has(self, text: str) -> bool:
        """Whether one sentence says all that `text` does: every figure, and nearly every word."""
        words = _content(text)
        figures = {word for word in words if any(c.isdigit() for c in word)}
        shared = Counter(i for word in words for i in self._holding.get(word, ()))
        return any(count >= _SAME * len(words) and figures <= self._words[i] for i, count in shared.items())


def _differ(news: News, differences: Sequence[Contradiction]) -> _Differ:
    titles = frozenset(folded(document.title) for document in news.documents)
    told = by_document(differences, news.fresh)

    def differ(documents: Sequence[NewDocument], lines: Iterable[Line]) -> Differing:
        return differing(documents, told, standing={line.text for line in lines}, titles=titles)

    return differ


def _stories(roots: dict[int, list[NewDocument]], copies: dict[str, list[Fold]], differ: _Differ) -> Iterator[Story]:
    groups: dict[int, list[list[NewDocument]]] = {}
    for root, family in roots.items():
        story = family[0].story
        groups.setdefault(root if story is None else -story, []).append(family)
    per_document = 3 if len(roots) <= _FEW else 2
    said = _Said()
    for families in sorted(groups.values(), key=_weight):
        yield _story(sorted(families, key=lambda family: -len(family[0].sentences)), copies, said, per_document, differ)


def _weight(families: Sequence[Sequence[NewDocument]]) -> tuple[int, int, int]:
    """What most documents tell first, then the newest."""
    documents = [document for family in families for document in family]
    newest = max(document.published.value.last if document.published.value else date.min for document in documents)
    return -len(documents), -newest.toordinal(), min(document.id for document in documents)


def _story(
    families: Sequence[Sequence[NewDocument]],
    copies: dict[str, list[Fold]],
    said: _Said,
    per_document: int,
    differ: _Differ,
) -> Story:
    documents = [document for family in families for document in family]
    shown: list[Shown] = []
    for document in documents:
        said.add(document.title)
    for place, family in enumerate(families):
        shown.append(Shown(_card(family[0]), tuple(_lines(family[0], said, per_document if place == 0 else 1))))
    folds = [
        Fold(_card(document), titled=not _same_title(document, family[0]))
        for family in families
        for document in family[1:]
    ]
    folds += [fold for document in documents for fold in copies.get(document.source, ())]
    events = tuple(_events(documents, said))
    lines = [*(line for each in shown for line in each.lines), *events]
    return Story(tuple(shown), tuple(folds), _names(documents), events, differ(documents, lines))


def _lines(document: NewDocument, said: _Said, most: int) -> Iterator[Line]:
    """The summary's sentences that neither this digest, its titles included, nor the library has said."""
    earlier = _Said(document.earlier)
    count = 0
    for text in document.summary:
        if count == most or len(text) > _LONGEST or said.has(text) or earlier.has(text):
            continue
        said.add(text)
        count += 1
        yield Line(text, _when(document, text))


def _when(document: NewDocument, sentence: str) -> Period | None:
    """The one day of what a sentence tells, where neither its own words nor the day it is from give it away."""
    times = {event.when for event in document.events if event.sentence == sentence}
    when = times.pop() if len(times) == 1 else None
    said = when is None or str(when.first.year) in sentence or when.precision != "day"
    return None if said or when == document.published.value else when


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in tokens(text) if word not in STOP_WORDS)


def _names(documents: Iterable[NewDocument]) -> tuple[str, ...]:
    """Those in most documents of the story, then those named most in the fullest."""
    counts = Counter(name for document in documents for name in document.names)
    return tuple(name for name, _ in counts.most_common(_NAMES))


def _events(documents: Sequence[NewDocument], said: _Said) -> Iterator[Line]:
    """For the latest few times that the story speaks of, beside the day it is from, one sentence each, in order."""
    days = {document.published.value for document in documents}
    dated = [
        (event, earlier)
        for document in documents
        for earlier in [_Said(document.earlier)]
        for event in document.events
        if event.when not in days and event.when.precision not in _VAGUE and len(event.sentence) <= _LONGEST
    ]
    told = {event.when for event, _ in dated}
    chosen: dict[Period, Line] = {}
    for event, earlier in sorted(dated, key=lambda pair: (pair[0].when.last, pair[0].when.first), reverse=True):
        known = event.when in chosen or any(_is_finer(other, event.when) for other in told)
        if len(chosen) < _EVENTS and not known and not said.has(event.sentence) and not earlier.has(event.sentence):
            said.add(event.sentence)
            chosen[event.when] = Line(event.sentence, event.when)
    yield from reversed(chosen.values())


def _is_finer(when: Period, than: Period) -> bool:
    return when != than and than.first <= when.first and when.last <= than.last


def _copies(news: News, documents: dict[str, NewDocument]) -> dict[str, list[Fold]]:
    """Byte for byte copies of documents of this digest, by the source they copy."""
    found: dict[str, list[Fold]] = {}
    for file in news.files:
        original = documents.get(file.copy_of or "")
        if original is not None and original.former is None:
            found.setdefault(original.source, []).append(Fold(_file_card(file), titled=False, same_file=True))
    return found


def _old_copies(news: News) -> Iterator[Fold]:
    new = {document.source for document in news.documents if document.former is None}
    titles = {source: title for _, source, title in news.known}
    for file in news.files:
        if file.copy_of is not None and file.copy_of not in new:
            of = titles.get(file.copy_of, file.copy_of)
            yield Fold(_file_card(file), titled=False, same_file=True, of=of)


def _fold(document: NewDocument, of: str) -> Fold:
    return Fold(_card(document), titled=folded(document.title) != folded(of), of=of)


def _same_title(one: NewDocument, other: NewDocument) -> bool:
    return folded(one.title) == folded(other.title)


def _card(document: NewDocument) -> Card:
    return Card(document.source, document.title, document.publisher, document.published, document.link)


def _file_card(file: NewFile) -> Card:
    return Card(file.source, file.source, None, UNDATED, None)


def _tally(stories: Sequence[Story], again: Sequence[Fold], unreadable: int) -> Tally:
    shown = [shown.card for story in stories for shown in story.shown]
    folds = [fold for story in stories for fold in story.folds] + list(again)
    undated = [card for card in (*shown, *(f.card for f in folds if not f.same_file)) if card.published.value is None]
    return Tally(len(shown), len(stories), len(folds), unreadable, len(undated))
