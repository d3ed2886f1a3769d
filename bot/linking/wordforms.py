"""Words brought to one form, so that "signed", "signing" and "signature" meet: irregular verbs, endings, synonyms."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.linking.synonyms import PHRASES, SAME
from bot.model import Span
from bot.words import STOP_WORDS, plain

_TOKEN = re.compile(r"[$€£¥]?\d+(?:,\d+)*(?:\.\d+)?%?|[^\W\d_]+(?:'[^\W\d_]+)*|[,;:.—–()\"-]")

_TOKEN_ASCII = re.compile(r"\$?[0-9]+(?:,[0-9]+)*(?:\.[0-9]+)?%?|[A-Za-z]+(?:'[A-Za-z]+)*|[,;:.()\"-]")
"""The same for most texts, in two thirds of the time."""

_IRREGULAR = {
    form: base
    for base, forms in {
        "win": "won", "lose": "lost", "hold": "held", "rise": "rose risen", "fall": "fell fallen", "take": "took taken",
        "give": "gave given", "find": "found", "leave": "left", "sink": "sank sunk", "sell": "sold", "buy": "bought",
        "pay": "paid", "send": "sent", "say": "said", "make": "made", "meet": "met", "begin": "began begun",
        "steal": "stole stolen", "strike": "struck", "hit": "hitting", "shoot": "shot", "die": "died dying dead",
        "break": "broke broken", "come": "came", "go": "went gone goes", "grow": "grew grown", "see": "saw seen",
        "write": "wrote written", "drive": "drove driven", "fly": "flew flown", "lead": "led", "speak": "spoke spoken",
        "choose": "chose chosen", "withhold": "withheld", "withdraw": "withdrew withdrawn", "burn": "burnt",
        "build": "built", "keep": "kept", "lie": "lay lain", "run": "ran", "spend": "spent", "cost": "costing",
        "set": "setting", "put": "putting", "sit": "sat", "get": "got gotten", "beat": "beaten",
        "fit": "fitted", "overcome": "overcame", "retake": "retook retaken", "undertake": "undertook undertaken",
        "shrink": "shrank shrunk", "throw": "threw thrown", "draw": "drew drawn", "know": "knew known",
        "freeze": "froze frozen", "hang": "hung", "bring": "brought", "catch": "caught", "fight": "fought",
        "seek": "sought", "feel": "felt", "sweep": "swept", "tell": "told", "stand": "stood", "hide": "hid hidden",
        "ride": "rode ridden", "bear": "bore borne", "become": "became", "blow": "blew blown", "deal": "dealt",
        "dig": "dug", "eat": "ate eaten", "feed": "fed", "flee": "fled", "hear": "heard", "lend": "lent",
        "ring": "rang rung", "sing": "sang sung", "shake": "shook shaken", "show": "shown", "slide": "slid",
        "spill": "spilt", "stick": "stuck", "swear": "swore sworn", "swim": "swam swum", "teach": "taught",
        "think": "thought", "tear": "tore torn", "wear": "wore worn", "wake": "woke woken", "lay": "laid",
        "light": "lit", "bind": "bound", "forgive": "forgave forgiven", "forbid": "forbade forbidden",
        "overthrow": "overthrew overthrown", "undergo": "underwent undergone", "arise": "arose arisen",
        "split": "splitting", "shut": "shutting", "burst": "bursting", "quit": "quitting",
        "person": "people persons", "man": "men", "woman": "women", "child": "children", "life": "lives",
    }.items()
    for form in forms.split()
}  # fmt: skip
_NO_PAST = """people persons men women children lives dead dying hitting costing splitting shutting bursting quitting
setting putting goes"""
PAST = frozenset(_IRREGULAR) - set(_NO_PAST.split()) | set("shut hit burst quit".split())
"""Irregular past forms."""
_ENDINGS = (
    "ational ization ations ature ation ating ments ities ingly ising izing ator ated ates ment ions ness ized ised "
    "izes ises ings ied ies ate ing ion ity ers ure ed es er al ly e s y"
).split()
_SHORTEST = 3  # letters that an ending must leave
_ENDING = re.compile(rf"(.{{{_SHORTEST},}}?)(?:{'|'.join(_ENDINGS)})$")

_PASTS: dict[str, list[str]] = {}
for _form, _of in _IRREGULAR.items():
    _PASTS.setdefault(_of, []).append(_form)

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)  # fmt: skip


class Word(NamedTuple):
    """A token at [start, end) of its sentence; `root` is "" for punctuation. A tuple: there are very many.

    `low`: in small letters; `is_content`: it says something.
    """

    text: str
    start: int
    end: int
    root: str
    low: str
    is_content: bool


@lru_cache(maxsize=8192)
def words(sentence: str) -> tuple[Word, ...]:
    """Words, numbers and marks of a sentence in order; a hyphen parts words."""
    return _told(plain(sentence).replace("\n", " "))


@lru_cache(maxsize=8192)
def _told(text: str) -> tuple[Word, ...]:
    """Of one line: sentences are asked for with their line ends and without."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    tokens = (_TOKEN_ASCII if text.isascii() else _TOKEN).findall(text)
    spent = 0  # tokens that belong to the verb before them: "away" of "passed away" has no root of its own
    end = 0
    for place, token in enumerate(tokens):
        form = _known(token)
        start = text.index(token, end)
        end = start + len(token)
        if spent or not form.root:
            spent = max(0, spent - 1)
            yield Word._make((token, start, end, "", form.low, False))
            continue
        phrases = form.phrases
        phrase = _phrase(phrases, tokens[place + 1 : place + _LONGEST]) if phrases else None
        if phrase:
            spent = len(phrase.rest)
            yield Word(token, start, end, phrase.root, form.low, _is_content(phrase.root, form.low))
        else:
            yield Word._make((token, start, end, form.root, form.low, form.is_content))  # cheaper than Word(...)


