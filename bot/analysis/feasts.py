"""Feasts by the moon: Jewish ones and Orthodox Easter to the day, those of Islam, China and India to a day or so."""

from datetime import date, timedelta
from math import floor, radians, sin

_JULIAN_DAY = 1721424.5  # of the day before 1 January of year 1


def rosh_hashanah(year: int) -> date:
    """By Gauss's rule, with its postponements."""
    golden = 12 * (year % 19 + 1) % 19
    found = year // 100 - year // 400 - 2 + 765433 / 492480 * golden + year % 4 / 4 - (313 * year + 89081) / 98496
    day, rest = date(year, 8, 31) + timedelta(floor(found)), found % 1
    if day.weekday() in (6, 2, 4):
        return day + timedelta(1)
    if day.weekday() == 0 and rest >= 23269 / 25920 and golden > 11:  # noqa: PLR2004 - of the rule
        return day + timedelta(1)
    if day.weekday() == 1 and rest >= 1367 / 2160 and golden > 6:  # noqa: PLR2004 - of the rule
        return day + timedelta(2)
    return day


def orthodox_easter(year: int) -> date:
    """By Meeus's Julian computus; thirteen days apart from 1900 to 2099, which is what it is read in."""
    moon = (19 * (year % 19) + 15) % 30
    month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def of_islam(month: int, day: int, year: int) -> date:
    """The first such day in a year, by the tabular calendar; where the moon is looked for, it may be a day off."""
    hijri = floor((year - 622) * 33 / 32) - 1
    while (found := _tabular(hijri, month, day)).year < year:
        hijri += 1
    return found


def _tabular(year: int, month: int, day: int) -> date:
    days = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + 1948440 - 385
    return date.fromordinal(days - floor(_JULIAN_DAY + 1))


def new_moon(after: date, *, hours_east: float) -> date:
    """The first new moon on or after a day, in a zone so many hours east of Greenwich, by Meeus's main terms."""
    moons = floor((after.toordinal() + _JULIAN_DAY - 2451550.09766) / 29.530588861) - 1
    while True:
        sun, moon, node = (
            radians(start + step * moons)
            for start, step in ((2.5534, 29.1053567), (201.5643, 385.81693528), (160.7108, 390.67050284))
        )
        at = 2451550.09766 + 29.530588861 * moons - 0.4072 * sin(moon) + 0.17241 * sin(sun)
        at += 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
        found = date.fromordinal(floor(at + hours_east / 24 - _JULIAN_DAY))
        if found >= after:
            return found
        moons += 1
