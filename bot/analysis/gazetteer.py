"""Countries, their peoples, the largest regions: what is a place or a nationality whatever the recogniser says."""

import re
from functools import lru_cache
from typing import Final

from bot.countries import COUNTRIES, PEOPLES
from bot.words import folded

_REGIONS: Final = """
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Iowa
Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska
Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Wisconsin Wyoming Ontario Quebec Manitoba
Saskatchewan Alberta Queensland Tasmania Kashmir Punjab Crimea Donbas Catalonia Bavaria Siberia Gaza
N.C. N.D. N.H. N.J. N.M. N.Y. S.C. S.D. R.I. D.C. L.A. B.C. W.Va. W.Va
"""
# Behind a comma: "Salem, Mass.".
STATES_ABBREVIATED: Final = frozenset(
    """
    Ala Alta Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore
    Pa Que Sask Tenn Tex Va Vt Wash Wis Wyo
    """.split()
)

PLACES: Final = {region: region for region in _REGIONS.split()} | COUNTRIES
"""Each name of a country or region with the country's own name."""

STATES: Final = (
    STATES_ABBREVIATED | {*_REGIONS.split()} | {"N. Y", "N. J", "N. C", "S. C", "D. C", "N. H", "N. M", "R. I"}
)
"""What may stand behind a town: "Salem, Ore.", "Salem, Oregon"."""
_FOLDED: Final = {folded(name): name for name in (*PLACES, *PEOPLES)}
_ENDING: Final = re.compile(r"(?:s|es|'s|-born|-based|-led)$")
# Countries that are also given names or surnames: the text decides.
AMBIGUOUS: Final = frozenset("Jordan Chad Georgia Israel Turkey Niger Guinea Chile Virginia Washington Monaco".split())


_SPACED: Final = re.compile(r"(?<=\b[A-Z]\.) (?=[A-Z])")


@lru_cache(maxsize=8192)
def is_place(name: str) -> bool:
    """A country or region, its initials spaced or not: "U. S."."""
    name = _SPACED.sub("", name)
    return name in PLACES or PLACES.get(_FOLDED.get(folded(name), "")) is not None


@lru_cache(maxsize=8192)
def is_people(name: str) -> bool:
    """A nationality, as adjective or noun, in any case and number: "Indian", "Indians", "Indo-Russian"."""
    parts = [part for part in re.split(r"[-–]", name) if part]
    return bool(parts) and all(_is_people(part) for part in parts)


def _is_people(word: str) -> bool:
    return word in PEOPLES or _FOLDED.get(folded(word)) in PEOPLES or _ENDING.sub("", word) in PEOPLES
