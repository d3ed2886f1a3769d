"""What counts as said twice: the same names and things, whatever they are called."""

from answers_world import Library
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import saying
from bot.answers.saying import Units


def units_of(library: Library, line: str) -> Units:
    number = library.add(f"{line}.txt", line)
    lookups = library.lookups()
    (found,) = lookups.lines([number])[number]
    return saying.units(found, lookups.names_in([number]))


def test_other_words_of_one_kind_say_the_same(library: Library) -> None:
    one = units_of(library, "[Norland Rail|Norland Rail|ORGANISATION] bought the silver mill in [Alba|Alba|PLACE].")
    two = units_of(
        library, "[Norland Rail|Norland Rail|ORGANISATION]'s acquisition of an [Alba|Alba|PLACE] silver mill."
    )
    assert saying.same(one, two)


def test_a_person_is_one_by_whatever_name(library: Library) -> None:
    one = units_of(library, "[Ann Lee] resigned as harbour master of [Alba|Alba|PLACE] on Monday.")
    two = units_of(library, "[Lee|Ann Lee] quit her post as harbour master of [Alba|Alba|PLACE] yesterday.")
    assert saying.same(one, two)


def test_one_subject_is_not_one_statement(library: Library) -> None:
    one = units_of(library, "[Ann Lee] resigned as harbour master of [Alba|Alba|PLACE] on Monday.")
    two = units_of(library, "[Ann Lee] was born in [Alba|Alba|PLACE] and studied shipbuilding in [Sudia|Sudia|PLACE].")
    assert not saying.same(one, two)


def test_a_first_clause_that_is_told_makes_a_sentence_a_repetition(library: Library) -> None:
    long = "[Ann Lee] resigned as harbour master on Monday, which surprised fishermen, dealers and both mayors alike."
    end = saying.opening(long.replace("[", "").replace("]", ""))
    assert end == len("Ann Lee resigned as harbour master on Monday")
    told = units_of(library, "[Ann Lee] resigned as harbour master.")
    number = library.add("long.txt", long)
    (line,) = library.lookups().lines([number])[number]
    opening = saying.units(line, library.lookups().names_in([number]), end=end)
    assert saying.opens_with(opening, told)
    assert saying.opening("Ann Lee resigned.") is None


words = st.frozensets(st.sampled_from("abcdefgh"), max_size=8)


@given(words, words)
def test_the_same_is_the_same_both_ways(one: Units, two: Units) -> None:
    assert saying.same(one, two) == saying.same(two, one)
    assert 0 <= saying.share(one, two) <= 1
    assert saying.same(one, one) == (len(one) >= 4)
