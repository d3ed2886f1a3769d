"""Which sentences of a timeline are one row: told in other words, on the day of the text, in the same story."""

from answers_world import Library, told

from bot.answers import wording
from bot.answers.answer import Timeline
from bot.answers.timeline import timeline

CASES = "[Orro|Orro|ORGANISATION] promised owners of its phone a free case on {2021-07-16|Friday} after complaints."


def rows(found: Timeline) -> list[tuple[str, int]]:
    """(the date, how many documents tell it)."""
    return [(wording.period(e.when), len({quote.document for quote in e.quotes})) for e in found.entries]


def test_words_that_stand_side_by_side_are_one_happening(library: Library) -> None:
    library.add("a.txt", CASES)
    library.add(
        "b.txt",
        "Rather than recall the model, [Lee|Ann Lee] of [Orro|Orro|ORGANISATION] said {2021-07-16|yesterday} that"
        " everybody who bought one may ask for a free case in the shops.",
    )
    assert rows(timeline(library.lookups(), "Orro")) == [("16 Jul 2021", 2)]


def test_another_happening_of_that_day_is_another_row(library: Library) -> None:
    library.add("a.txt", CASES)
    library.add("b.txt", "[Orro|Orro|ORGANISATION] shares lost four percent in Alba on {2021-07-16|Friday}.")
    assert rows(timeline(library.lookups(), "Orro")) == [("16 Jul 2021", 1), ("16 Jul 2021", 1)]


def test_a_short_clause_that_another_holds_whole_is_one_happening(library: Library) -> None:
    library.add("a.txt", "[Lee|Ann Lee] founded [Orro|Orro|ORGANISATION] in {1976|1976}.")
    library.add(
        "b.txt", "[Orro|Orro|ORGANISATION] was founded by [Ann Lee] and [Bo Ray] in {1976|1976} with borrowed money."
    )
    assert rows(timeline(library.lookups(), "Ann Lee")) == [("1976", 2)]


def test_what_opens_the_texts_of_one_story_is_one_happening(library: Library) -> None:
    one = library.add("a.txt", "[Tove Berg] buys the [Kell Yard|Kell Yard|ORGANISATION] on {2022-03-01|Tuesday}.")
    other = library.add(
        "b.txt",
        "In a surprise that stunned dockers, [Tove Berg] is the new owner of [Kell Yard|Kell Yard|ORGANISATION] since"
        " {2022-03-01|today}.",
    )
    assert len(rows(timeline(library.lookups(), "Kell Yard"))) == 2
    library.is_one_story(one, other)
    assert rows(timeline(library.lookups(), "Kell Yard")) == [("1 Mar 2022", 2)]


def test_what_inherits_the_day_of_its_story_joins_its_row(library: Library) -> None:
    one = library.add("a.txt", "[Tove Berg] bought the [Kell Yard|Kell Yard|ORGANISATION] on {2022-03-01|Tuesday}.")
    other = library.add("b.txt", told("[Berg|Tove Berg] has always liked old cranes.", when="2022-03-01"))
    library.is_one_story(one, other)
    assert rows(timeline(library.lookups(), "Tove Berg")) == [("1 Mar 2022", 2)]


def test_what_a_text_tells_on_its_own_day_happened_when_another_says(library: Library) -> None:
    library.add(
        "a.txt", told("[Ann Lee], head of [Orro|Orro|ORGANISATION], has resigned from her post.", when="2022-08-25")
    )
    library.add(
        "b.txt", "On {2022-08-24|August 24}, [Lee|Ann Lee] resigned from her post as head of [Orro|Orro|ORGANISATION]."
    )
    assert rows(timeline(library.lookups(), "Ann Lee")) == [("24 Aug 2022", 2)]


def test_a_noun_with_a_date_takes_the_name_that_stands_at_it(library: Library) -> None:
    library.add(
        "a.txt",
        told(
            "[Bo Ray] spoke of the {2025-04-22|April 22| attack} in [Pahal|Pahal|PLACE] and praised [Ann Lee].",
            when="2025-06-26",
        ),
    )
    assert rows(timeline(library.lookups(), "Pahal")) == [("22 Apr 2025", 1)]
    assert rows(timeline(library.lookups(), "Ann Lee")) == [("26 Jun 2025", 1)]


def test_a_noun_that_says_nothing_is_told_by_its_sentence(library: Library) -> None:
    library.add("a.txt", "[Ann Lee] was punished for a {1999|1999| incident} when she stabbed a guard with a fork.")
    library.add("b.txt", "A guard was stabbed by [Ann Lee] with a fork in {1999|1999}.")
    assert rows(timeline(library.lookups(), "Ann Lee")) == [("1999", 2)]


def test_a_sentence_that_is_like_two_openings_of_a_story_joins_their_rows(library: Library) -> None:
    told_by = [
        library.add("a.txt", "[Ann Lee] leads the grey choir of [Alba|Alba|PLACE] since {2022-03-01|Tuesday}."),
        library.add("b.txt", "A new voice stands before sixty singers: [Ann Lee] was chosen on {2022-03-01|Tuesday}."),
        library.add(
            "c.txt",
            "The grey choir of [Alba|Alba|PLACE] has a new voice before its sixty singers, for [Ann Lee] was chosen on"
            " {2022-03-01|Tuesday}.",
        ),
    ]
    library.is_one_story(*told_by)
    assert rows(timeline(library.lookups(), "Ann Lee")) == [("1 Mar 2022", 3)]


def test_short_sentences_of_one_story_need_few_words(library: Library) -> None:
    weather = ("Rain fell.", "Wind blew.", "Snow lay.", "Ice broke.")
    one = library.add("a.txt", *weather, "[Bo Ray] is due in court {2022-03-09|9 March}.")
    other = library.add("b.txt", *weather, "[Ray|Bo Ray] meets the court {2022-03-09|9 March}.")
    assert len(rows(timeline(library.lookups(), "Bo Ray"))) == 2
    library.is_one_story(one, other)
    assert rows(timeline(library.lookups(), "Bo Ray")) == [("9 Mar 2022", 2)]


def test_what_somebody_said_of_it_that_day_joins_the_row(library: Library) -> None:
    library.add(
        "a.txt",
        "The ferries of [Kell Line|Kell Line|ORGANISATION] stopped on {2022-03-01|Tuesday}.",
        "Rain fell.",
        "Wind blew.",
        "Snow lay.",
        '"{2022-03-01|Today} shows what greed does to [Kell Line|Kell Line|ORGANISATION]," [Ann Lee] said.',
        "{2022-03-01|Tuesday}'s decision surprised [Kell Line|Kell Line|ORGANISATION] and its captains.",
    )
    assert rows(timeline(library.lookups(), "Kell Line")) == [("1 Mar 2022", 1)]
