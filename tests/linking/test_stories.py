"""Copies and stories: what is linked, what must not be, and that the order of documents does not matter."""

import time
from dataclasses import dataclass
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.linking.clusters import clusters
from bot.linking.copies import near_pairs
from bot.linking.shingles import sketch
from bot.linking.stories import stories
from bot.linking.told import Named, Told
from bot.model import Period

FERRY = """
The ferry Santa Luzia ran aground off Berlenga on Monday evening with ninety people aboard. Rescue boats from Peniche
brought all passengers ashore before midnight. The captain told the coast guard that the rudder had failed in a heavy
swell. Two people were treated for cold. The owner, Atlantic Lines, has taken a sister ship out of service until the
cause is known. Divers will look at the hull as soon as the weather allows, the harbour office of Peniche said.
""".strip()
FERRY_ELSEWHERE = """
Ninety passengers of the ferry Santa Luzia were safe on Tuesday after a night rescue near Berlenga. A failed rudder
drove the ship onto rocks, its captain said. Atlantic Lines, which owns it, apologised; boats from Peniche had carried
everybody to land, and two were seen by doctors for cold.
""".strip()
ANOTHER_FERRY = """
The ferry Nordlys collided with a pier in Bergen on Friday morning. Nobody was hurt. The harbour office of Bergen said
fog had hidden the pier until the last moment. The ship, owned by Fjord Transport, will be repaired over two weeks, and
its passengers travelled on by bus. An inquiry will ask why the radar was off.
""".strip()
MARKET = """
Olive growers around Beja expect the smallest harvest in ten years after a dry spring. Prices at the mill have doubled
since January, the growers' union said on Wednesday. Shops have begun to limit bottles to two a customer, and importers
look to Tunisia for help. The ministry promised loans to farms that must replant.
""".strip()
NAMES = ("Santa Luzia", "Berlenga", "Peniche", "Atlantic Lines", "Bergen", "Nordlys", "Beja")
EVENINGS = [
    "Chess players meet in the library at seven.",
    "A talk about moths, with lanterns, has been moved to the park.",
    "Tiles from the old station can be bought until Sunday.",
    "Bakers show how rye bread is made without yeast.",
    "The bells of Santa Clara will be silent during repairs.",
    "Kites larger than a door need a permit from the town hall.",
]
"""Short notices that have nothing to do with each other."""


def named(texts: dict[int, str]) -> list[Named]:
    return [
        Named(document, number, "OTHER", text.count(word))
        for document, text in texts.items()
        for number, word in enumerate(NAMES)
        if word in text
    ]


@dataclass
class Shelf:
    """Documents by name; the order in which they are given their ids is free."""

    texts: dict[str, str]
    dates: dict[str, date]

    def linked(self, order: list[str] | None = None) -> tuple[set[frozenset[str]], dict[str, str]]:
        """The stories, and each copy's original, by name."""
        ids = {name: number for number, name in enumerate(order or list(self.texts), 1)}
        by_id = {number: name for name, number in ids.items()}
        told = [
            Told(
                ids[name],
                name,
                self.texts[name],
                Period.day(self.dates[name]) if name in self.dates else None,
                sketch(self.texts[name]),
            )
            for name in ids
        ]
        names = named({ids[name]: text for name, text in self.texts.items()})
        links = stories(told, names, near_pairs(told), {ids[name]: text for name, text in self.texts.items()})
        assert [link.document for link in links] == sorted(by_id)
        groups: dict[int, set[str]] = {}
        for link in links:
            groups.setdefault(link.story, set()).add(by_id[link.document])
        assert all(story == min(ids[name] for name in group) for story, group in groups.items())
        copies = {by_id[link.document]: by_id[link.reprint_of] for link in links if link.reprint_of}
        return {frozenset(group) for group in groups.values()}, copies


def shelf(**texts: str) -> Shelf:
    return Shelf({**texts, **{f"list{n}": text for n, text in enumerate(EVENINGS)}}, {})


