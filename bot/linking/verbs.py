"""Verbs and the little words about them: which are opposites, which deny, plan or say nothing. Words are added here."""

from bot.linking.wordforms import CALENDAR, root

NEGATORS = frozenset("not never n't cannot".split())
FAILING = frozenset("failed refused declined unable neglected fails refuses declines".split())
ABSTAINING = frozenset("refrained abstained stopped short".split())
MODAL = frozenset(
    """should may might must can if whether unless possible possibly could likely unlikely assuming hopes hoped wants
    wanted urged urges asked asks threatened threatens proposed proposes demanded demands called calls before until
    ready""".split()
)
WILL = frozenset("will would shall".split())
TO_BE = frozenset(
    """is are was were be due set scheduled expected expects planned plans agreed agrees intends vowed vows pledged
    pledges decided about""".split()
)
UNTOLD = NEGATORS | FAILING | CALENDAR
NOBODY = frozenset("no none neither nobody nothing".split())
SCHEDULED = frozenset(
    """begins starts opens closes ends takes meets goes holds arrives leaves departs resumes expires comes
    kicks resume""".split()
)
"""Verbs whose present tense tells what is to come."""
DETERMINERS = frozenset("the a an of to its their his her our this that these those in on at for with from by".split())
ARTICLES = frozenset("the a an their its his her our this that these those any all some many most of".split())
SKIPPED = frozenset("be also now then still not never only have been n't soon later".split())
NO_MATTER = frozenset("matter longer doubt".split())
CLAUSES = frozenset("when where who which that as after before until".split())
CONDITIONS = frozenset("if unless whether assuming should".split())
AUXILIARY = frozenset("was were been be has have had is are did do does being being's".split())
ENDS = frozenset([*',;:.—–()"', *"and but while although though because when after before until".split()])
PREPOSITIONS = frozenset(
    "of in on at to for with by from off near over under about into during after before against because as who "
    "which that was were been has had is are did not".split()
)
_ONCE = frozenset(
    root(word)
    for word in """die resign sign approve reject begin finish buy sell explode collapse land capsize sink crash derail
    found open build win beat appoint elect charge convict sentence acquit cancel close destroy steal kidnap free
    withdraw arrive marry born dissolve launch seize ground hold complete end strike erupt retire adjourn convene
    premiere bury assassinate overthrow invade surrender capture""".split()
)
TURNING = frozenset(
    root(word)
    for word in "open close begin end finish explode collapse sink capsize crash derail run ground move burn".split()
)
"""What opens is opened: its subject is what it is done to."""
SAYING = frozenset(
    root(word)
    for word in """said told added reported announced noted stated claimed stressed argued explained asked
    described according need based used made took come came went got want
    expected""".split()
) - frozenset(map(root, ("not", "agreement")))
"""Without words that only look like them: "noted" and "not" have one root."""

ANNOUNCED = root("announced")
LIGHT = frozenset(root(word) for word in "make take give come go enter claim".split())
"""Verbs whose noun says what was done: "came into force"."""
HELD = root("held")
PARTICLES = frozenset("out off up down over back from".split())
INTO = frozenset("into to on under in".split())
WHEN = CALENDAR | frozenset("last next this yesterday today tonight late early again".split())
SIDES = frozenset(root(word) for word in "voted spoke ruled decided testified campaigned argued".split())
"""What is done for or against something."""
RELATIVE = frozenset("which who that".split())
DENYING = frozenset("denied denies deny dismissed rejected".split())

LINES = (
    "approve pass ratify accept grant clear | reject block veto refuse deny",
    "attend join | boycott skip",
    "impose | lift",
    "win | lose",
    "convict | acquit",
    "survive | die",
    "rise increase climb grow gain | fall drop decrease shrink slump",
    "support back endorse | oppose",
    "allow permit | ban forbid prohibit",
    "leave withdraw depart | remain stay",
)
OPPOSITES = {
    root(word): (root(line.split()[0]), place == 0)
    for line in LINES
    for place, part in enumerate(line.split("|"))
    for word in part.split()
}
"""Verb -> (the first verb of its line, whether it says that it holds)."""
ONCE = frozenset(OPPOSITES.get(act, (act, True))[0] for act in _ONCE)
"""What is done once to or by one and the same: two days, places or doers of it do not go together."""
