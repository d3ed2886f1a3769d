"""Of what a text speaks where it names somebody or some place: words for one thing are added here.

A frame is a happening of one kind, evoked by any of its words; a part is what one person or body is in it, known by
what it did, what was done to it, what came to it, or what it is called. All words stand in their plain form.
"""

from collections.abc import Iterable

from bot.linking.wordforms import root

_FRAMES = """
    office: appoint elect choose pick hire promote succeed replace successor post job helm leadership vacancy nominee
    office: chief executive president minister chairman chairwoman governor director mayor coach ambassador head leader
    office: predecessor portfolio department ministry cabinet role incumbent tenure term swear
    prize: win winner award prize honour medal trophy gold champion title crown victory laureate shortlist jury triumph
    prize: cup ribbon distinction accolade ceremony cheque
    race: win winner race final stage lap finish victory champion podium rider driver runner sprint circuit
    match: score goal net header strike penalty equaliser final beat defeat win lose opponent match cup captain coach
    ballot: elect win vote poll seat candidate majority constituency ballot mayoralty delegate
    sale: buy bid owner sell takeover buyer investor stake takeover merger offer auction hammer
    order: contract order tender bidder supply supplier commission build firm licence concession grant block drill
    claim: responsibility claim behind attack bomb ambush carried
    suspect: suspect arrest charge accuse detain convict sentence gunman killer attacker custody murder robber shot
    victim: victim die kill dead body name identify murder stab
    find: find found discover unearth dig dug hoard remains skeleton bone search locate fossil spot notice see detect
    find: image asteroid comet wreck
    rescue: rescue save pull swim haul survivor reach alarm alert lifeboat
    author: write author compose song book play script novel lyric composer poem paint painter portrait translate
    design: design architect draw plan sketch designer
    chair: lead head chair preside mediate mediator host command moderate jury panel chairmanship
    delegation: represent delegation lead envoy side adviser negotiate delegate table talk
    command: captain skipper pilot command helm wheel drive driver steer master
    wedding: marry wed bride groom husband wife wedding
    birth: born birth native birthplace grew cradle daughter son childhood world
    home: live home reside resident dwell hail native move house
    burial: bury grave cemetery funeral rest
    crash: crash aground land strike hit derail sink wreck collide smash struck ground run meadow field
    meeting: meet hold talk summit round conference session host venue delegation envoy gather convene sit assemble
    meeting: open congress ceremony discuss table
    site: build factory plant site works erect home headquarters rise stand cross furnace
    quake: epicentre quake magnitude
    capture: catch arrest seize hide hideout manhunt fugitive stop
    border: border crossing checkpoint customs frontier
    kidnap: kidnap abduct hostage captive ransom gunman seize
    blaze: fire burn blaze smoke
    trial: judge court trial sentence preside defend lawyer prosecutor counsel
    part: role star play cast lead dance sing perform soloist title
    invention: invent found founder inventor develop
    treaty: sign signature treaty accord agreement initial
    port: sail arrive dock port bound harbour berth moor aboard sea embark tow tug quay bring depart
    flight: land bound divert land airport touch takeoff flight
    storm: landfall storm cyclone hurricane coast
    outbreak: outbreak case infection first spread virus
    show: exhibit show display museum concert perform premiere stage festival
    discharge: spill leak oil slick
    care: hospital clinic treat ward patient operate transplant surgeon admit doctor
    inquiry: investigate inquiry detective unit team officer superintendent
    gift: donate donor gift sponsor fund give pay finance
"""

_PARTS = """
    winner: did win take clinch receive earn lift claim secure triumph scoop get prevail succeed land collect
    winner: had honour award crown name choose elect pick reward celebrate declare give
    winner: to go award give present pass fall hand belong
    winner: is winner champion laureate victor
    winner: of victory triumph win success name
    holder: did become succeed replace lead head start assume inherit run buy move
    holder: had appoint elect choose name pick hire promote nominate present install recruit introduce
    holder: to fall go pass
    holder: is successor chief head boss leader
    holder: of appointment election nomination choice promotion
    buyer: did buy acquire purchase own outbid pay absorb
    buyer: to sell go belong pass transfer
    buyer: is owner buyer bidder investor purchaser
    buyer: of property hands
    contractor: did build supply deliver construct get win secure bore dig make operate drill
    contractor: had choose pick give commission award hire select grant
    contractor: to go award give grant
    contractor: is contractor supplier builder operator
    contractor: of signature
    claimant: did claim carry admit plant commit stage perpetrate
    claimant: is attacker
    claimant: of work
    culprit: did shoot stab kill attack rob confess drive fire strike steal plead ram
    culprit: had arrest charge detain convict sentence identify name accuse seize suspect hold catch jail
    culprit: is suspect gunman attacker killer accused bomber robber thief assassin shooter
    victim: did die drown perish fall lose
    victim: had kill shoot stab name identify murder find bury strike hit attack
    victim: is victim dead casualty
    finder: did find found spot notice dig pull rescue save haul carry drag reach swim alert see detect
    finder: is finder rescuer
    finder: of discovery
    author: did write compose author pen paint design draw invent create found develop direct produce sculpt
    author: is author composer architect designer inventor founder writer painter director creator
    author: of novel book poem play song film score drawing
    leader: did lead head chair preside mediate host command moderate captain steer fly pilot drive conduct coach
    leader: did represent
    leader: is head leader captain skipper pilot mediator chair host commander coach conductor moderator manager driver
    leader: of leadership command direction chairmanship baton eyes
    scorer: did score net head strike convert level
    scorer: is scorer
    scorer: of goal header strike penalty
    spouse: did marry wed
    spouse: had marry wed
    spouse: is husband wife bride groom
    carried: is passenger
    loser: did lose
    loser: had beat
    loser: is runner-up loser
    judge: did preside sentence jail acquit
    judge: is judge
    signer: did sign initial
    opener: did open inaugurate unveil cut
    player: did play star portray dance sing perform
    player: is soloist lead
    presenter: did present hand
    giver: did donate give sponsor finance bequeath
    giver: is donor sponsor
    giver: of gift donation
    caller: did raise alert ring notice call
"""


def _frames() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _FRAMES.strip().splitlines():
        name, _, told = line.partition(":")
        for word in told.split():
            found[root(word)] = found.get(root(word), frozenset()) | {name.strip()}
    return found


def _parts() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], frozenset[str]] = {}
    for line in _PARTS.strip().splitlines():
        name, _, told = line.partition(":")
        how, *verbs = told.split()
        for verb in verbs:
            found[root(verb), how] = found.get((root(verb), how), frozenset()) | {name.strip()}
    return found


_OF_WORD = _frames()
_OF_ACT = _parts()


def frames(roots: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(_OF_WORD[each] for each in roots if each in _OF_WORD))


def parts(acts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Of (root, "did", "had", "to", "of" or "is")."""
    return frozenset[str]().union(*(_OF_ACT[each] for each in acts if each in _OF_ACT))
