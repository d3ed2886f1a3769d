"""Where a name begins and ends: "the", "'s", titles and brackets off, and what is no name at all thrown out."""

import re
from typing import Final

from bot.analysis.gazetteer import is_people, is_place
from bot.analysis.known import TEAMS
from bot.analysis.links import is_full_person
from bot.analysis.recogniser import Found
from bot.analysis.titles import BOTH, SUFFIXES, after_titles, is_inside, is_title
from bot.words import STOP_WORDS

_LEADING: Final = re.compile(
    r"""(?:[\s"'(\[<+*_#@,.;:/–—-]|(?i:the|a|an|our|this|that|its|his|her|their|on|at|in|of|and|de facto)\s"""
    r"""|(?!al-|el-)[a-z]+-[A-Z]\w+\s)+"""
)
_TRAILING: Final = re.compile(
    r"""(?:'s?|[\s"')\]>+*_#,;:/–—-]|(?<!\b[A-Z])(?<!\b(?:Co|Jr|Sr|St))(?<!Inc|Ltd)(?<!Corp)\.)+$"""
)
_LINK: Final = re.compile(r"https?:|www\.|@|\.(?:com|org|net|co\.uk|in|gov|edu)\b", re.IGNORECASE)
_LOW_END: Final = re.compile(r"\s+[a-zß-öø-ÿ]+(?:-[a-zß-öø-ÿ]+)*$")
_DASH: Final = re.compile(r"\s+[-–—]+\s+")
_INITIAL: Final = re.compile(r"[A-Z]\.")
_SCORE: Final = re.compile(r"\s+\d+(?:-\d+)+(?=\s|$)")
_NUMBER: Final = re.compile(r"\s+\d[\d.,/-]*(?=\s|$)")
_LOW_INSIDE: Final = re.compile(r"\s(?!(?:al|bin|da|de|del|den|der|di|dos|du|el|la|le|ten|ter|van|von|y|e)\b)[a-z]")
_COUNTRY_FIRST: Final = re.compile(r"(?:U\.S\.|U\.K\.|U\.N\.)\s+")
_BRACKET: Final = re.compile(r"\s+[(<]")
_OWNER: Final = re.compile(r"[A-Z][\w.& -]*(?:'s|s') (?=[A-Z])")
_AMOUNT: Final = re.compile(r"\d[\d,.]*,\d{3}\s")
# "Lloyd's said": nothing is owned, so the "'s" is the name's.
_OWN_GENITIVE: Final = re.compile(
    r"'s(?= (?:also |has |had )?(?:said|says|told|added|announced|reported|cited|warned)\b)"
)
_COMMON: Final = frozenset(
    """
    agency army association bank board branch bureau cabinet chamber church city club coalition college commission
    committee company corporation council court department division embassy exchange faction federation force forces
    fund government group headquarters holding hospital house institute institution league ministry mission movement
    network office opposition organisation organization party police press programme school service society state
    stadium station street system team theatre trust union unit university
    """.split()
)
_PRONOUNS: Final = frozenset("i he she it we you they that there what who here let".split())  # "I'm", "Who's"
_MONEY: Final = frozenset("dlr dlrs dollar dollars yen francs marks".split())
_FOLLOWING: Final = re.compile(r" ([A-Z][\w.'-]+ [A-Z][\w'-]+)")
_SPACED: Final = re.compile(r"\S+")
_LONGEST: Final = 90
_HAS_CAPITAL: Final = re.compile(r"[^\W\d_a-zßà-öø-ÿ]")
_CALENDAR: Final = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat gmt utc bst cet cest est edt cst cdt mst mdt pst pdt et aest ist jst am pm mln bln
    dlrs shr revs qtly note div pct cts avg mths usd gb mb ceo c.e.o women men boys girls
    """.split()
)
# What everybody abbreviates and nobody is called.
_ABBREVIATIONS: Final = frozenset(
    """
    ASIC ATM CAD CD CD-ROM CMOS CPI CPR CPU CPUs CSS CV DIY DNA DRAM DSL DUI DVD DVDs DWI EPS FAQ FAQs GDP GNP GPA
    GPS GPU GPUs HD HDTV HIV HPC HQ HR HTML HTTP ICU ID IDs IED IEDs IP IPO IQ ISP ISPs IV IVF KO KOs LCD LED LEDs
    LSD MBA MRI MVP NGO NGOs OEM OEMs PC PCs PDF PHP PR PTSD QA R&D RAM RBI RFID RNA ROM RPG RSS SARS SIM SMS SQL
    SSD SUV SUVs TD TDs TV TVs UAV UFO UFOs URL USB UV VAT VCR VIP VIPs VPN WMD XML
    """.split()
)


def cleaned(text: str, found: Found) -> Found | None:
    """The name inside what the recogniser marked, or None. `text` is in plain form."""
    start, end = _first_part(text, found)
    if (line := text.find("\n", start, end)) >= 0:
        end = line
    if bracket := _BRACKET.search(text, start + 1, end):
        end = bracket.start()
    if opened := _LEADING.match(text, start, end):
        start = opened.end()
    has_number = found.kind == "OTHER" and text[start:end].partition(" ")[0].lower() not in TEAMS  # "Windows 7"
    if score := (_SCORE if has_number else _NUMBER).search(text, start, end):
        end = score.start()
    while start < end and (closed := _TRAILING.search(text[start:end]) or _LOW_END.search(text[start:end])):
        end = start + closed.start()
    if found.kind == "PERSON" and text[start:end].rpartition(" ")[2].lower().rstrip(".") not in SUFFIXES:
        start, end = _person(text, start, end)
    else:
        start = _behind_owner(text, start, end)
        end = _before_officers(text, start, end)
    if end > start and (own := _OWN_GENITIVE.match(text, end)):
        end = own.end()
    if text[start:end] in BOTH and _is_general_manager(text, end):
        return None
    if start >= end or not is_name(text[start:end]) or _is_office(text, start, end) or _is_torn(text[start:end]):
        return None
    return Found(start, end, found.kind)


def _is_general_manager(text: str, end: int) -> bool:
    """Whether "GM" is an office: before a person's name, or in a text that speaks of general managers."""
    following = _FOLLOWING.match(text, end)
    return "eneral manager" in text or (following is not None and is_full_person(following.group(1)))


