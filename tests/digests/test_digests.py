"""A digest from the slot to the channel: what is due is claimed and posted, what is known is not announced."""

import json
import sqlite3
from datetime import date, timedelta

import pytest
from digest_world import World, a_document, an_analysis, utc

from bot.model import StoryLink
from bot.store import documents

EIGHT = utc("2025-06-02T08:00:10")


async def test_a_first_start_posts_no_backlog(world: World) -> None:
    await world.put_new("old.txt")
    await world.add()
    assert await world.tick_at(EIGHT) == []


async def test_what_is_new_is_posted_once_at_its_time(world: World) -> None:
    await world.add()
    await world.put_new("a.txt", "b.txt")
    assert await world.tick_at(utc("2025-06-02T07:59:59")) == []
    (posted,) = await world.tick_at(EIGHT)
    assert posted.text.count("Title of a.txt") == posted.text.count("Title of b.txt") == 1
    assert "2 new: 2 shown in 2 stories, 0 folded, 0 unreadable, 0 undated" in posted.text
    assert await world.settle() == [posted]
    assert await world.tick_at(EIGHT + timedelta(days=1)) == [posted]


async def test_tick_says_when_to_wake_next(world: World) -> None:
    assert await world.digests.tick() is None
    await world.add()
    assert await world.digests.tick() == utc("2025-06-02T08:00")


async def test_an_empty_digest_says_so_when_that_is_wanted(world: World) -> None:
    await world.add(empty="say")
    (posted,) = await world.tick_at(EIGHT)
    assert "nothing new since" in posted.text
    assert "0 new:" in posted.text


async def test_after_downtime_the_newest_missed_one_comes_late_and_the_others_are_named_in_it(world: World) -> None:
    await world.add()
    await world.put_new("a.txt")
    (posted,) = await world.tick_at(utc("2025-06-05T12:00"))
    due, first = int(utc("2025-06-05T08:00").timestamp()), int(utc("2025-06-02T08:00").timestamp())
    assert f"Late: it was due <t:{due}:f>, and covers 3 digests missed from <t:{first}:f> on." in posted.text
    assert await world.settle() == [posted]


async def test_what_was_missed_too_long_ago_waits_for_the_next_digest(world: World) -> None:
    await world.add(catch_up=timedelta(hours=1))
    await world.put_new("a.txt")
    assert await world.tick_at(utc("2025-06-05T12:00")) == []
    (posted,) = await world.tick_at(utc("2025-06-06T08:00:01"))
    assert "Title of a.txt" in posted.text
    assert "Late" not in posted.text


async def test_a_clock_that_is_put_back_posts_nothing_again(world: World) -> None:
    await world.add()
    await world.put_new("a.txt")
    await world.tick_at(EIGHT)
    await world.put_new("b.txt")
    world.clock.now = utc("2025-06-02T07:30")
    assert len(await world.settle(minutes=45)) == 1
    assert len(await world.tick_at(EIGHT + timedelta(days=1))) == 2


async def test_a_clock_that_ran_years_ahead_does_not_silence_a_digest(world: World) -> None:
    world.clock.now = utc("2031-01-01T00:00")
    await world.add()
    await world.tick_at(utc("2031-01-01T08:00:10"))
    await world.put_new("a.txt")
    await world.tick_at(utc("2025-06-02T07:00"))
    (posted,) = await world.tick_at(EIGHT)
    assert "Title of a.txt" in posted.text


async def test_a_digest_with_a_topic_announces_only_what_is_about_it(world: World) -> None:
    await world.add(about="harbour bridge")
    await world.put(
        an_analysis(a_document("a.txt", "The harbour bridge closed on Sunday.")),
        an_analysis(a_document("b.txt", "A new school opened on Sunday.")),
    )
    (posted,) = await world.tick_at(EIGHT)
    assert "Title of a.txt" in posted.text
    assert "1 new:" in posted.text
    assert "b.txt" not in posted.text


