"""An undated text and its twin: what dates it, and what must not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.analysis.dates import timexes
from bot.linking.dating import FIGURE, Telling, evidence, telling, twin
from bot.model import UNDATED, Analysis, Dated, Document, Kind, Occurrence, Period, Sentence, Span

KINDS: dict[str, Kind] = {"@": "PLACE", "#": "ORGANISATION", "*": "PERSON"}


def a_telling(number: int, marked: str, published: date | None = None) -> Telling:
    """A document whose names are marked: *Person Name*, #Body#, @Place@; sentences end with a full stop."""
    text, occurrences = "", list[Occurrence]()
    open_mark, start = "", 0
    for letter in " ".join(marked.split()):
        if letter in KINDS and open_mark in ("", letter):
            if open_mark:
                name = text[start:]
                occurrences.append(Occurrence(KINDS[letter], name, name, Span(start, len(text)), 0))
            open_mark, start = ("" if open_mark else letter), len(text)
        else:
            text += letter
    sentences, begin = list[Sentence](), 0
    while (end := text.find(". ", begin)) >= 0:
        sentences.append(Sentence(Span(begin, end + 1), "prose"))
        begin = end + 2
    sentences.append(Sentence(Span(begin, len(text)), "prose"))
    day = Period.day(published) if published else None
    document = Document(
        f"{number}.txt", "", Dated(day, "front matter") if day else UNDATED, None, None, text, text, (), str(number)
    )
    found = timexes(text, published=day, sentences=sentences)
    return telling(number, Analysis(document, tuple(sentences), tuple(occurrences), found, (), (), (), (), "test"))


HARBOUR = """
    Harbour workers in @Port Alder@ ended their strike on Thursday after #Alder Docks# raised wages by
    six percent. *Mina Holt* of the #Dockers Union# signed the deal at the harbour office. Cranes moved
    again within hours.
    """
MINISTERS = """
    Defence ministers *Ravi Anand* and *Li Wen* met in @Qarshi@ on Tuesday to calm the border dispute.
    Both sides agreed to resume patrol talks and to exchange hotline numbers.
    """
FERRY = """
    A ferry ran aground off @Sorrel Island@ on Saturday with 212 passengers aboard. The #Coast Guard#
    and captain *Jon Mar* brought everyone ashore in lifeboats, and nobody was hurt. An inquiry into the
    grounding began.
    """
WIND_PARK = """
    *Eva Lind*, head of #Norvik Energy#, opened the wind park at @Hallem@ on Monday. Its forty turbines
    will supply ninety thousand homes, and the cable to the mainland was laid last winter.
    """

# (undated, dated twin, published, day that the undated text tells of)
PAIRS = [
    (
        HARBOUR,
        """
        The strike at @Port Alder@ is over: *Mina Holt* and #Alder Docks# signed a wage deal worth six
        percent on Thursday. The #Dockers Union# had stopped cranes and harbour traffic for nine days.
        Workers returned within hours.
        """,
        date(2024, 5, 17),
        date(2024, 5, 16),
    ),
    (
        MINISTERS,
        """
        *Ravi Anand* met *Li Wen* in @Qarshi@ on March 4, 2025, on the margins of a ministers' conference.
        They agreed that talks about border patrols resume, and a military hotline opens.
        """,
        None,
        date(2025, 3, 4),
    ),
    (
        FERRY,
        """
        All 212 passengers were brought ashore in lifeboats after a ferry ran aground near @Sorrel Island@
        on Saturday, the #Coast Guard# said. Captain *Jon Mar* faces an inquiry into the grounding.
        """,
        date(2023, 8, 14),
        date(2023, 8, 12),
    ),
    (
        WIND_PARK,
        """
        The wind park at @Hallem@ supplies ninety thousand homes from now on: *Eva Lind* of #Norvik Energy#
        opened its forty turbines on Monday. Its cable to the mainland took a winter.
        """,
        date(2022, 6, 14),
        date(2022, 6, 13),
    ),
]

