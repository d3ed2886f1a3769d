"""A brief as a text: its opening, its order, its names and dates, its hint, and the newest stories each once."""

import sqlite3

from answers_world import Library, days, told

from bot.answers.brief import brief
from bot.answers.choosing import Candidate
from bot.answers.differ import differ
from bot.answers.ordering import Known, in_order
from bot.store.lookups import Line


def a_candidate(line: Line) -> Candidate:
    return Candidate(
        line,
        relevance=1,
        headline={},
        position=1,
        facts=0,
        told=0,
        happening=None,
        story=None,
        opens=True,
        document=1,
        recency=1,
    )


def in_story(library: Library, *documents: int) -> None:
    connection: sqlite3.Connection = library.connection
    for document in documents:
        connection.execute("UPDATE documents SET story = ? WHERE id = ?", (documents[0], document))


def test_a_story_stays_together_in_the_order_of_its_days(library: Library) -> None:
    fire = "A fire destroyed the Amsel theatre and the costumes of forty actors on Sunday night."
    found = "Police found petrol cans in a cellar behind the Amsel theatre and asked for witnesses."
    sold = "The town of Brill sold the ruin of the Amsel theatre to a dealer in old stones."
    festival = "The Amsel theatre opened its spring festival with a comedy by a young Sudian author."
    first = library.add("1.txt", fire, published="2024-05-06", title="Fire")
    last = library.add("2.txt", sold, published="2024-05-20", title="Sale")
    library.add("3.txt", festival, published="2023-03-01", title="Festival")
    second = library.add("4.txt", found, published="2024-05-11", title="Petrol")
    in_story(library, first, second, last)
    texts = [quote.text for quote in brief(library.lookups(), "Amsel theatre").quotes]
    assert set(texts) == {fire, found, sold, festival}
    assert [text for text in texts if text != festival] == [fire, found, sold]
    assert texts.index(festival) in (0, 3)


def test_it_opens_with_who_is_named_in_full(library: Library) -> None:
    library.add(
        "a.txt",
        "[Renn|Tobias Renn] will lead the new observatory on Mount Arl, its council decided.",
        "[Tobias Renn], who counted comets for thirty years, takes over the observatory on Mount Arl in May.",
        published="2024-05-06",
    )
    first, *_ = brief(library.lookups(), "observatory Mount Arl").quotes
    assert first.text.startswith("Tobias Renn")


def test_who_introduces_the_person_opens_though_it_was_chosen_last(library: Library) -> None:
    number = library.add(
        "a.txt",
        *(f"Renn sold ship number {each} at the harbour of Alba." for each in range(5)),
        "Tobias Renn is a shipbuilder in Alba.",
    )
    lines = library.lookups().lines([number])[number]
    picked = [a_candidate(line) for line in lines]
    known = Known(library.lookups().documents([number]), {}, ())
    ordered = in_order(picked, known, lambda line: "Tobias" not in line.text)
    assert ordered == [lines[-1], *lines[:-1]]


def test_it_does_not_open_with_somebodys_words(library: Library) -> None:
    library.add(
        "a.txt",
        "[Ann Lee] said: “The observatory on Mount Arl will see farther than any before it, and cost less.”",
        "The observatory on Mount Arl opened to its first visitors after nine years of building.",
        published="2024-05-06",
        title="Mount Arl",
    )
    first, *_ = brief(library.lookups(), "observatory Mount Arl").quotes
    assert first.text.startswith("The observatory")


def test_it_does_not_open_with_a_quotation_though_much_of_the_sentence_is_none(library: Library) -> None:
    library.add(
        "a.txt",
        "“The dome of the observatory on Mount Arl leaks,” said a baker from Brill who once had to leave it in the rain"
        " and has since told everybody who buys his bread.",
        "Nine masons finished the observatory on Mount Arl.",
        published="2024-05-06",
    )
    first, *_ = brief(library.lookups(), "observatory Mount Arl").quotes
    assert first.text.startswith("Nine masons")


def test_it_opens_with_the_person_asked_about_in_full(library: Library) -> None:
    library.add(
        "a.txt",
        "[Otto Frey] sold his horses to [Lee|Ann Lee] and his carts to [Mira Sol] before the races in Brill.",
        "Nine of the carts in the great race had been built by [Ann Lee], a wheelwright in the hills above Sudia.",
        published="2024-05-06",
    )
    first, *_ = brief(library.lookups(), "Ann Lee").quotes
    assert first.text.startswith("Nine of the carts")


