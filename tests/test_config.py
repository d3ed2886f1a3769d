"""Settings: every key and default, every mistake at once with its line, and a token that never comes from the file."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config import Config, Digest, Logging, needed_token, parse_config, read_config, read_token
from bot.errors import ConfigError

SHIPPED = Path(__file__).resolve().parent.parent / "config.yaml"


def mistakes(text: str) -> str:
    with pytest.raises(ConfigError) as refused:
        parse_config(text, name="config.yaml")
    return str(refused.value)


def test_the_shipped_file_shows_every_key_with_its_default() -> None:
    text = SHIPPED.read_text(encoding="utf8")
    assert parse_config(text, name="config.yaml") == Config()
    for key in (*Config.model_fields, *Digest.model_fields, *Logging.model_fields):
        assert f"{key}:" in text


def test_a_whole_config_is_understood() -> None:
    config = parse_config(
        """
        timezone: Europe/Berlin
        guilds: [123456789012345678, "223456789012345678"]
        replies: public
        rescan: 5m
        max_file: 512KiB
        digests:
          - name: morning
            channel: 323456789012345678
            cron: "0 8 * * mon-fri"
            timezone: Asia/Kolkata
            about: border talks
            mention_role: 423456789012345678
            empty: say
            catch_up: 2d
        logging: {level: debug, format: json}
        """,
        name="config.yaml",
    )
    assert config.timezone == ZoneInfo("Europe/Berlin")
    assert config.guilds == (123456789012345678, 223456789012345678)
    assert (config.rescan, config.max_file) == (timedelta(minutes=5), 512 * 1024)
    (digest,) = config.digests
    assert digest.cron.weekdays == (1, 2, 3, 4, 5)
    assert (digest.catch_up, digest.empty, digest.timezone) == (timedelta(days=2), "say", ZoneInfo("Asia/Kolkata"))
    assert config.logging == Logging(level="debug", format="json")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("librery: x", "line 1: librery is no key of this file; did you mean library?"),
        ("\n\nxyzzy: 1", "line 3: xyzzy is no key of this file."),
        ("logging:\n  fromat: json", "line 2: logging.fromat is no key of this file; did you mean format?"),
        ("replies: privat", "replies: 'privat' is none of private or public."),
        ("timezone: Asia/Kolkatta", "timezone: 'Asia/Kolkatta' is no IANA time zone; did you mean Asia/Kolkata?"),
        ("timezone: ../etc/passwd", "is no IANA time zone"),
        ("timezone: 5", "timezone: '5' is no IANA time zone"),
        ("rescan: 60", "rescan: '60' is no length of time; write a number and s, m, h or d, as in 60s."),
        ("rescan: 0s", "rescan: the shortest is 1s."),
        ("max_file: 8MB", "max_file: '8MB' is no size; write a number and KiB, MiB or GiB, as in 8MiB."),
        ("max_file: 0B", "max_file: must be more than 0."),
        ("semantic: maybe", "semantic: must be true or false."),
        ("semantic: [1]", "semantic: must be true or false."),
        ("digests:\n  - {name: 5, channel: 123456789012345678, cron: '0 8 * * *'}", "name: must be text; put it in"),
        ("guilds: 5", "guilds: must be a list"),
        ("guilds: [5]", "guilds: '5' is no Discord id"),
        ("guilds: [true]", "guilds: 'True' is no Discord id"),
        ("library: [a]", "library: must be a path."),
        ("logging: loud", "logging: must be keys with values"),
        ("digests:\n  - 3", "line 2: digests: must be keys with values"),
        ("digests:\n  - cron: 0 8 * * *", "line 2: digests.name is missing."),
        ("replies: public\nreplies: private", "line 2: replies stands there twice."),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, said: str) -> None:
    assert said in mistakes(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [", "config.yaml is no YAML: line 1"),
        ("cron: * * * * *", "put text that begins with * or & in quotes"),
        ("a:\n\tb: 1", "config.yaml is no YAML: line 2"),
        ("a:\n\tb: 1", "indent with spaces, not with tabs."),
        ('library: "x', "a quote or a bracket is not closed."),
        ("- x", "config.yaml must be keys with values"),
        ("library: !!python/object/apply:os.getcwd []", "config.yaml is no YAML: line 1"),
    ],
)
def test_what_is_no_yaml_gets_one_sentence(text: str, said: str) -> None:
    assert said in mistakes(text)


def test_all_mistakes_are_told_at_once_and_in_order() -> None:
    told = mistakes("replies: loud\nrescan: soon\nlibrery: x\n")
    lines = [line.strip() for line in told.splitlines()]
    assert lines[0] == "config.yaml has 3 mistakes:"
    assert [line.partition(":")[0] for line in lines[1:]] == ["line 1", "line 2", "line 3"]
    assert "pydantic" not in told
    assert "http" not in told


def test_a_digest_needs_a_name_of_its_own() -> None:
    digest = "  - {name: Morning, channel: 123456789012345678, cron: '0 8 * * *'}\n"
    assert "two digests are called" in mistakes("digests:\n" + digest + digest.lower())


@pytest.mark.parametrize("text", ["", "# nothing\n", "digests:\n  # - name: none yet\nguilds:\n"])
def test_what_is_left_empty_keeps_its_default(text: str) -> None:
    assert parse_config(text, name="config.yaml") == Config()


def test_a_token_in_the_file_is_refused_without_repeating_it() -> None:
    told = mistakes("discord_token: s3cret-value")
    assert "set DISCORD_TOKEN or DISCORD_TOKEN_FILE" in told
    assert "s3cret" not in told


def test_relative_paths_are_relative_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "my.yaml").write_text("library: news\ndatabase: /var/x.db\n", encoding="utf8")
    monkeypatch.chdir(tmp_path)
    config = read_config(Path("there/my.yaml"))
    assert config.library == tmp_path / "there" / "news"
    assert config.database == Path("/var/x.db")


def test_without_config_yaml_the_defaults_work_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_config(None).library == tmp_path / "seeds"
    with pytest.raises(ConfigError, match=r"There is no config file gone\.yaml"):
        read_config(Path("gone.yaml"))


def test_a_config_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_bytes(b"library: \xff\xfe")
    with pytest.raises(ConfigError, match="not UTF-8 at byte 9"):
        read_config(tmp_path / "c.yaml")
    with pytest.raises(ConfigError, match="is a directory"):
        read_config(tmp_path)


def test_the_token_comes_from_the_environment_or_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token.txt"
    file.write_text("  abc.def\n", encoding="utf8")
    assert read_token({}) is None
    assert read_token({"DISCORD_TOKEN": " abc "}) == "abc"
    assert read_token({"DISCORD_TOKEN_FILE": str(file)}) == "abc.def"


def test_a_token_that_cannot_be_had_says_what_to_do(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.touch()
    for environment, said in (
        ({"DISCORD_TOKEN": "a", "DISCORD_TOKEN_FILE": "b"}, "keep one of them"),
        ({"DISCORD_TOKEN_FILE": str(empty)}, "which is empty"),
        ({"DISCORD_TOKEN_FILE": str(tmp_path / "gone")}, "cannot be read: no such file"),
        ({}, "There is no token"),
    ):
        with pytest.raises(ConfigError, match=said):
            needed_token(environment)
