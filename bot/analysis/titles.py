"""Words around names: forms of address, ranks, offices, and what bodies, places and events are called."""

import re
from typing import Final

FORMS: Final = frozenset(
    "mr mrs ms miss dr prof sir madam mme lord lady dame baron baroness count countess rev fr br".split()
)
RANKS: Final = frozenset(
    """
    adm admiral brig brigadier capt captain cdr cmdr col colonel commander commodore constable corporal cpl detective
    ensign field gen general inspector lance lieutenant lt maj major marshal officer pfc private rear sergeant sgt
    sheriff squadron superintendent supt vice wing
    """.split()
)
ABBREVIATED: Final = frozenset(
    "adm brig capt cdr cmdr col cpl dr fr gen gov hon insp lt maj mr mrs ms prof rep rev sen sgt st supt".split()
)
OFFICES: Final = frozenset(
    """
    administrator adviser advisor ambassador analyst archbishop assemblyman attorney bishop cardinal chairman
    chairperson chairwoman chancellor chief clerk coach co-chairman co-founder commissioner congressman congresswoman
    consul coordinator councillor councilman counsel dean delegate deputy director doctor economist editor emir
    emperor envoy executive founder governor head imam judge justice king lawyer leader magistrate manager mayor
    member minister mp mullah negotiator owner patriarch pope premier presenter president prince princess principal
    prosecutor queen rabbi rector rep representative reporter researcher ruler scientist secretary sen senator sheikh
    shah speaker spokesman spokesperson spokeswoman sultan taoiseach treasurer trustee tsar tsarina undersecretary ceo
    cfo coo cto chief-executive counterpart father sister brother
    """.split()
)
# Words inside a role, before its head: "Deputy Prime Minister", "Vice President for Research".
_INSIDE: Final = frozenset(
    """
    acting affairs majority minority democratic republican agriculture army assistant associate attorney cabinet
    central defence defense deputy designate economic economy education elect emeritus energy environment ex executive
    external federal finance financial first foreign former general health home honorary industry information interim
    interior internal joint junior justice labor labour managing military national naval navy new non-executive number
    oil opposition parliamentary permanent police prime provincial public regional research science security senior
    senate shadow social sports staff state sub-inspector supreme technology tourism trade transport transportation
    treasury under union veteran vice white-house
    """.split()
)
BODIES: Final = frozenset(
    """
    academy administration agency airline airlines airways alliance association assembly associates authority bancorp
    bancshares bank bloc board brigade brothers bureau cabinet cathedral centre center chamber church club co
    coalition college command commission committee communications companies company confederation congress consortium
    consulate corp corps corporation council court department division embassy energy enterprises exchange faction
    federation fc force forces foundation front fund government group guard headquarters holding holdings hospital
    house inc industries initiative institute institution insurance international journal laboratories laboratory
    league ltd magazine media ministry monitor motors mission movement museum navy network news office observatory
    orchestra organisation organization parliament parliamentarians partners party petroleum plc police press
    productions programme radio railways records regiment reserve school secretariat securities senate service
    services socialists society squad stores studios syndicate systems team technologies television theatre theater
    times treasury tribune tribunal trust union unit united university volunteers xi army ag nv sa spa ab gmbh kk llc
    llp bhd oy
    """.split()
)
SUFFIXES: Final = frozenset(
    "inc corp co ltd plc ag nv sa spa ab gmbh kk llc llp bhd oy incorporated limited corporation company".split()
)
SITES: Final = frozenset(
    """
    airport archipelago avenue barracks basin bay beach boulevard bridge canal canyon cape castle channel city coast
    county creek delta desert district falls fort garden gardens glacier governorate gulf harbor harbour heights hill
    hills highway island islands isle junction lake line mountain mountains ocean oblast palace park peninsula plateau
    plaza port prefecture province reef reservoir ridge river road sea square stadium state station strait straits
    street territory tower town valley village volcano
    """.split()
)
SITES_BEFORE: Final = frozenset("mount mt lake cape fort port gulf isle strait river".split())
HAPPENINGS: Final = frozenset(
    """
    accord accords act affair agreement award awards bowl campaign championship championships charter classic code
    conference constitution convention crisis cup day declaration exercise exposition expo fair festival games grammy
    incident index marathon meeting memorandum olympics open operation pact plan prize process protocol resolution
    revolution rally round series summit talks tournament tour treaty trophy war
    """.split()
)
_IN_CAPITALS: Final = frozenset("PM VP GM MP CEO CFO COO CTO QB RB WR TE LB CB".split())
_ALSO_ADJECTIVES: Final = frozenset("major general private field rear wing lance chief".split())
_TITLE_WORD: Final = FORMS | RANKS | OFFICES | _INSIDE
_WORD: Final = re.compile(r"[^\s,;:]+")


def is_title(word: str) -> bool:
    """A word that may stand in a title before a name; a full stop or a plural does not matter."""
    bare = word.lower().rstrip(".")
    if word in _IN_CAPITALS:
        return True
    if bare in _ALSO_ADJECTIVES:
        return word[0].isupper()
    return bare in FORMS or bare in RANKS or bare in OFFICES or _is_compound(bare)


def is_inside(word: str) -> bool:
    """A word that may stand inside an office's name though it is none itself: "Defence", "Prime", "Foreign"."""
    return word.lower().rstrip(".") in _TITLE_WORD or _is_compound(word.lower())


def _is_compound(word: str) -> bool:
    first, dash, last = word.partition("-")
    return bool(dash) and (last in _TITLE_WORD or (first in {"vice", "co", "ex"} and last in _TITLE_WORD))


def after_titles(text: str, start: int, end: int) -> int:
    """Where the name begins in a span that opens with a title ("Defence Minister Rao" -> at "Rao"); `start` if none."""
    found = list(_WORD.finditer(text, start, end))
    last = -1
    for i, match in enumerate(found[:-1]):
        if is_title(match.group()):
            last = i
        elif not is_inside(match.group()):
            break
    return found[last + 1].start() if last >= 0 else start
