"""/differ in Discord: each difference is a heading with its sentences, each with its number."""

from chat_world import a_differ

from bot.chat.asks import Ask, Press, custom_id, press_of
from bot.chat.rendering import rendered


def test_each_side_stands_under_what_differs_with_its_source() -> None:
    (page,) = rendered(a_differ(), Ask("differ", "harbour"))
    assert "\n".join(page.blocks).splitlines()[-3:] == [
        "### The figures differ: “two”, “three”",
        "- Two ferries sank. [1]",
        "- Three ferries sank. [2]",
    ]


def test_a_button_remembers_the_question() -> None:
    press = Press("next", Ask("differ", "joint statement"), 1)
    assert custom_id(press) == "q1:nd1:joint statement"
    assert press_of("n", "d", "1", "joint statement") == press
