"""Whatever an answer holds, every page keeps Discord's limits and no quote is lost or cut."""

import re
from dataclasses import replace
from datetime import date

import discord
from chat_world import SHELF, a_name, a_quote, a_source, a_who, an_entry
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.answer import (
    Answer,
    Brief,
    Contradiction,
    Differ,
    Entry,
    Hit,
    Proof,
    RoleLine,
    Search,
    SourcePage,
    Sources,
    Timeline,
    Who,
)
from bot.chat.asks import Ask, Command
from bot.chat.escaping import size, visible
from bot.chat.layout import layout
from bot.chat.pages import COMPONENTS_MAX, TEXT_MAX, Page
from bot.chat.rendering import rendered
from bot.model import Dated, Period, Quote

WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


def repeated(text: str, times: int) -> str:
    return text * times


def lent(entry: Entry, basis: str, proofs: tuple[Proof, ...]) -> Entry:
    return replace(entry, basis=basis, proofs=proofs)


def a_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


LONG = st.builds(repeated, WORDS, st.integers(1, 150))
DATED = st.sampled_from([Dated(None, "none"), Dated(Period.day(date(2024, 3, 1)), "byline")])
LINKS = st.none() | st.sampled_from(["https://coast.example/a", "https://x.example/" + "é" * 200, "gopher://x"])
QUOTES = st.builds(
    a_quote,
    WORDS | LONG,
    document=st.integers(1, 30),
    publisher=st.none() | WORDS | LONG,
    title=WORDS | LONG,
    link=LINKS,
    published=DATED,
)
SOME = st.lists(QUOTES, max_size=12).map(tuple)
PROOFS = st.lists(st.builds(Proof, WORDS, QUOTES), max_size=2).map(tuple)
LENT = st.builds(lent, st.builds(an_entry, QUOTES), WORDS, PROOFS)
ENTRIES = st.lists(
    st.builds(an_entry, QUOTES, QUOTES, QUOTES, QUOTES, QUOTES, QUOTES) | st.builds(an_entry, QUOTES) | LENT,
    max_size=12,
).map(tuple)
NAMES = st.lists(st.builds(a_name, WORDS | LONG), max_size=30).map(tuple)
TEXTS = st.lists(WORDS | LONG, max_size=8).map(tuple)
DOCUMENTS = st.lists(st.builds(a_source, st.integers(1, 99), title=WORDS | LONG, source=WORDS | LONG), max_size=30).map(
    tuple
)
ROLES = st.lists(st.builds(RoleLine, WORDS, st.lists(QUOTES, min_size=1, max_size=4).map(tuple)), max_size=5).map(tuple)
COUNTS = st.integers(0, 10**6)
SHELVES = st.just(SHELF)

BRIEFS = st.builds(Brief, st.none() | WORDS, SOME, COUNTS, COUNTS, NAMES, ENTRIES, COUNTS, TEXTS, SHELVES, DOCUMENTS)
CARDS = st.builds(
    a_who,
    WORDS | LONG,
    aliases=TEXTS,
    roles=ROLES,
    statements=SOME,
    meetings=SOME,
    befell=SOME,
    telling=SOME,
    alongside=NAMES,
    documents=DOCUMENTS,
)
CHOICES = st.builds(a_who, st.none(), choices=NAMES, similar=TEXTS)
YEARS = st.builds(a_year, st.integers(1900, 2030))
FURTHER = st.lists(st.tuples(YEARS, COUNTS), max_size=12, unique_by=lambda part: part[0]).map(tuple)
TIMELINES = st.builds(
    Timeline, st.none() | WORDS, st.none(), st.none(), ENTRIES, SOME, COUNTS, COUNTS, TEXTS, SHELVES, FURTHER
)
HITS = st.lists(st.builds(Hit, QUOTES, st.lists(st.tuples(COUNTS, COUNTS), max_size=3).map(tuple)), max_size=12).map(
    tuple
)
SEARCHES = st.builds(Search, WORDS, HITS, COUNTS, COUNTS, TEXTS, SHELVES)
PAIRS = st.lists(st.tuples(WORDS | LONG, WORDS), max_size=12).map(tuple)
PAGES = st.none() | st.builds(SourcePage, st.builds(a_source, title=WORDS | LONG), WORDS | LONG, PAIRS, NAMES)
LIBRARIES = st.builds(Sources, st.none() | WORDS, DOCUMENTS, PAGES, COUNTS, PAIRS, TEXTS, SHELVES)
SIDES = st.lists(QUOTES, min_size=2, max_size=6).map(tuple)
CONTRADICTIONS = st.lists(st.builds(Contradiction, st.just("figure"), WORDS | LONG, SIDES), max_size=5).map(tuple)
DIFFERS = st.builds(Differ, WORDS, CONTRADICTIONS, CONTRADICTIONS, st.integers(1, 60), COUNTS, TEXTS, SHELVES)
ANSWERS: st.SearchStrategy[Answer] = BRIEFS | CARDS | CHOICES | TIMELINES | SEARCHES | LIBRARIES | DIFFERS