def test_what_another_document_says_in_other_words_is_not_said_again(library: Library) -> None:
    library.add(
        "a.txt",
        "[Norland Rail|Norland Rail|ORGANISATION] bought the silver mill in [Brill|Brill|PLACE] for ten crowns.",
    )
    library.add(
        "b.txt",
        "The silver mill in [Brill|Brill|PLACE] was acquired by [Norland Rail|Norland Rail|ORGANISATION], it was said.",
    )
    library.add("c.txt", "Forty weavers have worked in the silver mill since their own looms were burnt in a riot.")
    texts = [quote.text for quote in brief(library.lookups(), "silver mill").quotes]
    assert len(texts) == 2
    assert texts[-1].startswith("Forty weavers")


def test_a_document_that_only_passes_by_the_topic_is_not_quoted_beside_one_about_it(library: Library) -> None:
    about = [
        "[Ann Lee] entered a clinic in [Alba|Alba|PLACE] after her third fall from a horse this spring.",
        "Doctors told [Ann Lee] that she may not ride before the autumn races begin in [Brill|Brill|PLACE].",
        "[Ann Lee] has won the great race of [Brill|Brill|PLACE] four times on two different horses.",
        "The stable of [Ann Lee] employs nine grooms and a smith whose father worked there already.",
    ]
    for number, line in enumerate(about):
        library.add(f"{number}.txt", line, title=line[:30])
    library.add(
        "aside.txt",
        "The singer Mira Sol gave a concert in the old salt hall of Sudia last night.",
        *[f"The singer Mira Sol gave encore number {n} in the old salt hall of Sudia." for n in range(3)],
        "Among 400 guests were [Ann Lee], [Otto Frey], two bakers and a retired admiral with a parrot.",
        title="Mira Sol sings again",
    )
    assert "aside.txt" not in {quote.source for quote in brief(library.lookups(), "Ann Lee").quotes}


def test_a_name_stands_once_and_not_in_its_parts(library: Library) -> None:
    library.add(
        "a.txt",
        "[Ann Lee] and [Tobias Renn] opened the observatory on Mount Arl.",
        "[Renn|Renn] praised the observatory on Mount Arl.",
        "[Lee and Renn|Lee and Renn|ORGANISATION] paid for the observatory on Mount Arl.",
        "[Mount Arl|Mount Arl|PLACE] is where the observatory stands.",
        "[Brill Comets|Brill Comets|ORGANISATION] visited the observatory on Mount Arl.",
        "The [Comets|Comets|ORGANISATION] liked the observatory on Mount Arl, gave [Brill|Brill|ORGANISATION] a flag.",
    )
    names = [name.name for name in brief(library.lookups(), "observatory Mount Arl").names]
    assert sorted(names) == ["Ann Lee", "Brill", "Brill Comets", "Tobias Renn"]


def test_a_key_date_is_told_by_a_sentence_that_reads_alone(library: Library) -> None:
    library.add(
        "a.txt",
        "The [Amsel|Amsel|PLACE] bridge carries two railway lines across the river Sarn and a road for carts.",
        "He closed the [Amsel|Amsel|PLACE] bridge on {2024-05-02|2 May 2024}.",
        "Engineers closed the [Amsel|Amsel|PLACE] bridge on {2024-05-03|3 May 2024} because of cracks in a pier.",
        "Windows on the [Amsel|Amsel|PLACE] bridge were made by Glass {2012|2012} and its owners, said a glazier.",
        *[f"Passenger {n} praised the [Amsel|Amsel|PLACE] bridge and its many iron lamps." for n in "ABCDEFG"],
        published="2024-05-04",
        title="Bridge",
    )
    answer = brief(library.lookups(), "Amsel")
    told_of = [quote.text for entry in answer.dates for quote in entry.quotes]
    assert not any(text.startswith(("He closed", "Windows")) for text in told_of)


def test_of_dates_one_a_sentence_and_the_finer_of_two(library: Library) -> None:
    library.add(
        "a.txt",
        "The [Amsel|Amsel|PLACE] bridge carries two railway lines across the river Sarn and a road for carts.",
        *[f"Passenger {n} praised the [Amsel|Amsel|PLACE] bridge and its many iron lamps." for n in "ABCDEFG"],
        "Masons began the [Amsel|Amsel|PLACE] bridge in {1901|1901} and finished its towers in {1907|1907}.",
        "A ship struck the [Amsel|Amsel|PLACE] bridge in {1950|1950} and sank with its coal.",
        "A ship called Dora struck the [Amsel|Amsel|PLACE] bridge on {1950-03-02|2 March 1950}, said its pilot.",
        published="2024-05-04",
        title="Bridge",
    )
    dates = brief(library.lookups(), "Amsel").dates
    texts = [entry.quotes[0].text for entry in dates]
    assert len(texts) == len(set(texts))
    assert [entry.when for entry in dates if entry.when.first.year == 1950] in ([days("1950-03-02")], [])


