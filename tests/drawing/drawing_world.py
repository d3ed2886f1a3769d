"""Made-up answers to draw, and how the tests look at a picture."""

import io
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from PIL import Image, ImageColor

from bot.answers.answer import Circle, Entry, NameCount, Picture, Shelf, Tie, Timeline
from bot.model import UNDATED, Period, Precision, Quote, Span

SHELF = Shelf(3, None, None)
FERRY = "The ferry company ended its night service after two winters of heavy losses on the northern line."


def a_quote(text: str = FERRY, *, document: int = 1) -> Quote:
    return Quote(document, f"{document}.txt", "Ferry", None, UNDATED, None, 0, Span(0, len(text)), text)


def an_entry(when: Period, text: str = FERRY, *, documents: int = 1) -> Entry:
    return Entry(when, "stated", tuple(a_quote(text, document=number) for number in range(1, documents + 1)))


def day(year: int, month: int = 1, of: int = 1) -> Period:
    return Period.day(date(year, month, of))


def span(first: str, last: str, precision: Precision) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last), precision)


def a_timeline(*entries: Entry, about: str | None = "ferry", more: int = 0) -> Timeline:
    return Timeline(about, None, None, entries, (), 0, more, (), SHELF)


def days_in_a_row(count: int) -> tuple[Entry, ...]:
    return tuple(
        an_entry(Period.day(date(2024, 1, 1) + timedelta(days=2 * n)), documents=1 + n % 3) for n in range(count)
    )


def a_circle(count: int = 3, *, names: Sequence[str] = (), ties: Sequence[Tie] = ()) -> Circle:
    """`count` names around the one in the middle, every other one a body."""
    called = [*names, *(f"Name Number {n}" for n in range(len(names), count + 1))]
    members = tuple(
        NameCount(name, "ORGANISATION" if place % 2 else "PERSON", 1 + place) for place, name in enumerate(called)
    )
    own = tuple(Tie(0, place, members[place].count, (a_quote(),)) for place in range(1, count + 1))
    return Circle(members[0].name, members, (*own, *ties), 0, (), (), SHELF)


def image(picture: Picture | None) -> Image.Image:
    assert picture is not None
    return Image.open(io.BytesIO(picture.png)).convert("RGB")


def holds(picture: Picture | None, colour: str) -> bool:
    """Whether the colour, or what few colours leave of it, is seen in more than a speck."""
    wanted = ImageColor.getrgb(colour)
    pixels = image(picture).tobytes()
    seen = Counter(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))
    near = (n for pixel, n in seen.items() if sum(abs(a - b) for a, b in zip(pixel, wanted, strict=False)) < 12)
    return sum(near) > 40
