"""A changed rule changes the stamp under which things are stored."""

from bot.stamps import stamp


def test_each_part_has_a_stamp_of_its_own() -> None:
    assert len({stamp("words"), stamp("model"), stamp("linking"), stamp("words", "model")}) == 4


def test_a_stamp_stays_while_the_rules_do() -> None:
    assert stamp("linking", "words") == stamp("linking", "words")
    stamp.cache_clear()
    assert stamp("linking") == stamp("linking")