# (undated, dated decoy, published): names are shared, the event is not
DECOYS = [
    (
        HARBOUR,
        """
        *Mina Holt* of the #Dockers Union# was elected to the city council of @Port Alder@ on Thursday. She
        promised cheaper buses, new schools and a swimming pool; turnout reached a record.
        """,
        date(2023, 11, 10),
    ),
    (
        MINISTERS,
        """
        *Ravi Anand* telephoned *Li Wen* on Tuesday to offer condolences after the earthquake. Rescue teams,
        tents and medicine leave for the stricken province tonight.
        """,
        date(2024, 9, 11),
    ),
    (
        MINISTERS,
        """
        *Ravi Anand* and *Li Wen* met in @Vantaa@ on Tuesday to calm the border dispute. Both sides agreed
        to resume patrol talks and to exchange hotline numbers.
        """,
        date(2023, 2, 15),
    ),
    (
        FERRY,
        """
        The #Coast Guard# fined captain *Jon Mar* on Wednesday for the grounding of a ferry off @Sorrel
        Island@ with 212 passengers aboard, who had been brought ashore in lifeboats.
        """,
        date(2024, 2, 8),
    ),
    (
        WIND_PARK,
        """
        *Eva Lind* leaves #Norvik Energy#, the company said on Monday. Shares fell four percent; the board
        looks for a successor from outside, and analysts named three candidates.
        """,
        date(2023, 1, 17),
    ),
]


@pytest.mark.parametrize(("undated", "dated", "published", "day"), PAIRS)
def test_a_twin_dates_an_undated_text(undated: str, dated: str, published: date | None, day: date) -> None:
    found = twin(a_telling(1, undated), [a_telling(2, dated, published)])
    assert found is not None
    assert found.document == 2
    assert found.dated == Dated(Period.day(day), "twin document")


@pytest.mark.parametrize(("undated", "decoy", "published"), DECOYS)
def test_shared_names_alone_date_nothing(undated: str, decoy: str, published: date) -> None:
    assert twin(a_telling(1, undated), [a_telling(2, decoy, published)]) is None


@pytest.mark.parametrize(("undated", "dated", "published", "day"), PAIRS)
def test_decoys_beside_the_twin_change_nothing(undated: str, dated: str, published: date | None, day: date) -> None:
    others = [a_telling(2, dated, published)]
    others += [a_telling(3 + i, decoy, when) for i, (_, decoy, when) in enumerate(DECOYS)]
    others += [a_telling(20 + i, pair[1], pair[2]) for i, pair in enumerate(PAIRS) if pair[1] != dated]
    found = twin(a_telling(1, undated), others)
    assert found is not None
    assert found.dated.value == Period.day(day)


def test_two_twins_that_disagree_date_nothing() -> None:
    undated, dated, _, _ = PAIRS[0]
    others = [a_telling(2, dated, date(2024, 5, 17)), a_telling(3, dated, date(2024, 5, 24))]
    assert twin(a_telling(1, undated), others) is None


def test_a_text_that_names_a_later_day_has_no_earlier_twin() -> None:
    undated, dated, published, _ = PAIRS[0]
    later = undated + " The union recalled the deal on 3 June 2025."
    assert twin(a_telling(1, later), [a_telling(2, dated, published)]) is None


def test_a_date_that_came_from_a_twin_is_not_handed_on() -> None:
    undated, dated, published, _ = PAIRS[0]
    other = a_telling(2, dated, published)
    second_hand = replace(other, published=Dated(other.published.value, "twin document"))
    assert twin(a_telling(1, undated), [second_hand]) is None


def test_no_document_is_its_own_twin() -> None:
    undated, _, _, _ = PAIRS[0]
    assert twin(a_telling(1, undated), [a_telling(1, undated)]) is None


def test_a_day_without_its_year_fits_the_twins_day() -> None:
    undated = PAIRS[1][0].replace("on Tuesday", "on March 4")
    found = twin(a_telling(1, undated), [a_telling(2, PAIRS[1][1])])
    assert found is not None
    assert found.dated.value == Period.day(date(2025, 3, 4))
    other_day = PAIRS[1][0].replace("on Tuesday", "on April 4")
    assert twin(a_telling(1, other_day), [a_telling(2, PAIRS[1][1])]) is None


