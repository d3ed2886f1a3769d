"""What stands in square brackets behind a sentence: whom its pronoun and surnames mean, which day its weekday was."""

from answers_world import Library, days, told

from bot.answers.brief import brief
from bot.answers.notes import Notes
from bot.answers.surnames import starts_unknown, surnames
from bot.model import Span
from bot.store.lookups import DateTold, Line


def lines_of(library: Library, *lines: str) -> list[Line]:
    number = library.add(f"{lines[0]}.txt", *lines)
    return library.lookups().lines([number])[number]


def notes_of(library: Library, lines: list[Line], *dates: tuple[int, str, str]) -> list[str]:
    """`dates`: (line, words, days)."""
    lookups = library.lookups()
    seen = lookups.names_in({line.document for line in lines})
    told_dates = [
        DateTold(
            lines[n].document,
            Span(at := lines[n].at.start + lines[n].text.index(words), at + len(words)),
            days(when),
            "",
        )
        for n, words, when in dates
    ]
    names = lookups.named({each.name for each in seen})
    speakers = lookups.speakers_in({line.document for line in lines})
    published = {line.document: days("2024-05-05") for line in lines}
    notes = Notes(names, seen=seen, dates=told_dates, speakers=speakers, published=published)
    return [notes.of(line) for line in lines]


def test_a_surname_is_explained_until_the_whole_name_has_been_read(library: Library) -> None:
    lines = lines_of(
        library,
        "[Lee|Ann Lee] sold a mill.",
        "[Ann Lee] bought a ship.",
        "[Lee|Ann Lee] left.",
        "[Renn|Tobias Renn] came.",
    )
    assert notes_of(library, lines) == ["[Lee: Ann Lee]", "", "", "[Renn: Tobias Renn]"]


def test_who_was_introduced_stays_so(library: Library) -> None:
    lines = lines_of(library, "[Ann Lee] sold a mill.", "[Tobias Renn] bought it.", "[Lee|Ann Lee] left.")
    assert notes_of(library, lines) == ["", "", ""]


def test_a_title_or_the_whole_name_beside_it_says_who_is_meant(library: Library) -> None:
    lines = lines_of(
        library,
        "On Monday President [Lee|Ann Lee] left.",
        "[Ann Lee] said that [Lee|Ann Lee] and Sons would close.",
        "Critics of the [Lee|Ann Lee] administration rejoiced.",
        "A quake was felt in [Lee|Ann Lee] at night.",
    )
    assert notes_of(library, lines) == ["", "", "", ""]


def test_the_first_person_decides_whether_a_sentence_can_open(library: Library) -> None:
    first, second = lines_of(library, "[Lee|Ann Lee] met [Tobias Renn].", "[Tobias Renn] met [Lee|Ann Lee].")
    seen = library.lookups().names_in([first.document])
    assert starts_unknown(first, seen)
    assert not starts_unknown(second, seen)
    assert len(surnames(second, seen)) == 1


def test_a_day_is_told_once_and_again_when_its_word_means_another(library: Library) -> None:
    lines = lines_of(
        library, "It rained on Friday.", "It snowed on Friday.", "They left on Friday.", "It rained in June 2024."
    )
    found = notes_of(
        library,
        lines,
        (0, "Friday", "2024-05-03"),
        (1, "Friday", "2024-05-03"),
        (2, "Friday", "2024-05-10"),
        (3, "June 2024", "2024-06"),
    )
    assert found == ["[Friday: 3 May 2024]", "", "[Friday: 10 May 2024]", ""]


def test_a_possessive_weekday_is_left_alone(library: Library) -> None:
    lines = lines_of(library, "Alba meets Brill in Saturday's match.", "Alba met Brill on Saturday.")
    assert notes_of(library, lines, (0, "Saturday", "2024-05-04"), (1, "Saturday", "2024-05-04")) == [
        "",
        "[Saturday: 4 May 2024]",
    ]


def test_a_weekday_that_may_lie_ahead_is_given_the_day_of_its_report(library: Library) -> None:
    lines = lines_of(library, "When Alba opens its fair on Friday, Brill will sing.", "Alba opened its fair on Friday.")
    found = notes_of(library, lines, (0, "Friday", "2024-05-03"), (1, "Friday", "2024-05-03"))
    assert found == ["[Friday: in a report of 5 May 2024]", "[Friday: 3 May 2024]"]


def test_a_name_that_stands_there_in_full_though_nobody_saw_it_is_not_explained(library: Library) -> None:
    lines = lines_of(library, "Ann [Lee|Ann Lee] sold a mill.")
    assert notes_of(library, lines) == [""]


def test_of_two_days_the_finer_one_is_told(library: Library) -> None:
    lines = lines_of(library, "Yesterday, at this year's fair, a mill was sold.")
    assert notes_of(library, lines, (0, "Yesterday", "2024-05-03"), (0, "this year", "2024")) == [
        "[Yesterday: 3 May 2024]"
    ]


def test_a_sentence_that_begins_with_he_is_shown_when_it_is_known_who_that_is(library: Library) -> None:
    library.add(
        "a.txt",
        told("[Ann Lee] and [Tobias Renn] walked through the old silver mill."),
        told("He praised the new roof of the distillery beside the river.", said="Tobias Renn"),
        title="A walk",
    )
    answer = brief(library.lookups(), "distillery roof")
    assert [quote.text[:10] for quote in answer.quotes] == ["He praised"]
    assert answer.notes == ("[He: Tobias Renn]",)


def test_he_is_not_the_speaker_of_a_quotation_that_only_ends_in_the_sentence(library: Library) -> None:
    lines = library.lookups().lines(
        [
            library.add(
                "a.txt",
                told("He gave her first aid, and tried to comfort her,” said Lee.", said="Ann Lee"),
                told("He gave her first aid, Lee said.", said="Ann Lee"),
                "[Ann Lee] left.",
            )
        ]
    )
    torn, whole, _ = next(iter(lines.values()))
    assert notes_of(library, [torn]) == [""]
    assert notes_of(library, [whole]) == ["[He: Ann Lee]"]


def test_every_quote_has_a_note_or_none(harbour: Library) -> None:
    for about in (None, "harbour treaty", "Mara Quist"):
        answer = brief(harbour.lookups(), about)
        assert len(answer.notes) == len(answer.quotes)


def test_no_day_is_explained_that_the_date_beside_the_sentence_tells(library: Library) -> None:
    (line,) = lines_of(library, "On Friday the mill was on fire, as in January.")
    place = (line.document, line.ordinal)
    dates = [
        DateTold(line.document, Span(at := line.at.start + line.text.index(words), at + len(words)), days(when), "")
        for words, when in (("Friday", "2024-05-03"), ("January", "2024-01"))
    ]
    told = (({place: days("2024-05-03")}, ""), ({place: days("2023")}, "[Friday: 3 May 2024; January: Jan 2024]"))
    for beside, note in told:
        assert Notes({}, seen=(), dates=dates, speakers={}, published={}, beside=beside).of(line) == note
