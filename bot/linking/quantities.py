"""What a figure may count: what became of people, who they are, units, tallies. Words are added here."""

from bot.linking.wordforms import root

OUTCOMES = {
    word: line.split()[0]
    for line in (
        (
            "KILLED killed killing kills died dead dying deaths toll fatalities lives bodies perished slain drowned "
            "murdered"
        ),
        "INJURED injured injuring injures injuries wounded wounding hurt hospitalised hospitalized",
        "MISSING missing unaccounted",
        "ARRESTED arrested arresting arrests detained detaining",
        "RESCUED rescued rescuing",
        "EVACUATED evacuated evacuating",
        "DISPLACED displaced homeless",
        "ABOARD aboard onboard",
        "TRAPPED trapped stranded",
        "INFECTED infected infections",
        "SURVIVED survived survivors",
        "HELD hostage hostages kidnapped abducted",
    )
    for word in line.split()[1:]
}
GROWING = frozenset({"KILLED", "INJURED", "MISSING", "ARRESTED", "RESCUED", "EVACUATED", "DISPLACED", "INFECTED"})
"""What is counted on while a happening goes on: a later figure is not at odds with an earlier one."""

ANYBODY = frozenset(
    root(w) for w in "people persons victims lives bodies corpses casualties fatalities dead others".split()
)
PERSONS = frozenset(
    root(word)
    for word in """passengers soldiers troops civilians children women men students workers miners police officers
    militants rebels insurgents gunmen protesters demonstrators prisoners inmates hostages residents villagers tourists
    refugees migrants sailors crew firefighters patients suspects employees staff boys girls fishermen climbers pilgrims
    members nurses doctors teachers journalists guests drivers""".split()
)
UNITS = {
    root(word): line.split()[0]
    for line in """
        percent percent pct
        kilometre kilometres kilometers km kilometer
        mile miles
        metre metres meters meter
        foot feet ft
        kilogram kilograms kg kilogrammes
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
    """.strip().splitlines()
    for word in line.split()[1:]
}  # fmt: skip

TALLIES = frozenset(
    root(word)
    for word in """points yards touchdowns games goals runs rebounds assists wickets punches passes carries receptions
    wins losses titles seasons catches shots hits saves innings matches knockouts tackles laps sets starts
    appearances times""".split()
)
"""What players gather over a game, a season, a life: which of them is seldom said."""
