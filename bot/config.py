"""config.yaml as a type: every key, its default and its check; and the token, which never stands in it."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal, cast
from zoneinfo import ZoneInfo, available_timezones

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails

from bot.cron import Cron, read_cron
from bot.errors import ConfigError

DEFAULT_FILE = Path("config.yaml")

Location = tuple[str | int, ...]  # of a key, as pydantic gives it

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_BYTES = {"B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}


def _duration(value: object) -> object:
    if isinstance(value, timedelta):
        return value
    found = re.fullmatch(r"(\d+)\s*([smhd])", str(value))
    if not found:
        raise ValueError(f"'{value}' is no length of time; write a number and s, m, h or d, as in 60s")
    return timedelta(seconds=int(found[1]) * _SECONDS[found[2]])


def _size(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    found = re.fullmatch(r"(\d+)\s*(B|KiB|MiB|GiB)", str(value))
    if not found:
        raise ValueError(f"'{value}' is no size; write a number and KiB, MiB or GiB, as in 8MiB")
    return int(found[1]) * _BYTES[found[2]]


def _zone(value: object) -> object:
    # ZoneInfo raises a KeyError for an unknown name, which pydantic would let through.
    if isinstance(value, ZoneInfo):
        return value
    try:
        return ZoneInfo(str(value))
    except (KeyError, ValueError, OSError):
        raise ValueError(f"'{value}' is no IANA time zone{_meant(str(value), available_timezones())}") from None


def _cron(value: object) -> object:
    return value if isinstance(value, Cron) else read_cron(str(value))


def _id(value: object) -> object:
    if isinstance(value, bool) or not re.fullmatch(r"\d{15,20}", str(value)):
        raise ValueError(f"'{value}' is no Discord id; in Discord, right-click it with Developer Mode on and Copy ID")
    return int(str(value))


Duration = Annotated[timedelta, BeforeValidator(_duration)]
Size = Annotated[int, BeforeValidator(_size), Field(gt=0)]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
Snowflake = Annotated[int, BeforeValidator(_id)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    @model_validator(mode="before")
    @classmethod
    def _an_empty_key_keeps_its_default(cls, values: object) -> object:
        # "digests:" above lines that are all commented out is a null to YAML, and means none.
        if not isinstance(values, dict):
            return values
        return {key: value for key, value in cast("dict[object, object]", values).items() if value is not None}


class Digest(_Section):
    """One digest: what is new, posted to a channel when `cron` says so in `timezone` (None: the config's)."""

    name: str = Field(min_length=1, max_length=100)
    channel: Snowflake
    cron: Annotated[Cron, BeforeValidator(_cron)]
    timezone: Zone | None = None
    about: str | None = None
    mention_role: Snowflake | None = None
    empty: Literal["skip", "say"] = "skip"
    catch_up: Duration = timedelta(hours=24)


class Logging(_Section):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"


class Config(_Section):
    """Paths are absolute once a config is read; `max_file` is in bytes."""

    library: Path = Path("seeds")
    database: Path = Path("data/sitrep.db")
    timezone: Zone = ZoneInfo("UTC")
    guilds: tuple[Snowflake, ...] = ()
    replies: Literal["private", "public"] = "private"
    rescan: Duration = timedelta(seconds=60)
    max_file: Size = 8 << 20
    semantic: bool = False
    digests: tuple[Digest, ...] = ()
    logging: Logging = Logging()

    @field_validator("rescan")
    @classmethod
    def _not_busy(cls, rescan: timedelta) -> timedelta:
        if rescan < timedelta(seconds=1):
            raise ValueError("the shortest is 1s")
        return rescan

    @field_validator("digests")
    @classmethod
    def _one_name_each(cls, digests: tuple[Digest, ...]) -> tuple[Digest, ...]:
        names = [digest.name.casefold() for digest in digests]
        twice = next((digest.name for digest in digests if names.count(digest.name.casefold()) > 1), None)
        if twice is not None:
            raise ValueError(f"two digests are called '{twice}'; each needs a name of its own")
        return digests


def read_config(file: Path | None) -> Config:
    """None means config.yaml in the current folder, or the defaults where there is none."""
    path = file or DEFAULT_FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if file is not None:
            raise ConfigError(f"There is no config file {path}; give the right path with --config.") from None
        return _anchored(Config(), Path.cwd())
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"The config file {path} cannot be read: {_reason(error)}.") from error
    return _anchored(parse_config(text, name=path.name), path.absolute().parent)


def parse_config(text: str, *, name: str) -> Config:
    """Raises one ConfigError that lists every mistake with its line; `name` is the file's, for that message."""
    node, values = _composed(text, name)
    if node is None:
        return Config()
    lines = dict(_lines(node))
    mistakes = {(line, f"{key} stands there twice.") for key, line in _doubles(node)}
    config = Config()
    try:
        config = Config.model_validate(values)
    except ValidationError as error:
        mistakes |= {_mistake(details, lines) for details in error.errors(include_url=False)}
    if mistakes:
        listed = "\n".join(f"  line {line}: {sentence}" for line, sentence in sorted(mistakes))
        raise ConfigError(f"{name} has {'a mistake' if len(mistakes) == 1 else f'{len(mistakes)} mistakes'}:\n{listed}")
    return config


