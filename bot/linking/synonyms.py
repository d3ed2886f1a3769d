"""Words that news uses for one thing: each line is one meaning, its first word stands for it. Words are added here.

Verbs and nouns stand in their plain form; a phrase of a verb and what follows it is joined by "_".
"""

_VERBS = """
    die perish succumb death pass_away lose_life lose_lives
    resign quit step_down stand_down
    sign ink
    approve adopt pass ratify endorse
    reject refuse decline rebuff turn_down vote_down
    begin start commence kick_off get_underway take_effect come_into_force
    finish complete finalise finalize wrap_up
    buy acquire purchase acquisition take_over
    arrest detain apprehend
    explode detonate explosion blast bombing blow_up go_off
    collapse crumble cave_in
    land touch_down
    capsize overturn
    ground run_aground
    found establish set_up
    open inaugurate
    build construct erect
    beat defeat overcome
    win clinch
    hold take_place
    appoint name nominate
    charge indict
    postpone delay defer put_off push_back
    cancel scrap axe abandon call_off
    close shut shut_down
    destroy demolish raze wreck
    evacuate clear_out
    find discover uncover locate
    recover retrieve salvage
    steal rob
    seize confiscate
    kidnap abduct
    free release
    withdraw pull_out pull_back
    leave depart set_off
    arrive reach
    hire recruit
    dismiss sack
    visit tour
    admit concede confess acknowledge
    warn caution
    accuse blame
    help assist
    ban outlaw prohibit
    raise hike
    fine penalise penalize
    deploy station
    injure wound hurt
    kill slay murder
    attack assault raid
    expel oust
    suspend halt
    resume restart reopen
    expand enlarge extend
    reveal disclose
    hide conceal
    vaccinate inoculate
    vow pledge promise
    grant award subsidy
    reduce cut lower slash
    rescue save
"""
_NOUNS = """
    communique statement declaration communiqué
    agreement deal pact accord treaty
    ceasefire truce armistice
    ship vessel boat ferry
    plane aircraft airliner jet
    quake earthquake tremor
    fire blaze
    strike walkout
    firm company
    plant factory
    film movie
    poll vote election
    talk negotiation dialogue
    officer policeman policewoman
    jail prison
    house home dwelling
    pupil schoolchild
    student undergraduate
    worker employee labourer laborer staffer
    protester demonstrator marcher
    protest demonstration rally
    passenger traveller traveler commuter
    soldier troop serviceman trooper
    rebel insurgent guerrilla
    bus coach minibus
    truck lorry
    road highway motorway
    hospital clinic infirmary
    meeting session sitting
    lawyer attorney barrister solicitor
    court tribunal
    baby infant newborn
    cost price fee tag
    wage salary
    bill law legislation
    summit conference congress
    shop store outlet
    flat apartment
    village hamlet
    doctor physician medic
    gun rifle firearm
    forest wood woodland
    farmer grower
    resident inhabitant villager
    tourist holidaymaker visitor
    storm tempest
    flood flooding deluge
    outbreak epidemic
    illness disease sickness
    crew crewman
    sailor seaman mariner
    fisherman fisher
    inquiry investigation probe
    increase rise
    railway railroad
    airport airfield
    loss deficit
    profit earnings
    owner proprietor
    lawmaker legislator
    parliament legislature
    dispute row quarrel
    delegate envoy negotiator
"""


def _lines(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


SAME = {word: line[0] for line in (*_lines(_VERBS), *_lines(_NOUNS)) for word in line if "_" not in word}
PHRASES = {tuple(word.split("_")): line[0] for line in _lines(_VERBS) for word in line if "_" in word}
"""Plain forms of a phrase's words -> what it means."""
