"""When a digest is due: cron's own meaning, clock changes in six zones, downtime and clocks that jump."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cron import read_cron
from bot.digests.slots import Schedule, Slot, between, coming, due, newest

ZONES = (
    "Europe/Berlin",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Pacific/Apia",
)
BEGIN, END = datetime(2025, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
GRID = timedelta(minutes=15)
CRONS = (
    "0 8 * * mon-fri",
    "30 2 * * *",
    "15 3 * * *",
    "0 0 * * *",
    "*/15 1-3 * * *",
    "0 9 1 * *",
    "45 * * * 0",
    "0 2 * * 7",
)


def plan(cron: str, zone: str = "UTC") -> Schedule:
    return Schedule(read_cron(cron), ZoneInfo(zone))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def walls(schedule: Schedule, after: str, count: int) -> list[str]:
    return [f"{slot.wall:%a %d %b %H:%M}" for slot in coming(schedule, at(after), count)]


@pytest.mark.parametrize(
    ("cron", "expected"),
    [
        ("0 8 * * 1", ["Mon 06 Jan 08:00", "Mon 13 Jan 08:00"]),
        ("0 8 * * 0", ["Sun 05 Jan 08:00", "Sun 12 Jan 08:00"]),
        ("0 8 * * 7", ["Sun 05 Jan 08:00", "Sun 12 Jan 08:00"]),
        ("0 8 * * fri,sun", ["Fri 03 Jan 08:00", "Sun 05 Jan 08:00"]),
        ("*/20 9-10 * * *", ["Thu 02 Jan 09:00", "Thu 02 Jan 09:20", "Thu 02 Jan 09:40", "Thu 02 Jan 10:00"]),
        ("0 8 13 * fri", ["Fri 03 Jan 08:00", "Fri 10 Jan 08:00", "Mon 13 Jan 08:00"]),  # either day, as cron has it
        ("0 8 */10 * fri", ["Fri 31 Jan 08:00", "Fri 21 Feb 08:00"]),  # a star restricts nothing: both must fit
        ("0 0 29 2 *", ["Tue 29 Feb 00:00", "Sun 29 Feb 00:00"]),
    ],
)
def test_fields_mean_what_cron_means(cron: str, expected: list[str]) -> None:
    assert walls(plan(cron), "2025-01-01T23:00", len(expected)) == expected


def test_a_time_that_a_clock_change_leaves_out_comes_once_when_it_would_have_come() -> None:
    spring = between(plan("30 2 * * *", "Europe/Berlin"), at("2026-03-28T12:00"), at("2026-03-30T12:00"))
    assert [(slot.key, slot.due) for slot in spring] == [
        ("2026-03-29T02:30", at("2026-03-29T01:30")),
        ("2026-03-30T02:30", at("2026-03-30T00:30")),
    ]


def test_a_time_that_occurs_twice_is_due_the_first_time() -> None:
    autumn = between(plan("30 2 * * *", "Europe/Berlin"), at("2026-10-24T12:00"), at("2026-10-26T12:00"))
    assert [(slot.key, slot.due) for slot in autumn] == [
        ("2026-10-25T02:30", at("2026-10-25T00:30")),
        ("2026-10-26T02:30", at("2026-10-26T01:30")),
    ]


def test_a_left_out_time_gives_way_to_one_that_is_due_at_the_same_instant() -> None:
    hourly = between(plan("0 * * * *", "Europe/Berlin"), at("2026-03-29T00:00"), at("2026-03-29T02:00"))
    assert [slot.key for slot in hourly] == ["2026-03-29T03:00", "2026-03-29T04:00"]


@cache
def first_instants(zone: str) -> dict[datetime, datetime]:
    """Every local time of two years, by looking at the clock on the wall each quarter of an hour."""
    seen: dict[datetime, datetime] = {}
    instant = BEGIN - timedelta(days=2)
    while instant < END + timedelta(days=2):
        seen.setdefault(instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0), instant)
        instant += GRID
    return seen


def watched(schedule: Schedule, zone: str) -> list[Slot]:
    """The slots as somebody sees them who watches the wall clock; one left out comes that much after the gap began."""
    seen = first_instants(zone)
    found: list[Slot] = []
    wall, last = min(seen), max(seen)
    before = wall
    while wall <= last:
        if wall in seen:
            before = wall
        if schedule.holds(wall):
            instant = seen[wall] if wall in seen else seen[before] + (wall - before)
            shown = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
            if wall in seen or not schedule.holds(shown):
                found.append(Slot(instant, wall))
        wall += GRID
    return sorted(slot for slot in found if BEGIN < slot.due <= END)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("cron", CRONS)
def test_two_years_are_as_a_watcher_of_the_wall_clock_sees_them(cron: str, zone: str) -> None:
    schedule = plan(cron, zone)
    slots = between(schedule, BEGIN, END)
    assert slots == watched(schedule, zone)
    assert len({slot.key for slot in slots}) == len({slot.due for slot in slots}) == len(slots)


crons = st.builds(
    "{} {} {} * {}".format,
    st.sampled_from(["0", "30", "15", "*/30", "0,45"]),
    st.sampled_from(["0", "2", "3", "8", "1-3", "*/6", "23"]),
    st.sampled_from(["*", "1", "13,29", "*/2"]),
    st.sampled_from(["*", "mon-fri", "0", "7", "sat"]),
)
instants = st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1)).map(lambda naive: naive.replace(tzinfo=UTC))


@given(crons, st.sampled_from(ZONES), instants, st.integers(1, 12))
@settings(deadline=None, max_examples=60)
def test_looking_forward_looking_back_and_between_agree(cron: str, zone: str, start: datetime, count: int) -> None:
    schedule = plan(cron, zone)
    ahead = coming(schedule, start, count)
    assert ahead == between(schedule, start, ahead[-1].due)
    assert newest(schedule, start, ahead[-1].due, count) == ahead[::-1]
    assert all(start < slot.due for slot in ahead)


@given(
    crons,
    st.sampled_from(ZONES),
    instants,
    st.lists(st.tuples(st.sampled_from(["on", "off", "jump"]), st.integers(-3 * 86400, 5 * 86400)), max_size=25),
    st.sampled_from([1, 24, 72]),
)
@settings(deadline=None, max_examples=150)
def test_every_slot_is_posted_at_most_once_and_the_newest_missed_one_exactly_once(
    cron: str, zone: str, start: datetime, events: list[tuple[str, int]], hours: int
) -> None:
    """A host that runs, sleeps, and whose clock jumps both ways; what it remembers is the keys and instants it ran."""
    schedule, catch_up = plan(cron, zone), timedelta(hours=hours)
    posted: dict[str, datetime] = {}
    skipped: list[tuple[datetime, datetime]] = []  # last due, noticed
    clock, since = start, start
    for kind, seconds in events:
        clock += timedelta(seconds=abs(seconds) if kind != "jump" else seconds)
        since = min(since, clock)
        bounds = [d for d in posted.values() if d <= clock] + [d for d, n in skipped if d <= clock and n <= clock]
        bound = max([since, *bounds])
        found = due(schedule, since=bound, now=clock, settled=set(posted), catch_up=catch_up)
        missed = [slot for slot in between(schedule, bound, clock) if slot.key not in posted]
        if missed and clock - missed[-1].due <= catch_up:
            assert found.post == missed[-1]
        else:
            assert found.post is None
        assert found.skipped == min(1000, len(missed)) - (found.post is not None)
        if found.post is not None:
            assert found.post.key not in posted
            posted[found.post.key] = found.post.due
        if found.last is not None:
            skipped.append((found.last.due, clock))


@given(crons, st.sampled_from(ZONES), instants, st.integers(1, 40))
@settings(deadline=None, max_examples=40)
def test_a_host_that_never_sleeps_posts_every_slot_in_order(cron: str, zone: str, start: datetime, count: int) -> None:
    schedule = plan(cron, zone)
    clock, bound = start, start
    posted: list[Slot] = []
    wanted = coming(schedule, start, count)
    while len(posted) < count:
        clock = coming(schedule, clock, 1)[0].due + timedelta(seconds=20)
        found = due(schedule, since=bound, now=clock, settled={s.key for s in posted}, catch_up=timedelta(hours=24))
        assert found.post is not None
        assert (found.late, found.skipped) == (False, 0)
        posted.append(found.post)
        bound = found.post.due
    assert posted == wanted


def test_what_is_too_old_to_be_posted_is_skipped_and_said() -> None:
    found = due(
        plan("0 8 * * *"),
        since=at("2025-06-01T08:00"),
        now=at("2025-06-05T07:00"),
        settled=(),
        catch_up=timedelta(hours=1),
    )
    assert found.post is None
    assert found.first is not None
    assert found.last is not None
    assert (found.first.key, found.last.key, found.skipped) == ("2025-06-02T08:00", "2025-06-04T08:00", 3)


def test_the_newest_missed_one_is_posted_late_and_the_older_ones_are_skipped_together() -> None:
    found = due(
        plan("0 8 * * *"),
        since=at("2025-06-01T08:00"),
        now=at("2025-06-05T07:00"),
        settled=(),
        catch_up=timedelta(hours=24),
    )
    assert found.post is not None
    assert found.first is not None
    assert (found.post.key, found.late, found.first.key, found.skipped) == (
        "2025-06-04T08:00",
        True,
        "2025-06-02T08:00",
        2,
    )
