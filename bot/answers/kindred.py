"""Words that stand for one another when a topic is looked for: "buys" for "acquires", "French" for "France"."""

from functools import cache

from bot.answers import stems
from bot.countries import COUNTRIES, PEOPLES
from bot.words import folded

# What news tell again and again, in the words for each: one line, one thing. Not a thesaurus: a word that is as often
# something else ("fall", "house", "party") stands in no line.
_GROUPS = """
acquire acquires acquired acquisition acquisitions buy buys bought buying purchase purchases takeover merger merge
accord accords agree agrees agreed agreement agreements deal deals pact pacts treaty treaties
accuse accuses accused accusation accusations charge charged charges allege alleges alleged allegations
aircraft airplane airplanes airliner plane planes jet jets
arrest arrests arrested detain detains detained detention custody
ban bans banned banning forbid forbids forbade forbidden prohibit prohibits prohibited outlaw outlaws outlawed
baby babies birth births born newborn
blast blasts bomb bombs bombing bombings explode explodes exploded explosion explosions
border borders frontier frontiers
build builds built building construct constructs constructed construction
burglar burglary heist rob robs robbed robber robbers robbery steal steals stole stolen theft thefts thief thieves
car cars automobile automobiles
ceasefire truce armistice
champion champions championship win wins won winner winners winning victory victories victorious
child children kid kids
clash clashes clashed skirmish skirmishes fighting battle battles standoff
clinic clinics hospital hospitals
close closes closed closing closure closures shut shuts shutdown
collide collides collided collision collisions crash crashes crashed
convict convicts convicted conviction verdict verdicts guilty
cost costs dear dearer price prices pricier
cut cuts reduce reduces reduced reduction reductions
cyberattack cyberattacks hack hacks hacked hacker hackers hacking ransomware
cyclone cyclones hurricane hurricanes storm storms typhoon typhoons
dead death deaths die dies died dying kill kills killed killing fatal fatalities toll
decline declines declined decrease decreases decreased drop drops dropped fall falls fell fallen slump slumps slumped
defeat defeats defeated lose loses lost losing loss losses
demonstrate demonstrators demonstration demonstrations protest protests protested protesters
derail derails derailed derailment
discover discovers discovered discovery discoveries find finds found finding
disease diseases illness illnesses epidemic epidemics outbreak outbreaks
doctor doctors physician physicians
drought droughts dry dries dried arid rainless
dismiss dismisses dismissed dismissal fire fires fired oust ousts ousted ouster sack sacks sacked layoff layoffs
earthquake earthquakes quake quakes tremor tremors
elect elects elected election elections ballot ballots poll polls referendum turnout vote votes voted voters voting
emigrant emigrants immigrant immigrants migrant migrants migration refugee refugees asylum
film films movie movies
fine fines fined penalty penalties
blaze blazes fire fires wildfire wildfires
flood floods flooded flooding deluge inundation
football soccer
freight cargo
grow grows grew growth increase increases increased rise rises rose risen climb climbs climbed
heart hearts cardiac
homicide murder murders murdered murderer
injure injures injured injuries injury wound wounds wounded hurt
jail jails jailed prison prisons imprisoned imprisonment
job jobs employ employs employed employees employment worker workers unemployment
launch launches launched liftoff
lawsuit lawsuits litigation sue sues sued suing
lawyer lawyers attorney attorneys
lorry lorries truck trucks
marriage marriages marry marries married wedding weddings
meet meets met meeting meetings summit summits talks negotiation negotiations negotiate
merchant trade trader traders
moon lunar
nuclear atomic
soldier soldiers troops army armies military
profit profits profitable earn earns earned earnings
quit quits resign resigns resigned resigning resignation resignations
railway railways rail train trains
rescue rescues rescued rescuers
research researcher researchers study studies
sale sales sell sells sold selling
school schools pupil pupils
ship ships vessel vessels
shoot shoots shooting shootings shot gunfire gunman
strike strikes striking walkout walkouts stoppage
subsidy subsidies subsidise subsidised grant grants
sink sinks sank sunk sinking
sun solar
tariff tariffs duty duties levy levies
tour tours trip trips visit visits visited visiting
vaccine vaccines vaccinate vaccinated vaccination inoculation jab jabs
"""

