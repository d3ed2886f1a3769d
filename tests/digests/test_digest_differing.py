"""A digest says where a new briefing differs from what is on file: quote beside quote, both cited, nothing twice."""

import asyncio
import json
import sys
from dataclasses import replace
from datetime import date

import pytest
from digest_world import World, a_document, an_analysis, render, utc

from bot.answers.answer import Contradiction
from bot.digests.compose import compose
from bot.digests.differing import by_document, differing
from bot.digests.page import Card, Fold
from bot.model import Analysis, Dated, Period, Quote, Span, StoryLink
from bot.store.digests import Digest, Settings
from bot.store.news import NewDocument, News

EIGHT = utc("2025-06-02T08:00:10")
NEXT = utc("2025-06-03T08:00:10")
FERRY = "The ferry Orla sank off Sorrel Island on Sunday in a storm."
FOURTEEN = "The coast guard said 14 people died."
NINETEEN = "Nineteen people were killed."
DAY = Dated(Period.day(date(2025, 6, 1)), "byline")
FOLD = Fold(Card("b.txt", "Rescue ends", None, DAY, None), titled=True, of="Ferry lost")
EARLIER = "*Ferry lost off Sorrel* (Coast Daily, 1 Jun 2025)"

PREVIEW = """
import asyncio, sys
from pathlib import Path
from digest_world import FakeClock, render
from bot.digests.digests import preview
from bot.store import digests
from bot.store.database import Database

async def main():
    async with Database.open(Path(sys.argv[1]), read_only=True) as database:
        digest = await database.look(lambda connection: digests.of_id(connection, 1))
        for message in await preview(database, digest, render=render, now=FakeClock()()):
            print(message.body)

asyncio.run(main())
"""


def a_report(
    source: str, *lines: str, title: str = "Ferry lost off Sorrel", publisher: str = "Coast Daily"
) -> Analysis:
    link = f"https://example.org/{source}"
    document = a_document(source, FERRY, *lines, title=title, publisher=publisher, link=link)
    return an_analysis(document, names=["Orla", "Sorrel Island"])


async def told_later(world: World, *later: Analysis, earlier: Analysis | None = None) -> None:
    """One report is known to the digest, the others of the same story are new."""
    await world.put(earlier or a_report("a.txt", FOURTEEN))
    await world.add()
    await world.put(*later)
    await world.link(*(StoryLink(number, 1) for number in range(1, len(later) + 2)))


async def test_a_new_figure_stands_beside_the_one_on_file(world: World) -> None:
    await told_later(world, a_report("b.txt", NINETEEN, title="Rescue ends", publisher="Sorrel Post"))
    (posted,) = await world.tick_at(EIGHT)
    assert (
        "**Sorrel Post, 1 Jun 2025, differs from what is on file.** "
        "The figures differ: “14 people”, “Nineteen people”\n"
        f"{EARLIER} · [read at example.org](<https://example.org/a.txt>):\n"
        "> The coast guard said 14 people died."
    ) in posted.text
    assert posted.text.count(NINETEEN) == posted.text.count("Rescue ends") == posted.text.count(FOURTEEN) == 1
    assert "1 new: 1 shown in 1 story, 0 folded, 0 unreadable, 0 undated" in posted.text


async def test_what_agrees_and_what_only_grew_is_not_said_to_differ(world: World) -> None:
    later = an_analysis(a_document("b.txt", FERRY, NINETEEN, published=date(2025, 6, 3)), names=["Orla"])
    await told_later(world, a_report("c.txt", "In all 14 people died."), later)
    (posted,) = await world.tick_at(EIGHT)
    assert "2 new:" in posted.text
    assert "differs" not in posted.text


async def test_new_documents_that_differ_from_each_other_alone_wait_for_differ(world: World) -> None:
    await world.add()
    await world.put(a_report("a.txt", FOURTEEN), a_report("b.txt", NINETEEN))
    await world.link(StoryLink(1, 1), StoryLink(2, 1))
    (posted,) = await world.tick_at(EIGHT)
    assert "differs" not in posted.text


async def test_a_sentence_that_the_digest_does_not_show_is_quoted_and_cited_too(world: World) -> None:
    fuller = a_report("b.txt", "Divers came.", "The sea was calm by noon.", "It was cold.", title="Divers come")
    other = a_report("c.txt", "A crane is on its way.", NINETEEN, publisher="Sorrel Post", title="Rescue ends")
    await told_later(world, fuller, other)
    (posted,) = await world.tick_at(EIGHT)
    head, _, quotes = posted.text.partition("differs from what is on file.**")
    assert "Rescue ends" in head
    assert NINETEEN not in head
    assert f"> {FOURTEEN}\n\nSorrel Post, 1 Jun 2025 · [read at" in quotes
    assert f":\n> {NINETEEN}" in quotes


