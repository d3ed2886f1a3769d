"""Title, publisher, link and publication date of a text; which way of finding a date goes first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.model import Dated, RemovedLine
from bot.reading.cleaning import key
from bot.reading.dating import Stated, by_file_name, by_link, stated
from bot.reading.extract import Header, Line
from bot.reading.headline import title_of
from bot.reading.page import shape_of

_URL = re.compile(r"(?:https?://|(?=www\.))[^\s<>\"']+", re.IGNORECASE)
_SOURCE = re.compile(r"(?:source|link|url|original|permalink|via)\b", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s©]*(?:\(c\)\s*)?(?:(?:19|20)\d\d[\s,–-]*)*(?P<name>[^.,|]{3,40})", re.IGNORECASE
)
_SUFFIXES = ("www", "co", "com", "org", "net", "gov", "ac", "edu", "or", "go", "m", "amp")


@dataclass(frozen=True, slots=True)
class Facts:
    """`spent` are lines that say nothing but who wrote and when: number -> reason for leaving them out."""

    title: str
    published: Dated
    publisher: str | None
    link: str | None
    spent: Mapping[int, str]


def described(
    lines: Sequence[Line], kept: Sequence[Line], removed: Sequence[RemovedLine], header: Header, *, source: str
) -> Facts:
    """`lines` are all of them, `kept` and `removed` what cleaning made of them."""
    solid = [line for line in lines if line.text.strip()]
    link = header.link or own_link(removed, kept)
    told = _told(solid, kept, link=link, source=source)
    text = [line.text for line in kept if line.number not in told.spent]
    dates = (header.published, told.dated, by_link(link), by_file_name(source))
    return Facts(
        title=header.title or title_of("\n".join(text)),
        published=next((dated for dated in dates if dated.value), dates[-1]),
        publisher=header.publisher or _publisher(solid, link),
        link=link,
        spent=told.spent,
    )


def _told(solid: Sequence[Line], kept: Sequence[Line], *, link: str | None, source: str) -> Stated:
    first = next((line.number for line in kept if line.text.strip()), 0)
    index = next((index for index, line in enumerate(solid) if line.number == first), 0)
    hint = by_link(link).value or by_file_name(source).value
    return stated(solid, first=index, year=hint.first.year if hint else None)


def own_link(removed: Sequence[RemovedLine], kept: Sequence[Line]) -> str | None:
    """The document's own address: a link line above the text, one called its source, or the only one there is."""
    begin = next((line.number for line in kept if shape_of(line.text).is_prose), 0)
    links = [(line, url) for line in removed if line.reason == "link line" for url in addresses(line.text)]
    for line, url in links:
        if line.line < begin or _SOURCE.match(line.text.strip()):
            return url
    return links[0][1] if len({url for _, url in links}) == 1 else None


def addresses(text: str) -> Iterator[str]:
    for hit in _URL.finditer(text):
        url = hit.group().rstrip(".,;:!?)]}")
        yield url if url.lower().startswith("http") else f"https://{url}"


def host_of(link: str | None) -> str | None:
    try:
        host = urlsplit(link or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def site_names(lines: Sequence[Line], header: Header) -> Iterator[str]:
    """What the site may call itself: its publisher, the words of its links' hosts, its copyright line."""
    if header.publisher:
        yield header.publisher
    links = [url for line in lines if " " not in line.text.strip() for url in addresses(line.text)]
    for host in {host for link in (*links, header.link) if (host := host_of(link))}:
        yield host
        labels = [label for label in host.split(".")[:-1] if label not in _SUFFIXES]
        yield labels[-1] if labels else ""
    for line in lines:
        if hit := _COPYRIGHT.match(line.text.strip()):
            yield hit["name"]


def _publisher(solid: Sequence[Line], link: str | None) -> str | None:
    """The site's name as a line of the text writes it, else the host of the document's own link."""
    host = host_of(link)
    if host is None:
        return None
    names = {key(name) for name in site_names((), Header(link=link))} - {""}
    return next((text for line in solid if key(text := line.text.strip()) in names and not _URL.match(text)), host)