def _person(text: str, start: int, end: int) -> tuple[int, int]:
    """Without owner, country and titles before the name, and without what follows it: "Acme's Gen. Obi with"."""
    if owner := _OWNER.match(text, start, end):
        start = owner.end()
    if country := _COUNTRY_FIRST.match(text, start, end):
        start = country.end()
    start = after_titles(text, start, end)
    low = _LOW_INSIDE.search(text, start, end)
    return start, low.start() if low else end


def _behind_owner(text: str, start: int, end: int) -> int:
    """ "Holt's Acme World" where "Acme World" stands elsewhere, too; "People's Daily" is one name."""
    if number := _AMOUNT.match(text, start, end):
        start = number.end()
    owner = _OWNER.match(text, start, end)
    if owner and text.count(text[owner.end() : end]) > text.count(text[start:end]):
        return owner.end()
    return start


def _is_torn(words: str) -> bool:
    """ "U.K.) Ltd" of "Acme (U.K.) Ltd"."""
    return ")" in words and "(" not in words


def _first_part(text: str, found: Found) -> tuple[int, int]:
    """Of "Bunds - Geneva" the part before the dash, or the one behind it if that is no name."""
    start, end = found.start, found.end
    if (dash := _DASH.search(text, start, end)) is None:
        return start, end
    return (start, dash.start()) if text[start].isupper() else (dash.end(), end)


def _is_office(text: str, start: int, end: int) -> bool:
    """ "Education" of "Education Minister"."""
    following = _SPACED.match(text, end + 1)
    return (
        following is not None
        and is_title(following.group())
        and all(is_inside(word) for word in text[start:end].split())
    )


def _before_officers(text: str, start: int, end: int) -> int:
    """ "SCO Defence Ministers" names a body and its officers: the body only."""
    words = list(_SPACED.finditer(text, start, end))
    for i, word in enumerate(words[1:], start=1):
        if word.group().endswith(("s", "s'")) and is_title(word.group().rstrip("'")[:-1]):
            words = words[:i]
            break
    else:
        return end
    while len(words) > 1 and (is_inside(words[-1].group()) or is_title(words[-1].group().removesuffix("s"))):
        words.pop()
    return words[-1].end()


def is_name(words: str) -> bool:
    """Has a capital, is no link, day, month, number, nationality, title or common word."""
    if not _HAS_CAPITAL.search(words) or _LINK.search(words) or not 1 < len(words) <= _LONGEST:
        return False
    parts = words.split()
    if len(parts) == 1 and _is_no_single_name(words):
        return False
    low = [part.lower().strip(".,'\"") for part in parts]
    if all(part in _CALENDAR or part in STOP_WORDS or not part or part[0].isdigit() for part in low):
        return words in {"US", "IT"}
    if low[-1] in _MONEY or _is_some_officer(parts) or (low[0] in _COMMON and len(low) == 1 and not words.isupper()):
        return False
    if is_place(words) or words in BOTH or not any(is_title(part) or is_people(part) for part in parts):
        return True
    return not all(is_title(part) or is_inside(part) or is_people(part) for part in parts)


def _is_no_single_name(word: str) -> bool:
    """ "J.", "GDP", "Inc", "I'm"."""
    low = word.lower().rstrip(".")
    return bool(
        _INITIAL.fullmatch(word) or word in _ABBREVIATIONS or low in SUFFIXES or low.partition("'")[0] in _PRONOUNS
    )


def _is_some_officer(parts: list[str]) -> bool:
    """ "U.S. Spokesman"."""
    return len(parts) > 1 and is_title(parts[-1]) and all(map(is_place, parts[:-1]))
