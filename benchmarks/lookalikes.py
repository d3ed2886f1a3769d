"""What only looks like a reprint: reports run as one, texts that quote another, forms that are filled in each day."""

import random
import re

from benchmarks.reprints import SENTENCE, taken

_QUOTE = re.compile(r'["“]([^"“”]{30,}?)["”]')
_SHORT = 5  # words of what is no sentence


def merged(a: str, b: str) -> str:
    """Two agencies' reports run as one: the first whole, then the second."""
    return f"{a.strip()}\n\n{b.strip()}"


def spliced(a: str, b: str) -> str:
    """Half of each, sentence by sentence in turn."""
    ours, theirs = ([each for each in SENTENCE.split(text) if len(each.split()) > _SHORT] for text in (a, b))
    both = zip(ours[: len(ours) // 2], theirs[: len(theirs) // 2], strict=False)
    return " ".join(sentence for pair in both for sentence in pair)


def quoting(text: str, quoted: str) -> str:
    """A report of its own with what another has in quotation marks, which makes a third of it at most."""
    room = len(text.split()) // 2
    quotes: list[str] = []
    for quote in _QUOTE.findall(quoted):
        if len(" ".join([*quotes, quote]).split()) < room:
            quotes.append(quote)
    return f"{text.strip()}\n\n" + " ".join(f'"{quote}" the report goes on.' for quote in quotes)


def citing(text: str, release: str) -> str:
    """A report of its own in which a press release makes two sentences in five."""
    sentences = SENTENCE.split(text)
    own = sentences[: max(3, 3 * len(sentences) // 5)]
    passage = taken(SENTENCE.split(release), words=2 * len(" ".join(own).split()) // 3)
    return f"{own[0]} {passage} {' '.join(own[1:])}"


def forms(each: int) -> dict[str, str]:
    """Texts that say another thing each day in the words of the day before, by file name."""
    chance = random.Random(3)
    return {
        f"form-{kind}-{number}.txt": _BLANK.sub(lambda blank: _filled(blank[1], chance), " ".join(form.split())) + "\n"
        for kind, form in _FORMS.items()
        for number in range(each)
    }


def _filled(blank: str, chance: random.Random) -> str:
    """A number from 4 to 19 for "4-19", one with a fraction for "1.0-9.0", some town for "town"."""
    if blank in _WORDS:
        return chance.choice(_WORDS[blank])
    low, high = blank.split("-")
    return (
        f"{chance.uniform(float(low), float(high)):.2f}" if "." in blank else str(chance.randint(int(low), int(high)))
    )


_BLANK = re.compile(r"<([^<>]+)>")
_TOWNS = "Ambury Colsterworth Dunholm Eastwater Farleigh Grimsal Hartwick Kelso Lodmoor Marlow Norwold Pendry".split()
_WORDS = {
    "day": "Monday Tuesday Wednesday Thursday Friday".split(),
    "town": _TOWNS,
    "firm": [f"{town} {what}" for town in _TOWNS for what in ("Shipping", "Steel", "Breweries", "Savings Bank")],
    "player": "Abbot Banfi Calder Dorsey Ekwall Farkas Grant Hollis Ivanov Jansen Kovar Lindt Moreau Novak".split(),
    "sky": "fog drizzle sun haze".split(),
    "wind": "north east south west".split(),
    "moved": "rose fell".split(),
    "grade": "AA A BBB".split(),
}
_FORMS = {
    "weather": """
    Outlook for the coast. The day begins with <sky> in the valleys and clears from the <wind> by <9-15> o'clock.
    Temperatures rise from <1-9> degrees at dawn to <10-31> degrees in the afternoon. The wind blows from the <wind> at
    <5-70> kilometres an hour, with gusts of <71-120> on the cliffs. <1-30> millimetres of rain are expected overnight.
    The sea is <4-19> degrees warm, the harbour office said.
    """,
    "market": """
    Shares on the Harbour Exchange <moved> on <day>. The index of the thirty largest companies <moved> by <0.1-3.0>
    percent to <2000.0-9000.0> points, after <2000.0-9000.0> points a day before. <firm> was the strongest at <2.0-9.0>
    percent, while <firm> lost <1.0-9.0> percent. <firm> did not change. Turnover came to <1.0-9.0> billion crowns,
    dealers said. A dollar bought <18.0-27.0> crowns at the close, and the yield of ten-year bonds stood at <1.0-6.0>
    percent.
    """,
    "match": """
    <town> beat <town> <2-5>-<0-1> on <day> evening. <player> scored in the <3-30>th minute after a corner, and <player>
    made it two in the <31-60>th. <town> hit the post through <player> in the <61-88>th minute and had most of the ball
    after the break, but could not find a way past the goalkeeper. <3-60>,<100-999> people watched. <town> climb to
    place <1-9> with <40-60> points, <town> drop to place <10-18>.
    """,
    "tender": """
    <firm> said it sold bonds worth <50-900> million crowns on <day>. They run for <3-15> years, pay <2.0-7.0> percent
    and were priced at <97.0-102.0>. The issue is managed by <firm> and was bought mainly by insurers. Bids came to
    <901-3000> million crowns. The bonds are not callable before <2027-2033> and are rated <grade> by both agencies, the
    company said in a statement.
    """,
    "results": """
    <firm> reported a net profit of <11-99> million crowns for the quarter, after <11-99> million a year before. Revenue
    <moved> by <1.0-19.0> percent to <100-999> million crowns. The board proposes a dividend of <1.0-9.0> crowns a
    share. Chairwoman <player> <player> said the order book stood at <100-999> million crowns and that <20-900> people
    would be hired in <town>.
    """,
}
