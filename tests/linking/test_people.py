"""Which names of several documents are one, by what else the documents say. Spellings have a table of their own."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.linking.people import linked
from bot.model import Kind, LinkedName
from tests.linking.people_world import ELSEWHERE, SCENE, Line, library, local, named, together


def test_every_local_name_is_in_exactly_one_name() -> None:
    names = library(["P Ana Silva | Silva", "O SCO"], ["P Silva", "O Sea Council Organisation | SCO"])
    members = sorted(member for name in linked(names) for member in name.members)
    assert members == sorted((name.document, name.name) for name in names)


def test_a_bare_surname_joins_the_only_one_of_whom_the_documents_can_speak() -> None:
    names = linked(library(["P Ana Silva", *SCENE], ["P Silva", *SCENE], *([ELSEWHERE] * 8)))
    assert together(names, (1, "Ana Silva"), (2, "Silva"))
    assert named(names, (2, "Silva")).name == "Ana Silva"


def test_a_bare_surname_of_two_persons_joins_neither() -> None:
    names = linked(library(["P Ana Silva", *SCENE], ["P Rui Silva", *SCENE], ["P Silva", *SCENE], *([ELSEWHERE] * 8)))
    assert named(names, (3, "Silva")).members == ((3, "Silva"),)


def test_a_document_that_keeps_a_surname_apart_is_believed() -> None:
    names = linked(library(["P Ana Silva", "P Silva", *SCENE], *([ELSEWHERE] * 8)))
    assert not together(names, (1, "Ana Silva"), (1, "Silva"))


def test_bare_surnames_of_unrelated_documents_stay_apart() -> None:
    names = linked(library(["P Smith", *SCENE], ["P Smith", *ELSEWHERE]))
    assert not together(names, (1, "Smith"), (2, "Smith"))


def test_an_acronym_joins_what_a_document_says_it_stands_for() -> None:
    names = linked(library(["L Line of Actual Control | LAC", *SCENE], ["L LAC", *ELSEWHERE]))
    assert together(names, (1, "Line of Actual Control"), (2, "LAC"))
    assert named(names, (2, "LAC")).name == "Line of Actual Control"
    assert ("LAC", 2) in named(names, (2, "LAC")).aliases


def test_an_acronym_of_two_bodies_joins_neither() -> None:
    names = linked(
        library(["O Harbour Defence Board | HDB", *SCENE], ["O Housing Development Board | HDB"], ["O HDB", *ELSEWHERE])
    )
    assert named(names, (3, "HDB")).members == ((3, "HDB"),)


def test_a_short_form_joins_when_a_document_uses_it_and_only_what_all_firms_share_is_missing() -> None:
    names = linked(library(["O Acme Computer | Acme", *SCENE], ["O Acme", *ELSEWHERE], ["O Acme Inc."]))
    assert together(names, (1, "Acme Computer"), (2, "Acme"))
    assert together(names, (2, "Acme"), (3, "Acme Inc."))


def test_a_name_with_inc_is_no_short_form_of_a_longer_one() -> None:
    names = linked(library(["O Acme Records | Acme Inc.", *SCENE], ["O Acme", *ELSEWHERE]))
    assert not together(names, (1, "Acme Records"), (2, "Acme"))


def test_middle_initials_join_where_the_documents_are_related_and_nobody_else_is_called_so() -> None:
    related = library(["P John F. Kent", *SCENE], ["P John Kent", *SCENE], *([ELSEWHERE] * 8))
    assert together(linked(related), (1, "John F. Kent"), (2, "John Kent"))
    another = library(["P John F. Kent", *SCENE], ["P John Kent", *SCENE], ["P John B. Kent"], *([ELSEWHERE] * 8))
    assert not together(linked(another), (1, "John F. Kent"), (2, "John Kent"))


NAMESAKES = [
    ("= Lisbon mayor", "= Boston mayor"),
    ("= striker", "= minister"),
    ("= bishop", "= boxer"),
    ("= Indian Defence Minister", "= Pakistan's Defence Minister"),
]
ONE_CAREER = [
    ("= Indian Defence Minister", "= India's Defence Minister"),
    ("= chief executive", "= founder"),
    ("= general", "= minister"),
    ("= mayor", "= Lisbon mayor"),
    ("", "= bishop"),
]


@pytest.mark.parametrize(("a", "b"), NAMESAKES)
def test_namesakes_stay_two_where_roles_disagree_and_nothing_is_shared(a: str, b: str) -> None:
    names = linked(library([f"P John Smith {a}", *SCENE], [f"P John Smith {b}", *ELSEWHERE]))
    assert not together(names, (1, "John Smith"), (2, "John Smith"))


@pytest.mark.parametrize(("a", "b"), ONE_CAREER)
def test_other_words_for_a_role_do_not_make_two_of_one(a: str, b: str) -> None:
    names = linked(library([f"P John Smith {a}", *SCENE], [f"P John Smith {b}", *ELSEWHERE]))
    assert together(names, (1, "John Smith"), (2, "John Smith"))


def test_a_change_of_office_does_not_split_a_person_of_related_documents() -> None:
    names = linked(library(["P Ana Silva = striker", *SCENE], ["P Ana Silva = minister", *SCENE], *([ELSEWHERE] * 8)))
    assert together(names, (1, "Ana Silva"), (2, "Ana Silva"))


@pytest.mark.parametrize(
    ("role", "is_one"), [("senator", False), ("goalkeeper", True), ("former senator", True), ("spokesperson", True)]
)
def test_a_bare_surname_of_another_walk_of_life_is_another(role: str, *, is_one: bool) -> None:
    names = linked(library(["P Ann Holt = goalkeeper of Vell", *SCENE], [f"P Holt = {role}", *SCENE]))
    assert together(names, (1, "Ann Holt"), (2, "Holt")) == is_one


def test_one_spelling_in_documents_of_one_matter_is_one_thing_whatever_they_take_it_for() -> None:
    told = [["P Juniper Maid", *SCENE]] * 3 + [["O Juniper Maid", *SCENE]] * 3
    names = linked(library(*told, ["O Juniper Maid Dairy", *SCENE]))
    assert together(names, (1, "Juniper Maid"), (4, "Juniper Maid"))
    assert named(names, (1, "Juniper Maid")).kind == "ORGANISATION"


def test_a_person_and_a_body_that_different_matters_attest_stay_two() -> None:
    names = linked(library(*[["P Paris Holt", *SCENE]] * 3, *[["O Paris Holt", *ELSEWHERE]] * 3))
    assert not together(names, (1, "Paris Holt"), (4, "Paris Holt"))


@pytest.mark.parametrize(("person", "is_one"), [("P Oldbury", True), ("P Oldbury = mayor", False)])
def test_a_word_that_few_documents_of_a_place_take_for_a_person_is_the_place(person: Line, *, is_one: bool) -> None:
    names = linked(library([person, *SCENE], *[["L Oldbury", *SCENE]] * 3))
    assert together(names, (1, "Oldbury"), (2, "Oldbury")) == is_one


def test_a_place_is_no_person_whom_the_library_knows_by_full_name() -> None:
    told = [["P Washington", *SCENE], ["P Dina Washington", *ELSEWHERE]]
    names = linked(library(*told, *[["L Washington", *SCENE]] * 3))
    assert not together(names, (1, "Washington"), (3, "Washington"))


def test_the_canonical_name_is_what_most_documents_write_in_full() -> None:
    names = linked(library(["P José Peña"], ["P Jose Pena"], ["P José Peña | Peña"]))
    assert (names[0].name, names[0].kind) == ("José Peña", "PERSON")
    assert dict(names[0].aliases) == {"José Peña": 2, "Jose Pena": 1, "Peña": 1}


FIRST, LAST = ("Ana", "Rui", "J.", "Ana M."), ("Silva", "Costa", "Silva Jr.")
POOL = [
    *(f"P {' '.join(parts)}" for parts in product(FIRST, LAST)),
    "P Silva",
    "P Costa",
    "P Silva = mayor",
    "P Ana Silva = Lisbon mayor",
    "P Ana Silva = striker",
    "P Rui Costa | Costa = minister",
    "O Ana Silva",
    "O Harbour Defence Board | HDB",
    "O HDB",
    "X HDB",
    "O Housing Development Board | HDB",
    "O Acme Computer | Acme",
    "O Acme Group",
    "O Acme",
    "L Acme",
    "O Acme Inc.",
    "L US",
    "L U.S.",
    "L Lisbon",
    "X Tagus Treaty",
    "L Quito",
]
DOCUMENTS = st.lists(st.lists(st.sampled_from(POOL), max_size=6), min_size=1, max_size=9)


Part = tuple[str, Kind, tuple[tuple[str, int], ...], frozenset[tuple[int, str]]]


def partition(names: list[LinkedName]) -> set[Part]:
    return {(name.name, name.kind, name.aliases, frozenset(name.members)) for name in names}


@settings(max_examples=300, deadline=None)
@given(documents=DOCUMENTS, order=st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(documents: list[list[Line]], order: Random) -> None:
    names = library(*(list({local(line): line for line in lines}.values()) for lines in documents))
    ids = list(range(1, len(documents) + 1))
    shuffled = ids.copy()
    order.shuffle(shuffled)
    renumbered = dict(zip(ids, shuffled, strict=True))
    others = [replace(name, document=renumbered[name.document]) for name in names]
    order.shuffle(others)
    back = {new: old for old, new in renumbered.items()}
    found = [
        replace(name, members=tuple((back[document], local) for document, local in name.members))
        for name in linked(others)
    ]
    assert partition(found) == partition(linked(names))
