"""Verbs of saying and meeting in all their forms. Come here when a statement's verb is not known."""

from typing import Final

_SAYING: Final = """
accuse acknowledge add admit advise affirm agree allege announce answer apologise apologize appeal applaud apprise
argue ask assert assure blame brief call caution charge cite claim comment complain concede conclude condemn confirm
congratulate consent contend convey criticise criticize declare decline decry defend demand denounce deny
describe detail disagree disclose dismiss echo elaborate emphasise emphasize encourage endorse estimate exhort explain
express forecast hail highlight hint imply inform insist instruct laud lament maintain mention note object observe
offer oppose outline pledge praise predict proclaim promise propose protest question quip react reaffirm
reassure recall recommend refuse reiterate reject remark remind repeat reply report request respond retort reveal say
signal state stress suggest swear tell testify thank threaten tweet underline underscore urge voice volunteer vow warn
welcome write
"""
_IRREGULAR: Final[dict[str, str]] = {
    form: base
    for form, _, base in (
        pair.partition("=")
        for pair in """
    said=say says=say saying=say told=tell wrote=write written=write swore=swear sworn=swear met=meet held=hold had=have
    has=have having=have replies=reply replied=reply denies=deny denied=deny decries=decry decried=decry
    testifies=testify testified=testify implies=imply implied=imply conferred=confer conferring=confer quipped=quip
    signalled=signal signalling=signal
    """.split()
    )
}
MEETING: Final = frozenset("meet confer".split())
HOLDING: Final = frozenset("hold have attend host".split())
ENCOUNTERS: Final = frozenset(
    "talk talks meeting meetings discussion discussions consultation consultations summit dialogue deliberations "
    "conversation conversations negotiation negotiations encounter".split()
)


def _forms() -> dict[str, str]:
    known = dict(_IRREGULAR)
    for lemma in (*_SAYING.split(), *MEETING, *HOLDING):
        stem = lemma.removesuffix("e")
        plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
        for form in (lemma, plural, stem + "ed", stem + "ing"):
            known.setdefault(form, lemma)
    return known


LEMMAS: Final = _forms()
SAYING: Final = frozenset(_SAYING.split())


def lemma(word: str) -> str | None:
    """The verb's base form if it is one of saying, holding or meeting."""
    return LEMMAS.get(word.lower())
