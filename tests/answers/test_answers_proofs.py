"""No date without the words it came from: what is cited beside a row whose sentence does not give its date."""

from answers_world import Library, told

from bot.answers import wording
from bot.answers.answer import Entry
from bot.answers.timeline import timeline


def proofs(entry: Entry) -> list[tuple[str, str]]:
    return [(proof.how, proof.quote.source) for proof in entry.proofs]


def test_a_month_takes_the_day_from_a_sentence_that_the_topic_does_not_stand_in(library: Library) -> None:
    library.add("a.txt", "[Ann Lee] recalled the {2025-04|April 2025| attack in Pahal} in [Kash|Kash|PLACE].")
    library.add("b.txt", "[Bo Ray] mourned after the {2025-04-22|April 22| attack in Pahal}, in [Kash|Kash|PLACE].")
    (entry,) = timeline(library.lookups(), "Ann Lee").entries
    assert wording.period(entry.when) == "22 Apr 2025"
    assert [quote.source for quote in entry.quotes] == ["a.txt"]
    assert proofs(entry) == [("its day from “April 22 attack in Pahal”", "b.txt")]


def test_a_month_stays_one_when_the_day_is_of_something_else(library: Library) -> None:
    library.add("a.txt", "[Ann Lee] recalled the {2025-04|April 2025| attack in Pahal} in [Kash|Kash|PLACE].")
    library.add("b.txt", "[Bo Ray] paid for the {2025-04-22|April 22| harvest feast} in [Kash|Kash|PLACE].")
    (entry,) = timeline(library.lookups(), "Ann Lee").entries
    assert (wording.period(entry.when), proofs(entry)) == ("Apr 2025", [])


def test_a_day_that_the_lead_lent_is_shown_with_the_lead(library: Library) -> None:
    lent = "told with “Thursday” in the lead"
    library.add(
        "a.txt",
        "[Bo Ray] opened the talks on {2025-06-26|Thursday}.",
        told("[Ann Lee] brought bread.", when="2025-06-26", basis=lent),
    )
    (entry,) = timeline(library.lookups(), "Ann Lee").entries
    assert (entry.basis, proofs(entry)) == (lent, [(lent, "a.txt")])
    assert entry.proofs[0].quote.text == "Bo Ray opened the talks on Thursday."
    assert wording.how_dated(entry, lambda quote: f"[{quote.document}]") == f"{lent} [1]"


def test_a_date_that_rests_on_a_twin_cites_the_twin(library: Library) -> None:
    lent = "told with “Thursday” in the lead"
    undated = library.add(
        "a.txt",
        "[Bo Ray] opened the talks on {2025-06-26|Thursday}.",
        told("[Ann Lee] brought bread.", when="2025-06-26", basis=lent),
    )
    twin = library.add("b.txt", "The talks were opened by [Bo Ray] on {2025-06-26|June 26, 2025}.")
    library.is_twin(undated, of=twin)
    (entry,) = timeline(library.lookups(), "Ann Lee").entries
    assert proofs(entry) == [(lent, "a.txt"), ("dated by its twin", "b.txt")]


def test_what_states_its_date_needs_no_proof(harbour: Library) -> None:
    assert {proof for entry in timeline(harbour.lookups(), None).entries for proof in entry.proofs} == set()
