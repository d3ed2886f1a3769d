"""What the grammar finds and what it makes of it: tables of expressions, a rule a row."""

from datetime import date

import pytest

from bot.analysis.dates import text_date, timexes
from bot.model import Dated, Period, Sentence, Span, Timex

WEDNESDAY = Period.day(date(2025, 6, 18))


def values(text: str, published: Period | None = WEDNESDAY) -> list[tuple[str, str, str]]:
    return [(timex.at.of(text), timex.type, timex.value) for timex in timexes(text, published=published)]


def only(text: str, published: Period | None = WEDNESDAY) -> Timex:
    found = timexes(text, published=published)
    assert len(found) == 1, [timex.at.of(text) for timex in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They signed it on 26 June 2025.", "26 June 2025", "2025-06-26"),
        ("They signed it on June 26, 2025.", "June 26, 2025", "2025-06-26"),
        ("On Thursday, June 26, 2025, they signed.", "Thursday, June 26, 2025", "2025-06-26"),
        ("They signed on the 3rd of May 2024.", "the 3rd of May 2024", "2024-05-03"),
        ("The report of 2024-03-14 is public.", "2024-03-14", "2024-03-14"),
        ("It opened in October 2024.", "October 2024", "2024-10"),
        ("It opened in Oct. 2024.", "Oct. 2024", "2024-10"),
        ("It closed in 1998.", "1998", "1998"),
        ("The 2020 border standoff went on.", "2020", "2020"),
        ("Output fell in the third quarter of 2023.", "the third quarter of 2023", "2023-Q3"),
        ("Output fell in Q4 2023.", "Q4 2023", "2023-Q4"),
        ("Output fell in the final quarter of 2023.", "the final quarter of 2023", "2023-Q4"),
        ("It happened on Easter Sunday, April 8, 2012.", "Easter Sunday, April 8, 2012", "2012-04-08"),
        ("It happened on Boxing Day, 26 December 2012.", "Boxing Day, 26 December 2012", "2012-12-26"),
        ("Output fell in the second half of 2023.", "the second half of 2023", "2023-H2"),
        ("It was built in the 1970s.", "the 1970s", "197"),
        ("It was built in the 20th century.", "the 20th century", "19"),
        ("They met in the winter of 1994.", "the winter of 1994", "1994-WI"),
        ("They fought in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("They met on Christmas Day 2023.", "Christmas Day 2023", "2023-12-25"),
        ("They met on Thanksgiving 2024.", "Thanksgiving 2024", "2024-11-28"),
        ("They met on Easter Monday 2024.", "Easter Monday 2024", "2024-04-01"),
        ("The office was closed 3-5 June 2025.", "3-5 June 2025", "2025-06-03/2025-06-05"),
        ("Rain fell from March to May 2024.", "March to May 2024", "2024-03/2024-05"),
        ("He reigned 1715-1774.", "1715-1774", "1715/1774"),
    ],
)
def test_explicit_dates(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He resigned on Monday.", "2025-06-16"),
        ("He resigned on Friday.", "2025-06-13"),
        ("He resigned Wednesday.", "2025-06-18"),
        ("He will resign on Friday.", "2025-06-20"),
        ("The vote is scheduled for Monday.", "2025-06-23"),
        ("On Friday, ministers will meet.", "2025-06-20"),
        ("He said the vote would be held on Friday.", "2025-06-20"),
        ("He resigned last Wednesday.", "2025-06-11"),
        ("He resigned yesterday.", "2025-06-17"),
        ("They arrive the day after tomorrow.", "2025-06-20"),
        ("He resigned last week.", "2025-W24"),
        ("He resigned two weeks ago.", "2025-W23"),
        ("He resigned two months ago.", "2025-04"),
        ("He resigned ten days ago.", "2025-06-08"),
        ("He resigned three years ago.", "2022"),
        ("He resigned a decade ago.", "2015"),
        ("He resigned last month.", "2025-05"),
        ("He retires next year.", "2026"),
        ("He resigned in April.", "2025-04"),
        ("He resigned in November.", "2024-11"),
        ("He will resign in November.", "2025-11"),
        ("He resigned on April 22.", "2025-04-22"),
        ("He resigned on December 30.", "2024-12-30"),
        ("The deal expires on July 1.", "2025-07-01"),
        ("He resigned last October.", "2024-10"),
        ("He resigned last summer.", "2024-SU"),
        ("They talked over the weekend.", "2025-W24-WE"),
        ("Profit fell in the first quarter.", "2025-Q1"),
        ("They met on the week of March 3.", "2025-W10"),
        ("They met on Easter Sunday.", "2025-04-20"),
    ],
)
def test_relative_and_partial_dates_are_read_against_the_documents_day(text: str, value: str) -> None:
    assert [v for _, _, v in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("They waited for five years.", "DURATION", "P5Y"),
        ("A two-week truce began.", "DURATION", "P2W"),
        ("It took several months.", "DURATION", "PXM"),
        ("It took a year and a half.", "DURATION", "P1Y6M"),
        ("It took twenty-five days.", "DURATION", "P25D"),
        ("They meet every Thursday.", "SET", "XXXX-WXX-4"),
        ("They meet every year.", "SET", "P1Y"),
        ("The daily patrol went out.", "SET", "P1D"),
        ("It is now closed.", "DATE", "PRESENT_REF"),
        ("It was recently closed.", "DATE", "PAST_REF"),
        ("They think of the future.", "DATE", "FUTURE_REF"),
        ("They met last night.", "TIME", "2025-06-17TNI"),
        ("They met Monday morning.", "TIME", "2025-06-16TMO"),
        ("They met at 10 p.m. Monday.", "TIME", "2025-06-16T22:00"),
        ("They met at 14:30 on 3 May 2025.", "TIME", "2025-05-03T14:30"),
        ("They met at 1600 GMT on Tuesday.", "TIME", "2025-06-17T16:00"),
    ],
)
def test_durations_sets_references_and_times(text: str, type_: str, value: str) -> None:
    found = only(text)
    assert (found.type, found.value) == (type_, value)
    assert (found.when is None) == (type_ != "TIME")


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("It ended in late 2023.", date(2023, 9, 1), date(2023, 12, 31), "year"),
        ("It ended in early 2023.", date(2023, 1, 1), date(2023, 4, 30), "year"),
        ("It ended in mid-2023.", date(2023, 5, 1), date(2023, 8, 31), "year"),
        ("It ended in late June 2024.", date(2024, 6, 21), date(2024, 6, 30), "month"),
        ("It ended in mid-June 2024.", date(2024, 6, 11), date(2024, 6, 20), "month"),
        ("It ended in the early 1990s.", date(1990, 1, 1), date(1993, 12, 31), "decade"),
        ("It ended around 2019.", date(2019, 1, 1), date(2019, 12, 31), "about"),
        ("It ended before 2020.", date.min, date(2019, 12, 31), "before"),
        ("It ended after 2020.", date(2021, 1, 1), date.max, "after"),
        ("It has been shut since 2020.", date(2020, 1, 1), date.max, "after"),
        ("It fell in fiscal 1989.", date(1989, 1, 1), date(1989, 12, 31), "about"),
        ("It ended in Q4 2023.", date(2023, 10, 1), date(2023, 12, 31), "quarter"),
        ("It ended last week.", date(2025, 6, 9), date(2025, 6, 15), "week"),
        ("It ended earlier this year.", date(2025, 1, 1), date(2025, 6, 18), "year"),
        ("It opens later this year.", date(2025, 6, 18), date(2025, 12, 31), "year"),
    ],
)
def test_a_period_is_as_fine_as_the_words(text: str, first: date, last: date, precision: str) -> None:
    when = only(text).when
    assert when is not None
    assert (when.first, when.last, when.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Admiral Dong Jun spoke.",
        "April Smith met Theresa May and June Carter.",
        "They may march on.",
        "Said May: no comment.",
        "The Su-30 and the S-400 were shown on Route 1941.",
        "The 75th anniversary drew 2,000 guests and 1500 troops.",
        "He ran 2000 metres for $1998 and 1.995 points.",
        "Resolution 1973 and flight 2024 were named.",
        "A quarter of the grain is lost.",
        "She is 37 years old, her son a six-year-old.",
        "The second man lost 3/4 of it.",
    ],
)
def test_names_and_numbers_are_no_dates(text: str) -> None:
    assert values(text) == []


