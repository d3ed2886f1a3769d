"""The header of a file between "---" lines: its keys, and what is refused in it."""

import re

from bot.errors import UnreadableError
from bot.model import UNDATED, Dated
from bot.reading.days import period_of
from bot.reading.extract import Header

_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_KEY = re.compile(r"(?:title|headline|published|date|publisher|source|link|url|tags|author|byline)\s*:", re.IGNORECASE)
_MAX_CHARACTERS = 16 * 1024


def split(text: str) -> tuple[Header, int]:
    """(header, number of its lines with both fences); a text without front matter has an empty one of 0 lines.

    Raises UnreadableError for a header that is begun but cannot be understood: a wrong date must not pass in silence.
    """
    if not text.startswith("---"):
        return Header(), 0
    lines = text[:_MAX_CHARACTERS].split("\n")
    if lines[0].rstrip() != "---":
        return Header(), 0
    end = next((number for number, line in enumerate(lines[1:], 1) if _FENCE.match(line)), None)
    inside = lines[1:end]
    if end is None:
        if _KEY.match(next((line for line in inside if line.strip()), "")):
            raise UnreadableError(
                'Its front matter has no end. Close it with a line "---" after at most 16,000 characters.'
            )
        return Header(), 0
    if any(line.strip() for line in inside) and not any(_KEY.match(line) for line in inside):
        return Header(), 0
    return _header(_values("\n".join(inside))), end + 1


def _values(block: str) -> dict[str, str | list[str]]:
    """Keys in lower case; every scalar as it is written. yaml's home is here."""
    import yaml

    try:
        found: object = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 BaseLoader builds nothing but strings
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 2}" if mark else ""
        raise UnreadableError(
            f'Its front matter is not valid YAML{where}. Put values with ":" or "#" into quotes.'
        ) from None
    except RecursionError:
        raise UnreadableError("Its front matter is nested too deeply. Write one key and one value a line.") from None
    if not isinstance(found, dict):
        raise UnreadableError('Its front matter is no list of keys. Write lines such as "title: ...".')
    values: dict[str, str | list[str]] = {}
    for key, value in found.items():  # pyright: ignore[reportUnknownVariableType] yaml is untyped
        if isinstance(key, str) and isinstance(value, str | list):
            values[key.lower()] = value if isinstance(value, str) else [x for x in value if isinstance(x, str)]  # pyright: ignore[reportUnknownVariableType] yaml is untyped
    return values


def _header(values: dict[str, str | list[str]]) -> Header:
    def first(*keys: str) -> str | None:
        for key in keys:
            value = values.get(key)
            if isinstance(value, str) and (value := " ".join(value.split())):
                return value
        return None

    link = first("link", "url")
    source = first("source")
    if source and source.startswith(("http://", "https://")):
        link, source = link or source, None
    tags = values.get("tags", [])
    return Header(
        title=first("title", "headline"),
        published=_published(first("published", "date")),
        publisher=first("publisher") or source,
        link=link if link and link.startswith(("http://", "https://")) else None,
        tags=tuple(
            tag for raw in (tags.split(",") if isinstance(tags, str) else tags) if (tag := " ".join(raw.split()))
        ),
    )


def _published(words: str | None) -> Dated:
    if words is None or words.lower() in ("null", "~", "none", "unknown"):
        return UNDATED
    period = period_of(words)
    if period is None:
        raise UnreadableError(
            f'Its front matter says "published: {words[:60]}", which is no date. Write it as 2024-05-03.'
        )
    return Dated(period, "front matter")
