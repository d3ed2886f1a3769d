"""The tense of a sentence by its words alone, for texts that no parser has read; and whether it reports."""

import re
from dataclasses import dataclass
from typing import Literal

Tense = Literal["past", "perfect", "present", "future"]


@dataclass(frozen=True, slots=True)
class Cues:
    """What is known of a sentence's main verb. A parser may know better than the words here."""

    tense: Tense | None = None
    is_report: bool = False  # "said", "announced"
    is_state: bool = False  # "these were the topics": nothing happened


_REPORT = re.compile(
    r"(?:said|says|told|tells|announce[sd]|report(?:s|ed)|state[sd]|confirm(?:s|ed)|add(?:s|ed)|claim(?:s|ed)|denie[sd]"
    r"|warn(?:s|ed)|urge[sd]|explain(?:s|ed)|reveal(?:s|ed)|declare[sd]|note[sd]|insist(?:s|ed)|argue[sd]"
    r"|acknowledge[sd]|admit(?:s|ted))$"
)
_QUOTED = re.compile(r"\"[^\"]*(?:\"|$)|''[^']*(?:''|$)")
_VERB = re.compile(
    r"\b(?:(?P<future>will|would|may|might|could|should|must|can|cannot|is to|are to|is set to|are set to|is due to)"
    r"|(?P<perfect>(?:has|have|had|'ve) (?:not |also |already |never |now |long |since )?"
    r"(?:been |[a-z]+(?:ed|en|wn|ne|ld|nt|ght|ft|ung|de|id)\b))"
    r"|(?P<present>is|are|has|have|says|tells|announces|reports|states|claims|notes|argues|remains?|includes?|plans?"
    r"|wants?|seems?|helps?|uses?)"
    r"|(?P<past>was|were|did|had|said|told|went|came|made|took|began|rose|fell|held|met|left|won|lost|sold|bought|gave|got"
    r"|saw|found|led|cut|hit|ran|became|wrote|spoke|broke|grew|sent|paid|struck|kept|put|brought|thought|caught|fought"
    r"|sought|felt|heard|knew|flew|drew|threw|chose|drove|swore|shook|stood|sat|spent|shot|built|fled|fed|withdrew|laid"
    r"|[a-z]{2,}ed))\b"
)


_ADJECTIVE = re.compile(
    r"\b(?:the|an?|its|his|her|their|of|by|with|for|still|recently|newly|more|most|and|as|who|those|-) $", re.IGNORECASE
)


_STATE = re.compile(
    r"(?:was|were)\b(?! (?:not |also |then |later |first |[a-z]+ly )?(?:being )?"
    r"(?:[a-z]+(?:ed|en|wn|ung|ught|nt|lt|id|ld)|born|made|set|put|cut|hit|shot|met|won|lost|led|begun|done|gone|struck|due)\b)"
)


def cues_of(words: str) -> Cues:
    """The tense of the first verb outside quotations, and whether it reports. No verb: no tense."""
    bare = _QUOTED.sub(lambda found: " " * len(found.group()), words)
    verbs = [v for v in _VERB.finditer(bare) if not (v["past"] and v.group().endswith("ed") and _is_adjective(bare, v))]
    if not verbs:
        return Cues()
    return Cues(
        _tense(verbs[0]),
        is_report=any(_REPORT.search(verb.group()) for verb in verbs[:2]),
        is_state=_STATE.match(bare, verbs[0].start()) is not None,
    )


def _tense(verb: re.Match[str]) -> Tense:
    if verb["future"]:
        return "future"
    if verb["perfect"]:
        return "perfect"
    return "present" if verb["present"] else "past"


def _is_adjective(bare: str, verb: re.Match[str]) -> bool:
    return _ADJECTIVE.search(bare, max(0, verb.start() - 12), verb.start()) is not None