def test_a_name_that_the_recogniser_found_is_no_month() -> None:
    text = "In May May met the press."
    people = (Span(7, 10),)
    assert [t.at for t in timexes(text, published=WEDNESDAY, people=people)] == [Span(3, 6)]


def test_the_year_is_inherited_inside_the_sentence() -> None:
    text = "The 2023 accord, finalized in October, reopened the pass."
    assert [v for _, _, v in values(text)] == ["2023", "2023-10"]


def test_the_year_is_not_inherited_past_a_new_clause() -> None:
    text = "The shop opened in 2003, but in February it sold more than ever."
    assert [v for _, _, v in values(text)] == ["2003", "2025-02"]


def test_the_story_moves_the_anchor() -> None:
    text = "The dam broke on 3 May 2019. Two days later the town was flooded. That year the harvest failed."
    assert [v for _, _, v in values(text)] == ["2019-05-03", "2019-05-05", "2019"]


def test_a_look_back_does_not_move_the_story() -> None:
    text = "Profit rose in the first quarter from a year earlier. Sales doubled from a year earlier."
    assert [v for _, _, v in values(text)] == ["2025-Q1", "2024-Q1", "2024-Q1"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He said he had asked the members to answer by Monday.", "2025-06-23"),
        ("She said that a session Friday will be devoted to it.", "2025-06-20"),
        ("The man arrested on Monday will be tried.", "2025-06-16"),
        ("It was expected to pay and was warranted by Monday.", "2025-06-16"),
    ],
)
def test_a_deadline_and_the_subject_of_a_future_verb_look_ahead_whatever_was_said_before(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He fired the shots on a Friday afternoon.", "XXXX-WXX-5TAF"),
        ("It began one rainy Sunday.", "XXXX-WXX-7"),
        ("He was told so at a Friday hearing.", "2025-06-13"),
    ],
)
def test_some_day_of_a_week_is_not_that_of_the_report(text: str, value: str) -> None:
    assert only(text).value == value


