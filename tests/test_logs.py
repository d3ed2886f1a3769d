"""Log lines: what is in work stands on each, and the token on none, whatever fails."""

import json
import logging
import warnings
from collections.abc import Iterator

import pytest

from bot.logs import start_logging, working_on

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA.GabcDE.a-really_secret-signature-0123456789"
ODD = "not-shaped-like-one"

log = logging.getLogger("bot.test")


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)


def test_each_line_names_what_is_in_work(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging("info", "text")
    with working_on("/who"):
        log.info("answered in %d ms", 3)
    log.info("done")
    first, second = capsys.readouterr().err.splitlines()
    assert first.endswith("info    bot.test [/who]: answered in 3 ms")
    assert second.endswith("info    bot.test: done")


def test_json_lines_are_objects(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging("info", "json")
    with working_on("rescan"):
        log.warning("3 files\nwait")
    line = json.loads(capsys.readouterr().err)
    assert (line["level"], line["logger"], line["work"], line["message"]) == (
        "warning",
        "bot.test",
        "rescan",
        "3 files\nwait",
    )


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_token_is_never_logged(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    start_logging("debug", "json" if form == "json" else "text", secrets=(ODD, ""))
    log.info("by shape %s", TOKEN)
    log.info("by value %s", {"Authorization": f"Bot {ODD}"})
    try:
        int(f"refused {TOKEN} and {ODD}")
    except ValueError:
        log.exception("login with %r failed", TOKEN)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"unclosed session of {TOKEN}", ResourceWarning, stacklevel=1)
    told = capsys.readouterr().err
    assert TOKEN not in told
    assert ODD not in told
    assert "a-really_secret" not in told
    assert told.count("[token]") >= 6
    assert "ValueError" in told


def test_what_is_below_the_level_is_not_said(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging("warning", "text")
    log.info("quiet")
    assert capsys.readouterr().err == ""
