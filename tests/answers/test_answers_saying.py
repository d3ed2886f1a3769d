"""What a sentence says, as units: the same names and things, whatever they are called."""

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


def test_words_of_one_kind_are_one(library: Library) -> None:
    one = units_of(library, "[Norland Rail|Norland Rail|ORGANISATION] bought the silver mill in [Alba|Alba|PLACE].")
    two = units_of(
        library, "[Norland Rail|Norland Rail|ORGANISATION]'s acquisition of an [Alba|Alba|PLACE] silver mill."
    )
    assert saying.share(one, two) == 1


def test_a_person_is_one_by_whatever_name(library: Library) -> None:
    one = units_of(library, "[Ann Lee] resigned as harbour master of [Alba|Alba|PLACE] on Monday.")
    two = units_of(library, "[Lee|Ann Lee] quit her post as harbour master of [Alba|Alba|PLACE] yesterday.")
    assert saying.share(one, two) == 1
    assert len([unit for unit in one & two if unit.startswith("#")]) == 2


def test_the_topic_goes_without_saying(library: Library) -> None:
    number = library.add("a.txt", "[Ann Lee] sold the silver mill.")
    (line,) = library.lookups().lines([number])[number]
    seen = library.lookups().names_in([number])
    whole = saying.units(line, seen)
    assert saying.units(line, seen, saying.of_words("silver")) == whole - saying.of_words("silver")


words = st.frozensets(st.sampled_from("abcdefgh"), max_size=8)


@given(words, words)
def test_a_share_is_a_share(one: Units, two: Units) -> None:
    assert 0 <= saying.share(one, two) <= 1
    assert saying.share(one, one | two) == (1 if one else 0)