# The same for a question alone: kinds of things, and two sentences that hold them need not tell one happening.
_THINGS = """
accident accidents crash crashes crashed collision collisions derailment derailed
aground grounded
approve approves approved approval endorse endorses endorsed ratify ratifies ratified ratification
bankrupt bankruptcy bankruptcies insolvent insolvency
bike bikes bicycle bicycles cycling
blackout blackouts outage outages
bribe bribes bribed bribery corrupt corruption graft
cancel cancels cancelled canceled cancellation cancellations scrap scraps scrapped
captive captives hostage hostages kidnap kidnaps kidnapped kidnapping abduct abducted abduction
casualty casualties victim victims dead died killed
conference conferences meeting meetings summit summits talks
contaminate contaminated contamination pollute polluted pollution
court courts tribunal tribunals judge judges ruling rulings
cut cuts lower lowers lowered lowering reduce reduces reduced reduction
damage damages damaged destroy destroys destroyed destruction
delay delays delayed postpone postpones postponed postponement
deport deports deported deportation deportations expel expels expelled expulsion expulsions
digitise digitised digitize digitized scan scans scanned
doping doped steroid steroids
evacuate evacuates evacuated evacuation evacuations evacuees flee flees fled fleeing displaced
extort extorted extortion blackmail blackmailed ransom ransoms ransomware
factory factories plant plants
famine hunger hungry starve starving starvation malnutrition
gasoline petrol fuel
halt halts halted stop stops stopped suspend suspends suspended suspension
inmate inmates prisoner prisoners detainee detainees
jewel jewels jewellery jewelry bracelet bracelets necklace necklaces
licence licences license licenses permit permits
nuclear atomic reactor reactors
open opens opened opening reopen reopens reopened reopening
pension pensions pensioner pensioners retire retires retired retirement
phone phones telephone telephones smartphone smartphones mobile mobiles
pledge pledges pledged promise promises promised vow vows vowed
poor poverty
refuse refuses refused refusal reject rejects rejected rejection
repair repairs repaired renovate renovated renovation restore restored restoration
salary salaries wage wages pay
sanction sanctions embargo embargoes
scarce scarcity shortage shortages lack lacks lacked
spy spies spying espionage
university universities college colleges
youth youths teenager teenagers teen teens
"""


def kin(stem: str, word: str) -> tuple[str, ...]:
    """The words that may stand for this one, which is folded, as far as the tables know."""
    return tuple(other for other in _table().get(stem, ()) if other != word)


def one_of_kind(stem: str) -> str:
    """One stem for all that tell the same kind of thing; itself where it tells none, or may tell several."""
    return _kinds().get(stem, stem)


@cache
def common_words() -> frozenset[str]:
    """Those that are no country's or people's."""
    return frozenset((_GROUPS + _THINGS).split())


@cache
def _kinds() -> dict[str, str]:
    """By stem its group's first."""
    found: dict[str, set[str]] = {}
    for group in [line.split() for line in _GROUPS.strip().splitlines()] + _nations():
        first = stems.stem(group[0])
        for word in group:
            found.setdefault(stems.stem(word), set()).add(first)
    return {stem: firsts.pop() for stem, firsts in found.items() if len(firsts) == 1}


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """By the stem of each word."""
    found: dict[str, dict[str, None]] = {}
    for group in [line.split() for line in (_GROUPS + _THINGS).strip().splitlines() if line] + _nations():
        for word in group:
            found.setdefault(stems.stem(word), {}).update(dict.fromkeys(group))
    return {stem: tuple(words) for stem, words in found.items()}


def _nations() -> list[list[str]]:
    """A country of one word and its people."""
    groups: dict[str, list[str]] = {}
    for word, country in (*COUNTRIES.items(), *PEOPLES.items()):
        if word.isalpha() and not word.isupper():
            groups.setdefault(country, []).append(folded(word))
    return list(groups.values())
