"""How well a sentence stands alone, taken out of its text: what it takes for known, and whom it speaks to."""

import math
import re
from collections.abc import Callable
from functools import lru_cache
from itertools import zip_longest

from bot.answers import reading, stems
from bot.words import plain

_BARE, _BODY, _SAID = 0.6, 0.8, 0.93
"""What a sentence is worth that opens with "The dismissal ...", with "The company ...", with what is told already."""
_ADDRESSED = 0.55  # "you can now ...", "we think", outside quotation marks
_UNSIGNED = 0.3  # nothing but a quotation, and nobody who says it
_LATE_NOUN = 0.4  # "In July alone, they lost ..."
_TORN, _CUT = 0.75, 0.75
_CALLING = 0.6  # "?", "!", ":"
_HEADLINE, _HEADLINE_LENGTH, _CAPITALS = 0.5, 14, 0.6  # no full stop, and so few words, or most with a capital
_SPEECH = 0.4  # of a sentence, between quotation marks
_SOMEBODY = 0.6  # "...," she said; police say she ...
_NOBODY = 0.75  # "officers shot the teenager"
_UNSAID = 0.5  # "Lee did not return a call"
_COUNTED = 0.55  # "two days later, ...", from a day that another sentence tells
_LIKENED = 0.75  # "a similar decision", "all three fires", "even Lee"
_ALSO, _THEN = 0.92, 0.7  # "Ann Lee also bought ...", "Ann Lee then bought ..."
_FAR = 6  # words in which a noun phrase ends

