"""Time zones as people name them: by city, country or the zone's own name, with the time it is there."""

from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from bot.words import folded


def suggested(typed: str, now: datetime, limit: int) -> list[tuple[str, str]]:
    """(what to show, the zone's name), the best first: "india" finds Asia/Kolkata."""
    wanted = folded(typed).replace("_", " ").replace("/", " ").split()
    ranked = sorted(
        (_rank(words, wanted), zone not in _countries() and zone != "UTC", len(words), zone)
        for zone, words in _known().items()
        if all(part in words for part in wanted)
    )
    return [(_label(zone, now), zone) for *_, zone in ranked[:limit]]


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
    return {zone: folded(f"{zone.replace('/', ' ').replace('_', ' ')} {_countries().get(zone, '')}") for zone in zones}


@cache
def _countries() -> dict[str, str]:
    """The country of each zone, from the time-zone database's own tables."""
    names = dict(_rows("iso3166.tab"))
    return {zone: names.get(code, code) for code, _, zone, *_ in _rows("zone.tab")}


def _rows(name: str) -> list[list[str]]:
    text = files("tzdata").joinpath("zoneinfo", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
