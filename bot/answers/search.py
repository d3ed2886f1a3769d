"""Words -> the best sentences: documents in the order of the full text, in each the sentences that say most of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers import naming, quoting
from bot.answers.alike import like_the_first
from bot.answers.answer import Hit, Search
from bot.answers.asking import IDLE, Asking, asking, weights_of, with_names
from bot.answers.correcting import suggested
from bot.answers.kindred import kin
from bot.answers.matching import Question, marks, question, score, spelt
from bot.answers.options import filtered
from bot.answers.orthography import other_spellings
from bot.answers.spelling import correction, missing
from bot.answers.stems import stem
from bot.answers.variants import doers
from bot.model import Period, SentenceKind
from bot.store.lookups import Lookups, Ranked, Sentence
from bot.words import folded, tokens

_DOCUMENTS = 25
_RANKED = 200
_FILTERED = 5000  # before those of other days are left out
_READ = 50  # so many are read
# The full text's score is at most 1; to it is added, with this weight each,
_NEIGHBOURS = 0.5  # whether the question's neighbours are neighbours there too
_MEANING = 0.4  # how early it stands among those near in meaning
_LIKENESS = 1.5  # and how like it is to the documents that are first by these
_NEAR = 0.35  # cosine of what is near in meaning
_EARLY = 10  # the rank in meaning that is worth half of the first
_FEW = 4  # words that a document can be expected to hold all of
_A_DOCUMENT = 3
_WORTH = 0.55  # a further sentence of a document says at least this much of what its best one says


def search(lookups: Lookups, words: str, *, today: date) -> Search:
    """With the extra `semantic` what is near in meaning counts beside what holds the words."""
    plainly, days = filtered(words, today=today)
    absent = missing(lookups, plainly)
    other = correction(lookups, plainly, absent)
    other = replace(other, words=words.replace(plainly, other.words)) if other else None  # with its days
    if other and (other.same or other.certain):
        meant = filtered(other.words, today=today)[0]
        found = _search(lookups, other.words, meant, days, absent=missing(lookups, meant))
        return replace(found, words=words) if other.same else replace(found, asked=words)
    found = _search(lookups, words, plainly, days, absent=absent)
    if not absent:
        return found
    similar = suggested(other, found.similar) if other else found.similar or _other_names(lookups, plainly)
    return replace(found, similar=similar, missing=absent if found.hits else (), scattered=False)


def _other_names(lookups: Lookups, words: str) -> tuple[str, ...]:
    """The nearest name, unless it holds nothing but what was asked for."""
    asked = set(tokens(words))
    if len(asked) > _FEW:
        return ()
    return tuple(name for name in naming.near_names(lookups, words, limit=1) if not asked.issuperset(tokens(name)))


def _search(
    lookups: Lookups,
    words: str,
    plainly: str,
    days: Period | None,
    *,
    absent: Sequence[str] = (),
) -> Search:
    plain_words = asking(plainly)
    asked = with_names(plain_words, plainly, lookups, absent=absent)
    ranked = lookups.ranked(asked.wanted(), _FILTERED if days else _RANKED)
    # What must be there, or must not, is known of words alone.
    by_meaning = None if asked.phrases or asked.never or asked.lettered else lookups.nearest
    near = [document for document, _ in by_meaning(plainly, _READ, _NEAR)] if by_meaning else []
    for parts in asked.lettered:
        holding = lookups.holding(parts, ("".join(parts),))
        ranked = [each for each in ranked if each.document in holding]
    if days:
        within = lookups.between(days.first, days.last)
        ranked = [each for each in ranked if each.document in within][:_RANKED]
        near = [document for document in near if document in within]
    shown = _hits(lookups, asked, ranked[:_READ], near)
    return Search(
        words=words,
        hits=tuple(shown),
        documents=len(ranked),
        more=max(0, len(ranked) - len({quote.document for hit in shown for quote in (hit.quote, *hit.also)})),
        similar=() if shown else naming.near_names(lookups, plainly, limit=5),
        shelf=quoting.shelf(lookups),
        scattered=bool(shown) and not asked.also and _are_scattered(lookups, plain_words),
    )


def _are_scattered(lookups: Lookups, asked: Asking) -> bool:
    """Of a few words each is on file, but no document holds all of them. Long questions need not be held."""
    if not 1 < len(asked.words) <= _FEW:
        return False
    others = {word: (*other_spellings(word), *doers(word), *kin(stem(word), word)) for word in asked.words}
    forms = [((word,), *((other,) for other in others[word])) for word in asked.words if word not in IDLE]
    holders = [lookups.holding(*each) for each in (*forms, *((phrase,) for phrase in asked.phrases))]
    return bool(holders) and not holders[0].intersection(*holders)


@dataclass(frozen=True, slots=True)
class _Match:
    """A sentence, and how much of what was asked for it says: 0 where it holds none of it."""

    place: tuple[int, int]
    kind: SentenceKind
    text: str
    score: float


def _hits(lookups: Lookups, asked: Asking, ranked: Sequence[Ranked], near: Sequence[int]) -> list[Hit]:
    asking_for = question(asked, weights_of(lookups, asked))
    told = lookups.sentences([*(each.document for each in ranked), *near])
    places = {each.document: _place(each, told.get(each.document, ()), asking_for, ranked[0].score) for each in ranked}
    for rank, document in enumerate(document for document in near if document in told):
        places[document] = places.get(document, 0.0) + _MEANING * _EARLY / (_EARLY + rank)
    titles = lookups.titles(places)
    texts = {each: [titles[each], *(text for _, _, text in told.get(each, ()))] for each in places}
    for document, likeness in like_the_first(texts, places).items():
        places[document] += _LIKENESS * likeness
    return _as_hits(lookups, _folded(lookups, _ordered(places), told, asking_for), asking_for)


def _ordered(scores: Mapping[int, float]) -> list[int]:
    return sorted(scores, key=lambda document: -scores[document])


def _folded(
    lookups: Lookups, order: Sequence[int], told: Mapping[int, Sequence[Sentence]], asked: Question
) -> list[list[_Match]]:
    """The best sentences of the first documents, each with the same sentence of others. Of a text and its reprints the
    first stands for all.
    """
    reprints = lookups.reprints()
    editions: dict[int, list[int]] = {}
    for document in order:
        editions.setdefault(reprints.get(document, document), []).append(document)
    shown: dict[str, list[_Match]] = {}
    for first, *others in list(editions.values())[:_DOCUMENTS]:
        for best in _best(first, told.get(first, ()), asked):
            same = shown.setdefault(folded(best.text), [])
            same.append(best)
            again = ((other, ordinal) for other in others for ordinal, _, text in told[other] if text == best.text)
            same += [replace(best, place=place) for place in again]
    return list(shown.values())


def _as_hits(lookups: Lookups, chosen: Sequence[Sequence[_Match]], asked: Question) -> list[Hit]:
    lines = lookups.lines_at(match.place for same in chosen for match in same)
    quotes = quoting.quotes_of(lookups, lines.values())
    hits: list[Hit] = []
    for same in chosen:
        first, *also = [quotes[match.place] for match in same if match.place in quotes] or [None]
        if first:
            hits.append(Hit(first, marks(first.text, asked), tuple(filter(None, also))))
    return hits


def _place(ranked: Ranked, told: Sequence[Sentence], asked: Question, top: float) -> float:
    """A document's place: what the full text says of it, and whether the question's words stand together there."""
    text = spelt(*(text for _, kind, text in told if kind != "heading"))
    return ranked.score / (top or 1.0) + _NEIGHBOURS * asked.together(text)


def _best(document: int, told: Sequence[Sentence], asked: Question) -> list[_Match]:
    """The best sentence of a document, and others that say nearly as much. Headings are none."""
    matches = [
        _Match((document, ordinal), kind, text, said)
        for ordinal, kind, text in told
        if kind != "heading" and (said := score(kind, text, asked))
    ]
    if not matches:
        # Only the title matched: the document's first sentence stands for it, unmarked.
        shown = [each for each in told if each[1] != "heading" and each[2].strip()]
        shown.sort(key=lambda each: each[1] not in ("prose", "item"))
        return [_Match((document, ordinal), kind, text, 0.0) for ordinal, kind, text in shown[:1]]
    best, *others = sorted(matches, key=lambda match: (-match.score, match.place))[:_A_DOCUMENT]
    worth = (match for match in others if match.score >= _WORTH * best.score and match.text != best.text)
    return [best, *worth]