_INTRO = frozenset(
    """after although as at because before by despite during following for from if in on once since though under until
    when while with""".split()
)
_DESCRIBES = frozenset("of for between against with that which who whom whose where to".split())
_PLACES = frozenset(
    """about after among and around as at before behind but by during from in inside into near on or outside over since
    than through under until when while""".split()
)
_VERBS = frozenset(
    """is are was were be been has have had will would can could may might must should did does do came comes went goes
    said says took takes made makes began begins left leaves fell rose hit hits struck led leads won lost became becomes
    remains got gets gave gives saw sees found told tells brought put puts set sets held holds kept ran runs sent stood
    broke caught cut drew grew knew lay meant met paid read sat sold spent spoke threw understood wrote shows means
    adds affects allows applies appears begins believes brings calls claims ends expects fails fits follows forces helps
    hopes includes involves keeps lets looks marks moves needs offers plans proves provides puts raises reflects remains
    represents requires seems serves starts suggests tries turns uses wants works
    also now then not never still just only already alone himself herself itself themselves""".split()
)
_EVERYBODYS = frozenset(
    """air beginning bulk campaign course day days decade earth economy end evening event eve face fact first
    following future ground heels idea internet last late latter light majority media meantime middle moment month
    months moon morning most name need next night number odds only oldest other past people person place planet point
    press public question rest rich poor best worst season second sea sky spirit start street streets sun
    third time times top total truth universe wake war way weather web week weekend weeks whole winter summer spring
    autumn world year years""".split()
)
"""Nouns that need no introduction, or hardly: "the weather", "the past week"."""
_BODIES = frozenset(
    """administration agency army association authorities bank board cabinet capital church city club coalition
    commission committee companies company council country county court department firm forces foundation government
    group hospital industry institute judge jury king mayor military minister ministry nation network office opposition
    organisation organization parliament party police president prime province publisher queen region regime school
    secretary senate state team town union university village""".split()
)
_PRONOUN = re.compile(r"(?:he|she|they|it|his|her|their|its|him|them|this|that|these|those)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"([A-Za-z]+) ([^,\"]{2,90}), (\S+)")
_SOON = re.compile(
    r"(?:In|On|At|By|During|From|Since|Until) ((?:[\w.]+ ){1,4}?)(?:he|she|it|they) "
    r"(?!(?:is|was|will be) (?:said|clear|time|likely))"
)
_CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b\.?"
)
_BEGUN = re.compile(
    r"(?:(?:On|In|At|By|As of|According to|Late|Early|Earlier|Last|This) [^,]{2,50}|[A-Z][^,A-Z]{2,60}), (?=the )"
)
_RIGHTS = re.compile(r"\(c\)|©|all rights reserved|copyright \d", re.IGNORECASE)
_SAYS = re.compile(
    r"""["'],? ?(he|she|they) (?:\w+ed|said|says|told|wrote|tells|writes|went on|added)\b"""
    r"|, (he|she|they) (?:said|says|added|told [a-z]+)\b"
)
_OF_SOMEBODY = re.compile(
    r"(?:[\w']+ ){0,3}"
    r"(?:authorities|cops|investigators|officers|officials|police|prosecutors|reports|sources|witnesses) "
    r"(?:say|says|said|believe|believed|allege|alleged)(?: that)? (?:he|she|they)\b"
    r"|(?:[\w']+ )?"
    r"(?:cops|deputies|firefighters|guards|officers|personnel|police|rescuers)(?-i:(?: [a-z-]+){1,6} )(?:him|her)\b",
    re.IGNORECASE,
)
_NO_ANSWER = re.compile(
    r"\b(?:(?:did|could|would|has|have|had)(?: not|n' ?t)|declined to|refused to)(?: immediately| yet)? (?:be reached"
    r"|been reached|comment|commented|elaborate|(?:return|returned|answer|answered|respond to|responded to|reply to) "
    r"(?:an?|the|his|her|their|our|repeated|several|calls?|e-?mails?|messages?|requests?|questions?))\b"
    r"|\bnot (?:immediately )?(?:available|reachable) for comment\b"
)
_WHO = (
    r"(?:accused|actor|actress|attackers?|baby|boy|child|couple|defendant|driver|family|girl|gunm[ae]n|killer|m[ae]n"
    r"|singer|suspects?|teen|teenager|victims?|wom[ae]n|youth)"
)
_THE_ONE = re.compile(
    rf"\b[Tt]he {_WHO}\b(?!'|,? [A-Z]| (?:\w+ ){{0,2}}as [A-Z]"
    r"| (?:who|whose|whom|of|with|from|behind|accused|arrested|charged|killed|shot|named|responsible)\b"
    r"| (?:identified|known|suspected|believed|police)\b)"
)
_SOMEONE = re.compile(rf"\b(?:[Aa]n?|[Oo]ne|[Tt]wo|[Hh]is|[Hh]er|[Tt]heir|\d+) (?:[\w'-]+ )*?{_WHO}\b|-year-old")
_NAMED = re.compile(r"(?<!^)\b[A-Z][a-z]+|^[A-Z][a-z]+(?<!s)\b(?= )")
_NO_NAME = re.compile(r"^(?:In|On|At|By|As|The|After|Before|When|While|Police|Meanwhile|According|During)\b")
_WHILE = re.compile(
    r"(?:After|As|Before|Once|Since|Until|When|While) (?:[a-z'-]+ ){1,5}(?:he|she|they) (?!who\b)"
    r"|(?:Although|Though|While) none\b"
    r"|(?:How|What|Where|Whether|Why) (?:he|she|they)\b"
    r"|(?:Across|At|From|In|Near|Outside) [^,]{2,40}, [a-z][a-z' -]{2,60}, (?:he|she|they)\b"
)
_OF_HIM = re.compile(r"\b(?:he|him|his|she|her)\b", re.IGNORECASE)
_OF_LEE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]")
_SINCE_THEN = re.compile(
    r"(?:[a-z-]+ ){0,5}(?:second|minute|hour|day|night|week|month|year|game|match)s? "
    r"(?:after|afterwards?|before|earlier|later),"
    r"|(?:an?|one|two|three|four|five|six|\d+|several|a few) [a-z]+ (?:afterwards?|earlier|later),"
    r"|the (?:next|following|previous) (?:afternoon|day|evening|month|morning|night|week|year)\b",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(
    r"(?:[Aa]ll|[Bb]oth|[Ee]ach|[Ss]ome|[Mm]ost) (?:of the )?(?:two|three|four|five|six)\b"
    r"|.[^A-Z]{0,60}?\bthe (?:two|three|four|five|six) (?!of )[a-z]"
)
_LIKE = re.compile(
    r"\b(?:a similar (?!to\b)|the same (?!time|day)|one of (?:them|these|those)\b"
    r"|that (?:day|night|morning|evening|week|month|year|season)\b"
    r"|that (?:attack|decision|game|incident|match|meeting|move|win)\b)"
)
_THIS = re.compile(
    r"^other [a-z]+ |^.{0,60}?\b(?:this|these|those|such) "
    r"(?!(?:past |coming )?(?:week|month|year|season|time|morning|afternoon|evening|summer|autumn|winter|spring)\b)"
    r"(?!(?:fall|a|an|as|is|was|are|were)\b)[a-z]+",
    re.IGNORECASE,
)
_EVEN = re.compile(r"Even (?!(?:after|as|at|before|by|for|if|in|on|so|though|when|where|while|with|without)\b)")
_AND_THEN = re.compile(r"(?:\S+ ){1,4}then [a-z]+(?:ed|t|w|d|k|g|n|m)\b")
_WITHIN = frozenset("across at from in near on outside over through".split())
_QUOTED = re.compile(r'"[^"]*(?:"|$)|(?<!\w)\'[^\']*\'(?!\w)')
_PERSON = re.compile(r"\b(?:I|I'm|I've|[Ww]e|[Ww]e're|[Ww]e've|[Oo]ur|us|[Mm]y|me|[Yy]ou|[Yy]our|you're|[Ll]et's)\b")


@lru_cache(maxsize=4096)
def ease(text: str) -> float:
    """From 0 to 1: how well it reads alone, its definite beginning (`bare_head`) aside."""
    flat = plain(text).strip()
    outside = _QUOTED.sub(" ", flat)
    flaws = (
        (_LATE_NOUN, _opens_late(flat.lstrip(" \"'(*-•"))),
        (_UNSIGNED, not any(character.isalpha() for character in outside)),
        (_ADDRESSED, _PERSON.search(outside)),
        (_TORN, reading.is_torn(text)),
        (_CUT, flat.endswith(("...", "…")) or _RIGHTS.search(flat)),
        (_HEADLINE, not reading.ends(text) and _is_headline(flat.split())),
        (_SOMEBODY, spoken_by(text) or _OF_SOMEBODY.match(flat)),
        (_NOBODY, _tells_of_nobody(flat) or _quotes_of_nobody(flat)),
        (_UNSAID, _NO_ANSWER.search(outside)),
        (_COUNTED, _SINCE_THEN.match(flat)),
        (_LIKENED, _LIKE.search(flat) or _OF_SEVERAL.match(flat) or _THIS.match(flat) or _EVEN.match(flat)),
        (_ALSO, "also" in flat.split()[:_FAR]),
        (_THEN, _AND_THEN.match(flat)),
        (_CALLING, flat.endswith(("?", "!", ":"))),
    )
    return math.prod(worth for worth, has in flaws if has)


def _tells_of_nobody(flat: str) -> bool:
    """ "Officers shot the teenager", whom no word before introduces."""
    found = _THE_ONE.search(flat)
    if not found:
        return False
    before = _NO_NAME.sub("", _CALENDAR.sub("", flat[: found.start()])).strip()
    return not _SOMEONE.search(before) and not _NAMED.search(before)


def _quotes_of_nobody(flat: str) -> bool:
    """ "“He will play again,” said the coach.": of whom, was said before."""
    found = _QUOTED.match(flat)
    return bool(found and _OF_HIM.search(found.group()) and not _OF_LEE.search(found.group()))


def is_speech(text: str) -> bool:
    """Much of it is somebody's words."""
    flat = plain(text)
    return sum(len(found.group()) for found in _QUOTED.finditer(flat)) >= _SPEECH * len(flat)


def opens_with_speech(text: str) -> bool:
    return plain(text).lstrip(" (*-•").startswith('"')


def spoken_by(text: str) -> str | None:
    """The pronoun that its quotation is given to: "..., she said." """
    found = _SAYS.search(plain(text))
    return found[1] or found[2] if found else None


def _is_headline(words: list[str]) -> bool:
    long = [word for word in words if len(word) > len("with") and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return len(words) <= _HEADLINE_LENGTH or (bool(long) and capitals >= _CAPITALS * len(long))


def known_head(text: str, is_known: Callable[[str], bool]) -> float:
    """From 0 to 1: how well it reads for what its definite beginning takes for known. `is_known`: a stem was told."""
    head = bare_head(text)
    if head is None:
        return 1.0
    if is_known(stems.stem(head)):
        return _SAID
    return _BODY if head in _BODIES else _BARE


@lru_cache(maxsize=4096)
def bare_head(text: str) -> str | None:
    """The noun of a definite beginning that does not say which: "The dismissal came hours before ...", "dismissal".

    Also within its opening words: "After the seminar, ...". None: "The dismissal of Ann Lee", "The White House".
    """
    words = _opening(text).split()[: _FAR + 2]
    begun = bool(words) and words[0].lower() in _INTRO
    if len(words) < begun + 2 or words[begun].lower() != "the":
        return None
    phrase: list[str] = []
    for word, after in zip_longest(words[begun + 1 :], words[begun + 2 :], fillvalue=""):
        bare = word.strip(".,;:\"'()").removesuffix("'s")
        if bare[:1].isupper():  # a name, or the subject behind "In the third round"
            return _noun(phrase) if begun and phrase else None
        if bare in _DESCRIBES or (bare in _PLACES and after[:1].isupper() and not _CALENDAR.match(after)):
            return None
        if phrase and (bare in _VERBS or bare in _PLACES or (bare.endswith("ed") and len(bare) > len("need"))):
            return _noun(phrase)
        phrase.append(bare)
        if word.endswith((",", "'s", ";")):
            return _noun(phrase)
    return None


def _opening(text: str) -> str:
    """From the subject on, as far as a comma shows it: "On Tuesday, the company ..."."""
    flat = plain(text).lstrip(" \"'(*-•")
    begun = _BEGUN.match(flat)
    return flat[begun.end() :] if begun else flat


def _noun(phrase: list[str]) -> str | None:
    return None if phrase[-1] in _EVERYBODYS else phrase[-1]


def _opens_late(flat: str) -> bool:
    """A pronoun behind opening words that hold no name, or in them: "In July, they ...", "When she left, the ..."."""
    begun = _SOON.match(flat)
    if begun and not any(word[:1].isupper() for word in _CALENDAR.sub("", begun[1]).split()):
        return True
    if _WHILE.match(flat):
        return True
    clause = _CLAUSE.match(flat)
    if not clause or clause[1].lower() not in _INTRO:
        return False
    inside = _CALENDAR.sub("", clause[2])
    if clause[1].lower() in _WITHIN and clause[3].lower() in ("he", "she", "they"):
        return True  # a place is nobody who could be meant
    if any(word[:1].isupper() for word in inside.split()):
        return False
    refers = any(_PRONOUN.fullmatch(word) for word in inside.split())
    return bool(_PRONOUN.match(clause[3])) or (refers and not clause[3][:1].isupper())