def test_a_holiday_takes_the_year_that_its_event_is_told_with() -> None:
    found = timexes('The "Boxing Day" earthquake off Orla in 2004 was felt far away.', published=WEDNESDAY)
    assert found[0].value == "2004-12-26"
    assert "2004" in found[0].basis


def test_a_year_ahead_reaches_the_months_beside_it() -> None:
    text = "The first is due for delivery in April 2027, with others arriving in May and September of that year."
    assert [v for _, _, v in values(text)] == ["2027-04", "2027-05", "2027-09"]


def test_without_any_date_relative_expressions_stay_open() -> None:
    text = "Talks on Thursday ended yesterday; last week they had stalled."
    found = timexes(text, published=None)
    assert [t.value for t in found] == ["XXXX-WXX-4", "XXXX-XX-XX", "XXXX-WXX"]
    assert all(t.when is None for t in found)


def test_a_text_without_date_takes_a_years_evidence_from_itself() -> None:
    text = "The April 2025 attack shook the valley. The attack of April 22 was condemned."
    found = timexes(text, published=None)
    assert [t.value for t in found] == ["2025-04", "2025-04-22"]
    assert "April 2025" in found[1].basis


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met on 26 June 2025. The talks of June 26 ended late.", "26 June 2025"),
        (
            "He spoke of the April 2025 border attack. It was the worst since the April 22 attack was claimed.",
            "April 2025",
        ),
    ],
)
def test_a_date_without_year_takes_it_from_the_same_day_or_the_same_event(text: str, words: str) -> None:
    last = timexes(text, published=None)[-1]
    assert last.when is not None
    assert last.when.first.year == 2025
    assert words in last.basis


@pytest.mark.parametrize(
    "text",
    [
        "They met on 26 June 2025. The flood of 3 November was named.",
        "Prices rose 3 percent in March, after 2 percent in March 2024.",
        "OSLO, March 30 - The firm sold bonds due April 1, 2032.",
        "The notes mature on May 4, 2031. The payment date is May 4.",
        "The firm will announce 2024 results in July.",
        "The firm redeems its debentures due 2036 on April 19.",
        "Prices fell in September 2024 and rose by January this year.",
        "They met on 26 June 2025. The deadline was put off until June 26.",
    ],
)
def test_a_text_without_date_lends_no_year_to_what_only_stands_near(text: str) -> None:
    found = [timex.when for timex in timexes(text, published=None) if timex.value.startswith("XXXX-")]
    assert found == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Signed 14/03/2024, in force 03/04/2024.", "2024-04-03"),
        ("Signed 03/14/2024, in force 03/04/2024.", "2024-03-04"),
        ("It was 14 March. In force 03/04/2024.", "2024-04-03"),
        ("It was March 14. In force 03/04/2024.", "2024-03-04"),
    ],
)
def test_the_document_settles_what_comes_first_in_a_numeric_date(text: str, value: str) -> None:
    assert values(text)[-1][2] == value


def test_an_ambiguous_numeric_date_is_said_to_be_ambiguous() -> None:
    found = only("In force 03/04/2024.")
    assert found.basis.startswith("ambiguous")
    assert found.when == Period(date(2024, 3, 4), date(2024, 4, 3), "about")


def test_an_impossible_date_is_none() -> None:
    assert [t.when for t in timexes("He left on 30 February 2024 and 31/02/2024.", published=None) if t.when] == []


def test_a_month_known_document_date_dates_no_days() -> None:
    june = Period(date(2025, 6, 1), date(2025, 6, 30), "month")
    assert values("He left on Monday, last month.", june) == [
        ("Monday", "DATE", "XXXX-WXX-1"),
        ("last month", "DATE", "2025-05"),
    ]