def ask_of(answer: Answer) -> Ask:
    names: dict[type[Answer], Command] = {
        Brief: "brief", Who: "who", Timeline: "timeline", Search: "search", Sources: "sources",
        Differ: "differ",
    }  # fmt: skip
    is_list = isinstance(answer, Timeline) and not answer.entries
    return Ask("undated" if is_list else names[type(answer)], "harbour")


def quotes_of(answer: Answer) -> list[Quote]:
    """The quotes that a reply must show: of a row that several documents tell, the fullest."""
    match answer:
        case Brief():
            return (
                [*answer.quotes, *(entry.quotes[0] for entry in answer.dates)]
                if answer.quotes or answer.stories
                else []
            )
        case Who():
            shown = [*answer.statements, *answer.befell, *answer.meetings, *answer.telling]
            return [] if answer.choices or answer.name is None else shown
        case Timeline():
            undated = answer.undated if answer.undated_count and not answer.entries else ()
            return [*(entry.quotes[0] for entry in answer.entries), *undated]
        case Search():
            return [hit.quote for hit in answer.hits]
        case Differ():
            return [quote for each in (*answer.differences, *answer.later) for quote in each.sides]
        case Sources():
            return []


def sent(page: Page) -> discord.ui.LayoutView:
    return layout(page, shareable=True, signature="Shared by " + "x" * 60)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ANSWERS)
def test_every_page_keeps_the_limits_and_no_quote_is_lost(answer: Answer) -> None:
    pages = rendered(answer, ask_of(answer))
    for page in pages:
        assert_within_limits(page)
        assert_citations_resolve(page)
    shown = bare("\n".join(block for page in pages for block in page.blocks))
    files = {file.text for page in pages for file in page.files}
    for quote in quotes_of(answer):
        assert bare(visible(quote.text)) in shown or quote.text in files


def bare(text: str) -> str:
    """Text without what escaping and marking add."""
    return re.sub(r"[\\*]", "", text)


def assert_within_limits(page: Page) -> None:
    view = sent(page)
    texts = [item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)]
    assert sum(size(text) for text in texts) <= TEXT_MAX
    assert all(text.strip() for text in texts)
    assert len(list(view.walk_children())) <= COMPONENTS_MAX
    assert len(page.files) <= 10
    assert len({file.name for file in page.files}) == len(page.files)
    ids: list[str] = []
    for item in view.walk_children():
        if isinstance(item, discord.ui.Button):
            assert item.label is not None
            assert 1 <= size(item.label) <= 80
            ids.append(item.custom_id or "")
        if isinstance(item, discord.ui.Select):
            assert 1 <= len(item.options) <= 25
            assert len({option.value for option in item.options}) == len(item.options)
            for option in item.options:
                assert all(1 <= size(text) <= 100 for text in (option.label, option.value, option.description or "x"))
            ids.append(item.custom_id)
        if isinstance(item, discord.ui.ActionRow):
            assert 1 <= len(item.children) <= 5
    assert all(1 <= len(each) <= 100 for each in ids)
    assert len(set(ids)) == len(ids)


def assert_citations_resolve(page: Page) -> None:
    cited = {number for block in page.blocks for number in re.findall(r"(?<!\\)\[(\d+)\]", block)}
    explained = set(re.findall(r"^\[(\d+)\]", page.sources, re.MULTILINE))
    assert cited == explained
