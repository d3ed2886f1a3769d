"""The words of a circle: every tie with its sentence, within Discord's limits however many there are."""

from dataclasses import replace
from itertools import combinations

from chat_world import FERRY, HARBOUR, SHELF, a_circle, a_name, a_quote

from bot.answers.answer import Circle, Tie
from bot.chat.asks import Ask
from bot.chat.escaping import size
from bot.chat.pages import COMPONENTS_MAX, TEXT_MAX
from bot.chat.rendering import rendered

ASK = Ask("circle", "Ilse Brandt")


def shown(circle: Circle) -> str:
    return "\n".join(text for page in rendered(circle, ASK) for text in page.texts)


def test_each_tie_stands_with_a_sentence_and_a_sentence_stands_once() -> None:
    text = shown(a_circle())
    assert text.count(HARBOUR) == text.count(FERRY) == 1
    assert "- **Hans Ott** (1) · " in text
    assert "### With each other\n- Ferry Company and Hans Ott (1) [1]" in text
    assert "4 names more on file" in text
    assert "6 names share a sentence with this one" in text


def test_ties_that_one_sentence_proves_share_a_line() -> None:
    proof = (a_quote(),)
    circle = replace(a_circle(), ties=(Tie(0, 1, 2, proof), Tie(0, 2, 1, proof)))
    assert f"- **Ferry Company** (2), **Hans Ott** (1) · {HARBOUR} [1]" in shown(circle)


def test_nobody_on_file_and_namesakes_are_said() -> None:
    nobody = Circle("Brand", (), (), 0, ("Ilse Brandt",), (), SHELF)
    assert "Nothing on file about “Brand”" in shown(nobody)
    both = (a_name("Ilse Brandt", id=7, hint="Mayor"), a_name("Ilse Brandt", id=8, hint="skipper"))
    (page,) = rendered(Circle("Brandt", (), (), 0, (), both, SHELF), Ask("circle", "Brandt"))
    assert [button.press.ask for button in page.retries] == [Ask("circle", "#7"), Ask("circle", "#8")]


def test_somebody_who_is_always_alone_is_not_said_to_be_unknown() -> None:
    text = shown(Circle("Ilse Brandt", (a_name("Ilse Brandt"),), (), 0, (), (), SHELF))
    assert "Shares no sentence with another person or body" in text


def test_a_sentence_that_names_all_fits_a_message() -> None:
    names = tuple(a_name("*[Name](of) " * 30 + str(n), id=n) for n in range(13))
    ties = tuple(Tie(one, other, 9, (a_quote("long " * 300),)) for one, other in combinations(range(13), 2))
    for page in rendered(Circle("x", names, ties, 0, (), (), SHELF), ASK):
        assert sum(map(size, page.texts)) <= TEXT_MAX
        assert len(page.texts) + len(page.files) + len(page.buttons) + 6 <= COMPONENTS_MAX