def test_a_lead_that_only_repeats_its_story_is_not_worth_a_line(library: Library) -> None:
    one = library.add(
        "a.txt",
        "[Ann Lee] resigned as harbour master of [Alba|Alba|PLACE] after a quarrel over dredgers, lamps, a sunken barge"
        " and the colour of uniforms.",
    )
    other = library.add(
        "b.txt",
        "[Ann Lee] resigned as harbour master, which pleased fishermen in [Alba|Alba|PLACE], bakers, smiths, a bishop"
        " and the owner of a small circus from the hills.",
    )
    library.add("c.txt", "Two pilots now run the port of [Alba|Alba|PLACE] until somebody new can be found for it.")
    in_story(library, one, other)
    texts = [quote.text for quote in brief(library.lookups(), "Alba").quotes]
    assert len(texts) == 2
    assert sum("resigned" in text for text in texts) == 1


def test_the_header_says_from_when_to_when(library: Library) -> None:
    library.add("a.txt", "The silver mill on the river was sold to a baker.", published="2024-05-02")
    library.add("b.txt", "The silver mill on the river burnt down in the night.", published="2025-01-30")
    found = brief(library.lookups(), "silver mill").found
    assert found.first is not None
    assert found.last is not None
    assert (found.first.first.isoformat(), found.last.last.isoformat()) == ("2024-05-02", "2025-01-30")


def test_it_hints_at_what_its_sources_disagree_on(library: Library) -> None:
    one = library.add(
        "a.txt",
        "A fire in the silver mill of [Brill|Brill|PLACE] killed four workers on {2024-05-02|Thursday}.",
        published="2024-05-03",
        title="Four dead in mill",
    )
    other = library.add(
        "b.txt",
        "A fire in the silver mill of [Brill|Brill|PLACE] killed six workers on {2024-05-02|Thursday}.",
        "Its owner [Karl Voss] promised to pay the families for ten years and to build new halls of brick.",
        published="2024-05-03",
        title="Six dead in mill",
    )
    assert brief(library.lookups(), "Brill").differs == ()
    in_story(library, one, other)
    (what,) = brief(library.lookups(), "Brill").differs
    assert "“four workers”" in what
    assert "“six workers”" in what
    assert what in [each.what for each in differ(library.lookups(), "Brill").differences]


def test_two_that_agree_give_no_hint(library: Library) -> None:
    start = "A fire in the silver mill of [Brill|Brill|PLACE] killed"
    more = [f"Neighbour {n} of the mill in [Brill|Brill|PLACE] heard a bang at night." for n in "ABCDEFGHIJKLMN"]
    one = library.add(
        "a.txt", f"{start} four workers on {{2024-05-02|Thursday}}.", *more, published="2024-05-03", title="Four dead"
    )
    other = library.add(
        "b.txt", f"{start} four workers on {{2024-05-02|Thursday}}.", *more, published="2024-05-03", title="Fire"
    )
    in_story(library, one, other)
    assert brief(library.lookups(), "Brill").differs == ()


def test_the_newest_stories_stand_once_though_nobody_linked_them(library: Library) -> None:
    names = "[Ann Lee] and [Tobias Renn] of the [Brill Opera|Brill Opera|ORGANISATION] in [Alba|Alba|PLACE]"
    library.add("a.txt", f"{names} married on the lake of swans yesterday.", published="2024-05-02")
    library.add("b.txt", f"{names} have married on a lake, friends said.", published="2024-05-03")
    library.add("c.txt", f"{names} sued a newspaper over a drawing of their dog.", published="2021-05-03")
    answer = brief(library.lookups(), None)
    assert [line.source for line in answer.stories] == ["b.txt", "c.txt"]


def test_a_story_is_told_by_whichever_of_its_documents_tells_it_best(library: Library) -> None:
    sound = library.add("a.txt", "Ann Lee sold the silver mill on the river to her brother.", published="2024-05-02")
    lost = library.add("b.txt", "He had wanted it since he was a boy, said the brother.", published="2024-05-03")
    in_story(library, sound, lost)
    (quote,) = brief(library.lookups(), None).quotes
    assert quote.source == "a.txt"


def test_a_guilds_documents_are_in_nobody_elses_header_or_hint(library: Library) -> None:
    library.add("open.txt", "The silver mill on the river was sold to a baker.", published="2024-05-02")
    library.add("secret.txt", told("The silver mill on the river is cursed."), scope="42", published="2025-05-02")
    found = brief(library.lookups(), "silver mill").found
    assert found.documents == 1
    assert found.last == found.first
