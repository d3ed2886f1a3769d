"""British and American spellings of one word: "organisation" and "organization" have different stems."""

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
_AMERICAN = {american: british for british, american in _WORDS.items()}
_SHORTEST = 6
"""Letters of a word whose ending says anything: "wise" is no "wize"."""


def other_spellings(word: str) -> tuple[str, ...]:
    """How else this word, in small letters, may be spelt across the ocean."""
    found = [words[word] for words in (_WORDS, _AMERICAN) if word in words]
    if len(word) >= _SHORTEST:
        for pair in _PAIRS:
            for here, there in (pair, pair[::-1]):
                if word.endswith(here) and not (here == "or" and word.endswith("our")):
                    found.append(word.removesuffix(here) + there)
    return tuple(dict.fromkeys(each for each in found if each != word))
