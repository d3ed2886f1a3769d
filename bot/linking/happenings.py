"""Words that tell of one kind of happening, so that "died" meets "his death": each line is one. Words are added here.

What stands before the colon names the kind; a phrase is joined by "_", and up to two words may stand between its parts.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.linking.wordforms import Word, root, words
from bot.model import Span

_ONCE = """
    die: die dead death pass_away perish late lose_life decease breathe_last
    bear: born birth birthday give_birth come_world hatch
    bury: bury burial funeral requiem lay_rest cremate
    marry: marry wed wedding marriage bride tie_knot tied_knot
    sign: sign signature signatory initial seal put_name put_signature set_name countersign conclude_treaty put_pen
    resign: resign resignation leave_office leave_post hand_notice step_aside bow_out stand_aside vacate abdicate
    appoint: appoint appointment take_office swear_in assume_post take_charge
    open: open opening inaugurate unveil open_door throw_open cut_ribbon enter_service
    close: close closure shut shutdown shutter close_door lock_door cease_production wind_up seal
    begin: begin beginning start onset outset get_way get_under set_motion force effect
    end: end conclude conclusion over expire expiry lapse run_out come_end
    complete: complete completion finish ready lay_pen close_deal
    deliver: deliver delivery hand_over handover
    found: found foundation founder establish create creation set_up date_back
    build: build construct erect construction lay_stone put_up
    launch: launch liftoff lift_off blast_off leave_pad climb_away rocket take_off soar
    land: land touchdown splashdown make_landing set_down
    explode: explode explosion blast detonate blow_up go_off rip_through tear_through
    crash: crash collide collision derail derailment leave_track leave_rail leave_road run_into plough_into slam plunge
    collapse: collapse give_way cave fall_in come_down burst break breach topple tumble fail crumble
    sink: sink founder go_down go_under capsize
    burn: fire blaze burn inferno break_out flame catch_fire ablaze
    erupt: erupt eruption spew
    landfall: landfall come_ashore
    flood: flood dyke levee overflow submerge inundate burst_bank
    slide: landslide avalanche mudslide
    spill: spill leak
    shoot: shoot shot gun murder slay stab assassinate kill
    rob: rob robbery heist burglary steal theft thief break_in hold_up loot
    hack: hack intrude cyberattack
    kidnap: kidnap abduct abduction
    arrest: arrest detain detention pick_up custody round_up take_away
    escape: escape flee get_away abscond break_free
    free: free release set_free let_go walk_free leave_prison
    vanish: vanish disappear disappearance last_see go_missing lose_contact
    find: discover discovery find unearth come_upon turn_up
    try: trial stand_trial courtroom
    appeal: appeal
    convict: convict conviction guilty verdict pronounce judgment judgement ruling
    sentence: sentence jail
    charge: charge indict indictment
    elect: elect election poll vote ballot referendum booth
    approve: approve approval adopt pass ratify ratification green_light wave_through nod_through give_consent give_nod
    reject: reject rejection turn_down vote_down veto
    publish: publish publication bring_out come_out
    buy: buy purchase acquire acquisition take_over takeover sell sale change_hand snap_up swallow
    merge: merge merger
    premiere: premiere debut first_night
    win: win victory triumph clinch
    consecrate: consecrate consecration dedicate dedication
    withdraw: withdraw withdrawal pull_out
    invade: invade invasion march_into
    capture: capture captured seize overrun conquer
    truce: ceasefire cease_fire fall_silent hostility fight_stop fight_end truce armistice
    dissolve: dissolve dissolution disband
    abolish: abolish repeal scrap
    lift: lift
    impose: impose introduce ban curfew
    strike: strike walkout lay_tool down_tool
    outage: outage blackout light_out power_cut without_electricity fault stop_work cease_work go_dark
    evacuate: evacuate evacuation
    demolish: demolish demolition tear_down pull_down raze
    depart: leave depart departure set_off set_out set_sail
    arrive: arrive arrival reach
    apply: apply applied applies application deadline submit submission
    award: award grant confer issue
    retire: retire retirement
    move: move relocate
    test: test
    reopen: reopen reopening resume resumption
    return: return come_back
    alarm: alarm alert emergency_call first_call
    auction: auction hammer
    eclipse: eclipse
    climb: summit_reach reach_top
    operate: surgery transplant
    independent: independence
"""
_OFTEN = """
    meet: meet talk negotiate summit session convene gather sit
    say: say tell announce announcement report declare
    visit: visit tour
    attack: attack raid assault shell bomb
    protest: protest demonstrate march rally
    play: play match game beat
    trade: trade rise fall
    inspect: inspect examine
    warn: warn
    quake: quake tremor shake jolt
"""
_NEEDED = """
    award: apply
    approve: apply
    convict: charge
    appeal: convict sentence
    bury: die
    land: launch
    reopen: close
"""
_BETWEEN = 3  # words from one part of a phrase to the next


class Happening(NamedTuple):
    """A word or phrase at `at` of a sentence that tells of a happening of this kind."""

    kind: str
    at: Span


def _read(table: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for line in table.strip().splitlines():
        kind, _, told = line.partition(":")
        for word in told.split():
            yield tuple(root(part) for part in word.split("_")), kind.strip()


_KINDS = dict(_read(_OFTEN)) | dict(_read(_ONCE))
_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _parts, _kind in _KINDS.items():
    _PHRASES.setdefault(_parts[0], []).append((_parts, _kind))
for _told in _PHRASES.values():
    _told.sort(key=lambda each: -len(each[0]))
ONCE = frozenset(kind for _, kind in _read(_ONCE))
"""What comes but once to one thing."""
PHASES = frozenset("begin end reopen".split())
"""Of one thing each has its own day: "the strike began", "its resignation takes effect" tell more by what begins."""

RESTS_ON = {
    kind.strip(): frozenset(needed.split())
    for kind, _, needed in (line.partition(":") for line in _NEEDED.strip().splitlines())
}
"""What cannot be before one of those."""


@lru_cache(maxsize=16384)
def happenings(sentence: str) -> tuple[Happening, ...]:
    told = words(sentence)
    return tuple(_happenings(told))


def _happenings(told: Sequence[Word]) -> Iterator[Happening]:
    for place, word in enumerate(told):
        for parts, kind in () if place and word.text[0].isupper() else _PHRASES.get(word.root, ()):
            end = _end(told, place, parts[1:])
            if end:
                yield Happening(kind, Span(word.start, end))
                break


def _end(told: Sequence[Word], place: int, rest: Sequence[str]) -> int:
    """Where a phrase ends that begins at `place`; 0: it is not there."""
    at = place
    for part in rest:
        following = range(at + 1, min(len(told), at + 1 + _BETWEEN))
        found = next((each for each in following if told[each].root == part), None)
        if found is None:
            return 0
        at = found
    return told[at].end
