"""Time zones as people name them: by city, country or the zone's own name, with the time it is there."""

import re
from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from bot.words import folded

_WORD = re.compile(r"[^\W_]+")
_ALSO_OF_COUNTRIES = {"US": "usa america", "AE": "uae emirates", "GB": "england", "CZ": "czechia"}
_ALSO_OF_ZONES = {
    "Africa/Johannesburg": "cape town pretoria",
    "America/Chicago": "houston dallas",
    "America/Los_Angeles": "san francisco seattle",
    "America/New_York": "washington boston miami",
    "America/Sao_Paulo": "rio de janeiro brasilia",
    "America/Toronto": "ottawa montreal",
    "Asia/Dubai": "abu dhabi",
    "Asia/Ho_Chi_Minh": "hanoi",
    "Asia/Jerusalem": "tel aviv",
    "Asia/Karachi": "islamabad lahore",
    "Asia/Kolkata": "delhi mumbai bombay bangalore bengaluru chennai hyderabad calcutta",
    "Asia/Shanghai": "beijing shenzhen guangzhou",
    "Asia/Tokyo": "osaka kyoto",
    "Australia/Sydney": "canberra",
    "Europe/Berlin": "munich hamburg frankfurt cologne",
    "Europe/Istanbul": "ankara",
    "Europe/London": "edinburgh manchester birmingham",
    "Europe/Madrid": "barcelona",
    "Europe/Moscow": "petersburg",
    "Europe/Rome": "milan naples",
    "Europe/Zurich": "geneva",
    "UTC": "gmt",
}
"""Large cities without a zone of their own, which people name all the same."""


def named(typed: str) -> str:
    """The zone that is meant, where it can only be one; else what was typed."""
    if typed in available_timezones():
        return typed
    ranked = _ranked(typed)
    best = [zone for rank, zone in ranked if rank == ranked[0][0]]
    return best[0] if len(best) == 1 else typed


def suggested(typed: str, now: datetime, limit: int) -> list[tuple[str, str]]:
    """(what to show, the zone's name), the best first: "india" finds Asia/Kolkata."""
    ranked = _ranked(typed)
    begun = [zone for rank, zone in ranked if rank[1] == min(ends for (_, ends), _ in ranked)]  # "uk" is no "Chuuk"
    return [(_label(zone, now), zone) for zone in begun[:limit]]


def _ranked(typed: str) -> list[tuple[tuple[int, int], str]]:
    wanted = _WORD.findall(folded(typed))
    ranked = sorted(
        (_rank(words, wanted), _weight(zone), zone)
        for zone, words in _known().items()
        if all(part in words for part in wanted)
    )
    return [(rank, zone) for rank, _, zone in ranked]


@cache
def _weight(zone: str) -> tuple[bool, int, int]:
    """Zones of countries first; in a country as the tables have them, where most people live first."""
    country = _countries().get(zone, "")
    return not country and zone != "UTC", len(country), list(_codes()).index(zone) if country else 0


def _rank(words: str, wanted: list[str]) -> tuple[int, int]:
    """Whole words first, then beginnings of words."""
    whole = sum(f" {part} " in f" {words} " for part in wanted)
    starts = sum(f" {part}" in f" {words}" for part in wanted)
    return -whole, -starts


def _label(zone: str, now: datetime) -> str:
    there = now.astimezone(ZoneInfo(zone))
    offset = there.strftime("%z")
    country = _countries().get(zone)
    where = f"{zone} ({country})" if country else zone
    return f"{where[:80]}, {there:%H:%M} now, UTC{offset[:3]}:{offset[3:]}"


@cache
def _known() -> dict[str, str]:
    """Zones of places, and UTC, with all the words by which they are found."""
    zones = [zone for zone in available_timezones() if zone == "UTC" or ("/" in zone and not zone.startswith("Etc/"))]
    return {zone: " ".join(_WORD.findall(folded(_described(zone)))) for zone in zones}


def _described(zone: str) -> str:
    code = _codes().get(zone, "")
    return f"{zone} {_countries().get(zone, '')} {_ALSO_OF_COUNTRIES.get(code, '')} {_ALSO_OF_ZONES.get(zone, '')}"


@cache
def _countries() -> dict[str, str]:
    """The country of each zone, from the time-zone database's own tables."""
    names = dict(_rows("iso3166.tab"))
    return {zone: names.get(code, code) for zone, code in _codes().items()}


@cache
def _codes() -> dict[str, str]:
    return {zone: code for code, _, zone, *_ in _rows("zone.tab")}


def _rows(name: str) -> list[list[str]]:
    text = files("tzdata").joinpath("zoneinfo", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
