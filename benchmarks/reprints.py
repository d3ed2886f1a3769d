"""Reprints as editors make them of a library's texts: cut, re-headlined, edited, rewritten, amid a site's furniture.

Deterministic: the same text and kind give the same copy. What only looks like a reprint is in benchmarks/lookalikes.py.
"""

import random
import re
from collections.abc import Callable, Sequence

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"'“‘(]?[A-Z0-9])")
_FEWEST = 60  # words

SYNONYMS = {
    "said": "stated",
    "told": "informed",
    "killed": "slain",
    "about": "around",
    "after": "following",
    "before": "prior to",
    "also": "too",
    "because": "since",
    "but": "yet",
    "while": "as",
    "people": "persons",
    "police": "officers",
    "man": "male",
    "woman": "lady",
    "first": "initial",
    "last": "final",
    "new": "fresh",
    "big": "large",
    "many": "numerous",
    "several": "a number of",
    "more than": "over",
    "announced": "made known",
    "reported": "wrote",
    "found": "discovered",
    "began": "started",
    "ended": "finished",
    "won": "took",
    "lost": "gave away",
    "company": "firm",
    "government": "administration",
    "officials": "authorities",
    "arrested": "detained",
    "injured": "hurt",
    "died": "passed away",
    "used": "employed",
    "make": "produce",
    "made": "produced",
    "help": "assist",
    "show": "display",
    "expected": "awaited",
    "will": "is going to",
    "would": "was to",
    "should": "ought to",
    "during": "in the course of",
    "against": "versus",
    "near": "close to",
    "early": "in the first hours of",
    "home": "house",
    "game": "match",
    "season": "campaign",
    "team": "side",
    "case": "matter",
    "court": "tribunal",
    "charges": "accusations",
    "right": "proper",
    "long": "lengthy",
    "very": "quite",
    "still": "even now",
    "only": "merely",
    "however": "all the same",
    "according to": "in the words of",
}
_WORD = re.compile(r"\b(" + "|".join(sorted(map(re.escape, SYNONYMS), key=len, reverse=True)) + r")\b")
_ADDED = ("reportedly", "apparently", "in turn", "as it were", "meanwhile", "it seems", "on that day", "in part")
_FURNITURE = (
    "Share this article",
    "Sign up to our newsletter and never miss a story",
    "Advertisement",
    "Read next: ten gardens to see this spring",
    "Most viewed in the last hour",
    "Photograph: our picture desk",
    "Subscribers read this first. Join us from two euros a week.",
    "Comments are closed for this page",
    "Follow us for the latest from every district",
)


_NOTICES = (
    "You can change what you hear from us at any time in your account.",
    "Was this page useful? Tell us what we could do better.",
    "This article is free to read because others pay for it.",
    "Our newsletter reaches you each morning before six.",
    "Listen to this article in the app. It is read by a machine.",
    "Readers in your district also liked these stories.",
)
_SAID = re.compile(r"^([^\"“]{40,}), ((?:[A-Z][\w’']+ ?){1,3}) (?:said|stated|told reporters)\.$")
_LONG = re.compile(r"(?<![A-Z])\b[a-z]{6,}\b")
_ONE_IN_SIX = 1 / 6
_OTHERS = (
    "obtaining considerable regarding numerous sizeable undertaking previously attempting apparent following portion"
    " indicates ensuing initially severely location commence concluding individuals vehicle residence physician assist"
).split()