async def test_a_reprint_folds_under_the_document_it_copies(world: World) -> None:
    await world.add()
    await world.put_new("a.txt", "b.txt", "c.txt")
    await world.link(StoryLink(1, 1), StoryLink(2, 1, reprint_of=1), StoryLink(3, 1))
    (posted,) = await world.tick_at(EIGHT)
    assert "Also in: **Title of b.txt** (Coast Daily, 1 Jun 2025)" in posted.text
    assert "3 new: 2 shown in 1 story, 1 folded, 0 unreadable, 0 undated" in posted.text
    assert all(posted.text.count(f"Title of {name}.txt") == 1 for name in "abc")


async def test_a_reprint_of_what_was_announced_before_says_what_it_copies(world: World) -> None:
    await world.put_new("a.txt")
    await world.add()
    await world.put_new("b.txt")
    await world.link(StoryLink(1, 1), StoryLink(2, 1, reprint_of=1))
    (posted,) = await world.tick_at(EIGHT)
    assert "**Title of b.txt** (Coast Daily, 1 Jun 2025) copies *Title of a.txt*" in posted.text
    assert "1 new: 0 shown in 0 stories, 1 folded" in posted.text


async def test_copies_and_unreadable_files_are_counted_and_named(world: World) -> None:
    await world.add()
    await world.put_new("a.txt")
    await world.copy("copy.txt", "a.txt")
    await world.fail("bad.pdf", "bad.pdf is no PDF.")
    (posted,) = await world.tick_at(EIGHT)
    assert "Also in: copy.txt (the same file)" in posted.text
    assert "bad.pdf is no PDF" in posted.text
    assert "3 new: 1 shown in 1 story, 1 folded, 1 unreadable" in posted.text
    assert len(await world.tick_at(EIGHT + timedelta(days=1))) == 1


async def test_an_unreadable_file_that_can_be_read_later_is_news(world: World) -> None:
    await world.fail("a.txt", "a.txt is empty.", fingerprint=a_document("a.txt").fingerprint)
    await world.add()
    await world.put_new("a.txt")
    (posted,) = await world.tick_at(EIGHT)
    assert "1 new: 1 shown" in posted.text


async def test_undated_documents_are_shown_and_counted(world: World) -> None:
    await world.add()
    await world.put(an_analysis(a_document("a.txt", published=None)))
    (posted,) = await world.tick_at(EIGHT)
    assert "Coast Daily · undated" in posted.text
    assert "1 undated" in posted.text


async def test_a_changed_document_is_a_correction_with_the_old_and_the_new_sentence(world: World) -> None:
    await world.put(an_analysis(a_document("a.txt", "Four boats sank on Sunday.", "The harbour is closed.")))
    await world.add()
    await world.put(an_analysis(a_document("a.txt", "Three boats sank on Sunday.", "The harbour is closed.")))
    (posted,) = await world.tick_at(EIGHT)
    assert "**Was** Four boats sank on Sunday.\n**Now** Three boats sank on Sunday." in posted.text
    assert "harbour" not in posted.text
    assert "0 new: 0 shown" in posted.text
    assert len(await world.tick_at(EIGHT + timedelta(days=1))) == 1


async def test_what_was_removed_or_moved_is_not_announced(world: World) -> None:
    await world.put_new("a.txt", "b.txt")
    await world.add()
    await world.database.write(removed_and_moved)
    assert await world.tick_at(EIGHT) == []


def removed_and_moved(connection: sqlite3.Connection) -> None:
    documents.remove(connection, "a.txt")
    documents.move(connection, "b.txt", "sub/b.txt")
    documents.mark_linked(connection, linker="test")


