"""Words of which one says that something is so and another that it is not. Opposites are added here."""

from bot.linking.wordforms import root

_LINES = """
    approve pass ratify accept grant clear authorise authorize | reject refuse deny block veto decline disallow
    attend join present | boycott skip absent absence
    impose | lift
    win | lose defeat
    convict guilty | acquit innocent exonerate
    survive alive living | die dead death
    rise increase climb grow gain higher | fall drop decrease shrink slump decline lower
    support back favour | oppose
    allow permit permission let legal lawful | ban forbid prohibit bar illegal unlawful
    leave withdraw depart flee quit resign | remain stay
    open | close shut
    free release | detain custody captive captivity jail
    continue resume restart | suspend stop cease halt pause
    hold happen occur | cancel postpone
    safe harmless | unsafe dangerous contaminated poisonous
    intact undamaged | destroy damage
    valid force effect | lapse expire void invalid
    true genuine authentic real | false fake forge untrue fabricate
    accident accidental | deliberate deliberately intentional sabotage
    succeed success successful | fail failure
    full | empty
    improve recover | worsen deteriorate
    strengthen | weaken
    uphold | overturn quash annul
    agree agreement | disagree disagreement
    profit | loss
    majority | minority
    include | exclude
    comply honour observe | breach violate
    solve | unsolved
    hit | miss
    keep retain | scrap abolish
    public | secret
    confirm | dispute
    voluntary willing willingly | reluctant
    appoint hire | dismiss
"""
_PARTED = "turn vote strike | down | reject, call | off | cancel"

Pole = tuple[str, bool]
"""An act and whether a word says that it is so."""


def _poles() -> dict[str, Pole]:
    """Root -> pole; the first word of a line stands for it, and a word stands in its first line alone."""
    found: dict[str, Pole] = {}
    for line in _LINES.strip().splitlines():
        first = root(line.split()[0])
        for place, part in enumerate(line.split("|")):
            for word in part.split():
                found.setdefault(root(word), (first, place == 0))
    return found


POLES = _poles()
PARTED = {
    root(verb): ((particle.strip(), POLES[root(meaning.strip())]),)
    for line in _PARTED.split(",")
    for of, particle, meaning in [line.split("|")]
    for verb in of.split()
}
"""Verbs that a particle turns, with words between: "turned the offer down"."""