words = FERRY.split()
COPIES = {
    "the same": FERRY,
    "cut to the first half": " ".join(words[: len(words) // 2]),
    "cut to a third": " ".join(words[len(words) // 3 : 2 * len(words) // 3]),
    "another headline": "Night rescue at the islands\n\n" + FERRY,
    "with a site's furniture": "Subscribe now\n"
    + FERRY.replace(". ", ".\nShare this\n", 2)
    + "\nRead more\nTop stories",
    "with notices that come again": "\n".join(
        f"{sentence}.\n{notice}"
        for sentence in FERRY.rstrip(".").split(". ")
        for notice in ["You can change at any time what you hear from us."]
    ),
    "every second sentence": ". ".join(FERRY.rstrip(".").split(". ")[::2]) + ".",
    "lightly edited": FERRY.replace("ran aground", "hit rocks").replace("Two people", "Two passengers"),
    "rewritten word by word": (
        "The ferry Santa Luzia ran onto rocks off Berlenga on Monday evening with ninety persons aboard. Rescue boats "
        "from Peniche took all passengers ashore before midnight. The captain told the coast guard that the rudder "
        "had failed in a heavy swell. The owner, Atlantic Lines, took a sister ship out of service until the cause is "
        "known. Two people were treated for cold. Divers are to look at the hull as soon as the weather allows, said "
        "the harbour office of Peniche."
    ),
    "other quotes and spaces": FERRY.replace(" ", "\u00a0", 30).replace("'", "’"),
}


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_folds_under_the_fullest_text_however_it_was_changed(how: str) -> None:
    groups, copies = shelf(a=FERRY, b=COPIES[how], market=MARKET).linked()
    assert set(copies) | set(copies.values()) == {"a", "b"}
    assert frozenset({"a", "b"}) in groups


QUOTING = """
Is the coast ready? The captain told the coast guard that the rudder had failed in a heavy swell. Divers will look at
the hull as soon as the weather allows, the harbour office of Peniche said. But fishermen here remember the winter of
the two barges, when nobody came until noon, and they want a lifeboat of their own. Its crew would be paid by the town,
which has no money, and by the yards, which have some. A vote is due before the summer fair.
""".strip()


def test_who_quotes_a_text_does_not_copy_it() -> None:
    assert shelf(a=FERRY, b=QUOTING, market=MARKET).linked()[1] == {}


@settings(max_examples=40, deadline=None)
@given(
    chosen=st.lists(st.sampled_from(sorted(COPIES)), max_size=6),
    cuts=st.lists(st.tuples(st.integers(0, len(words) - 30), st.integers(30, len(words))), max_size=4),
)
def test_copies_however_many_leave_the_origins_and_stories_as_they_were(
    chosen: list[str], cuts: list[tuple[int, int]]
) -> None:
    fullest = FERRY + " Nobody aboard had heard the captain shout, a passenger from Beja said on the quay at noon."
    origins = {"fullest": fullest, "elsewhere": FERRY_ELSEWHERE, "market": MARKET}
    copies = {f"copy{n}": COPIES[kind] for n, kind in enumerate(chosen)}
    copies |= {f"cut{n}": " ".join(words[first : first + size]) for n, (first, size) in enumerate(cuts)}
    alone, _ = shelf(**origins).linked()
    groups, copied = shelf(**origins, **copies).linked()
    assert {frozenset(group - copies.keys()) for group in groups} - {frozenset()} == alone
    assert copied == dict.fromkeys(copies, "fullest")


def test_the_same_happening_in_other_words_is_one_story_and_no_copy() -> None:
    groups, copies = shelf(a=FERRY, b=FERRY_ELSEWHERE, market=MARKET, other=ANOTHER_FERRY).linked()
    assert copies == {}
    assert frozenset({"a", "b"}) in groups
    assert frozenset({"other"}) in groups
    assert frozenset({"market"}) in groups


def test_the_same_words_a_year_apart_are_two_stories() -> None:
    both = shelf(a=FERRY, b=FERRY_ELSEWHERE)
    both.dates = {"a": date(2024, 3, 4), "b": date(2025, 3, 4)}
    assert frozenset({"a"}) in both.linked()[0]
    both.dates["b"] = date(2024, 3, 6)
    assert frozenset({"a", "b"}) in both.linked()[0]


LOOKING_BACK = """
What the coast can learn: yards in Peniche want stricter checks of every hull since the night on the rocks, and
insurers ask who pays. A committee will hear owners, pilots and the coast guard and then propose a law.
""".strip()


@pytest.mark.parametrize(
    ("text", "twin", "stories_told"), [(LOOKING_BACK, None, 2), (LOOKING_BACK, 1, 1), (MARKET, 1, 2)]
)
def test_the_twin_that_dated_a_document_tells_its_story_if_it_is_nearly_as_alike(
    text: str, twin: int | None, stories_told: int
) -> None:
    told = [Told(1, "a.txt", FERRY, None, b""), Told(2, "b.txt", text, None, b"", twin=twin)]
    told += [Told(3 + n, f"list{n}.txt", each, None, b"") for n, each in enumerate(EVENINGS)]
    links = stories(told, named({1: FERRY, 2: text}), [], {})
    assert len({link.story for link in links} & {1, 2}) == stories_told


def test_short_texts_are_nobodys_copies() -> None:
    groups, copies = shelf().linked()
    assert copies == {}
    assert groups == {frozenset({f"list{n}"}) for n in range(len(EVENINGS))}


def test_equal_copies_fold_under_the_earliest() -> None:
    three = shelf(z=FERRY, y=FERRY + " ", x=FERRY + "\n")
    three.dates = {"z": date(2024, 3, 4), "y": date(2024, 3, 5), "x": date(2024, 3, 6)}
    assert three.linked()[1] == {"y": "z", "x": "z"}


def enumerate_lists() -> list[tuple[str, str]]:
    return [(f"list{n}", text) for n, text in enumerate(EVENINGS)]


def test_groups_join_only_while_they_are_alike_on_average() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.9}  # 0-1 and 2-3 are alike, the link between them is weak
    assert grouped(4, chain) == [[0, 1], [2, 3]]
    near = {**chain, (0, 2): 0.5, (0, 3): 0.4, (1, 3): 0.4}
    assert grouped(4, near) == [[0, 1, 2, 3]]
    assert grouped(2, {}) == [[0], [1]]


def test_a_straggler_joins_many_at_a_lower_likeness_and_another_group_does_not() -> None:
    many = {(a, b): 0.6 for b in range(6) for a in range(b)}
    faint = {(a, 6): 0.25 for a in range(6)}
    assert grouped(7, {**many, **faint}) == [[*range(7)]]
    few = {pair: value for pair, value in {**many, **faint}.items() if 5 not in pair}
    assert grouped(7, few) == [[0, 1, 2, 3, 4], [5], [6]]
    others = {(a, b): 0.25 for a in range(6) for b in (6, 7)}
    assert grouped(8, {**many, **others, (6, 7): 0.6}) == [[*range(6)], [6, 7]]


def grouped(count: int, likeness: dict[tuple[int, int], float]) -> list[list[int]]:
    return sorted(map(sorted, clusters(count, likeness, enough=0.3, straggling=0.2)))


BAKERY = """
Flour reached the old bakery of Vilnor by boat

The bakery of Vilnor bakes again after eleven months, its owner Agata Brandt said on Thursday. Forty sacks of flour
came by boat, since the bridge will be closed until May. Neighbours lent the ovens of the school kitchen, and the
first loaves went to those who had carried the sacks. The baker hopes to pay back her loan of nine thousand crowns
by the autumn. Two apprentices from Hallby start on Monday, and a third place is still free for somebody who does
not mind the hour.
""".strip()
ORGAN = """
Organ of Saint Brice is taken apart pipe by pipe

Builders from Trosa began to take the organ of Saint Brice apart on Wednesday. Each of its 1,846 pipes is numbered,
washed and laid on straw in the north aisle. Worms have eaten the wind chests, the master builder Klaus Ferrand told
the parish, which must find another 60,000 crowns by spring. Until then a piano from the music school stands beside
the altar. The choir has moved its concerts to the gymnasium, where the heating can be heard in every pause, as its
conductor remarked.
""".strip()


def test_a_page_that_collects_texts_does_not_make_them_one_story_nor_one_origin() -> None:
    page = f"{BAKERY}\n\n{ORGAN}"
    groups, copies = shelf(bakery=BAKERY, organ=ORGAN, page=page).linked()
    assert set(copies) == {"page"}
    assert len({frozenset(group) for group in groups if group & {"bakery", "organ"}}) == 2


SECONDS = 20  # of a slow machine; without a limit it is hours
AFTERWARDS = """
Passengers spoke of the night on the quay of Peniche. Joana Reis had put her coat round two children whose father was
still aboard. The captain came ashore last and shook every hand, she said, and then he sat down on a rope and wept. The
coast guard counted ninety people twice. Atlantic Lines paid for rooms above the fish market, where nobody slept. At
noon a bus took them to the station, and the band of the fire brigade played.
""".strip()


def test_a_book_and_its_copy_are_compared_in_a_moment() -> None:
    book = " ".join(
        f"Page {n} says that boat {n % 97} left quay {n % 89} at {n % 24} with {n * 7} sacks." for n in range(30_000)
    )
    started = time.process_time()
    _, copies = shelf(
        book=book, copy=book.replace("left quay", "sailed from quay"), other=book[: len(book) // 20]
    ).linked()
    assert copies.keys() == {"copy", "other"}
    assert time.process_time() - started < SECONDS


def test_two_halves_of_one_text_are_no_origins_of_their_own() -> None:
    assert shelf(whole=f"{FERRY}\n\n{AFTERWARDS}", half=FERRY, rest=AFTERWARDS).linked()[1] == {
        "half": "whole",
        "rest": "whole",
    }


def test_a_text_spliced_from_two_has_no_origin_of_its_own() -> None:
    ours, theirs = (text.partition("\n\n")[2].replace("\n", " ").split(". ") for text in (BAKERY, ORGAN))
    in_turn = ". ".join(sentence for pair in zip(ours[:3], theirs[:3], strict=True) for sentence in pair) + "."
    _, copies = shelf(bakery=BAKERY, organ=ORGAN, both=in_turn).linked()
    assert set(copies) == {"both"}


def test_a_passage_that_stands_in_two_texts_does_not_make_them_one() -> None:
    passage = " ".join(ORGAN.partition("\n\n")[2].split()[:48])
    one, other = f"{BAKERY}\n\n{passage}", f"{FERRY}\n\n{passage}"
    _, copies = shelf(one=one, other=other, passage=passage).linked()
    assert set(copies) == {"passage"}
    assert copies["passage"] in {"one", "other"}


def test_two_reports_that_quote_one_release_are_two_origins() -> None:
    release = " ".join(ORGAN.partition("\n\n")[2].split()[:48])
    assert shelf(one=f"{BAKERY} {release}", other=f"{FERRY} {release}").linked()[1] == {}


FORMS = {
    "market": (
        "Shares in Vilnor {} on Monday. The index of the twenty largest firms {} by {} percent to {} points, after {} "
        "points on Friday. {} was the strongest at {} percent, while {} lost {} percent. A crown bought {} cents at "
        "the close, dealers said."
    ),
    "weather": (
        "Outlook for the coast. The morning brings {} and the afternoon {}. Temperatures rise from {} degrees at dawn "
        "to {} degrees, and the wind blows at {} kilometres an hour. {} is the warmest place at {} degrees, {} the "
        "coldest at {}. {} millimetres of rain fall overnight, the harbour office said."
    ),
}
FILLED = {
    "market": [
        ("rose", "rose", "1.2", "4,210.7", "4,160.2", "Trosa Steel", "3.9", "Hallby Bank", "2.2", "91.4"),
        ("fell", "fell", "0.7", "3,987.1", "4,015.9", "Brandt Mills", "1.4", "Lode Shipping", "5.8", "88.3"),
    ],
    "weather": [
        ("fog", "sun", "4", "17", "22", "Hallby", "18", "Trosa", "9", "3"),
        ("rain", "haze", "9", "13", "41", "Vilnor", "14", "Lode", "7", "26"),
    ],
}


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_that_is_filled_in_anew_each_day_is_no_copy(kind: str) -> None:
    one, other = (FORMS[kind].format(*filled) for filled in FILLED[kind])
    assert shelf(one=one, other=other).linked()[1] == {}
    again = one.replace("the harbour office said", "the office of the harbour said").replace(
        "dealers said", "they said"
    )
    assert set(shelf(one=one, other=again).linked()[1]) < {"one", "other"}


def test_metres_made_feet_are_the_same_text() -> None:
    feet = FERRY.replace("ninety people", "90 people").replace("Two people", "2 people")
    assert set(shelf(one=FERRY, feet=feet).linked()[1]) < {"one", "feet"}


def test_the_same_words_weeks_later_with_another_figure_are_another_report() -> None:
    words = (
        "The bank of Vilnor left its rate at {} percent after the meeting of its board on Thursday. The governor will "
        "speak to reporters in the afternoon. The loan rate stays where it has been since spring, a spokesman said."
    )
    both = shelf(one=words.format("3.5"), other=words.format("3.25"))
    both.dates = {"one": date(2024, 3, 7), "other": date(2024, 3, 8)}
    assert set(both.linked()[1]) == {"other"}
    both.dates["other"] = date(2024, 4, 11)
    assert both.linked()[1] == {}


def test_two_agencies_run_as_one_leave_two_origins() -> None:
    longer = FERRY_ELSEWHERE + (
        " Passengers had put on their coats and sung to keep the children calm, the purser told a paper of Peniche. "
        "Some had seen the lighthouse of Berlenga on the wrong side before the ship struck, and shouted to the bridge."
    )
    one = f"Ferry aground off Berlenga\n\n{FERRY}"
    other = f"Night rescue near the islands\n\n{longer}"
    groups, copies = shelf(one=one, other=other, both=f"{one}\n\n{other}", market=MARKET).linked()
    assert set(copies) == {"both"}
    assert frozenset({"one", "other", "both"}) in groups


MANY = {
    **COPIES,
    "elsewhere": FERRY_ELSEWHERE,
    "other": ANOTHER_FERRY,
    "market": MARKET,
    "bakery": BAKERY,
    "organ": ORGAN,
    "page": f"{BAKERY}\n\n{ORGAN}",
    "the page again": f"Two from the valley\n\n{BAKERY}\n\n{ORGAN}",
    "another page": f"{ORGAN}\n\n{FERRY}",
    "a passage": " ".join(ORGAN.partition("\n\n")[2].split()[:48]),
    "with a passage": f"{FERRY_ELSEWHERE}\n\n" + " ".join(ORGAN.partition("\n\n")[2].split()[:48]),
}


@settings(max_examples=60, deadline=None)
@given(chosen=st.sets(st.sampled_from(sorted(MANY)), min_size=2), order=st.randoms())
def test_the_order_of_documents_does_not_matter(chosen: set[str], order: Random) -> None:
    some = Shelf({name: MANY[name] for name in sorted(chosen)} | dict(enumerate_lists()), {})
    shuffled = list(some.texts)
    order.shuffle(shuffled)
    assert some.linked(shuffled) == some.linked()