def first_third(text: str, rng: random.Random) -> str:
    """An agency's brief: the first sentences."""
    del rng
    return taken(SENTENCE.split(text), words=len(text.split()) // 3)


def middle_third(text: str, rng: random.Random) -> str:
    """A part quoted elsewhere."""
    del rng
    sentences = SENTENCE.split(text)
    return taken(sentences[len(sentences) // 3 :], words=len(text.split()) // 3)


def taken(sentences: Sequence[str], *, words: int) -> str:
    """Sentences until there are so many words, and enough to be called a text."""
    taken: list[str] = []
    while len(taken) < len(sentences) and len(" ".join(taken).split()) < max(_FEWEST, words):
        taken.append(sentences[len(taken)])
    return " ".join(taken)


def retitled(text: str, rng: random.Random) -> str:
    number = rng.randint(2, 9)
    first, _, rest = text.partition("\n")
    body = rest if len(first.split()) < 20 and len(rest.split()) > 80 else text
    return f"What we know so far, in {number} minutes\n\n{body.strip()}"


def edited(text: str, rng: random.Random) -> str:
    """A sub-editor's hand: one word in twenty-five goes or is followed by another, one sentence in ten goes."""
    sentences = SENTENCE.split(text)
    kept = [each for each in sentences if rng.random() > 0.1]
    if 2 * len(" ".join(kept).split()) < len(text.split()):
        kept = sentences
    return " ".join(_touched(each, rng, one_in=25) for each in kept)


def rewritten(text: str, rng: random.Random) -> str:
    """Other words where there are any, one word in twelve touched besides, and neighbouring sentences change places."""
    sentences = [_WORD.sub(lambda found: SYNONYMS[found[0]], each) for each in SENTENCE.split(text)]
    for place in range(1, len(sentences) - 1, 3):
        sentences[place], sentences[place + 1] = sentences[place + 1], sentences[place]
    return " ".join(_touched(each, rng, one_in=12) for each in sentences)


def furnished(text: str, rng: random.Random) -> str:
    """A site's own lines above, below and between the sentences."""
    lines = ["The Daily Harbour | News | Sport | Weather", rng.choice(_FURNITURE)]
    for sentence in SENTENCE.split(text):
        lines.append(sentence)
        if rng.random() < 0.4:
            lines.append(rng.choice(_FURNITURE))
    return "\n\n".join([*lines, "Copyright The Daily Harbour. All rights reserved."])


def third_rewritten(text: str, rng: random.Random) -> str:
    return rewritten(first_third(text, rng), rng)


def everything(text: str, rng: random.Random) -> str:
    """A third of it, edited, under another headline and amid furniture."""
    return furnished(retitled(edited(first_third(text, rng), rng), rng), rng)


def _touched(sentence: str, rng: random.Random, *, one_in: int) -> str:
    words: list[str] = []
    for word in sentence.split(" "):
        luck = rng.random() * one_in
        if luck < 0.5 and not word[:1].isupper():
            continue
        words.append(word)
        if luck > one_in - 0.5:
            words.append(rng.choice(_ADDED))
    return " ".join(words)


def thinned(text: str, rng: random.Random) -> str:
    """Every second sentence, the first among them."""
    del rng
    sentences = SENTENCE.split(text)
    return taken(sentences[::2] if len(" ".join(sentences[::2]).split()) >= _FEWEST else sentences, words=len(text))


def reordered(text: str, rng: random.Random) -> str:
    """Paragraphs of two or three sentences, all of them in other places."""
    sentences = SENTENCE.split(text)
    paragraphs: list[str] = []
    while sentences:
        size = rng.choice((2, 3))
        paragraphs.append(" ".join(sentences[:size]))
        del sentences[:size]
    rng.shuffle(paragraphs)
    return "\n\n".join(paragraphs)


def retold(text: str, rng: random.Random) -> str:
    """As if translated and translated back: other common words, one in six longer words another, clauses turned."""
    sentences = [_WORD.sub(lambda found: SYNONYMS[found[0]], each) for each in SENTENCE.split(text)]
    turned = [_SAID.sub(r"According to \2, \1.", each) for each in sentences]
    return " ".join(
        _LONG.sub(lambda found: rng.choice(_OTHERS) if rng.random() < _ONE_IN_SIX else found[0], each)
        for each in turned
    )


def buried(text: str, rng: random.Random) -> str:
    """A site's sentences after each of the text's, three or four of them again and again."""
    lines: list[str] = []
    own = rng.sample(_NOTICES, 4)
    for sentence in SENTENCE.split(text):
        lines += [sentence, rng.choice(own)]
    return "\n".join(lines)


def third_buried(text: str, rng: random.Random) -> str:
    return buried(first_third(text, rng), rng)


def third_retold_and_buried(text: str, rng: random.Random) -> str:
    return buried(retold(middle_third(text, rng), rng), rng)


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "first third": first_third,
    "middle third": middle_third,
    "retitled": retitled,
    "edited": edited,
    "rewritten": rewritten,
    "amid furniture": furnished,
    "a third, rewritten": third_rewritten,
    "a third, edited, furnished": everything,
    "every second sentence": thinned,
    "paragraphs reordered": reordered,
    "translated and back": retold,
    "a third, buried in furniture": third_buried,
    "a third, retold and buried": third_retold_and_buried,
}


def made(text: str, kind: str) -> str:
    return KINDS[kind](text, random.Random(kind + text[:200]))