_HINTS = {
    "alphabetic": "; put text that begins with * or & in quotes",
    r"'\t'": "; indent with spaces, not with tabs",
    "end of stream": "; a quote or a bracket is not closed",
}


def _composed(text: str, name: str) -> tuple[yaml.MappingNode | None, object]:
    """The keys with their places, and the values; None where the file holds nothing but comments."""
    try:
        node = yaml.SafeLoader(text).get_single_node()
        values: object = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}: " if mark else ""
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        hint = next((hint for part, hint in _HINTS.items() if part in problem), "")
        raise ConfigError(f"{name} is no YAML: {line}{problem}{hint}.") from error
    if values is None:
        return None, values
    if not isinstance(node, yaml.MappingNode):
        raise ConfigError(f"{name} must be keys with values, as in 'library: seeds'.")
    return node, values


def read_token(environment: Mapping[str, str]) -> str | None:
    """Discord's token from DISCORD_TOKEN or from the file that DISCORD_TOKEN_FILE names; None: neither is set."""
    direct, file = environment.get("DISCORD_TOKEN", "").strip(), environment.get("DISCORD_TOKEN_FILE", "").strip()
    if direct and file:
        raise ConfigError("Both DISCORD_TOKEN and DISCORD_TOKEN_FILE are set; keep one of them.")
    if not file:
        return direct or None
    try:
        token = Path(file).read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        hint = (
            " (a file mounted by Compose keeps the host's owner and mode)" if isinstance(error, PermissionError) else ""
        )
        raise ConfigError(f"DISCORD_TOKEN_FILE names {file}, which cannot be read: {_reason(error)}{hint}.") from error
    if not token:
        raise ConfigError(f"DISCORD_TOKEN_FILE names {file}, which is empty; put the bot's token into it.")
    return token


def needed_token(environment: Mapping[str, str]) -> str:
    token = read_token(environment)
    if token is None:
        raise ConfigError(
            "There is no token: set DISCORD_TOKEN, or DISCORD_TOKEN_FILE to a file that holds it. `demo` needs none."
        )
    return token


def _anchored(config: Config, folder: Path) -> Config:
    """Relative paths are relative to the config file."""
    places = {
        key: folder / value.expanduser() for key, value in (("library", config.library), ("database", config.database))
    }
    return config.model_copy(update=places)


def _reason(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 at byte {error.start}"
    return (error.strerror or type(error).__name__).lower()


def _lines(node: yaml.Node, at: Location = ()) -> Iterator[tuple[Location, int]]:
    """Where each key stands: its location and its line, from 1."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*at, key.value), key.start_mark.line + 1
            yield from _lines(value, (*at, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for i, value in enumerate(node.value):
            yield (*at, i), value.start_mark.line + 1
            yield from _lines(value, (*at, i))


def _doubles(node: yaml.Node) -> Iterator[tuple[str, int]]:
    """Keys that stand twice in one mapping: YAML would silently take the last."""
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        yield from (
            (key.value, key.start_mark.line + 1) for i, (key, _) in enumerate(node.value) if key.value in keys[:i]
        )
        for _, value in node.value:
            yield from _doubles(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _doubles(value)


def _mistake(details: ErrorDetails, lines: Mapping[Location, int]) -> tuple[int, str]:
    """One of pydantic's errors as (line, sentence)."""
    at = details["loc"]
    line = next((lines[at[:n]] for n in range(len(at), 0, -1) if at[:n] in lines), 1)
    key = ".".join(part for part in at if isinstance(part, str))
    if details["type"] == "extra_forbidden":
        return line, _unknown(str(at[-1]), key, at)
    if details["type"] == "missing":
        return line, f"{key} is missing."
    return line, _ended(f"{key}: {_wording(details)}")


def _unknown(last: str, key: str, at: Location) -> str:
    if "token" in last.casefold():
        return f"{key}: the token never stands in this file; set DISCORD_TOKEN or DISCORD_TOKEN_FILE instead."
    section = {"digests": Digest, "logging": Logging}.get(str(at[0]), Config) if len(at) > 1 else Config
    return _ended(f"{key} is no key of this file{_meant(last, section.model_fields)}")


_WORDINGS = {
    "tuple_type": "must be a list, as in [a, b] or one item a line after '- '",
    "model_type": "must be keys with values, each on a line of its own, indented",
    "model_attributes_type": "must be keys with values, each on a line of its own, indented",
    "path_type": "must be a path",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "string_type": "must be text; put it in quotes",
    "greater_than": "must be more than {gt}",
}


def _wording(details: ErrorDetails) -> str:
    context = details.get("ctx", {})
    match details["type"]:
        case "value_error":
            return str(context["error"])
        case "literal_error":
            return f"'{details['input']}' is none of {context['expected'].replace(chr(39), '')}"
        case kind if kind in _WORDINGS:
            return _WORDINGS[kind].format(**context)
        case _:
            return details["msg"][:1].lower() + details["msg"][1:]


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith("?") else f"{sentence}."


def _meant(word: str, known: Iterable[str]) -> str:
    by_fold = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return f"; did you mean {by_fold[near[0]]}?" if near else ""
