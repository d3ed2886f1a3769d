"""What a document's full names tell of its shorter ones: a surname, a first name, a relative is a person, too."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from bot.analysis.evidence import Votes
from bot.analysis.gazetteer import is_place
from bot.analysis.given_names import GIVEN_NAMES, SURNAMES_IN_FRONT
from bot.analysis.known import BODIES_KNOWN, CITIES, WORKS
from bot.analysis.links import is_full_person, surname
from bot.analysis.recogniser import Found
from bot.model import Kind

_FIRST_WORDS: Final = GIVEN_NAMES | SURNAMES_IN_FRONT
_HEADING: Final = 1.5  # what a full name in a heading says of its surname in the text
_ALONE: Final = 1.05  # votes a mention: more than the recogniser alone speaks for the kind
_SURE: Final = 1.3


def heard_in_headings(headings: Iterable[str], counted: Mapping[str, Votes], body: Sequence[tuple[Found, str]]) -> None:
    """ "Ada Lund wins" above a text that says only "Lund"."""
    times = Counter(key for _, key in body)
    for words in headings:
        short = surname(words).casefold()
        if words.split(maxsplit=1)[0].lower() in GIVEN_NAMES and is_full_person(words) and short in counted:
            counted[short]["PERSON"] += _HEADING * times[short]


def people_by_family(
    low: Collection[str],
    kinds: Mapping[str, Kind],
    surfaces: Mapping[str, str],
    counted: Mapping[str, Votes],
    body: Sequence[tuple[Found, str]],
) -> dict[str, Kind]:
    """The kinds with those made persons that share a surname or first name with a person of the document.

    `low`: the text's words in small letters.
    """
    times = Counter(key for _, key in body)
    people = [key for key, kind in kinds.items() if kind == "PERSON" and is_full_person(surfaces[key])]
    sure = [key for key in people if _is_sure(surfaces[key], counted[key], times[key])]
    firsts, families = {key.split(maxsplit=1)[0] for key in sure}, {surname(key) for key in sure}
    lasts = {surname(key) for key in people}
    found = dict(kinds)
    for key, kind in kinds.items():
        if (
            kind == "PERSON"
            or not (key in firsts or key in lasts or surname(key) in families)
            or _is_otherwise_known(surfaces[key])
        ):
            continue
        a_mention = counted[key][kind] / times[key]
        if " " in key:
            is_one = is_full_person(surfaces[key]) and a_mention < _SURE and not is_place(key.split(maxsplit=1)[0])
        else:
            is_one = key not in low and (a_mention <= _ALONE or (kind == "ORGANISATION" and key in lasts))
        if is_one:
            found[key] = "PERSON"
    return found


def _is_sure(words: str, mine: Votes, times: int) -> bool:
    """Whether more than the recogniser takes these words for a person's full name."""
    first = words.split(maxsplit=1)[0]
    return first.lower() in _FIRST_WORDS or first.endswith(".") or mine["PERSON"] >= _SURE * times


def _is_otherwise_known(words: str) -> bool:
    return is_place(words) or words in CITIES or words in BODIES_KNOWN or words in WORKS or not words[0].isupper()
