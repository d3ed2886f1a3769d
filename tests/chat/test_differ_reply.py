"""/differ in Discord: each difference is a heading with its sentences, each with its number."""

from dataclasses import replace
from datetime import date

from chat_world import a_differ, a_quote

from bot.answers.answer import Contradiction
from bot.chat.asks import Ask, Press, custom_id, press_of
from bot.chat.rendering import rendered
from bot.model import Dated, Period


def test_each_side_stands_under_what_differs_with_its_source() -> None:
    (page,) = rendered(a_differ(), Ask("differ", "harbour"))
    assert "\n".join(page.blocks).splitlines()[-3:] == [
        "### The figures differ: “two”, “three”",
        "- Two ferries sank. [1]",
        "- Three ferries sank. [2]",
    ]


def test_where_the_reports_are_of_different_days_each_side_says_when() -> None:
    first = a_quote("Two ferries sank.")
    later = replace(a_quote("Three ferries sank.", document=2), published=Dated(Period.day(date(2024, 5, 8)), "byline"))
    what = "A later document gives another figure: “Two ferries”, “Three ferries”"
    answer = replace(a_differ(), differences=(), later=(Contradiction("figure", what, (first, later)),))
    (page,) = rendered(answer, Ask("differ", "harbour"))
    told = "\n".join(page.blocks).splitlines()
    assert "-# reported <t:1715126400:D>" in told or "-# reported 8 May 2024" in told
    assert told.index("- Three ferries sank. [2]") > told.index("- Two ferries sank. [1]")


def test_a_button_remembers_the_question() -> None:
    press = Press("next", Ask("differ", "joint statement"), 1)
    assert custom_id(press) == "q1:nd1:joint statement"
    assert press_of("n", "d", "1", "joint statement") == press
