"""How a sentence reads alone: bare definites, pronouns behind their opening words, words to the reader."""

import pytest

from bot.answers.standalone import bare_head, ease, is_speech, known_head, opens_with_speech, spoken_by


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The dismissal came hours before the match.", "dismissal"),
        ("The two ministers agreed to meet again.", "ministers"),
        ("The 26-year-old unknown was chosen on Monday.", "unknown"),
        ("After the seminar, experts left for Alba.", "seminar"),
        ("When the old lighthouse was sold, nobody bid.", "lighthouse"),
        ("On Tuesday, the ferry was taken out of service.", "ferry"),
        ("The company's profit doubled.", "company"),
        ("The result is a loss of three ships.", "result"),
        ("Not callable for years, the debt is rated B-1.", "debt"),
        ("The quake on Tuesday was felt in Alba.", "quake"),
        ("The escape happened near Alba.", "escape"),
        ("The observatory on Mount Arl was opened.", None),
        ("The dismissal of Ann Lee came hours before the match.", None),
        ("The White House said no.", None),
        ("The harbour that Ann Lee built was sold.", None),
        ("The Alba ferry was taken out of service.", None),
        ("The weather was fine.", None),
        ("In the past week, Ann Lee was seen twice.", None),
        ("A ferry was taken out of service.", None),
        ("Theo was taken out of service.", None),
        ("", None),
    ],
)
def test_a_definite_beginning_that_does_not_say_which(text: str, head: str | None) -> None:
    assert bare_head(text) == head


def test_what_is_told_already_may_be_taken_for_known() -> None:
    text = "The ferry was taken out of service."
    assert known_head(text, lambda stem: stem == "ferri") > known_head(text, lambda _: False)
    assert known_head("Ann Lee left.", lambda _: False) == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "In July alone, they lost three ships.",
        "In July it bought a shipyard, and in May a mill.",
        "On 3 May she resigned.",
        "When she came back, the office was empty.",
        "You can now buy tickets at the harbour office.",
        "Most of us think that the ferry will never sail again.",
        "“The ferry will never sail again.”",
        "“The ferry will never sail again,” she said.",
        "What did the harbour master know?",
        "The ferry will never sail aga...",
        "Ferry Sails Again After Nine Years",
        "Harbour Master Ann Lee Sells Silver Mill After Nine Long Years To Her Brother Tobias Of Alba UPDATED 11:00",
        "26 September 2013, 10: 00 (GMT+05: 00) The harbour was closed.",
        "All three fires were set at night in Alba.",
        "Ann Lee faced a similar decision in spring.",
        "In the harbour quarter of Alba, he sold his ship.",
        "Other rumours for this fair include a new engine.",
        "Ann Lee said these ships would never sail again.",
        "Two of the mothers with Ann Lee that day were heard in court.",
        "While on the ship he told sailors that the ferry was sold.",
        "Two days later, Ann Lee sold the ferry.",
        "“He will sail again in spring,” said Ann Lee of the harbour office.",
        "Whether she knew of the ferry is open, said Ann Lee.",
        "In Alba, while on the way home, he sold the ferry.",
        "Officers shot the teenager at night near the mill.",
        "On Monday, the couple sold three ships.",
        "Police found the man in a ditch near Alba.",
        "The next morning Ann Lee sold the ferry.",
        "Police say she was seen near the ferry.",
        "The ferry was lost, she said, adding that nobody was on it.",
        "Ann Lee made that move only a day after Tobias Renn.",
        "Closing the ferry was one of them.",
        "Ann Lee then sold the ferry to her brother.",
        "When they met last, the two crews fought over a lamp.",
        "Two trips later, Ann Lee sold the ferry.",
        "Even the harbour master Ann Lee danced.",
        "Although none was as fast, Ann Lee sold the ferry.",
        "Police arrested him near the ferry of Ann Lee.",
        "Rescue personnel could not reach her or Ann Lee in the mill.",
        "Ann Lee did not return a call from the harbour office.",
        "A lawyer for Ann Lee declined to comment.",
        "Ann Lee could not immediately be reached on Sunday.",
        "The owner, Ann Lee, was not available for comment.",
    ],
)
def test_what_reads_badly_alone(text: str) -> None:
    assert ease(text) < 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee sold the silver mill on Monday.",
        "When Ann Lee came back, she found the office empty.",
        "After she left the navy, Ann Lee bought a mill.",
        "When Ann Lee left the navy she bought a mill.",
        "If a ship sinks it is counted twice.",
        "In July it was clear that Ann Lee would leave the navy.",
        "“We shall sail again,” said Ann Lee of Alba.",
        "Ann Lee said this year was the driest of her life.",
        "The US army left Alba, and the US navy stayed.",
        "Norland and Sudia, the two countries on the river, signed a treaty.",
        "Police say Ann Lee was seen near the ferry.",
        "“We hope that Tobias Renn sells his ferry,” said Ann Lee.",
        "Officers shot a teenager, and the teenager died at night.",
        "Police found the man who sold the ferry of Alba.",
        "A 16-year-old fell from the ferry, and the boy drowned.",
        "Lee sang in Alba, where the singer was born.",
        "Two days after the election of Ann Lee, the ferry was sold to Tobias Renn.",
        "Ann Lee was at the harbour when she said that the ferry was lost.",
        "While the sailors slept, Ann Lee sold the ferry.",
        "Ann Lee did not return to the harbour office.",
        "Ann Lee declined to sell the ferry.",
        "Even when it snows, Ann Lee sails the ferry.",
        "Ann Lee could not respond in kind when Sudia raised its duties.",
        "Ann Lee did not answer in time, and the ferry was sold.",
        "Police arrested Ann Lee and led her to the ferry.",
        "“The harbour office did not return my call,” said Ann Lee of the ferry that was sold in May.",
        "Progress on the harbour road, and works on the new tunnel below the river that Sudia and Norland agreed on",
    ],
)
def test_what_reads_well_alone(text: str) -> None:
    assert ease(text) == 1.0


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“It is over,” she said.", "she"),
        ('"It is over, "he told reporters.', "he"),
        ("“It is over,” Ann Lee said.", None),
        ("Three ships were lost, she said, and a ferry.", "she"),
        ("“It is over,” said Ann Lee, and he left.", None),
    ],
)
def test_whom_a_quotation_is_given_to(text: str, who: str | None) -> None:
    assert spoken_by(text) == who


def test_what_is_mostly_somebodys_words() -> None:
    assert is_speech("Ann Lee said: “The ferry will never sail again, whatever they promise.”")
    assert not is_speech("Ann Lee called the ferry, which had sailed for forty years, a “tub”.")


def test_what_opens_with_somebodys_words() -> None:
    assert opens_with_speech("“Never again,” said Ann Lee, who had sailed the ferry for forty years in wind and rain.")
    assert not opens_with_speech("Ann Lee called the ferry a “tub”.")
