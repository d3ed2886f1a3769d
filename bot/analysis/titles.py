"""Words around names: forms of address, ranks, offices, and what bodies, places and events are called."""

import re
from typing import Final

from bot.words import CALLINGS

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
# Offices and ranks that are hardly ever a surname or the end of a body's name, unlike "King", "Dean", "General".
POSTS: Final = frozenset(
    """
    adviser advisor ambassador analyst assemblyman assemblywoman attorney capt captain ceo cfo cto chairman chairperson
    chairwoman coach co-chairman co-founder col colonel commissioner congressman congresswoman coo coordinator
    councillor councilman councilmember councilwoman detective director economist envoy founder governor inspector lt
    lieutenant manager mayor minister negotiator officer president prosecutor researcher secretary senator sgt sergeant
    spokesman spokesperson spokeswoman superintendent supt treasurer trooper undersecretary
    """.split()
)
_GIVEN: Final = frozenset("dean lance".split())  # titles that are given names far more often
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
    ab academy administration ag agency airline airlines airways alliance army assembly associates association
    authority bancorp bancshares bank bhd bloc board breweries brewery brigade brothers bureau cabinet cathedral
    center centre chamber chronicle church clinic club co coalition college command commission committee
    communications companies company confederation congress consortium consulate corp corporation corps council
    courier court creamery dairy department dispatch division electronics embassy energy enterprises entertainment
    examiner exchange faction fc federation foods force forces foundation front fund gazette gmbh government group
    guard headquarters herald holding holdings hospital house inc industries initiative inquirer institute
    institution insurance international journal kk laboratories laboratory league llc llp ltd magazine media
    microsystems ministry mission monitor motors movement museum navy network news newspaper newspapers nv
    observatory observer office orchestra organisation organization oy parliament parliamentarians partners party
    patrol petroleum pharmaceuticals pharmacy pictures plc police post press productions programme publishing radio
    railways records regiment rehab reserve sa school secretariat securities semiconductor semiconductors senate
    service services socialists society software spa squad stores studios syndicate systems team tech technologies
    telecom telegraph television theater theatre times treasury tribunal tribune trust union unit united university
    ventures volunteers wireless xi
    """.split()
)
SUFFIXES: Final = frozenset(
    "inc corp co ltd plc ag nv sa spa ab gmbh kk llc llp bhd oy incorporated limited corporation company".split()
)
SITES: Final = frozenset(
    """
    airport archipelago arena arm ave avenue barracks basin bay beach blvd boulevard bridge camp canal canyon cape
    castle cemetery channel city coast county courthouse cove creek delta desert district expressway falls fjord
    fort freeway garden gardens glacier governorate gulf harbor harbour heights highway hill hills hotel inlet
    interstate island islands isle jail junction lake lane lighthouse line meadow meadows mosque motorway mountain
    mountains oblast ocean palace park parkway pass peninsula penitentiary pier plateau plaza port prefecture prison
    province rd reef reservoir ridge river road sea shrine skyscraper square st stadium state station strait straits
    street suburb synagogue territory tower town turnpike valley village volcano warehouse wetlands zoo
    """.split()
)
SITES_BEFORE: Final = frozenset("mount mt lake cape fort port gulf isle strait river route interstate".split())
HAPPENINGS: Final = frozenset(
    """
    accord accords act affair agreement award awards bowl campaign championship championships charter classic code
    conference constitution convention crisis cup day declaration exercise exposition expo fair festival games grammy
    incident index marathon meeting memorandum olympics open operation pact plan prize process protocol resolution
    revolution rally round series summit talks tournament tour treaty trophy war
    """.split()
)
_IN_CAPITALS: Final = frozenset("PM VP GM MP CEO CFO COO CTO QB RB WR TE LB CB DE DT NT".split())
BOTH: Final = frozenset({"GM"})  # an office before a name ("GM Bo Lind"), else a firm
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


def is_calling(word: str) -> bool:
    return word.lower() in CALLINGS


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
        if is_title(match.group()) or is_calling(match.group()):
            last = i
        elif not is_inside(match.group()):
            break
    if last >= 0 and last + 2 == len(found) and found[last].group().lower() in _GIVEN:  # "Dean Holt", "Lance Holt"
        last -= 1
    return found[last + 1].start() if last >= 0 else start