def test_a_text_that_says_yesterday_was_written_the_day_after() -> None:
    _, dated, published, day = PAIRS[0]
    copy = dated.replace("on Thursday", "yesterday")
    found = twin(a_telling(1, copy), [a_telling(2, dated, published)])
    assert found is not None
    assert found.dated.value == Period.day(day + timedelta(1))


def test_figures_are_evidence_and_offices_are_none() -> None:
    one = a_telling(1, "Minister *Ravi Anand* said that 212 flights to @Qarshi@ were cancelled.")
    same = a_telling(2, "All 212 planes for @Qarshi@ stood still, *Ravi Anand* said.")
    other = a_telling(3, "Minister *Ravi Anand* said that he loved @Qarshi@.")
    assert evidence(one, same) == FIGURE
    assert evidence(one, other) == 0


def test_a_champions_other_fight_is_no_twin() -> None:
    undated = """
        *Aron Vey* kept his belt at @Ober Hall@ on Saturday when he stopped *Lou Carr* in the seventh round. *Vey*
        floored *Carr* with a left hook, and the referee ended the fight. It was a dull fight until then.
        """
    other = """
        *Aron Vey* kept his belt at @Ober Hall@ on Saturday when he stopped *Tim Nash* in the sixth round. *Vey*
        floored *Nash* with a right hook, and the referee ended the fight. It was a good fight until then.
        """
    assert twin(a_telling(1, undated), [a_telling(2, other, date(2024, 3, 10))]) is None


def test_what_the_other_only_looks_forward_to_dates_nothing() -> None:
    undated, _, _, _ = PAIRS[1]
    ahead = """
        *Ravi Anand* and *Li Wen* will meet in @Qarshi@ on March 4, 2025, to calm the border dispute. Ministers of both
        sides want to resume patrol talks and to exchange hotline numbers.
        """
    assert twin(a_telling(1, undated), [a_telling(2, ahead, date(2025, 2, 27))]) is None


def test_a_name_that_was_not_recognised_is_of_the_scene_all_the_same() -> None:
    unseen = a_telling(1, FERRY.replace("@", "").replace("*", ""))
    assert {"sorrel", "island", "mar"} <= unseen.proper
    assert unseen.lead_proper >= {"sorrel", "island"}


def test_a_word_that_is_also_written_small_or_opens_a_sentence_is_no_name() -> None:
    found = a_telling(1, "Ferries wait. The Harbour of @Alba@ froze, and no ship left the harbour for Korin.")
    assert found.proper == {"alba", "korin"}


def test_who_tells_of_monday_is_no_witness_for_the_tuesday_it_is_printed_on() -> None:
    works = """
        A leak of ammonia at the #Dornan Works# sent 40 workers to hospital on Tuesday and closed the road for
        six hours. Manager *Colm Geary* said that a valve of the fertiliser plant had failed.
        """
    jobs = """
        *Colm Geary*, manager of the #Dornan Works#, said on Monday that 40 workers would go. Gas is too dear for the
        fertiliser plant on the road.
        """
    tuesday = date(2022, 4, 5)
    assert twin(a_telling(1, works), [a_telling(2, jobs, tuesday)]) is None
    undated_report = jobs.replace(" on Monday", "")
    assert twin(a_telling(1, works), [a_telling(2, undated_report, tuesday)]) is not None


def test_a_figure_beside_a_day_that_both_say_makes_up_for_a_word() -> None:
    one = """
        The capsule with *Yuki Tanabe* and *Boris Malin* landed on the steppe on Saturday. *Tanabe* was away for
        201 days.
        """
    other = """
        *Yuki Tanabe* and *Boris Malin* are back: their capsule touched the steppe on September 9, 2023, after 201 days.
        """
    found = twin(a_telling(1, one), [a_telling(2, other)])
    assert found is not None
    assert found.dated.value == Period.day(date(2023, 9, 9))
    assert twin(a_telling(1, one), [a_telling(2, other.replace("201", "many"))]) is None
