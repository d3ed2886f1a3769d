"""What a figure may count: what became of people, who they are, units, tallies. Words are added here."""

import re

from bot.linking.wordforms import root

OUTCOMES = {
    word: line.split()[0]
    for line in (
        (
            "KILLED killed killing kills died dead dying deaths toll fatalities lives bodies perished slain drowned "
            "murdered perish"
        ),
        "INJURED injured injuring injures injuries wounded wounding hurt hospitalised hospitalized",
        "MISSING missing unaccounted",
        "ARRESTED arrested arresting arrests detained detaining",
        "RESCUED rescued rescuing",
        "EVACUATED evacuated evacuating",
        "DISPLACED displaced homeless",
        "ABOARD aboard onboard carrying carried",
        "TRAPPED trapped stranded",
        "INFECTED infected infections positive",
        "ILL ill sick sickened",
        "SURVIVED survived",
        "GATHERED gathered rallied marched demonstrated demonstrators protesters",
        "HELD hostage kidnapped abducted",
    )
    for word in line.split()[1:]
}
GROWING = frozenset({"KILLED", "INJURED", "MISSING", "ARRESTED", "RESCUED", "EVACUATED", "DISPLACED", "INFECTED"})
"""What is counted on while a happening goes on: a later figure is not at odds with an earlier one."""

ANYBODY = frozenset(
    root(w)
    for w in "people persons victims lives bodies corpses casualties fatalities dead others souls inhabitants".split()
)
PERSONS = frozenset(
    root(word)
    for word in """passengers soldiers troops civilians children women men students workers miners police officers
    militants rebels insurgents gunmen protesters demonstrators prisoners inmates hostages residents villagers tourists
    refugees migrants sailors crew firefighters patients suspects employees staff boys girls fishermen climbers pilgrims
    members nurses doctors teachers survivors journalists guests drivers""".split()
)
UNITS = {
    root(word): line.split()[0]
    for line in """
        percent percent pct
        kilometre kilometres kilometers km kilometer
        mile miles
        metre metres meters meter
        foot feet ft
        inch inches inch
        centimetre centimetres centimeters cm
        millimetre millimetres millimeters mm
        degree degrees
        kilogram kilograms kg kilogrammes kilos
        gram grams grammes
        tonne tonnes tons ton
        hectare hectares
        acre acres
        litre litres liters
        year years
        month months
        week weeks
        day days
        hour hours
        minute minutes
        second seconds
        $ dollars dollar dlr dlrs
        cent cents cent cts
        € euros euro
        £ pounds pound sterling stg
        ₹ rupees rupee
        ¥ yen yuan
        crown crowns krona kronor krone kroner koruna
        franc francs
        peso pesos
        rand rand
        baht baht
        lira lira
        dinar dinars
        dirham dirhams
        rouble roubles rubles
        shekel shekels
        zloty zloty zlotys
        forint forints
        ringgit ringgit
        riyal riyals rials
    """.strip().splitlines()
    for word in line.split()[1:]
}  # fmt: skip

BARE = "number"
"""What is counted by a number alone, of what was told before: "all fourteen were saved"."""
SUM = "¤"
"""Money in a currency that is not told: "it cost 420 million"."""
MONEY = frozenset(
    """¤ $ € £ ₹ ¥ cent crown franc peso rand baht lira dinar dirham rouble shekel zloty forint ringgit riyal""".split()
)

SIZES: dict[str, tuple[str, float]] = {
    "kilometre": ("metre", 1000.0),
    "mile": ("metre", 1609.34),
    "metre": ("metre", 1.0),
    "foot": ("metre", 0.3048),
    "inch": ("metre", 0.0254),
    "centimetre": ("metre", 0.01),
    "millimetre": ("metre", 0.001),
    "hectare": ("hectare", 1.0),
    "square kilometre": ("hectare", 100.0),
    "square mile": ("hectare", 258.999),
    "acre": ("hectare", 0.40469),
    "kilogram": ("kilogram", 1.0),
    "tonne": ("kilogram", 1000.0),
    "gram": ("kilogram", 0.001),
    "year": ("hour", 8766.0),
    "month": ("hour", 730.5),
    "week": ("hour", 168.0),
    "day": ("hour", 24.0),
    "hour": ("hour", 1.0),
    "minute": ("hour", 1 / 60),
    "degree": ("degree", 1.0),
}
"""Unit -> what it is measured in, and how many of these it is."""