class _Form(NamedTuple):
    """What a token is wherever it stands; `phrases`: the verbs of several words that begin with it."""

    root: str
    low: str
    is_content: bool
    phrases: Sequence["_Phrase"]


@lru_cache(maxsize=65536)
def _known(token: str) -> _Form:
    low = token.lower()
    if not token[0].isalnum():
        return _Form("", low, is_content=False, phrases=())
    own = root(token)
    return _Form(own, low, _is_content(own, low), _BEGINS.get(_base(token), ()))


def _is_content(own: str, low: str) -> bool:
    return len(own) > 1 and low not in STOP_WORDS


def outside(told: Sequence[Word], spans: Iterable[Span]) -> Sequence[Word]:
    """The words that begin in none of these spans."""
    for at in spans:
        told = [word for word in told if not at.start <= word.start < at.end]
    return told


def _phrase(phrases: Iterable["_Phrase"], following: Sequence[str]) -> "_Phrase | None":
    """ "stepped down", which is one verb; None where none of them goes on so."""
    for phrase in phrases:
        if [_base(each) for each in following[: len(phrase.rest)]] == phrase.rest:
            return phrase
    return None


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """One word in lower case without its ending; words of one meaning share a root."""
    bare = word.lower().removesuffix("'s").removesuffix("'")
    return _ROOTS.get(bare) or _ROOTS.get(_IRREGULAR.get(bare, "")) or _base(word)


@lru_cache(maxsize=65536)
def _base(word: str) -> str:
    bare = word.lower().removesuffix("'s").removesuffix("'")
    if not bare.isalpha():
        return bare
    singular = bare[:-1] if bare.endswith("s") and not bare.endswith("ss") else bare
    bare = _IRREGULAR.get(bare) or _IRREGULAR.get(singular, bare)
    return _cut(bare)


@lru_cache(maxsize=4096)
def beginnings(of: str) -> tuple[str, ...]:
    """What a word with this root may begin with, in lower case: to pass by a text that cannot hold one."""
    irregular = [form for form, base in _IRREGULAR.items() if root(base) == of]
    phrased = [phrase[0] for phrase, first in PHRASES.items() if root(first) == of]
    irregular += [form for form, base in _IRREGULAR.items() if base in phrased]
    same = [word for word in SAME if root(word) == of]
    return (of[:5], *irregular, *same, *phrased)


def _cut(bare: str) -> str:
    """Without its endings: "recovered", "recovers" and "recovery" all come to "recov"."""
    while not bare.endswith("ss") and (found := _ENDING.match(bare)):
        bare = found[1].removesuffix("e") if len(found[1]) > _SHORTEST else found[1]
    return bare[:-1] if len(bare) > _SHORTEST and bare[-1] == bare[-2] else bare


class _Phrase(NamedTuple):
    rest: list[str]
    root: str


def inflected(word: str) -> Iterator[str]:
    """A word as it stands in texts: "sign", "signs", "signed", "signing"."""
    stem = word.removesuffix("e")
    yield from (word, f"{word}s", f"{word}es", f"{stem}ed", f"{stem}ing", f"{stem}er", f"{stem}ers")
    yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
    if word.endswith("y"):
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied")
    yield from _PASTS.get(word, ())


_ROOTS = {form: _base(first) for word, first in SAME.items() if word != first for form in inflected(word)}
_LONGEST = 1 + max(len(phrase) for phrase in PHRASES)
_BEGINS: dict[str, list[_Phrase]] = {}
for _first, *_rest in PHRASES:
    _BEGINS.setdefault(_base(_first), []).append(
        _Phrase([_base(word) for word in _rest], root(PHRASES[(_first, *_rest)]))
    )
