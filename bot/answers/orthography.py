"""Other spellings and forms of a word that have another stem: "organization" for "organisation", "wolves", "stole"."""

from functools import cache

from bot.answers import stems

# Endings, British first. What the one side makes of any word need not exist: it is only ever looked for.
_PAIRS = (
    ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ises", "izes"), ("ised", "ized"),
    ("ising", "izing"), ("yse", "yze"), ("ysed", "yzed"), ("our", "or"), ("ours", "ors"), ("oured", "ored"),
    ("ouring", "oring"), ("tre", "ter"), ("tres", "ters"), ("ence", "ense"), ("ences", "enses"), ("ogue", "og"),
    ("ogues", "ogs"), ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("amme", "am"), ("ammes", "ams"),
)  # fmt: skip
_WORDS = {
    "grey": "gray", "tyre": "tire", "tyres": "tires", "plough": "plow", "jewellery": "jewelry", "cheque": "check",
    "kerb": "curb", "aluminium": "aluminum", "aeroplane": "airplane", "aeroplanes": "airplanes", "defences": "defenses",
    "anaemia": "anemia", "paediatric": "pediatric", "labour": "labor", "neighbouring": "neighboring",
}  # fmt: skip
# What no ending tells. A form that is as often another word ("left", "found", "ground", "saw") is none here.
_FORMS = """
beat beaten; bite bitten; bleed bled; break broke broken; bring brought; build built; buy bought; catch caught;
choose chose chosen; drive drove driven; eat ate eaten; fall fell fallen; fight fought; fly flew flown;
forbid forbade forbidden; freeze froze frozen; grow grew grown; hide hidden; lose lost; pay paid; rise risen; sell sold;
send sent; shake shook shaken; shoot shot; shrink shrank shrunk; sing sang sung; sink sank sunk; sleep slept;
speak spoke spoken; spend spent; stick stuck; sting stung; swing swung;
dig dug; steal stole stolen; strike struck; swear swore sworn; swim swam swum; teach taught;
throw threw thrown; weave wove woven; win won; withdraw withdrew withdrawn; write wrote written;
analysis analyses; bacterium bacteria; calf calves; child children; crisis crises; elf elves; foot feet; goose geese;
half halves; hoof hooves; knife knives; loaf loaves; man men; mouse mice; oasis oases; scarf scarves; shelf shelves;
thief thieves; tooth teeth; wife wives; wolf wolves; woman women
"""
_AMERICAN = {american: british for british, american in _WORDS.items()}
_SHORTEST = 6
"""Letters of a word whose ending says anything: "wise" is no "wize"."""


def other_spellings(word: str) -> tuple[str, ...]:
    """How else this word, in small letters, may be spelt across the ocean, and its forms that have other stems."""
    found = [*irregular_forms(word)]
    found += [words[word] for words in (_WORDS, _AMERICAN) if word in words]
    if len(word) >= _SHORTEST:
        for pair in _PAIRS:
            for here, there in (pair, pair[::-1]):
                if word.endswith(here) and not (here == "or" and word.endswith("our")):
                    found.append(word.removesuffix(here) + there)
    return tuple(dict.fromkeys(each for each in found if each != word))


def irregular_forms(word: str) -> tuple[str, ...]:
    """ "stole" and "stolen" of "steal"."""
    return _forms().get(word) or _forms().get(stems.stem(word), ())


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    groups = [group.split() for group in _FORMS.split(";")]
    return {form: tuple(other for other in group if other != form) for group in groups for form in group}