_ATTRIBUTES = """
    price cost costs costing fee fees tag
    price price prices priced buy buys bought purchase purchased sell sold sale
    price acquire acquires acquired acquisition takeover
    revenue revenue revenues sales turnover
    profit profit profits earnings earned
    loss loss losses lost
    fine fine fined fines penalty
    damage damage damages
    ransom ransom
    reward reward bounty
    debt debt debts owes owed
    budget budget
    investment invest invests invested investment
    loan loan loans lend lent borrowed
    aid aid donate donated donation pledge pledged
    compensation compensation settlement
    bail bail
    pay wage wages salary salaries paid
    spending spend spent spending
    raised raise raised fundraising
    dividend dividend dividends
    theft steal stole stolen theft haul
    value worth value valued
    sentence sentence sentenced jail jailed prison imprisonment
    length long length
    height tall high height
    depth deep depth
    width wide width
    area area covered covering burned burnt scorched charred
    weight weigh weighs weighed weighing weight
    gust gust gusts wind winds
    speed speed
    temperature temperature thermometer degrees
    rain rain rainfall
    snow snow snowfall
    unemployment unemployment jobless
    inflation inflation
    turnout turnout
    vote vote votes
    stake stake
    growth growth
    rate rate rates interest
    capacity capacity
    output output production harvest
    attendance attendance crowd
    population population
    duration last lasts lasted lasting duration
    majority majority
    containment contained
    approval approval
    depth depth
"""
ATTRIBUTES = {word: line.split()[0] for line in _ATTRIBUTES.strip().splitlines() for word in line.split()[1:]}
"""What a sum, a share or a length is of: the words that say so, in small letters."""
LABELS = frozenset(
    "attendance population turnout capacity age majority crowd audience field workforce staff crew circulation".split()
)
"""Attributes whose number needs no unit: "the attendance was 31,400", "a crowd of 900"."""
QUALIFIERS = frozenset(
    """youth female male net gross operating underlying core pretax pre-tax after-tax quarterly annual monthly domestic
    foreign average median total record minimum maximum mean long-term overall main daily seasonal central regional
    national local global record initial original additional suspended public private economic insured""".split()
)
"""Words before an attribute that make it another one: youth unemployment, net profit."""
KINDS = frozenset(
    """youth female male domestic foreign international average median minimum maximum suspended economic insured
    seasonal regional""".split()
)
"""Words that make a figure one of some alone, wherever they stand beside it."""

TALLIES = frozenset(
    root(word)
    for word in """points yards touchdowns games goals runs rebounds assists wickets punches passes carries receptions
    wins losses titles seasons catches shots hits saves innings matches knockouts tackles laps sets starts
    appearances times""".split()
)
"""What players gather over a game, a season, a life: which of them is seldom said."""

_WHO = re.compile(r"[a-z]{2,}(?:men|women|ists|ians|eers|ees|ants|sters|folk|ers|ors)")
_WHAT = frozenset(
    """containers helicopters numbers computers letters papers newspapers trailers tankers freighters drawers towers
    flowers rivers shelters quarters headquarters centers centres meters liters orders offers borders chapters posters
    barriers carriers trackers bulldozers diggers coolers freezers boilers burners filters layers corners fingers
    shoulders powers showers matters coasters cruisers timers routers printers scanners registers cylinders scooters
    dollars others factors sensors motors reactors tractors generators elevators doors floors colors colours
    sectors errors mirrors monitors corridors indicators reflectors processors detectors vectors harbors harbours
    plants elephants variants restaurants pants grants warrants trees fees committees degrees guarantees knees coffees
    servers quivers answers bunkers papers stickers speakers boosters transformers howitzers launchers
    murders tenders wonders disasters semesters summers winters waters
    """.split()
)
_PERSONS = PERSONS | frozenset(root(word) for word in "convicts cardinals deputies recruits cadets nuns monks".split())


def are_persons(noun: str) -> bool:
    """Whether a noun in the plural, in small letters, is of people: "spectators", "dockers"."""
    return root(noun) in ANYBODY | _PERSONS or (noun not in _WHAT and bool(_WHO.fullmatch(noun)))


_KIN = """
    painting picture canvas artwork work drawing
    turbine windmill
    house building property
    car vehicle van
    case infection patient
    job post position redundancy
    bullet shot round
    cow cattle animal calf
    sheep animal
    horse animal
    dog animal
    bird animal
    gun weapon
    missile rocket
    book volume title copy
    gem jewel stone diamond
    vote ballot member deputy delegate councillor
    seat mandate
    school college
    crowd attendance audience spectator fan onlooker viewer visitor
    field runner participant entrant starter competitor athlete contestant
    staff workforce crew employee
    plane flight aircraft jet airliner
    drone aircraft
    wagon carriage car
    station stop
    country nation state
    town village municipality
    customer subscriber client account user
    household home family customer
    bomb device explosive shell
    piece item object work artefact
    crate box case container
    branch outlet
    grave tomb burial
    skeleton body
"""


def _kin() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _KIN.strip().splitlines():
        roots = frozenset(root(form) for word in line.split() for form in (word, f"{word}s"))
        for each in roots:
            found[each] = found.get(each, frozenset()) | roots
    return found


KIN = _kin()
"""Root of a counted noun -> roots of what the same things may also be called."""
