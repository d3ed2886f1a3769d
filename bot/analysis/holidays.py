"""Holidays and their days: one row adds another. Fixed days, the nth weekday of a month, days counted from Easter."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from bot.analysis.feasts import new_moon, of_islam, orthodox_easter, rosh_hashanah

Rule = Callable[[int], date]


def fixed(month: int, day: int) -> Rule:
    return lambda year: date(year, month, day)


def nth(count: int, weekday: int, month: int) -> Rule:
    """The count-th weekday (Monday 0) of a month; -1 the last."""

    def day(year: int) -> date:
        if count < 0:
            last = date(year, month, calendar.monthrange(year, month)[1])
            return last - timedelta((last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (count - 1))

    return day


def easter(offset: int) -> Rule:
    return lambda year: easter_sunday(year) + timedelta(offset)


def easter_sunday(year: int) -> date:
    """Western Easter by the anonymous Gregorian computus (Meeus/Jones/Butcher)."""
    golden, century, rest = year % 19, *divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * days) // 451
    month, day = divmod(moon + days - 7 * late + 114, 31)
    return date(year, month, day + 1)


def election_day(year: int) -> date:
    """United States: the Tuesday after the first Monday of November."""
    return nth(1, 0, 11)(year) + timedelta(1)


def jewish(offset: int) -> Rule:
    """Counted from the New Year of autumn, from which the Passover before lies always as far."""
    return lambda year: rosh_hashanah(year) + timedelta(offset)


def islamic(month: int, day: int) -> Rule:
    return lambda year: of_islam(month, day, year)


def moon(month: int, day: int, *, hours_east: float) -> Rule:
    return lambda year: new_moon(date(year, month, day), hours_east=hours_east)


_BY_THE_MOON: dict[str, Rule] = {
    "ramadan": islamic(9, 1),
    "eid al-fitr": islamic(10, 1),
    "eid ul-fitr": islamic(10, 1),
    "eid al-adha": islamic(12, 10),
    "eid ul-adha": islamic(12, 10),
    "ashura": islamic(1, 10),
    "hanukkah": jewish(83),
    "lunar new year": moon(1, 21, hours_east=8),
    "chinese new year": moon(1, 21, hours_east=8),
    "diwali": moon(10, 17, hours_east=-13),  # the evening before, where the moon is new by the afternoon
    "deepavali": moon(10, 17, hours_east=-13),
    "nowruz": fixed(3, 20),
}
ABOUT = frozenset(_BY_THE_MOON)
"""Those whose day may be the one before or after."""

LASTING = {"ramadan": 30, "hanukkah": 8}
"""Days that a feast lasts when it is more than one."""

HOLIDAYS: dict[str, Rule] = {
    "new year's day": fixed(1, 1),
    "new year's eve": fixed(12, 31),
    "martin luther king day": nth(3, 0, 1),
    "republic day": fixed(1, 26),
    "groundhog day": fixed(2, 2),
    "valentine's day": fixed(2, 14),
    "presidents' day": nth(3, 0, 2),
    "presidents day": nth(3, 0, 2),
    "women's day": fixed(3, 8),
    "st. patrick's day": fixed(3, 17),
    "april fools' day": fixed(4, 1),
    "ash wednesday": easter(-46),
    "palm sunday": easter(-7),
    "maundy thursday": easter(-3),
    "good friday": easter(-2),
    "easter monday": easter(1),
    "easter sunday": easter(0),
    "easter": easter(0),
    "ascension day": easter(39),
    "pentecost": easter(49),
    "earth day": fixed(4, 22),
    "anzac day": fixed(4, 25),
    "may day": fixed(5, 1),
    "victory day": fixed(5, 9),
    "mother's day": nth(2, 6, 5),
    "father's day": nth(3, 6, 6),
    "memorial day": nth(-1, 0, 5),
    "juneteenth": fixed(6, 19),
    "canada day": fixed(7, 1),
    "fourth of july": fixed(7, 4),
    "bastille day": fixed(7, 14),
    "labor day": nth(1, 0, 9),
    "labour day": nth(1, 0, 9),
    "columbus day": nth(2, 0, 10),
    "halloween": fixed(10, 31),
    "all saints' day": fixed(11, 1),
    "guy fawkes night": fixed(11, 5),
    "veterans day": fixed(11, 11),
    "armistice day": fixed(11, 11),
    "remembrance day": fixed(11, 11),
    "election day": election_day,
    "thanksgiving day": nth(4, 3, 11),
    "thanksgiving": nth(4, 3, 11),
    "black friday": lambda year: nth(4, 3, 11)(year) + timedelta(1),
    "christmas eve": fixed(12, 24),
    "christmas day": fixed(12, 25),
    "christmas": fixed(12, 25),
    "boxing day": fixed(12, 26),
    "orthodox christmas": fixed(1, 7),
    "orthodox easter": orthodox_easter,
    "passover": jewish(-163),
    "rosh hashanah": jewish(0),
    "yom kippur": jewish(9),
    "cinco de mayo": fixed(5, 5),
    "bonfire night": fixed(11, 5),
    "australia day": fixed(1, 26),
    "shrove tuesday": easter(-47),
    "mardi gras": easter(-47),
    "cyber monday": lambda year: nth(4, 3, 11)(year) + timedelta(4),
    **_BY_THE_MOON,
}
