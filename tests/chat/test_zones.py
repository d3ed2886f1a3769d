"""Time zones as people name them."""

from datetime import UTC, datetime
from zoneinfo import available_timezones

import pytest

from bot.chat.zones import named, suggested

NOW = datetime(2025, 6, 26, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("india", "Asia/Kolkata"),
        ("New York", "America/New_York"),
        ("são pau", "America/Sao_Paulo"),
        ("nepal", "Asia/Kathmandu"),
        ("Europe/Ber", "Europe/Berlin"),
        ("utc", "UTC"),
        ("london", "Europe/London"),
        ("UK", "Europe/London"),
        ("usa", "America/New_York"),
        ("delhi", "Asia/Kolkata"),
        ("uae", "Asia/Dubai"),
        ("gmt", "UTC"),
    ],
)
def test_a_city_a_country_or_a_zone_finds_it(typed: str, zone: str) -> None:
    assert suggested(typed, NOW, 25)[0][1] == zone


def test_each_says_what_time_it_is_there() -> None:
    assert suggested("kathmandu", NOW, 1) == [("Asia/Kathmandu (Nepal), 17:45 now, UTC+05:45", "Asia/Kathmandu")]


def test_every_suggestion_is_a_zone_and_fits_a_choice() -> None:
    found = suggested("", NOW, 1000)
    assert all(zone in available_timezones() and 1 <= len(label) <= 100 for label, zone in found)
    assert suggested("atlantis", NOW, 25) == []


def test_a_country_is_not_found_inside_other_words() -> None:
    assert {label.partition("(")[2].partition(")")[0] for label, _ in suggested("usa", NOW, 100)} == {"United States"}


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("India", "Asia/Kolkata"), ("berlin", "Europe/Berlin"), ("UTC", "UTC"), ("usa", "usa"), ("atlantis", "atlantis")],
)
def test_a_place_with_one_zone_needs_no_choice(typed: str, zone: str) -> None:
    assert named(typed) == zone