def test_unicode_spaces_and_quotes_do_not_hide_a_date() -> None:
    text = "It began on 26\u202fJune\u00a02025, he said: “June’s rain.”"
    assert values(text)[0] == ("26\u202fJune\u00a02025", "DATE", "2025-06-26")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers met on 26 June 2025 in the old town. They spoke of the 2020 clash.", date(2025, 6, 26)),
        ("The ministers spoke of the 2020 clash. They agreed on much.", None),
        ("The ministers met on 26 June 2024. An election in 2025 changed all that.", None),
        ("The summit will be held on 26 June 2025. Ministers prepare for it.", None),
        ("Profit rose in the quarter ended 31 March 2025. Shares gained.", None),
        ("The inquiry began on Friday. It looks at the crash on 6 April 1994 again.", None),
        ("An inquiry looks at the crash on 6 April 1994. It began on Friday.", None),
    ],
)
def test_the_documents_date_by_its_own_words(text: str, day: date | None) -> None:
    cut = text.index(". ") + 1
    sentences = [Sentence(Span(0, cut), "prose"), Sentence(Span(cut + 1, len(text)), "prose")]
    found = text_date(timexes(text, published=None, sentences=sentences), sentences, text)
    assert found == (Dated(Period.day(day), "text") if day else Dated(None, "none"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It had been due to expire Friday.", "2025-06-13"),
        ("It is due to expire Friday.", "2025-06-20"),
        ("Sales rose in the quarter ended March 31.", "2025-Q1"),
        ("They met mid-afternoon yesterday.", "2025-06-17TAF"),
        ("They planned it in coming months.", "FUTURE_REF"),
    ],
)
def test_what_once_lay_ahead_and_other_turns(text: str, value: str) -> None:
    assert values(text)[0][2] == value


def test_the_previous_friday_counts_from_the_friday_told() -> None:
    assert [v for _, _, v in values("Prices fell Friday from the previous Friday.")] == ["2025-06-13", "2025-06-06"]


@pytest.mark.parametrize(
    "text",
    [
        "The car was seen at 6 a.m. ten days before the fire.",
        "Crews went in at 9 a.m. two days after the storm.",
        "They met at 10 a.m. three weeks ago.",
    ],
)
def test_a_time_of_day_is_not_on_the_documents_day_when_another_day_stands_beside_it(text: str) -> None:
    assert timexes(text, published=WEDNESDAY)[0].when is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("When the two teams of the north open the season in Arl on Friday, Kane will be back.", "2025-06-20"),
        ("It was not until late August that police arrested him.", "2024-08"),
        ("Her stay comes after she rear-ended a truck on July 28.", "2024-07-28"),
        ("The court ordered him to testify on July 28.", "2025-07-28"),
        ("The firm is calling for the return of all papers on July 28.", "2025-07-28"),
    ],
)
def test_past_and_future_by_the_verb_that_governs_the_date(text: str, value: str) -> None:
    assert only(text).value == value


def test_a_day_told_with_its_year_lends_it_to_the_same_day_later_on() -> None:
    text = "She was shot on April 8, 2022, in Arl. A witness left at noon on April 8. Sales rose until April 7."
    assert [timex.value[:10] for timex in timexes(text, published=WEDNESDAY)] == [
        "2022-04-08",
        "2022-04-08",
        "2025-04-07",
    ]
    compared = "It had 4 ships on June 30, 2023. It had 5 ships on June 30."
    assert [timex.value for timex in timexes(compared, published=Period.day(date(2024, 8, 1)))][1] == "2024-06-30"


def test_a_quarter_of_a_fiscal_year_is_about_that_of_the_calendar() -> None:
    found = only("In the fiscal third quarter of 2024 it lost money.")
    assert found.when is not None
    assert (found.value, found.when.precision) == ("2024-Q3", "about")


def test_a_relative_clause_has_its_own_verb() -> None:
    text = "The president would respect the will of the voters, who on Sunday turned it down."
    assert only(text).value == "2025-06-15"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The win moved the Blues along to Friday's final.", "2025-06-20"),
        ("Both sides met ahead of Friday’s vote.", "2025-06-20"),
        ("He will be tried for Friday's attack.", "2025-06-13"),
        ("They would not retaliate for the reported bombing of the town on Tuesday.", "2025-06-17"),
        ("The team improved to 25-7 and advances to play Friday.", "2025-06-20"),
    ],
)
def test_a_weekday_lies_ahead_where_its_words_say_so(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize("text", ["The fall meant less trade.", "The captain's fourth quarter drive won the game."])
def test_a_decline_and_a_part_of_a_game_are_no_dates(text: str) -> None:
    assert values(text) == []