async def test_a_title_of_a_new_document_is_not_repeated_for_an_old_one_so_called(world: World) -> None:
    await told_later(world, a_report("b.txt", NINETEEN, publisher="Sorrel Post"))
    (posted,) = await world.tick_at(EIGHT)
    assert posted.text.count("Ferry lost off Sorrel") == 1
    assert "\nCoast Daily, 1 Jun 2025 · [read at" in posted.text


async def test_a_copy_that_gives_another_figure_says_so(world: World) -> None:
    await told_later(world, a_report("b.txt", NINETEEN, publisher="Sorrel Post"))
    await world.link(StoryLink(1, 1), StoryLink(2, 1, reprint_of=1))
    (posted,) = await world.tick_at(EIGHT)
    assert "1 new: 0 shown in 0 stories, 1 folded" in posted.text
    assert f"> {FOURTEEN}" in posted.text
    assert f"> {NINETEEN}" in posted.text


async def test_a_difference_is_told_once_and_not_again_in_the_next_digest(world: World) -> None:
    await told_later(world, a_report("b.txt", NINETEEN))
    assert len(await world.tick_at(EIGHT)) == 1
    await world.put(an_analysis(a_document("c.txt")))
    first, second = await world.tick_at(NEXT)
    assert "differs" in first.text
    assert "differs" not in second.text


async def test_markdown_and_mentions_in_an_old_document_are_only_text(world: World) -> None:
    earlier = a_report("a.txt", "@everyone said *14* people died.", title="<@&5> # **Ferry**", publisher="- ||Post||")
    await told_later(world, a_report("b.txt", NINETEEN), earlier=earlier)
    (posted,) = await world.tick_at(EIGHT)
    assert "*\\<\\@&5\\> # \\*\\*Ferry\\*\\** (- \\|\\|Post\\|\\|, 1 Jun 2025)" in posted.text
    assert "> \\@everyone said \\*14\\* people died." in posted.text


async def test_what_another_server_keeps_is_not_told(world: World) -> None:
    await told_later(world, a_report("b.txt", NINETEEN))
    await world.database.write(
        lambda connection: connection.execute("UPDATE documents SET scope = '8' WHERE source = 'a.txt'").rowcount
    )
    (posted,) = await world.tick_at(EIGHT)
    assert "differs" not in posted.text
    assert FOURTEEN not in posted.text


def test_three_differences_of_a_story_are_shown_and_the_others_counted() -> None:
    document = NewDocument(2, "b.txt", "ff", "Rescue ends", "Sorrel Post", DAY, None, 1, None)
    found = [a_contradiction(f"In all {n} boats sank.", f"In all {n + 1} boats sank.") for n in range(4)]
    found.append(a_contradiction("Short.", "Long " * 200))
    told = differing([document], by_document(found, {2}), standing={"In all 1 boats sank."}, titles={"rescue ends"})
    assert [[side.text for side in each.sides] for each in told.told] == [
        ["In all 0 boats sank."],
        ["In all 1 boats sank.", "In all 2 boats sank."],
        ["In all 2 boats sank.", "In all 3 boats sank."],
    ]
    assert told.more == 2
    page = replace(compose(a_digest(), News(), number=1, since=EIGHT, late=None).page, differing=told, again=(FOLD,))
    assert "and 2 more differences, which /differ shows" in render(page)[0].body


def test_what_holds_between_new_documents_or_old_ones_alone_is_nobodys() -> None:
    assert by_document([a_contradiction("One.", "Two.")], {1, 2}) == by_document([a_contradiction("a", "b")], {3}) == {}


def a_contradiction(earlier: str, new: str) -> Contradiction:
    def quote(document: int, text: str) -> Quote:
        title = ("Ferry lost", "Rescue ends")[document - 1]
        return Quote(document, f"{document}.txt", title, None, DAY, None, 0, Span(0, len(text)), text)

    return Contradiction("figure", "The figures differ: “…”, “…”", (quote(1, earlier), quote(2, new)))


def a_digest() -> Digest:
    settings = Settings("morning", 1, cron="0 8 * * *", timezone="UTC")
    return Digest(1, settings, "discord", 7, 42, EIGHT, EIGHT)


@pytest.mark.parametrize("seed", ["1", "2"])
async def test_another_process_says_the_same_byte_for_byte(world: World, seed: str) -> None:
    reports = [a_report(f"{name}.txt", NINETEEN, f"It was report {name}.") for name in "bcdef"]
    await told_later(world, *reports, a_report("g.txt", "In all 17 people died."))
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", PREVIEW, str(world.database.path)),
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        stdout=asyncio.subprocess.PIPE,
    )
    printed = (await child.communicate())[0].decode()
    assert "differs from what is on file" in printed
    assert printed.splitlines() == [message.body for message in await world.digests.preview(await world.digest())]
    (posted,) = await world.tick_at(EIGHT)
    assert posted.body == json.loads(printed)