async def test_no_sentence_stands_that_the_library_has_said(world: World) -> None:
    await world.put(an_analysis(a_document("old.txt", "The ferry stopped on Sunday after 14 years of service.")))
    await world.add()
    told = a_document(
        "a.txt", "The ferry stopped on Sunday, after 14 years of service.", "A bus takes its place from Monday."
    )
    await world.put(an_analysis(told))
    (posted,) = await world.tick_at(EIGHT)
    assert "14 years" not in posted.text
    assert "A bus takes its place from Monday." in posted.text


async def test_dated_events_names_and_days_stand_with_the_story(world: World) -> None:
    await world.add()
    document = a_document(
        "a.txt",
        "Ilse Brandt closed the bridge.",
        "The piers were found cracked on 3 April.",
        "Nobody was hurt.",
        "It opened on 5 May 1998.",
    )
    await world.put(
        an_analysis(
            document,
            events={"The piers were found cracked": date(2025, 4, 3), "It opened": date(1998, 5, 5)},
            names=["Ilse Brandt"],
        )
    )
    (posted,) = await world.tick_at(EIGHT)
    assert "Names: Ilse Brandt" in posted.text
    assert "> **3 Apr 2025** The piers were found cracked on 3 April." in posted.text
    assert "> **5 May 1998** It opened on 5 May 1998." in posted.text


async def test_preview_is_what_is_posted_byte_for_byte_and_changes_nothing(world: World) -> None:
    digest = await world.add()
    await world.put_new("a.txt", "b.txt")
    seen = await world.digests.preview(digest)
    assert [m.body for m in seen] == [m.body for m in await world.digests.preview(digest)]
    assert world.channel.messages == []
    (posted,) = await world.tick_at(EIGHT)
    assert posted.body == json.loads(seen[0].body)


async def test_now_posts_what_preview_shows_and_moves_the_mark(world: World) -> None:
    digest = await world.add()
    await world.put_new("a.txt")
    seen = await world.digests.preview(digest)
    await world.digests.post_now(digest)
    (posted,) = world.channel.visible
    assert posted.body == json.loads(seen[0].body)
    assert await world.tick_at(EIGHT) == [posted]


async def test_a_digest_waits_shortly_for_a_load_that_is_under_way(world: World) -> None:
    await world.add()
    await world.put_new("a.txt")
    await world.database.write(documents.mark_unlinked)
    assert await world.tick_at(EIGHT) == []
    assert len(await world.tick_at(EIGHT + timedelta(minutes=3))) == 1


@pytest.mark.parametrize("count", [40, 400])
async def test_many_documents_at_once_keep_every_limit_and_every_title_stands_once(world: World, count: int) -> None:
    await world.add(mention_role=123)
    lines = [f"Sentence {{}} of report {n} tells a thing of its own, at length, on day {n}." for n in range(9)]
    await world.put(
        *(
            an_analysis(
                a_document(
                    f"{i:03}.txt",
                    *(line.format(f"{i}x{n}") * 3 for n, line in enumerate(lines)),
                    title=f"T{i:03}. *A_b*",
                )
            )
            for i in range(count)
        )
    )
    posted = await world.tick_at(EIGHT)
    whole = "\n".join(message.text.replace("\\", "") for message in posted)
    assert all(whole.count(f"T{i:03}. *A_b*") == 1 for i in range(count))
    assert f"{count} new: {count} shown in {count} stories, 0 folded, 0 unreadable, 0 undated" in posted[-1].text
    assert [f"{i} of {len(posted)}" in m.text for i, m in enumerate(posted, start=1)] == [True] * len(posted)
    for message in posted:
        embeds = message.body["embeds"]
        assert len(message.body["content"]) <= 2000
        assert len(embeds) <= 10
        assert all(len(e["description"]) <= 4096 for e in embeds)
        assert all(len(e.get("title", "")) <= 256 for e in embeds)
        texts = [text for e in embeds for text in (e["description"], e.get("title", ""))]
        assert len("".join([*texts, embeds[-1]["footer"]["text"]])) <= 6000
